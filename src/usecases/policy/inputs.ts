import * as z from 'zod';

import type { FactSources, Settings } from '../../icp/settings.ts';
import { isInvisible, visibleLine } from '../../icp/visible-text.ts';
import { REASON_EXPECTED, inputTooLong } from '../../messages/policy.ts';
import { Person, Type } from '../inputs.ts';
import { DraftInput } from './parse-draft.ts';
import { FactSourcesShape, SettingsShape } from './parse-policy.ts';

/** The longest draft that is looked at, in characters: three times what a home keeps, so that a draft somewhat too long is told where. */
const LONGEST = 200_000;

/** An input that may be of any size, measured before it is looked into. */
function bounded<Input>(schema: z.ZodType<Input>): z.ZodType<Input> {
  const sized = z.unknown().superRefine((input, context) => {
    const { length } = JSON.stringify(input ?? null);
    if (length <= LONGEST) return;
    const figure = (characters: number) => characters.toLocaleString('en');
    context.addIssue({
      code: 'custom',
      message: inputTooLong(figure(length), figure(LONGEST)),
      continue: false,
    });
  });
  return sized.pipe(schema);
}

const LONGEST_REASON = 500;

/** White space of any kind is one space: a reason stands in one line of a list. */
const Reason = z
  .string(REASON_EXPECTED)
  .max(10_000, REASON_EXPECTED)
  .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
  .refine(
    (text) => !isInvisible(text) && text.length <= LONGEST_REASON && visibleLine(text) === text,
    REASON_EXPECTED,
  );

const At = z.iso.datetime('the time of the draft that was seen');
const Seen = At.nullable();
const Version = z.int('a version is a whole number').min(0).max(1_000_000);
const Publishing = { reason: Reason, by: Person, policy: Version } as const;
const INPUT = 'give an object';

export const ShowProfile = z.strictObject({ type: Type, version: Version.optional() }, INPUT);
export const LoadPolicy: z.ZodType<Record<string, never>> = z.strictObject({}, INPUT);
export const OfJob = z.strictObject({ type: Type, by: Person }, INPUT);
export const SaveProfileDraft = bounded(
  z.strictObject({ type: Type, draft: DraftInput, seen: Seen, by: Person }, INPUT),
);
export const DiscardProfileDraft = z.strictObject({ type: Type, seen: At, by: Person }, INPUT);
export const PublishProfile = z.strictObject({ type: Type, seen: At.optional(), ...Publishing }, INPUT);
export const RollBackProfile = z.strictObject({ type: Type, version: Version, ...Publishing }, INPUT);
export const SaveSettingsDraft = bounded<{ settings: Settings; seen: string | null; by: string }>(
  z.strictObject({ settings: SettingsShape, seen: Seen, by: Person }, INPUT),
);
export const DiscardSettingsDraft = z.strictObject({ seen: At, by: Person }, INPUT);
export const PublishSettings = bounded(z.strictObject({ settings: SettingsShape, ...Publishing }, INPUT));
export const TestFactSources = bounded<{ factSources: FactSources }>(
  z.strictObject({ factSources: FactSourcesShape }, INPUT),
);
