import {
  isJsonObject,
  type JsonObject,
  listIn,
  objectOf,
  requiredText,
  textIn,
  textsIn,
} from '../http/json.ts';
import { badJson, invalid } from '../http/refusal.ts';

const OPERATORS = [
  'EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE', 'BETWEEN', 'IN', 'NOT_IN',
  'HAS_PROPERTY', 'NOT_HAS_PROPERTY', 'CONTAINS_TOKEN', 'NOT_CONTAINS_TOKEN',
] as const; // prettier-ignore
export type Operator = (typeof OPERATORS)[number];

export interface Filter {
  readonly propertyName: string;
  readonly operator: Operator;
  readonly value: string;
  readonly highValue: string;
  readonly values: readonly string[];
}

export interface Sort {
  readonly propertyName: string;
  readonly isDescending: boolean;
}

export interface SearchRequest {
  /** OR of ANDs; empty: everything. */
  readonly groups: readonly (readonly Filter[])[];
  readonly query: string;
  readonly sort: Sort | undefined;
  readonly names: readonly string[];
  /** How many results to skip. */
  readonly after: number;
  readonly limit: string | null;
}

const MAX_GROUPS = 5;
const MAX_FILTERS = 6;
const MAX_FILTERS_IN_ALL = 18;
const MAX_CHARACTERS = 3_000;
const MAX_RESULTS = 10_000;
const WITHOUT_VALUE: readonly Operator[] = ['HAS_PROPERTY', 'NOT_HAS_PROPERTY'];
const WITH_LIST: readonly Operator[] = ['IN', 'NOT_IN'];

/** @throws Refusal 400 for anything beyond HubSpot's search limits */
export function parseSearch(body: JsonObject): SearchRequest {
  if (JSON.stringify(body).length > MAX_CHARACTERS)
    throw invalid(`A search has at most ${MAX_CHARACTERS} characters.`);
  const groups = listIn(body, 'filterGroups').map((group) => filtersOf(objectOf(group, 'a filter group')));
  if (groups.length > MAX_GROUPS) throw invalid(`A search has at most ${MAX_GROUPS} filter groups.`);
  if (groups.flat().length > MAX_FILTERS_IN_ALL)
    throw invalid(`A search has at most ${MAX_FILTERS_IN_ALL} filters.`);
  return {
    groups: groups.filter((filters) => filters.length > 0),
    query: textIn(body, 'query') ?? '',
    sort: sortOf(listIn(body, 'sorts')),
    names: textsIn(body, 'properties'),
    after: afterOf(textIn(body, 'after') ?? ''),
    limit: textIn(body, 'limit') ?? null,
  };
}

function afterOf(text: string): number {
  if (text !== '' && !/^\d{1,9}$/.test(text)) throw invalid('after must be a whole number');
  if (Number(text) >= MAX_RESULTS) throw invalid(`A search gives at most ${MAX_RESULTS} results.`);
  return Number(text);
}

function filtersOf(group: JsonObject): readonly Filter[] {
  const filters = listIn(group, 'filters').map((filter) => filterOf(objectOf(filter, 'a filter')));
  if (filters.length > MAX_FILTERS) throw invalid(`A filter group has at most ${MAX_FILTERS} filters.`);
  return filters;
}

function filterOf(filter: JsonObject): Filter {
  const propertyName = requiredText(filter, 'propertyName');
  const asked = requiredText(filter, 'operator');
  const operator = OPERATORS.find((name) => name === asked);
  if (operator === undefined) throw badJson(`operator must be one of ${OPERATORS.join(', ')}`);
  const value = textIn(filter, 'value') ?? '';
  const highValue = textIn(filter, 'highValue') ?? '';
  const values = textsIn(filter, 'values');
  const isListed = WITH_LIST.includes(operator);
  if (isListed && values.length === 0) throw invalid(`${operator} needs values (${propertyName})`);
  if (!isListed && !WITHOUT_VALUE.includes(operator) && value.trim() === '') {
    throw invalid(`${operator} needs a value that is not blank (${propertyName})`);
  }
  if (operator === 'BETWEEN' && highValue.trim() === '')
    throw invalid(`BETWEEN needs a highValue (${propertyName})`);
  return { propertyName, operator, value, highValue, values };
}

function sortOf(sorts: readonly unknown[]): Sort | undefined {
  if (sorts.length > 1) throw invalid('A search has at most one sort.');
  const [sort] = sorts;
  if (sort === undefined) return undefined;
  if (isJsonObject(sort)) {
    const direction = textIn(sort, 'direction') ?? 'ASCENDING';
    if (direction !== 'ASCENDING' && direction !== 'DESCENDING') {
      throw badJson('direction must be ASCENDING or DESCENDING');
    }
    return { propertyName: requiredText(sort, 'propertyName'), isDescending: direction === 'DESCENDING' };
  }
  if (typeof sort !== 'string') throw badJson('a sort must be a string or an object');
  return { propertyName: sort.replace(/^-/, ''), isDescending: sort.startsWith('-') };
}
