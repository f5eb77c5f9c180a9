import { type Answer, type Call, limitOf, NO_CONTENT, param } from '../http/call.ts';
import { isoOf } from '../http/instant.ts';
import { textsIn } from '../http/json.ts';
import { invalid } from '../http/refusal.ts';
import { recordFinder, recordOf } from '../objects/read-record.ts';
import { type Portal, typeStoreOf } from '../portal/portal.ts';
import type { CrmList } from './crm-list.ts';
import { listOf } from './list-access.ts';
import { type Member, membersOf, storeOfList } from './list-members.ts';

const PAGE = 100;
const MAX_PAGE = 250;

/** One page by record id; `before` pages back. */
export function listMembers(portal: Portal, call: Call): Answer {
  return page(portal, call, membersOf(portal, listOf(portal, call)));
}

/** The same, in the order in which the records joined. */
export function listMembersByTime(portal: Portal, call: Call): Answer {
  const members = membersOf(portal, listOf(portal, call));
  return page(
    portal,
    call,
    [...members].sort((a, b) => a.since - b.since || a.id - b.id),
  );
}

function page(portal: Portal, call: Call, members: readonly Member[]): Answer {
  const limit = limitOf(portal, call.query.get('limit'), PAGE, MAX_PAGE);
  const [after, before] = [call.query.get('after') ?? '', call.query.get('before') ?? ''];
  if (after !== '' && before !== '') throw invalid('Use after or before, not both.');
  const indexOf = (id: string) => {
    const index = members.findIndex((member) => String(member.id) === id);
    if (id !== '' && index < 0) throw invalid(`${id.slice(0, 50)} is not in this list.`);
    return index;
  };
  const end = before === '' ? members.length : indexOf(before);
  const start = before === '' ? indexOf(after) + 1 : Math.max(0, end - limit);
  const results = members.slice(start, Math.min(start + limit, end));
  const [first, last] = [results[0], results.at(-1)];
  const hasNext = last !== undefined && start + results.length < members.length;
  const paging = {
    ...(hasNext ? { next: { after: String(last.id) } } : {}),
    ...(first !== undefined && start > 0 ? { prev: { before: String(first.id) } } : {}),
  };
  return {
    status: 200,
    body: {
      results: results.map(({ id, since }) => ({ recordId: String(id), membershipTimestamp: isoOf(since) })),
      total: members.length,
      ...(Object.keys(paging).length === 0 ? {} : { paging }),
    },
  };
}

export function addMembers(portal: Portal, call: Call): Answer {
  return change(portal, call, textsIn(call.body, 'items'), []);
}

export function removeMembers(portal: Portal, call: Call): Answer {
  return change(portal, call, [], textsIn(call.body, 'items'));
}

export function changeMembers(portal: Portal, call: Call): Answer {
  return change(portal, call, textsIn(call.body, 'recordIdsToAdd'), textsIn(call.body, 'recordIdsToRemove'));
}

/** @throws Refusal 400 for DYNAMIC lists, whose members follow from their filters (documented) */
function fixedList(portal: Portal, call: Call): CrmList {
  const list = listOf(portal, call);
  if (list.processingType === 'DYNAMIC')
    throw invalid('Members of a DYNAMIC list cannot be added or removed.');
  return list;
}

/** Ignores additions of members and removals of non-members (documented). */
function change(portal: Portal, call: Call, toAdd: readonly string[], toRemove: readonly string[]): Answer {
  const list = fixedList(portal, call);
  const { byId } = storeOfList(portal, list).records;
  const members = new Map(list.members);
  const missing = new Set<string>();
  const added: string[] = [];
  for (const asked of new Set(toAdd)) {
    const record = byId.get(asked);
    if (record === undefined || record.archivedAt !== undefined) missing.add(asked);
    else if (!members.has(record.id)) {
      members.set(record.id, portal.now().getTime());
      added.push(asked);
    }
  }
  const removed = [...new Set(toRemove)].filter((asked) => {
    const id = byId.get(asked)?.id;
    if (id === undefined) missing.add(asked);
    return id !== undefined && members.delete(id);
  });
  portal.lists.set(list.id, { ...list, members });
  const body = { recordsIdsAdded: added, recordIdsRemoved: removed, recordIdsMissing: [...missing] };
  return { status: 200, body };
}

export function clearMembers(portal: Portal, call: Call): Answer {
  const list = fixedList(portal, call);
  portal.lists.set(list.id, { ...list, members: new Map() });
  return NO_CONTENT;
}

export function addMembersFrom(portal: Portal, call: Call): Answer {
  const list = fixedList(portal, call);
  const source = listOf(portal, call, 'sourceListId');
  if (source.objectTypeId !== list.objectTypeId) throw invalid('Both lists must be of one object type.');
  const members = new Map(list.members);
  const at = portal.now().getTime();
  for (const { id } of membersOf(portal, source)) if (!members.has(id)) members.set(id, at);
  portal.lists.set(list.id, { ...list, members });
  return NO_CONTENT;
}

/** The lists that a record is in. */
export function listsOfRecord(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectTypeId'));
  const { id } = recordOf(recordFinder(store, undefined), param(call, 'recordId'));
  const lists = [...portal.lists.values()].filter(
    ({ objectTypeId, deletedAt }) => objectTypeId === store.type.id && deletedAt === undefined,
  );
  const results = lists.flatMap((list) => {
    const since = membersOf(portal, list).find((member) => member.id === id)?.since;
    if (since === undefined) return [];
    const time = isoOf(since);
    const listId = String(list.id);
    return { listId, listVersion: list.version, firstAddedTimestamp: time, lastAddedTimestamp: time };
  });
  return { status: 200, body: { results, total: results.length } };
}
