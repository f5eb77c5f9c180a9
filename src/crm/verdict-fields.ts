import { ANTI_PATTERNS } from '../icp/anti-patterns.ts';
import { CLEARANCES, CLEARANCE_LABELS } from '../icp/clearance.ts';
import { LANES, LANE_LABELS } from '../icp/lanes.ts';
import type { Profile } from '../icp/profile.ts';
import { TYPE_FIELD } from '../icp/type-change.ts';
import { RULES, type Verdict } from '../icp/verdict.ts';
import { DECISION_DEAL_FIELDS } from './decision-fields.ts';
import { NUMBER, type Option, type Shape, TEXT, checkboxes, select } from './property-shapes.ts';

/** The options of a field that holds a lane. */
export const LANE_OPTIONS: readonly Option[] = LANES.map((lane) => ({
  value: lane,
  label: LANE_LABELS[lane],
}));
export const LANE_OR_UNDECIDED: readonly Option[] = [
  ...LANE_OPTIONS,
  { value: 'undecided', label: LANE_LABELS.undecided },
];

/** One field of a verdict: how HubSpot keeps it, and what a verdict writes into it. */
export interface VerdictField {
  name: string;
  label: string;
  shape: (profiles: readonly Profile[]) => Shape;
  /** An empty text clears: a total that is not there is no number. */
  encode: (verdict: Verdict) => string;
  /** Beyond what is said of every field of a verdict. */
  hint?: string;
  /** Deals of the partner pipeline show it too. */
  onDeals?: true;
}

/** Every field of a verdict. Definitions, lists, deals and comparisons follow from this table. */
export const VERDICT_FIELDS: readonly VerdictField[] = [
  {
    name: 'lane',
    label: 'Lane',
    shape: () => select(LANE_OR_UNDECIDED),
    encode: ({ lane }) => lane,
    onDeals: true,
  },
  {
    name: 'score_lane',
    label: 'Lane by ratings alone',
    shape: () => select(LANE_OR_UNDECIDED),
    encode: ({ scoreLane }) => scoreLane,
  },
  {
    name: 'clearance',
    label: 'Clearance for Deep',
    shape: () => select(CLEARANCES.map((value) => ({ value, label: CLEARANCE_LABELS[value] }))),
    encode: ({ clearance }) => clearance ?? '',
    onDeals: true,
  },
  {
    name: 'lane_causes',
    label: 'Causes of the lane',
    shape: (profiles) => checkboxes(causeOptions(profiles)),
    encode: ({ causes }) => causes.map(({ code }) => code).join(';'),
  },
  { name: 'lane_reason', label: 'Reason of the lane', shape: () => TEXT, encode: ({ headline }) => headline },
  { name: 'next_step', label: 'Next step', shape: () => TEXT, encode: ({ next }) => next },
  {
    name: 'total',
    label: 'Total',
    shape: () => NUMBER,
    encode: ({ total }) => total?.toString() ?? '',
    hint: 'Points of 500, as counted.',
    onDeals: true,
  },
  {
    name: 'rated_total',
    label: 'Total by ratings alone',
    shape: () => NUMBER,
    encode: ({ ratedTotal }) => ratedTotal?.toString() ?? '',
    hint: 'Points of 500.',
  },
  {
    name: 'total_low',
    label: 'Lowest possible total',
    shape: () => NUMBER,
    encode: ({ low }) => low.toString(),
    onDeals: true,
  },
  {
    name: 'total_high',
    label: 'Highest possible total',
    shape: () => NUMBER,
    encode: ({ high }) => high.toString(),
    onDeals: true,
  },
  {
    name: 'evidence_gaps',
    label: 'Evidence missing',
    shape: () => NUMBER,
    encode: ({ evidenceGaps }) => evidenceGaps.length.toString(),
  },
  { name: 'rules', label: 'Version of the rules', shape: () => NUMBER, encode: () => RULES.toString() },
];

/**
 * The fields that deals of the partner pipeline show of their primary company: its type, and of its verdict and of what was
 * decided about it what views need.
 */
export const DEAL_FIELDS: readonly string[] = [
  TYPE_FIELD,
  ...VERDICT_FIELDS.filter(({ onDeals }) => onDeals).map(({ name }) => name),
  ...DECISION_DEAL_FIELDS,
];

/** What the fields of the verdict hold when there is none. */
export const NO_VERDICT: Readonly<Record<string, string>> = Object.fromEntries(
  VERDICT_FIELDS.map(({ name }) => [name, '']),
);

/** Writes a verdict as texts, by field. */
export function encodeVerdict(verdict: Verdict): Record<string, string> {
  return Object.fromEntries(VERDICT_FIELDS.map(({ name, encode }) => [name, encode(verdict)]));
}

/** The expected fields whose stored text says something else. A list is a set, and 430 is 430.0. */
export function differingFields(
  expected: Readonly<Record<string, string>>,
  stored: Readonly<Record<string, string | null>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(expected).filter(
      ([name, text]) => canonical(name, stored[name] ?? '') !== canonical(name, text),
    ),
  );
}

const FIELD_TYPES = new Map<string, string>(
  VERDICT_FIELDS.map(({ name, shape }) => [name, shape([]).fieldType]),
);

function canonical(name: string, text: string): string {
  if (text === '') return '';
  switch (FIELD_TYPES.get(name)) {
    case 'number':
      return Number(text).toString();
    case 'checkbox':
      return text.split(';').sort().join(';');
    default:
      return text;
  }
}

function causeOptions(profiles: readonly Profile[]): Option[] {
  const checks = new Map(ANTI_PATTERNS.map(({ key, label }) => [key, label]));
  for (const profile of profiles) for (const { key, label } of profile.checks) checks.set(key, label);
  return [
    { value: 'ratings', label: 'Ratings' },
    { value: 'incomplete', label: 'Answers missing' },
    { value: 'minimum', label: 'Minimum not met' },
    ...[...checks].map(([value, label]) => ({ value, label })),
    { value: 'override', label: 'Override' },
  ];
}
