import type { Tally } from '../icp/demand.ts';
import { isNamedIn, isSameName, searchTokens } from '../icp/partner-name.ts';
import { CrmError } from './client/errors.ts';
import type { Crm } from './client/request.ts';
import { type Filter, type FoundRecord, searchPages } from './search.ts';
import type { ExistingProperty } from './property-definitions.ts';

/** Records whose property names a partner. Where it is "at least", not every page was looked through. */
export interface NamedRecords extends Pick<Tally, 'isAtLeast'> {
  found: FoundRecord[];
  /** Why HubSpot gave no further page; null where none failed. */
  brokenOff: CrmError | null;
}

interface NamedSearch {
  path: string;
  what: string;
  /** The property that names partners: a text, or a choice of options. */
  property: ExistingProperty;
  partner: string;
  /** What else a record has to meet, in one filter or none. */
  filters: readonly Filter[];
  names: readonly string[];
  /** Whether every page is read, or only the first. */
  isWhole: boolean;
}

/** Whether partners can be named by such a property. One whose options HubSpot keeps elsewhere, as owners, has none here. */
export function canName({ type, options }: Pick<ExistingProperty, 'type' | 'options'>): boolean {
  return type === 'string' || (type === 'enumeration' && options.length > 0);
}

/** The values of the options that are the partner's name, by label or value. */
export function optionsNaming({ options }: Pick<ExistingProperty, 'options'>, partner: string): string[] {
  return options
    .filter(({ value, label }) => isSameName(label, partner) || isSameName(value, partner))
    .map(({ value }) => value);
}

/**
 * Finds the records whose property names a partner. HubSpot's search narrows them down; what the property holds decides, by
 * the rules of `partner-name.ts`: a text has the name in it as whole words, an option is the name. Pages after the first may
 * fail: then it is "at least".
 *
 * @throws CrmError when the first page fails
 */
export async function recordsNaming(crm: Crm, search: NamedSearch): Promise<NamedRecords> {
  const { path, what, property, partner, filters, isWhole } = search;
  const values = optionsNaming(property, partner);
  const groups = groupsFor(property, partner, values).map((group) => [...group, ...filters]);
  const found: FoundRecord[] = [];
  if (groups.length === 0) return { found, isAtLeast: false, brokenOff: null };
  const names = [property.name, ...search.names];
  let looked = 0;
  let total = 0;
  try {
    for await (const page of searchPages(crm, { path, groups, names, what })) {
      total = page.total;
      looked += page.found.length;
      found.push(...page.found.filter(({ properties }) => isNaming(property, properties, partner, values)));
      if (!isWhole) break;
    }
  } catch (error) {
    if (!(error instanceof CrmError) || looked === 0) throw error;
    return { found, isAtLeast: true, brokenOff: error };
  }
  return { found, isAtLeast: looked < total, brokenOff: null };
}

function isNaming(
  { name, type }: ExistingProperty,
  properties: FoundRecord['properties'],
  partner: string,
  values: readonly string[],
): boolean {
  const text = properties[name] ?? '';
  return type === 'enumeration'
    ? text.split(';').some((value) => values.includes(value))
    : isNamedIn(text, partner);
}

/**
 * At most five groups of at most three filters. Whether an equal value finds one of several options is not documented: their
 * words are looked for as well.
 */
function groupsFor(
  { name, type }: ExistingProperty,
  partner: string,
  values: readonly string[],
): (readonly Filter[])[] {
  const containing = (tokens: readonly string[]) =>
    tokens.map((value): Filter => ({ propertyName: name, operator: 'CONTAINS_TOKEN', value }));
  if (type !== 'enumeration') return searchTokens(partner).map(containing);
  if (values.length === 0) return [];
  const tokens = values.flatMap((value) => searchTokens(value).slice(0, 1)).slice(0, OPTIONS_BY_WORDS);
  return [[{ propertyName: name, operator: 'IN', values }], ...tokens.map(containing)];
}

const OPTIONS_BY_WORDS = 3;
