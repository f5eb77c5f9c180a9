import { ANTI_PATTERNS } from '../icp/anti-patterns.ts';
import { CLEARANCES, CLEARANCE_LABELS } from '../icp/clearance.ts';
import { ARTIFACTS } from '../icp/facts.ts';
import { type Field, type FieldKind, fieldsOfAll } from '../icp/fields.ts';
import { LANES, LANE_LABELS } from '../icp/lanes.ts';
import { PARTNER_TYPES } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import type { Properties } from './companies.ts';

/** The group under which HubSpot shows the properties. */
export const PROPERTY_GROUP = { name: 'partner_icp', label: 'Partner ICP' } as const;

interface Option {
  value: string;
  label: string;
}

/** A company property as HubSpot's API defines it. */
export interface PropertyDefinition {
  name: string;
  label: string;
  type: 'enumeration' | 'number' | 'string' | 'date' | 'datetime';
  fieldType: 'select' | 'checkbox' | 'number' | 'text' | 'textarea' | 'date';
  groupName: string;
  /** Says what sets it: a person reads this beside the property. */
  description: string;
  options?: readonly Option[];
}

/** The property that holds a field of a scorecard. */
export function propertyOf(field: string): string {
  return `ipp_${field}`;
}

/** The stored text of one of our properties, named without its prefix; null where it is unset. */
export function textOf(properties: Properties, field: string): string | null {
  const text = properties[propertyOf(field)] ?? '';
  return text === '' ? null : text;
}

/** What a deal of the partner pipeline shows of its primary company, under the same names. */
const MIRRORED = ['lane', 'total', 'clearance'].map(propertyOf);

/** The deal properties that mirror a verdict, so that pipeline views filter on it. */
export function dealProperties(profiles: readonly Profile[]): PropertyDefinition[] {
  const description = 'Mirrored by Partner ICP from the primary company of the deal. Do not edit.';
  return verdictProperties(profiles)
    .filter(({ name }) => MIRRORED.includes(name))
    .map((definition) => ({ ...definition, description }));
}

/** Every company property that the profiles need, inputs first. */
export function companyProperties(profiles: readonly Profile[]): PropertyDefinition[] {
  const inputs = fieldsOfAll(profiles).map(inputProperty);
  return [...inputs, ...OVERRIDE, ...verdictProperties(profiles), ...TRAIL];
}

const FILLED_IN = 'Filled in on the Partner ICP card.';
const DERIVED = 'Set by Partner ICP from the scorecard. Do not edit: the next save puts it right again.';
const NOTED = 'Noted by Partner ICP when a scorecard is saved.';
const OVERRULED = 'Part of an override of the lane. Restrict who may edit it.';

type Shape = Pick<PropertyDefinition, 'type' | 'fieldType' | 'options'>;

const NUMBER: Shape = { type: 'number', fieldType: 'number' };
const TEXT: Shape = { type: 'string', fieldType: 'text' };
const DATE: Shape = { type: 'date', fieldType: 'date' };
const DATETIME: Shape = { type: 'datetime', fieldType: 'date' };
const LANE_OPTIONS: readonly Option[] = LANES.map((lane) => ({ value: lane, label: LANE_LABELS[lane] }));
const LANE_OR_UNDECIDED: readonly Option[] = [
  ...LANE_OPTIONS,
  { value: 'undecided', label: LANE_LABELS.undecided },
];
const TYPE_OPTIONS = PARTNER_TYPES.map(({ key, label }) => ({ value: key, label }));

const SHAPES: Readonly<Record<FieldKind, Shape>> = {
  type: select(TYPE_OPTIONS),
  types: checkboxes(TYPE_OPTIONS),
  rating: NUMBER,
  prose: { type: 'string', fieldType: 'textarea' },
  state: select([
    { value: 'open', label: 'Open' },
    { value: 'clear', label: 'Clear' },
    { value: 'flagged', label: 'Flagged' },
  ]),
  artifacts: checkboxes(ARTIFACTS.map(({ key, label }) => ({ value: key, label }))),
  count: NUMBER,
  date: DATE,
};

function inputProperty({ name, label, kind }: Field): PropertyDefinition {
  const hint = kind === 'rating' ? ' A whole number from 1 to 5; empty means unknown.' : '';
  return property(name, label, FILLED_IN + hint, SHAPES[kind]);
}

const OVERRIDE: readonly PropertyDefinition[] = [
  property('override_lane', 'Override: lane', OVERRULED, select(LANE_OPTIONS)),
  property('override_reason', 'Override: reason', OVERRULED, TEXT),
  property('override_by', 'Override: by', OVERRULED, TEXT),
  property('override_until', 'Override: last day', OVERRULED, DATE),
];

function verdictProperties(profiles: readonly Profile[]): PropertyDefinition[] {
  return [
    property('lane', 'Lane', DERIVED, select(LANE_OR_UNDECIDED)),
    property('score_lane', 'Lane by ratings alone', DERIVED, select(LANE_OR_UNDECIDED)),
    property('clearance', 'Clearance', DERIVED, select(CLEARANCES.map(clearanceOption))),
    property('lane_causes', 'Causes of the lane', DERIVED, checkboxes(causeOptions(profiles))),
    property('lane_reason', 'Reason of the lane', DERIVED, TEXT),
    property('total', 'Total', `${DERIVED} Points of 500, as counted.`, NUMBER),
    property('rated_total', 'Total by ratings alone', `${DERIVED} Points of 500.`, NUMBER),
    property('total_low', 'Lowest possible total', DERIVED, NUMBER),
    property('total_high', 'Highest possible total', DERIVED, NUMBER),
    property('evidence_gaps', 'Ratings without evidence', DERIVED, NUMBER),
    property('rules', 'Version of the rules', DERIVED, NUMBER),
  ];
}

const TRAIL: readonly PropertyDefinition[] = [
  property('profile_version', 'Profile version', NOTED, TEXT),
  property('scored_by', 'Scored by', NOTED, TEXT),
  property('scored_at', 'Scored at', NOTED, DATETIME),
  property('previous_lane', 'Previous lane', NOTED, select(LANE_OR_UNDECIDED)),
  property('lane_changed_at', 'Lane changed at', NOTED, DATETIME),
  property('review_due', 'Review due', `${NOTED} A year after the last save.`, DATE),
];

function causeOptions(profiles: readonly Profile[]): Option[] {
  const checks = new Map(ANTI_PATTERNS.map(({ key, label }) => [key, label]));
  for (const profile of profiles) for (const { key, label } of profile.checks) checks.set(key, label);
  return [
    { value: 'ratings', label: 'Ratings' },
    { value: 'incomplete', label: 'Answers missing' },
    ...[...checks].map(([value, label]) => ({ value, label })),
    { value: 'override', label: 'Override' },
  ];
}

function clearanceOption(value: keyof typeof CLEARANCE_LABELS): Option {
  return { value, label: CLEARANCE_LABELS[value] };
}

function select(options: readonly Option[]): Shape {
  return { type: 'enumeration', fieldType: 'select', options };
}

function checkboxes(options: readonly Option[]): Shape {
  return { type: 'enumeration', fieldType: 'checkbox', options };
}

function property(name: string, label: string, description: string, shape: Shape): PropertyDefinition {
  return { name: propertyOf(name), label, groupName: PROPERTY_GROUP.name, description, ...shape };
}
