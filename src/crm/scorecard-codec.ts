import { LANES } from '../icp/lanes.ts';
import type { Profile } from '../icp/profile.ts';
import { EMPTY_SCORECARD, MAX_PROSE, type Override, type Scorecard } from '../icp/scorecard.ts';
import type { Problem } from '../contract/scorecard-record.ts';
import { type Texts, textOf } from './company-record.ts';
import { isDay, isFieldValue } from '../icp/field-values.ts';
import { EMPTY_VALUES, type Field, type FieldKind, type FieldValue, fieldsOf } from '../icp/fields.ts';
import { shortened } from '../icp/visible-text.ts';
import {
  NO_CHECK_STATE,
  NO_RATING,
  NO_TYPE,
  proseTooLong,
  overrideIncomplete,
  unreadableValue,
} from '../messages/scorecard.ts';

/**
 * Reads a scorecard. What cannot be read counts as empty and becomes a problem that names its field.
 *
 * @param fields further fields to read, of other types: what stands there stays, but is no problem of this profile
 */
export function decodeScorecard(
  texts: Texts,
  profile: Profile,
  fields: readonly Field[] = NO_FIELDS,
): { scorecard: Scorecard; problems: Problem[] } {
  const problems: Problem[] = [];
  const { asked, all, empty } = formOf(profile, fields);
  let scorecard = empty;
  for (const field of all) {
    const text = texts[field.name] ?? '';
    if (text === '') continue;
    const { value, problem } = decodeField(field, text);
    if (problem !== null && asked.has(field.name)) problems.push({ field: field.name, message: problem });
    scorecard = field.set(scorecard, value);
  }
  const { override, problem } = decodeOverride(texts);
  if (problem !== null) problems.push({ field: 'override_lane', message: problem });
  return { scorecard: { ...scorecard, override }, problems };
}

const NO_FIELDS: readonly Field[] = [];

/** What is read of a scorecard. */
interface Form {
  /** Names of the profile's own fields. */
  asked: ReadonlySet<string>;
  all: readonly Field[];
  /** With every field set to its empty value. */
  empty: Scorecard;
}

/** Computed once for a profile and a list of further fields: every judgement asks for it. */
const FORMS = new WeakMap<Profile, WeakMap<readonly Field[], Form>>();

function formOf(profile: Profile, fields: readonly Field[]): Form {
  const ofProfile = FORMS.get(profile) ?? new WeakMap<readonly Field[], Form>();
  FORMS.set(profile, ofProfile);
  const known = ofProfile.get(fields) ?? newForm(profile, fields);
  ofProfile.set(fields, known);
  return known;
}

function newForm(profile: Profile, fields: readonly Field[]): Form {
  const own = fieldsOf(profile);
  const asked = new Set(own.map(({ name }) => name));
  const all = [...own, ...fields.filter(({ name }) => !asked.has(name))];
  const empty = all.reduce(
    (scorecard, field) => field.set(scorecard, EMPTY_VALUES[field.kind]),
    EMPTY_SCORECARD,
  );
  return { asked, all, empty };
}

/** An override counts only whole: a lane that exists, and a last day. */
function decodeOverride(texts: Texts): { override: Override | null; problem: string | null } {
  const text = (name: string) => textOf(texts, name) ?? '';
  const lane = LANES.find((known) => known === text('override_lane'));
  const until = text('override_until');
  if (lane !== undefined && isDay(until))
    return {
      override: { lane, until, reason: text('override_reason'), by: text('override_by') },
      problem: null,
    };
  const isEmpty = ['override_lane', 'override_reason', 'override_by', 'override_until'].every(
    (name) => text(name) === '',
  );
  const missing = [...(lane === undefined ? ['lane'] : []), ...(isDay(until) ? [] : ['last day'])];
  return {
    override: null,
    problem: isEmpty ? null : overrideIncomplete(missing.join(' and ')),
  };
}

/** The text that HubSpot keeps for a value; an empty text clears the property. */
export function encodeField(value: FieldValue): string {
  return Array.isArray(value) ? value.join(';') : String(value ?? '');
}

/** A value that cannot be read counts as empty and is named. A text that is too long to edit here counts, and is named. */
export interface Decoded {
  value: FieldValue;
  problem: string | null;
}

/** Reads what HubSpot keeps for a field. Never throws and never guesses: `6` is no rating. */
export function decodeField(field: Pick<Field, 'name' | 'label' | 'kind'>, text: string | null): Decoded {
  if (text === null || text === '') return { value: EMPTY_VALUES[field.kind], problem: null };
  const { kind, label } = field;
  if (kind === 'prose') {
    const isTooLong = text.length > MAX_PROSE;
    return { value: text, problem: isTooLong ? proseTooLong(label, text.length.toLocaleString('en')) : null };
  }
  const value = valueIn(kind, text);
  if (isFieldValue(field, value)) return { value, problem: null };
  const readable = kind === 'dimensions' ? dimensionsAmong(value) : EMPTY_VALUES[kind];
  return { value: readable, problem: unreadableValue(label, shortened(text, 40), WHY[kind]) };
}

/** A rating that waits to be confirmed still waits beside something that is no dimension: else that would clear a partner. */
function dimensionsAmong(items: FieldValue): string[] {
  return (items as readonly string[]).filter((item) => isFieldValue({ kind: 'dimensions' }, [item]));
}

/** The kinds of which HubSpot may keep something that cannot be read. */
type ReadKind = Exclude<FieldKind, 'prose'>;

function valueIn(kind: ReadKind, text: string): FieldValue {
  switch (kind) {
    case 'rating':
    case 'count':
      return text.trim() === '' ? text : Number(text);
    case 'types':
    case 'dimensions':
    case 'artifacts':
      return text.split(';').filter((item) => item !== '');
    case 'type':
    case 'state':
    case 'date':
      return text;
  }
}

const WHY: Readonly<Record<ReadKind, string>> = {
  type: NO_TYPE,
  types: 'which is not a list of partner types; it counts as none.',
  dimensions: 'which is not a list of dimensions; what is none counts for nothing.',
  rating: NO_RATING,
  state: NO_CHECK_STATE,
  artifacts: 'which is not a list of artifacts; it counts as none.',
  count: 'which is no whole number; it counts as unknown.',
  date: 'which is no day; it counts as unknown.',
};
