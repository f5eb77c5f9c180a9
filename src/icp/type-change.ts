import { EMPTY_VALUES, type Field, type FieldValue, fieldsOfAll, sameValue } from './fields.ts';
import { type PartnerType, isPartnerType } from './partner-types.ts';
import { type Profile, currentProfile } from './profile.ts';
import { ratingOf } from './ratings.ts';
import type { Scorecard } from './scorecard.ts';

/**
 * What becomes of a scorecard when its partner type changes.
 *
 * The types beside technology share six properties. Company alignment and market access ask the same of every type and
 * stay. The people may be right for one type and wrong for another: their rating stays and waits to be confirmed. The
 * other three ask each type something else, so that a rating given under one type is no rating under another: they are
 * emptied, with their evidence. Technology has properties of its own, which always stay.
 *
 * Source: ideal partner profile guide, "Partner Type specific criteria": these are the columns that differ by type.
 */
const OF_ONE_TYPE = ['role_criteria', 'compatibility', 'collaboration_support'];
const FIELDS_OF_ONE_TYPE = OF_ONE_TYPE.flatMap((key) => [key, `${key}_evidence`]);

/** The dimension whose rating stays, marked until somebody confirms it for the new type. */
export const CONFIRMED_PER_TYPE = 'people';

/** The field that holds the type. */
export const TYPE_FIELD = 'partner_type';

/** A scorecard with the profile that it is read by. */
export interface ScorecardUnderProfile {
  scorecard: Scorecard;
  profile: Profile;
  /** As stamped on the company; null before the first rating. */
  profileVersion: string | null;
}

/** The type whose questions the answers belong to; null when none was chosen. */
export function typeOfAnswers({
  scorecard,
  profile,
  profileVersion,
}: ScorecardUnderProfile): PartnerType | null {
  return profileVersion === null ? scorecard.type : profile.type;
}

/** Whether the field asks each type something else. */
export function isOfOneType(field: string): boolean {
  return FIELDS_OF_ONE_TYPE.includes(field);
}

/** The filled answers that a change from one profile to the other empties. */
export function emptiedByTypeChange(scorecard: Scorecard, from: Profile, to: Profile): Field[] {
  return fieldsOfAll([to, from]).filter(
    (field) => isOfOneType(field.name) && !sameValue(field.get(scorecard), EMPTY_VALUES[field.kind]),
  );
}

/**
 * What setting the type does:
 * - `keep`: nothing, the type is the one that is there
 * - `conflict`: the person worked under another type than the one that is there, so nothing of the save fits
 * - `set`: chooses or mends the type; no answer changes its meaning
 * - `change`: leaves one type for another
 * - `refused`: there is no profile for the type, or a scorecard under way would lose its type
 */
export type TypeStep =
  | { kind: 'keep' | 'conflict' | 'set' | 'change'; profile: Profile }
  | { kind: 'refused'; reason: 'type-needed' }
  | { kind: 'refused'; reason: 'not-published'; type: PartnerType };

/**
 * @param asked the type as the person saw it and as it should be; undefined when the type is not asked to change
 * @param profiles every version that the portal knows
 */
export function typeStep(
  current: ScorecardUnderProfile,
  asked: { seen: FieldValue; value: FieldValue } | undefined,
  profiles: readonly Profile[],
): TypeStep {
  const { scorecard, profile, profileVersion } = current;
  if (asked === undefined || asked.value === scorecard.type) return { kind: 'keep', profile };
  if (asked.seen !== scorecard.type) return { kind: 'conflict', profile };
  if (!isPartnerType(asked.value))
    return profileVersion === null ? { kind: 'keep', profile } : { kind: 'refused', reason: 'type-needed' };
  const from = typeOfAnswers(current);
  if (asked.value === from) return { kind: 'set', profile };
  const to = currentProfile(profiles, asked.value);
  if (to === null) return { kind: 'refused', reason: 'not-published', type: asked.value };
  return { kind: from === null ? 'set' : 'change', profile: to };
}

/** Values that a field has had, newest first. `timestamp` is ISO 8601. */
type History = readonly { value: string; timestamp: string }[];

/**
 * The dimensions whose rating was given, or last explained, while the company had another type. HubSpot's history says
 * so: no property of ours has to remember it. A new rating or new evidence confirms.
 *
 * @param history by field name
 * @returns dimension keys, at most one
 */
export function toConfirm(
  { scorecard, profile, profileVersion }: ScorecardUnderProfile,
  history: Readonly<Record<string, History>>,
): string[] {
  const key = CONFIRMED_PER_TYPE;
  const isAsked = profile.dimensions.some((dimension) => dimension.key === key);
  if (!isAsked || profileVersion === null || ratingOf(scorecard.ratings, key) === null) return [];
  const changes = [key, `${key}_evidence`].flatMap((field) => history[field]?.[0] ?? []);
  const last = Math.max(...changes.map(({ timestamp }) => Date.parse(timestamp)));
  const types = history[TYPE_FIELD] ?? [];
  const typeThen = types.find(({ timestamp }) => Date.parse(timestamp) <= last)?.value ?? '';
  return typeThen === '' || typeThen === profile.type ? [] : [key];
}
