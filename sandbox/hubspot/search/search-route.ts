import { linksOf } from '../associations/association-store.ts';
import { type Answer, type Call, limitOf, param } from '../http/call.ts';
import { invalid } from '../http/refusal.ts';
import { describeRecord } from '../objects/read-record.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import type { PropertyDefinition } from '../properties/property-definition.ts';
import { findProperty } from '../properties/property-store.ts';
import { comparable, compare, type Match, matchFilter, valueText } from './search-filter.ts';
import { indexedRecords } from './search-index.ts';
import { tokensOf } from './tokens.ts';
import { type Filter, parseSearch, type Sort } from './search-request.ts';

const SEARCH_LIMIT = 10;
const SEARCH_MAXIMUM = 200;
const ASSOCIATIONS = 'associations.';

export function searchObjects(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const request = parseSearch(call.body);
  const limit = limitOf(portal, request.limit, SEARCH_LIMIT, SEARCH_MAXIMUM);
  const groups = request.groups.map((filters) => filters.map((filter) => matchOf(portal, store, filter)));
  const asks = matchQuery(portal, store, request.query);
  const found = indexedRecords(portal, store).filter(
    (record) =>
      (groups.length === 0 || groups.some((matches) => matches.every((match) => match(record)))) &&
      asks(record),
  );
  if (request.sort !== undefined) sortRecords(portal, store, found, request.sort);
  const end = request.after + limit;
  const selection = { names: request.names, historyNames: [] };
  const results = found
    .slice(request.after, end)
    .map((record) => describeRecord(portal, store, record, selection));
  const paging = end < found.length ? { paging: { next: { after: String(end) } } } : {};
  return { status: 200, body: { total: found.length, results, ...paging } };
}

function matchOf(portal: Portal, store: TypeStore, filter: Filter): Match {
  if (filter.propertyName.startsWith(ASSOCIATIONS)) return matchAssociated(portal, filter);
  return matchFilter(portal, searchable(store, filter.propertyName), filter);
}

/** Filters such as `associations.company` compare the ids of associated records. */
function matchAssociated(portal: Portal, { propertyName, operator, value, values }: Filter): Match {
  const farType = typeStoreOf(portal, propertyName.slice(ASSOCIATIONS.length)).type.id;
  const links = (record: CrmRecord) => linksOf(portal.associations, record.id, farType);
  const wanted = (operator === 'EQ' ? [value] : values).map(Number);
  switch (operator) {
    case 'EQ':
    case 'IN':
      return (record) => wanted.some((id) => links(record).has(id));
    case 'HAS_PROPERTY':
      return (record) => links(record).size > 0;
    case 'NOT_HAS_PROPERTY':
      return (record) => links(record).size === 0;
    default:
      throw invalid(
        `Associations are searched by EQ, IN, HAS_PROPERTY or NOT_HAS_PROPERTY, not ${operator}.`,
      );
  }
}

function searchable(store: TypeStore, name: string): PropertyDefinition {
  const definition = findProperty(store.properties, name);
  if (definition === undefined)
    throw invalid(`Property ${name.slice(0, 100)} does not exist, so it cannot be searched.`);
  return definition;
}

/** Every word of the query must be the start of a word in the searched properties. */
function matchQuery(portal: Portal, store: TypeStore, query: string): Match {
  const wanted = tokensOf(query, portal.switches);
  const definitions = store.type.searchedProperties.flatMap(
    (name) => findProperty(store.properties, name) ?? [],
  );
  return (record) => {
    if (wanted.length === 0) return true;
    const tokens = definitions.flatMap((definition) =>
      tokensOf(valueText(portal, record, definition), portal.switches),
    );
    return wanted.every((word) => tokens.some((token) => token.startsWith(word)));
  };
}

/** Unset values come last in both directions; equal ones oldest first. */
function sortRecords(
  portal: Portal,
  store: TypeStore,
  records: CrmRecord[],
  { propertyName, isDescending }: Sort,
): void {
  const definition = searchable(store, propertyName);
  const keyed = records.map((record) => {
    const text = valueText(portal, record, definition);
    return { record, isUnset: text === '', key: comparable(definition, text) };
  });
  keyed.sort((a, b) => {
    if (a.isUnset || b.isUnset) return Number(a.isUnset) - Number(b.isUnset) || a.record.id - b.record.id;
    const order = compare(a.key, b.key);
    return (isDescending ? -order : order) || a.record.id - b.record.id;
  });
  for (const [index, { record }] of keyed.entries()) records[index] = record;
}
