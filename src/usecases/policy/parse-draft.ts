import * as z from 'zod';

import type { ProfileDraftBody } from '../../contract/policy.ts';
import type { StoredEntry } from '../../contract/policy-home.ts';
import { FACT_NAMES } from '../../icp/facts.ts';
import { PARTNER_TYPES } from '../../icp/partner-types.ts';
import type { LevelTexts, Profile } from '../../icp/profile.ts';
import { RATINGS } from '../../icp/ratings.ts';
import type { Settings } from '../../icp/settings.ts';
import { KeptSettings, jsonOf, prerequisitesShape } from './parse-policy.ts';

const Text = z.string('a text');
const Texts = z.array(Text, 'a list of texts');
const Flag = z.boolean('true or false');
const Amount = z.number('a number');
const Rating = z.literal([...RATINGS], 'a rating is a whole number from 1 to 5');

/** Fewer levels than five are kept, so that the draft of somebody who is writing is not lost. */
const Levels = Texts.max(5, 'five texts, from rating 1 to rating 5').transform(
  ([one = '', two = '', three = '', four = '', five = '']): LevelTexts => [one, two, three, four, five],
);

const DimensionShape = z.strictObject({
  ...{ key: Text, label: Text, question: Text, weight: Amount, weightReason: Text },
  ...{ anchors: Levels, rubric: Levels, evidenceRequired: Flag, evidencePrompts: Texts },
  saasPrompts: Texts.exactOptional(),
});

const CheckShape = z.strictObject({
  ...{ key: Text, label: Text, looksLike: Text, whyItFails: Text, asks: Texts },
  caps: z.strictObject({
    lane: z.enum(['fast', 'pass'], 'a lane cap is fast or pass').exactOptional(),
    rating: z.strictObject({ dimension: Text, at: Rating }).exactOptional(),
  }),
});

const Lane = z.strictObject({ label: Text, next: Text });

/** The shape of a profile alone: what keeps it from being published is `lintProfile`'s. */
const ProfileShape: z.ZodType<Profile> = z.strictObject({
  type: z.enum(
    PARTNER_TYPES.map(({ key }) => key),
    'name a partner type',
  ),
  ...{ version: Amount, title: Text, origin: Text, asksSaas: Flag },
  dimensions: z.array(DimensionShape).max(50, 'a profile has 3 to 8 dimensions'),
  floors: z.strictObject({ deep: Amount, fast: Amount }),
  deepNeeds: z.record(Text, Rating),
  minimumReasons: z.record(Text, Text),
  lanes: z.strictObject({ deep: Lane, fast: Lane, pass: Lane }),
  checks: z.array(CheckShape).max(100, 'at most 100 checks'),
  facts: z.array(z.enum(FACT_NAMES)),
});

const VersionKey = z.string().regex(/^[a-z-]{1,40}@\d{1,9}$/, 'a version as in technology@2');

/** A day, or an empty text while somebody has not chosen one. */
const DraftDay = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'a day is YYYY-MM-DD');

/** A draft as a caller sends it. */
export const DraftInput = z.strictObject(
  {
    profile: ProfileShape,
    prerequisites: prerequisitesShape(DraftDay),
    reviewDue: DraftDay.optional(),
    basedOn: VersionKey,
  },
  'give an object with profile, prerequisites and basedOn',
);

const DraftShape: z.ZodType<ProfileDraftBody> = z.strictObject({ ...DraftInput.shape, reviewDue: DraftDay });

/** The draft of a profile; null where it was edited by other means, or is none. */
export function parseDraft(entry: StoredEntry): ProfileDraftBody | null {
  return DraftShape.safeParse(jsonOf(entry)).data ?? null;
}

/** The draft of the settings; null where it was edited by other means, or is none. */
export function parseSettingsDraft(entry: StoredEntry): Settings | null {
  return KeptSettings.safeParse(jsonOf(entry)).data ?? null;
}
