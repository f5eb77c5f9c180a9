import { fieldOf } from './property-names.ts';
import type { Option, PropertyDefinition } from './property-shapes.ts';

type Texts = readonly string[];

/** Labels that properties had in earlier versions, by field. */
const LABELS: Readonly<Record<string, Texts>> = {
  clearance: ['Clearance'],
  evidence_gaps: ['Ratings without evidence'],
  scored_by: ['Scored by'],
  scored_at: ['Scored at'],
};

const LANES = {
  deep: ['Deep build'],
  pass: ['No lane (pass)'],
  undecided: ['Undecided (answers missing)'],
};

/** Labels that options had in earlier versions, by field and value. */
const OPTIONS: Readonly<Record<string, Readonly<Record<string, Texts>>>> = {
  ...{ lane: LANES, score_lane: LANES, previous_lane: LANES, override_lane: LANES },
  clearance: {
    'not-required': ['Not needed'],
    blocked: ['Blocked by a check'],
    pending: ['Checks open'],
    cleared: ['Cleared for build'],
  },
};

/** Descriptions that properties had in earlier versions. */
const DESCRIPTIONS: Texts = [
  'Set by Partner ICP from the scorecard. Do not edit: the next save puts it right again.',
  'Set by Partner ICP from the scorecard. Do not edit: the next save puts it right again. Points of 500, as counted.',
  'Set by Partner ICP from the scorecard. Do not edit: the next save puts it right again. Points of 500.',
  'Part of an override of the lane. Restrict who may edit it.',
  'Noted by Partner ICP when a scorecard is saved. A year after the last save.',
];

/** Whether a label of a property is ours, of this version or an earlier one. Any other was given by an admin. */
export function isOurLabel({ name, label }: PropertyDefinition, found: string): boolean {
  return found === label || (LABELS[fieldOf(name) ?? ''] ?? []).includes(found);
}

/** Whether a description of a property is ours, of this version or an earlier one. */
export function isOurDescription({ description }: PropertyDefinition, found: string): boolean {
  return found === description || DESCRIPTIONS.includes(found);
}

/** Whether a label of an option is ours, of this version or an earlier one. */
export function isOurOptionLabel(
  { name }: PropertyDefinition,
  { value, label }: Option,
  found: string,
): boolean {
  return found === label || (OPTIONS[fieldOf(name) ?? '']?.[value] ?? []).includes(found);
}
