import type { Property } from '../crm-objects.ts';

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
