import type { Property } from '../crm-objects.ts';
import type { ChangeGroup, PropertyChange } from './change-groups.ts';

export const LANE = 'ipp_lane';
export const CLEARANCE = 'ipp_clearance';
export const TOTAL = 'ipp_total';
export const SCORED_BY = 'ipp_scored_by';
export const PARTNER_TYPE = 'ipp_partner_type';

/**
 * - `verdict`: follows from a scorecard
 * - `trail`: what the app notes beside it
 * - `fact`: is filled in, and moves no verdict
 * - `input`: what people fill in otherwise
 */
export type Role = 'verdict' | 'trail' | 'fact' | 'input';

/** What the app's properties are for, by name. Properties of others are not in it. */
export type AppProperties = ReadonlyMap<string, Role>;

/** How the app's descriptions begin. Each says what sets the property. */
const SET_BY = /^set by /i;
const NOTED_BY = /^noted by /i;

/** Reads the app's properties out of the definitions: those of its group, by what their descriptions say. */
export function appPropertiesIn(properties: readonly Property[]): AppProperties {
  const group = properties.find(({ name }) => name.startsWith('ipp_'))?.group;
  const names = new Set(properties.map(({ name }) => name));
  const ofApp = properties.filter((property) => property.group === group);
  return new Map(ofApp.map((property) => [property.name, roleOf(property, names)]));
}

function roleOf({ name, description }: Property, names: ReadonlySet<string>): Role {
  if (SET_BY.test(description)) return 'verdict';
  if (NOTED_BY.test(description)) return 'trail';
  return isScored(name, names) ? 'input' : 'fact';
}

/** A rating has evidence beside it, a check has a note; type and override are told by their names. */
function isScored(name: string, names: ReadonlySet<string>): boolean {
  const scored = name.replace(/_(evidence|note)$/, '');
  if (names.has(`${scored}_evidence`) || names.has(`${scored}_note`)) return true;
  return name === PARTNER_TYPE || /_(check|override)_/.test(name);
}

const FACT_RANK = 2;

/** How much an input can move a lane: ratings, then checks and the like; facts and prose never do. */
function rankOf({ property: { name, type, fieldType } }: PropertyChange, app: AppProperties): number {
  if (fieldType === 'textarea') return FACT_RANK + 1;
  if (app.get(name) === 'fact') return FACT_RANK;
  return type === 'number' ? 0 : 1;
}

function isInput({ property: { name } }: PropertyChange, app: AppProperties): boolean {
  return app.get(name) === 'input' || app.get(name) === 'fact';
}

export function isVerdict({ property }: PropertyChange, app: AppProperties): boolean {
  return app.get(property.name) === 'verdict';
}

/** What people filled in and what can move a lane. */
export function isMover(change: PropertyChange, app: AppProperties): boolean {
  return isInput(change, app) && rankOf(change, app) < FACT_RANK;
}

/** What people filled in, most telling first. */
export function inputsIn({ changes }: ChangeGroup, app: AppProperties): PropertyChange[] {
  return changes
    .filter((change) => isInput(change, app))
    .sort((one, other) => rankOf(one, app) - rankOf(other, app));
}

/** Longer values are not repeated: an entry has to stay readable at a glance. */
const LONGEST_VALUE = 60;

/** A value as it is shown. */
export type ValueText = (property: Property, value: string) => string;

/**
 * A change in a few words.
 *
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
