import { evidenceFor } from './evidence.ts';
import { ARTIFACTS, type Artifact, FACT_NAMES, type FactName, type Facts } from './facts.ts';
import { PARTNER_TYPES, type PartnerType } from './partner-types.ts';
import type { Profile } from './profile.ts';
import { type Rating, ratingOf } from './ratings.ts';
import { type CheckState, type Scorecard, checkAnswer } from './scorecard.ts';

/** The value of one field of a scorecard. `EMPTY_VALUES` has the value of an unset field of each kind. */
export type FieldValue = string | number | readonly string[] | null;

export type FieldKind =
  'type' | 'types' | 'dimensions' | 'rating' | 'prose' | 'state' | 'artifacts' | 'count' | 'date';

/** One input of a scorecard: its name, what it may hold, and how it is read and set. */
export interface Field {
  /** The CRM property is `ipp_<name>`. */
  name: string;
  label: string;
  kind: FieldKind;
  get: (scorecard: Scorecard) => FieldValue;
  /** @returns a copy with the value, which must be one that `kind` allows (field-values.ts) */
  set: (scorecard: Scorecard, value: FieldValue) => Scorecard;
}

const TYPE_FIELDS: readonly Field[] = [
  {
    name: 'partner_type',
    label: 'Partner type',
    kind: 'type',
    get: ({ type }) => type,
    set: (scorecard, value) => ({ ...scorecard, type: value as PartnerType | null }),
  },
  {
    name: 'other_types',
    label: 'Other partner types',
    kind: 'types',
    get: ({ otherTypes }) => otherTypes,
    set: (scorecard, value) => ({ ...scorecard, otherTypes: inOrder(PARTNER_TYPES, value) }),
  },
  {
    name: 'to_confirm',
    label: 'To be confirmed for this type',
    kind: 'dimensions',
    get: ({ toConfirm }) => toConfirm,
    set: (scorecard, value) => ({ ...scorecard, toConfirm: [...new Set(value as string[])] }),
  },
];

const FACT_FIELDS: Readonly<Record<FactName, Field>> = {
  artifacts: factField('artifacts', 'Artifacts seen', 'artifacts', 'artifacts', (value) =>
    inOrder<Artifact>(ARTIFACTS, value),
  ),
  artifacts_checked_at: factField(
    'artifacts_checked_at',
    'Artifacts inspected on',
    'date',
    'artifactsCheckedAt',
  ),
  shared_customers: factField('shared_customers', 'Shared customers', 'count', 'sharedCustomers'),
  companies_asking: factField('companies_asking', 'Companies asking', 'count', 'companiesAsking'),
  overlap_as_of: factField('overlap_as_of', 'Overlap counted on', 'date', 'overlapAsOf'),
};

/** Computed once for a profile, which is never edited: every judgement asks for them. */
const FIELDS = new WeakMap<Profile, readonly Field[]>();

/** Every field of a scorecard under the profile, in the order of the card. Of the facts only those that the profile lists. */
export function fieldsOf(profile: Profile): readonly Field[] {
  const known = FIELDS.get(profile) ?? newFields(profile);
  FIELDS.set(profile, known);
  return known;
}

function newFields(profile: Profile): Field[] {
  return [
    ...TYPE_FIELDS,
    ...FACT_NAMES.filter((name) => profile.facts.includes(name)).map((name) => FACT_FIELDS[name]),
    ...profile.dimensions.flatMap(({ key, label }) => [ratingField(key, label), evidenceField(key, label)]),
    ...profile.checks.flatMap(({ key, label }) => [stateField(key, label), noteField(key, label)]),
  ];
}

/** Every field that any of the profiles asks for, each once. */
export function fieldsOfAll(profiles: readonly Profile[]): Field[] {
  const fields = new Map<string, Field>();
  for (const profile of profiles)
    for (const field of fieldsOf(profile)) if (!fields.has(field.name)) fields.set(field.name, field);
  return [...fields.values()];
}

/** The value of an unset field. */
export const EMPTY_VALUES: Readonly<Record<FieldKind, FieldValue>> = {
  type: null,
  types: [],
  dimensions: [],
  rating: null,
  prose: '',
  state: 'open',
  artifacts: [],
  count: null,
  date: null,
};

/** `check_dead_api` for `dead-api`. */
export function checkFieldName(check: string): string {
  return `check_${check.replaceAll('-', '_')}`;
}

function ratingField(key: string, label: string): Field {
  return {
    name: key,
    label,
    kind: 'rating',
    get: ({ ratings }) => ratingOf(ratings, key),
    set: (scorecard, value) => ({
      ...scorecard,
      ratings: { ...scorecard.ratings, [key]: value as Rating | null },
    }),
  };
}

function evidenceField(key: string, label: string): Field {
  return {
    name: `${key}_evidence`,
    label: `${label}: evidence`,
    kind: 'prose',
    get: (scorecard) => evidenceFor(scorecard, key),
    set: (scorecard, value) => ({
      ...scorecard,
      evidence: { ...scorecard.evidence, [key]: value as string },
    }),
  };
}

/** The result of a check. */
export function stateField(key: string, label: string): Field {
  return {
    name: checkFieldName(key),
    label: `${label}: check`,
    kind: 'state',
    get: (scorecard) => checkAnswer(scorecard, key).state,
    set: (scorecard, value) => ({
      ...scorecard,
      checks: {
        ...scorecard.checks,
        [key]: { ...checkAnswer(scorecard, key), state: value as CheckState },
      },
    }),
  };
}

function noteField(key: string, label: string): Field {
  return {
    name: `${checkFieldName(key)}_note`,
    label: `${label}: note`,
    kind: 'prose',
    get: (scorecard) => checkAnswer(scorecard, key).note,
    set: (scorecard, value) => ({
      ...scorecard,
      checks: { ...scorecard.checks, [key]: { ...checkAnswer(scorecard, key), note: value as string } },
    }),
  };
}

type FactKey = Exclude<keyof Facts, 'contacts'>;

function factField(
  name: FactName,
  label: string,
  kind: FieldKind,
  key: FactKey,
  canonical: (value: FieldValue) => FieldValue = (value) => value,
): Field {
  return {
    name,
    label,
    kind,
    get: ({ facts }) => facts[key],
    set: (scorecard, value) => ({ ...scorecard, facts: { ...scorecard.facts, [key]: canonical(value) } }),
  };
}

/** The chosen keys in the order of their table, so that the same choice is always the same value. */
function inOrder<Key extends string>(table: readonly { key: Key }[], value: FieldValue): Key[] {
  return table.map(({ key }) => key).filter((key) => Array.isArray(value) && value.includes(key));
}

/** Whether two values of a field are equal. Lists are compared as sets. */
export function sameValue(one: FieldValue, other: FieldValue): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.every((item) => other.includes(item)) && other.every((item) => one.includes(item));
}
