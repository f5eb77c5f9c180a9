import type { Tally } from '../icp/crm-facts.ts';
import { isNamedIn, isSameName, searchWords } from '../icp/partner-name.ts';
import type { Crm } from './client/request.ts';
import { type Filter, type FoundRecord, searchPages } from './search.ts';
import type { ExistingProperty } from './property-definitions.ts';

/** Records whose property names a partner. Where it is "at least", only the first page was looked through. */
export interface NamedRecords extends Pick<Tally, 'isAtLeast'> {
  found: FoundRecord[];
}

interface NamedSearch {
  path: string;
  what: string;
  /** The property that names partners: a text, or a choice of options. */
  property: ExistingProperty;
  partner: string;
  /** What else a record has to meet: at most five filters. */
  filters: readonly Filter[];
  names: readonly string[];
  /** Whether every page is read, or only the first. */
  isWhole: boolean;
}

/** Whether partners can be named by such a property. */
export function canName({ type }: Pick<ExistingProperty, 'type'>): boolean {
  return type === 'string' || type === 'enumeration';
}

/**
 * Finds the records whose property names a partner. HubSpot's search narrows them down; what the property holds decides, by
 * the rules of `partner-name.ts`: a text has the name in it as whole words, an option is the name.
 *
 * @throws CrmError
 */
export async function recordsNaming(crm: Crm, search: NamedSearch): Promise<NamedRecords> {
  const { path, what, property, partner, filters, isWhole } = search;
  const options = property.options.filter(
    ({ value, label }) => isSameName(label, partner) || isSameName(value, partner),
  );
  const values = options.map(({ value }) => value);
  const groups = groupsFor(property, partner, values).map((group) => [...group, ...filters]);
  const found: FoundRecord[] = [];
  let looked = 0;
  let counted = 0;
  if (groups.length === 0) return { found, isAtLeast: false };
  const names = [property.name, ...search.names];
  for await (const page of searchPages(crm, { path, groups, names, what })) {
    counted = Math.max(counted, page.total);
    looked += page.found.length;
    found.push(
      ...page.found.filter(({ properties }) => {
        const text = properties[property.name] ?? '';
        return property.type === 'enumeration'
          ? text.split(';').some((value) => values.includes(value))
          : isNamedIn(text, partner);
      }),
    );
    if (!isWhole) break;
  }
  return { found, isAtLeast: looked < counted };
}

/** Whether an equal value finds one of several options is not documented: their words are looked for as well. */
function groupsFor(
  { name, type }: ExistingProperty,
  partner: string,
  values: readonly string[],
): (readonly Filter[])[] {
  const containing = (text: string): Filter => ({
    propertyName: name,
    operator: 'CONTAINS_TOKEN',
    value: searchWords(text).join(' '),
  });
  if (type !== 'enumeration') return [[containing(partner)]];
  if (values.length === 0) return [];
  return [
    [{ propertyName: name, operator: 'IN', values }],
    ...values.slice(0, 2).map((value) => [containing(value)]),
  ];
}
