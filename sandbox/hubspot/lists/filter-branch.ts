import { isJsonObject, type JsonObject, listIn, objectOf, requiredText } from '../http/json.ts';
import { badJson, invalid } from '../http/refusal.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import type { Match } from '../search/search-filter.ts';
import { parsePropertyFilter } from './property-filter.ts';

/**
 * Compiles the filters of a list: an OR of ANDs over properties, the form that HubSpot requires.
 * Branches inside ANDs (associations, events) and filters on anything but properties are refused here.
 *
 * @throws Refusal 400
 */
export function parseFilterBranch(portal: Portal, store: TypeStore, value: unknown): Match {
  const root = branchOf(value, 'OR');
  if (listIn(root, 'filters').length > 0)
    throw invalid('The root branch of a list has branches and no filters.');
  const branches = listIn(root, 'filterBranches').map((each) => parseAnd(portal, store, each));
  if (branches.length === 0) throw invalid('The root branch of a list has at least one branch.');
  return (record) => branches.some((match) => match(record));
}

function parseAnd(portal: Portal, store: TypeStore, value: unknown): Match {
  const branch = branchOf(value, 'AND');
  if (listIn(branch, 'filterBranches').length > 0)
    throw invalid('The sandbox supports no branches inside AND branches.');
  const filters = listIn(branch, 'filters').map((each) => {
    const filter = objectOf(each, 'a filter');
    const type = requiredText(filter, 'filterType');
    if (type !== 'PROPERTY')
      throw invalid(`The sandbox supports list filters on properties, not ${type.slice(0, 50)}.`);
    return parsePropertyFilter(portal, store, filter);
  });
  return (record) => filters.every((match) => match(record));
}

/** @throws Refusal 400 when the branch has another type than required at its place */
function branchOf(value: unknown, type: 'OR' | 'AND'): JsonObject {
  if (!isJsonObject(value)) throw badJson('a filter branch must be an object');
  const asked = requiredText(value, 'filterBranchType');
  if (asked === type) return value;
  const where = type === 'OR' ? 'The root branch of a list' : 'A branch below the root';
  throw invalid(`${where} has the type ${type}, not ${asked.slice(0, 50)}.`);
}

/** The active records that match a validated branch; none when one of its properties no longer exists. */
export function matchingRecords(portal: Portal, store: TypeStore, branch: JsonObject): readonly CrmRecord[] {
  const match = matchOrNothing(portal, store, branch);
  return store.records.all.filter((record) => record.archivedAt === undefined && match(record));
}

function matchOrNothing(portal: Portal, store: TypeStore, branch: JsonObject): Match {
  const lenient = { ...portal, switches: { ...portal.switches, unfitListFilter: 'finds-nothing' as const } };
  return parseFilterBranch(lenient, store, branch);
}
