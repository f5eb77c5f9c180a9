import type { PropertyRoles } from '../../host/settings.ts';
import type { Property } from '../crm-objects.ts';
import type { ChangeGroup, PropertyChange } from './change-groups.ts';

export const LANE = 'ipp_lane';
export const CLEARANCE = 'ipp_clearance';
export const TOTAL = 'ipp_total';
export const SCORED_BY = 'ipp_scored_by';
export const CHANGE_CAUSE = 'ipp_lane_change_cause';
export const DECISION = 'ipp_decision';
export const DECISION_QUARTER = 'ipp_decision_quarter';
export const DECISION_REASON = 'ipp_decision_reason';
export const DECISION_BASIS = 'ipp_decision_basis';
export const DECIDED_BY = 'ipp_decided_by';
export const DECIDED_AT = 'ipp_decided_at';
export const ASK_AGAIN_ON = 'ipp_ask_again_on';
export const PARTNER_TYPE = 'ipp_partner_type';

const FACT_RANK = 2;

/** Ratings move a lane most (0), then checks, type and override (1). Facts and prose never do. */
function rankOf({ property: { name, type, fieldType } }: PropertyChange, roles: PropertyRoles): number {
  if (fieldType === 'textarea') return FACT_RANK + 1;
  if (roles[name] === 'fact') return FACT_RANK;
  return type === 'number' ? 0 : 1;
}

function isInput({ property: { name } }: PropertyChange, roles: PropertyRoles): boolean {
  return roles[name] === 'input' || roles[name] === 'fact';
}

export function isVerdict({ property }: PropertyChange, roles: PropertyRoles): boolean {
  return roles[property.name] === 'verdict';
}

/** Whether people filled it in and it can move a lane. */
export function isMover(change: PropertyChange, roles: PropertyRoles): boolean {
  return isInput(change, roles) && rankOf(change, roles) < FACT_RANK;
}

/** What people filled in, by how much it can move a lane. */
export function inputsIn({ changes }: ChangeGroup, roles: PropertyRoles): PropertyChange[] {
  return changes
    .filter((change) => isInput(change, roles))
    .sort((one, other) => rankOf(one, roles) - rankOf(other, roles));
}

/** Characters. Longer values are not repeated, so that an entry stays short. */
const LONGEST_VALUE = 60;

/** The text of a stored value. */
export type ValueText = (property: Property, value: string) => string;

/**
 * @example `Customer overlap 3 → 5`, `Customer overlap: evidence added`, `Type changed from Reseller to Referral partner`
 */
export function changeText({ property, from, to }: PropertyChange, valueText: ValueText): string {
  const { name, label, fieldType } = property;
  if (name === PARTNER_TYPE && from !== '' && to !== '')
    return `Type changed from ${valueText(property, from)} to ${valueText(property, to)}`;
  const isLong = fieldType === 'textarea' || Math.max(from.length, to.length) > LONGEST_VALUE;
  if (isLong) return `${label} ${from === '' ? 'added' : to === '' ? 'removed' : 'changed'}`;
  if (from === '') return `${label} ${valueText(property, to)}`;
  const after = to === '' ? 'empty' : valueText(property, to);
  return `${label} ${valueText(property, from)} → ${after}`;
}
