import { ARTIFACTS } from '../icp/facts.ts';
import { type Field, type FieldKind, fieldsOfAll } from '../icp/fields.ts';
import { LANE_CHANGE_CAUSES } from '../icp/lane-change.ts';
import { PARTNER_TYPES } from '../icp/partner-types.ts';
import type { Profile } from '../icp/profile.ts';
import { SHIPPED_PROFILES } from '../icp/shipped-profiles.ts';
import { DECISION_FIELDS } from './decision-fields.ts';
import { fieldOf, propertyOf } from './property-names.ts';
import {
  DATE,
  DATETIME,
  NUMBER,
  PROPERTY_GROUP,
  type PropertyDefinition,
  type Shape,
  TEXT,
  checkboxes,
  select,
} from './property-shapes.ts';
import {
  DEAL_FIELDS,
  LANE_OPTIONS,
  LANE_OR_UNDECIDED,
  VERDICT_FIELDS,
  type VerdictField,
} from './verdict-fields.ts';

/** The deal properties that mirror type and verdict, so that pipeline views filter on them. */
export function dealProperties(profiles: readonly Profile[]): PropertyDefinition[] {
  const description = 'Mirrored by Partner ICP from the primary company of the deal. Do not edit.';
  const onCompanies = new Map(companyProperties(profiles).map((each) => [each.name, each]));
  return DEAL_FIELDS.flatMap((field) => {
    const property = onCompanies.get(propertyOf(field));
    return property === undefined ? [] : [{ ...property, description }];
  });
}

/** Every company property that the profiles need, inputs first. */
export function companyProperties(profiles: readonly Profile[]): PropertyDefinition[] {
  const inputs = fieldsOfAll(profiles).map((field) => inputProperty(field, profiles));
  const verdict = VERDICT_FIELDS.map((field) => verdictProperty(field, profiles));
  return [...inputs, ...OVERRIDE, ...verdict, ...TRAIL, ...DECISION];
}

const FILLED_IN = 'Filled in on the Partner ICP card.';
const DERIVED = 'Set by Partner ICP from the scorecard. Do not edit: the next save repairs it.';
const NOTED = 'Noted by Partner ICP when a scorecard is saved.';
const REVIEWED = 'Noted by Partner ICP when somebody makes the yearly review.';
const RECHECKED =
  'Set by Partner ICP when a scorecard is saved, and by icp nightly: the last day before some evidence is too old.';
const OVERRULED =
  'Filled in by who overrides the lane; Partner ICP never writes it. Restrict who may edit it.';

const TYPE_OPTIONS = PARTNER_TYPES.map(({ key, label }) => ({ value: key, label }));

const SHAPES: Readonly<Record<Exclude<FieldKind, 'dimensions'>, Shape>> = {
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

function inputProperty({ name, label, kind }: Field, profiles: readonly Profile[]): PropertyDefinition {
  if (kind === 'dimensions') return property(name, label, TO_CONFIRM, checkboxes(dimensionOptions(profiles)));
  const hint = kind === 'rating' ? ' A whole number from 1 to 5; empty means unknown.' : '';
  return property(name, label, FILLED_IN + hint, SHAPES[kind]);
}

const TO_CONFIRM =
  'Ratings that were given for another partner type. Set by Partner ICP when the type changes; a new rating, new evidence or "Still holds" on the card empties it.';

/** Every dimension of the shipped profiles and of these, each once: a type that is added later changes none of it. */
function dimensionOptions(profiles: readonly Profile[]): { value: string; label: string }[] {
  const labels = new Map<string, string>();
  for (const { key, label } of [...SHIPPED_PROFILES, ...profiles].flatMap(({ dimensions }) => dimensions))
    if (!labels.has(key)) labels.set(key, label);
  return [...labels].map(([value, label]) => ({ value, label }));
}

const OVERRIDE: readonly PropertyDefinition[] = [
  property('override_lane', 'Override: lane', OVERRULED, select(LANE_OPTIONS)),
  property('override_reason', 'Override: reason', OVERRULED, TEXT),
  property('override_by', 'Override: by', OVERRULED, TEXT),
  property('override_until', 'Override: last day', OVERRULED, DATE),
];

function verdictProperty(field: VerdictField, profiles: readonly Profile[]): PropertyDefinition {
  const description = field.hint === undefined ? DERIVED : `${DERIVED} ${field.hint}`;
  return property(field.name, field.label, description, field.shape(profiles));
}

const CAUSE_OPTIONS = LANE_CHANGE_CAUSES.map(({ key, label }) => ({ value: key, label }));

const TRAIL: readonly PropertyDefinition[] = [
  property('profile_version', 'Profile version', NOTED, TEXT),
  property('scored_by', 'Last worked on by', NOTED, TEXT),
  property('scored_at', 'Last worked on at', NOTED, DATETIME),
  property('previous_lane', 'Previous lane', NOTED, select(LANE_OR_UNDECIDED)),
  property('lane_changed_at', 'Lane changed at', NOTED, DATETIME),
  property('lane_change_cause', 'Cause of the lane change', NOTED, select(CAUSE_OPTIONS)),
  property('reviewed_by', 'Reviewed by', REVIEWED, TEXT),
  property('reviewed_at', 'Reviewed at', REVIEWED, DATETIME),
  property('review_due', 'Review due', `${REVIEWED} A year after it.`, DATE),
  property('recheck_due', 'Re-check due', RECHECKED, DATE),
];

const DECIDED =
  'Set when somebody decides on the Partner ICP card, and by nothing else: no save, repair or re-judging changes it.';

const DECISION: readonly PropertyDefinition[] = DECISION_FIELDS.map(({ name, label, shape }) =>
  property(name, label, DECIDED, shape),
);

/** Names of the fields that say who saved and reviewed when, and the lane before. */
export const TRAIL_FIELDS: readonly string[] = TRAIL.flatMap(({ name }) => fieldOf(name) ?? []);

function property(name: string, label: string, description: string, shape: Shape): PropertyDefinition {
  return { name: propertyOf(name), label, groupName: PROPERTY_GROUP.name, description, ...shape };
}
