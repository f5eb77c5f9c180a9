import { type FieldValue, checkFieldName, sameValue } from './fields.ts';
import { type PartnerType, isPartnerType } from './partner-types.ts';
import { type KnownProfiles, type Profile, currentProfile } from './profile.ts';
import { ratingOf } from './ratings.ts';
import { type Scorecard, isBlank } from './scorecard.ts';

/** The dimensions that ask each type something else: a rating given under one type is no rating under another. */
const OF_ONE_TYPE = ['role_criteria', 'compatibility', 'collaboration_support'];

/** The dimension whose rating stays, marked until somebody confirms it for the new type. */
export const CONFIRMED_PER_TYPE = 'people';

/** The field that holds the type. */
export const TYPE_FIELD = 'partner_type';

/** The field that holds the dimensions whose rating was given for another type. */
export const CONFIRM_FIELD = 'to_confirm';

/** Per field, the value before and after a change of type. */
export type TypeChange = Readonly<Record<string, { seen: FieldValue; value: FieldValue }>>;

/**
 * What a change of type does to a scorecard: every field that it reads or changes. Callers send all of them; where one was
 * not as it was seen, the change is held as a whole.
 *
 * The types beside technology share six dimensions. Company alignment and market access ask the same of every type and
 * stay. The people may be right for one type and wrong for another: their rating stays and waits to be confirmed. The
 * other three are emptied; their evidence stays, as text. Technology has dimensions of its own, which always stay. What
 * was found clear was found for the other type, so every clear check opens, also those that the new type does not ask. A
 * flagged check stays flagged.
 *
 * Source: ideal partner profile guide, "Partner Type specific criteria": these are the columns that differ by type.
 */
export function typeChange({ ratings, checks, toConfirm }: Scorecard): TypeChange {
  const change: Record<string, { seen: FieldValue; value: FieldValue }> = {};
  for (const key of OF_ONE_TYPE) change[key] = { seen: ratingOf(ratings, key), value: null };
  const people = ratingOf(ratings, CONFIRMED_PER_TYPE);
  change[CONFIRMED_PER_TYPE] = { seen: people, value: people };
  const isWaiting = people === null || toConfirm.includes(CONFIRMED_PER_TYPE);
  change[CONFIRM_FIELD] = {
    seen: toConfirm,
    value: isWaiting ? toConfirm : [...toConfirm, CONFIRMED_PER_TYPE],
  };
  for (const [key, { state }] of Object.entries(checks))
    change[checkFieldName(key)] = { seen: state, value: state === 'clear' ? 'open' : state };
  return change;
}

/** The fields that the change sets to another value, with that value. */
export function setBy(change: TypeChange): Map<string, FieldValue> {
  const set = new Map<string, FieldValue>();
  for (const [name, { seen, value }] of Object.entries(change))
    if (!sameValue(seen, value)) set.set(name, value);
  return set;
}

/** Whether a change of type reads or changes the field. */
export function isOfTypeChange(field: string): boolean {
  const isCheck = field.startsWith('check_') && !field.endsWith('_note');
  return isCheck || [...OF_ONE_TYPE, CONFIRMED_PER_TYPE, CONFIRM_FIELD].includes(field);
}

/** The dimensions that wait to be confirmed once the named fields are saved: a new rating or new evidence confirms. */
export function stillToConfirm(
  { toConfirm }: Pick<Scorecard, 'toConfirm'>,
  saved: (field: string) => boolean,
): string[] {
  return toConfirm.filter((key) => !saved(key) && !saved(`${key}_evidence`));
}

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
 */
export function typeStep(
  current: ScorecardUnderProfile,
  asked: { seen: FieldValue; value: FieldValue } | undefined,
  known: KnownProfiles,
): TypeStep {
  const { scorecard, profile, profileVersion } = current;
  if (asked === undefined || asked.value === scorecard.type) return { kind: 'keep', profile };
  if (asked.seen !== scorecard.type) return { kind: 'conflict', profile };
  if (!isPartnerType(asked.value))
    return profileVersion === null ? { kind: 'keep', profile } : { kind: 'refused', reason: 'type-needed' };
  const from = typeOfAnswers(current);
  if (asked.value === from) return { kind: 'set', profile };
  const to = currentProfile(known, asked.value);
  if (to === null) return { kind: 'refused', reason: 'not-published', type: asked.value };
  return { kind: from === null ? 'set' : 'change', profile: to };
}

/** Values that a field has had, newest first. `timestamp` is ISO 8601. */
type History = readonly { value: string; timestamp: string }[];

/**
 * The texts that were written while the company had another type, with that type. HubSpot's history says so: no property
 * of ours has to remember it.
 *
 * @param history by field name
 */
export function textsOfOtherTypes(
  { scorecard: { evidence, checks }, profile }: ScorecardUnderProfile,
  history: Readonly<Record<string, History>>,
): Record<string, PartnerType> {
  const texts = [
    ...profile.dimensions.map(({ key }) => [`${key}_evidence`, evidence[key] ?? ''] as const),
    ...profile.checks.map(({ key }) => [`${checkFieldName(key)}_note`, checks[key]?.note ?? ''] as const),
  ];
  const others: Record<string, PartnerType> = {};
  for (const [name, text] of texts) {
    const [last] = history[name] ?? [];
    if (isBlank(text) || last === undefined) continue;
    const type = typeAt(last.timestamp, history[TYPE_FIELD] ?? []);
    if (isPartnerType(type) && type !== profile.type) others[name] = type;
  }
  return others;
}

function typeAt(timestamp: string, types: History): string {
  return types.find((entry) => Date.parse(entry.timestamp) <= Date.parse(timestamp))?.value ?? '';
}
