import * as z from 'zod';

import type { Operations } from '../../contract/operations.ts';
import type { TriageAct, TriageSeen } from '../../contract/triage.ts';
import { isDecision } from '../../icp/decision.ts';
import { isQuarter } from '../../icp/quarter.ts';
import { TYPE_FIELD, isOfTypeChange } from '../../icp/type-change.ts';
import { CompanyId, Person, Type } from '../inputs.ts';

/** Companies of one preview: they are read in one call. */
const MOST_PREVIEWED = 50;

/** Companies of one call that writes: what there is no time for is answered as left. */
const MOST_APPLIED = 25;

/** Longer than any reason may be, so that one that is too long is named. */
const LONG_TEXT = 65_536;

const Act: z.ZodType<TriageAct> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['set-type', 'start']), type: Type }),
  z.strictObject({ kind: z.literal('take-over') }),
  z.strictObject({
    kind: z.literal('decide'),
    decision: z.custom<Extract<TriageAct, { kind: 'decide' }>['decision']>(isDecision, 'name a decision'),
    quarter: z.custom<Extract<TriageAct, { kind: 'decide' }>['quarter']>(isQuarter, 'name a quarter'),
    reason: z.string().max(LONG_TEXT),
    askAgainOn: z.string().max(20).nullable(),
  }),
]);

const Value = z.union([
  z.string().max(LONG_TEXT),
  z.number(),
  z.array(z.string().max(100)).max(50),
  z.null(),
]);
const Text = z.string().max(LONG_TEXT);
const Lane = z.strictObject({
  lane: z.enum(['deep', 'fast', 'pass', 'undecided']),
  total: z.number().nullable(),
  low: z.number(),
  high: z.number(),
});

const Seen: z.ZodType<TriageSeen> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('type'),
    changes: z
      .record(z.string().max(100), z.strictObject({ seen: Value, value: Value }))
      .refine(
        (changes) => Object.keys(changes).every((field) => field === TYPE_FIELD || isOfTypeChange(field)),
        'name fields that a change of type sets',
      ),
  }),
  z.strictObject({
    kind: z.literal('take-over'),
    from: z.string().max(100),
    to: z.string().max(100),
    after: Lane,
  }),
  z.strictObject({
    kind: z.literal('decide'),
    stored: z.strictObject({
      decision: Text,
      decision_quarter: Text,
      decision_reason: Text,
      ask_again_on: Text,
      decided_at: Text,
    }),
    basis: z.string().max(500),
  }),
]);

const DeepBefore = z.array(CompanyId).max(1_000).optional();

export const Choices = z.strictObject({}, 'give an empty object');
export const Preview: z.ZodType<Operations['preview-triage']['input']> = z.strictObject(
  { act: Act, companyIds: z.array(CompanyId).min(1).max(MOST_PREVIEWED), deepBefore: DeepBefore },
  'give an object with act and companyIds',
);
export const Apply: z.ZodType<Operations['apply-triage']['input']> = z.strictObject(
  {
    act: Act,
    companies: z
      .array(z.strictObject({ companyId: CompanyId, seen: Seen }))
      .min(1)
      .max(MOST_APPLIED),
    at: z.iso.datetime(),
    by: Person,
    deepBefore: DeepBefore,
  },
  'give an object with act, companies, at and by',
);
