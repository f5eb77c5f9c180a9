import { type Answer, type Call, namesInQuery, NO_CONTENT, param } from '../http/call.ts';
import { isJsonObject, type JsonObject, requiredText, requireFields } from '../http/json.ts';
import { badJson, invalid } from '../http/refusal.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import { type CrmList, PROCESSING_TYPES } from './crm-list.ts';
import { matchingRecords, parseFilterBranch } from './filter-branch.ts';
import { checkName, describeList, knownList, listNamed, listOf, noList } from './list-access.ts';
import { storeOfList } from './list-members.ts';

const MAX_NAME = 200;

const hasFilters = (call: Call) => call.query.get('includeFilters') === 'true';
const userOf = ({ actor }: Call) => String(actor.userId ?? actor.sourceId);

export function createList(portal: Portal, call: Call): Answer {
  const { body } = call;
  requireFields(body, ['name', 'objectTypeId', 'processingType']);
  const asked = requiredText(body, 'processingType');
  const processingType = PROCESSING_TYPES.find((type) => type === asked);
  if (processingType === undefined)
    throw badJson(`processingType must be one of ${PROCESSING_TYPES.join(', ')}`);
  const store = typeStoreOf(portal, requiredText(body, 'objectTypeId'));
  const name = nameOf(requiredText(body, 'name'));
  const filterBranch = processingType === 'MANUAL' ? undefined : filtersIn(portal, store, body);
  checkName(portal, name);
  const at = portal.now().getTime();
  const isFixed = processingType === 'SNAPSHOT' && filterBranch !== undefined;
  const first = isFixed ? matchingRecords(portal, store, filterBranch) : [];
  const list: CrmList = {
    id: portal.nextIds.list++,
    objectTypeId: store.type.id,
    processingType,
    name,
    ...(filterBranch === undefined ? {} : { filterBranch }),
    version: 1,
    createdAt: at,
    updatedAt: at,
    filtersUpdatedAt: at,
    createdById: userOf(call),
    updatedById: userOf(call),
    members: new Map(first.map(({ id }) => [id, at])),
  };
  portal.lists.set(list.id, list);
  return { status: 200, body: { list: describeList(portal, list, true) } };
}

function nameOf(text: string): string {
  if (text.trim() === '' || text.length > MAX_NAME)
    throw invalid(`A list's name has 1 to ${MAX_NAME} characters.`);
  return text;
}

/** Filters may be left out; such a list has no members. @throws Refusal 400 */
function filtersIn(portal: Portal, store: TypeStore, body: JsonObject): JsonObject | undefined {
  const branch = body['filterBranch'];
  if (branch === undefined || branch === null) return undefined;
  parseFilterBranch(portal, store, branch);
  return isJsonObject(branch) ? branch : undefined;
}

export function getLists(portal: Portal, call: Call): Answer {
  const lists = namesInQuery(call, 'listIds').flatMap((id) => knownList(portal, id) ?? []);
  const found = lists.filter(({ deletedAt }) => deletedAt === undefined);
  return {
    status: 200,
    body: { lists: found.map((list) => describeList(portal, list, hasFilters(call))) },
  };
}

export function getList(portal: Portal, call: Call): Answer {
  return { status: 200, body: { list: describeList(portal, listOf(portal, call), hasFilters(call)) } };
}

export function getListByName(portal: Portal, call: Call): Answer {
  return { status: 200, body: { list: describeList(portal, listNamed(portal, call), hasFilters(call)) } };
}

/** Replaces all filters; only for DYNAMIC lists (documented). */
export function updateFilters(portal: Portal, call: Call): Answer {
  const list = listOf(portal, call);
  requireFields(call.body, ['filterBranch']);
  if (list.processingType !== 'DYNAMIC') throw invalid('Only the filters of DYNAMIC lists can be changed.');
  const filterBranch = filtersIn(portal, storeOfList(portal, list), call.body);
  const at = Math.max(portal.now().getTime(), list.updatedAt + 1);
  const change = filterBranch === undefined ? {} : { filterBranch };
  return updated(portal, call, { ...list, ...change, updatedAt: at, filtersUpdatedAt: at }, true);
}

export function renameList(portal: Portal, call: Call): Answer {
  const list = listOf(portal, call);
  const name = nameOf(call.query.get('listName') ?? '');
  checkName(portal, name, list.id);
  const at = Math.max(portal.now().getTime(), list.updatedAt + 1);
  return updated(portal, call, { ...list, name, updatedAt: at }, hasFilters(call));
}

function updated(portal: Portal, call: Call, changed: CrmList, withFilters: boolean): Answer {
  const list = { ...changed, version: changed.version + 1, updatedById: userOf(call) };
  portal.lists.set(list.id, list);
  return { status: 200, body: { updatedList: describeList(portal, list, withFilters) } };
}

export function deleteList(portal: Portal, call: Call): Answer {
  const list = listOf(portal, call);
  portal.lists.set(list.id, { ...list, deletedAt: portal.now().getTime() });
  return NO_CONTENT;
}

/** Within 90 days (documented). */
export function restoreList(portal: Portal, call: Call): Answer {
  const found = knownList(portal, param(call, 'listId'));
  if (found === undefined) throw noList(param(call, 'listId'));
  checkName(portal, found.name, found.id);
  const { deletedAt: _deletedAt, ...list } = found;
  portal.lists.set(list.id, list);
  return NO_CONTENT;
}
