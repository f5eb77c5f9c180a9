import { type Answer, type Call, limitOf } from '../http/call.ts';
import { textIn, textsIn, wholeNumberIn } from '../http/json.ts';
import { invalid } from '../http/refusal.ts';
import { type Portal, typeStoreOf } from '../portal/portal.ts';
import type { CrmList } from './crm-list.ts';
import { describeFound } from './list-access.ts';

const COUNT = 20;
const MAX_COUNT = 500;
const PAGE = 100;

function activeLists({ lists }: Portal): readonly CrmList[] {
  return [...lists.values()].filter(({ deletedAt }) => deletedAt === undefined);
}

/** Filters by name, ids and processing types; oldest first. */
export function searchLists(portal: Portal, call: Call): Answer {
  const { body } = call;
  const query = (textIn(body, 'query') ?? '').toLowerCase();
  const [ids, types] = [textsIn(body, 'listIds'), textsIn(body, 'processingTypes')];
  const objectType = textIn(body, 'objectTypeId');
  const typeId = objectType === undefined ? undefined : typeStoreOf(portal, objectType).type.id;
  const found = activeLists(portal).filter(
    (list) =>
      list.name.toLowerCase().includes(query) &&
      (ids.length === 0 || ids.includes(String(list.id))) &&
      (types.length === 0 || types.includes(list.processingType)) &&
      (typeId === undefined || list.objectTypeId === typeId),
  );
  const offset = wholeNumberIn(body, 'offset') ?? 0;
  if (offset < 0) throw invalid('offset must not be negative');
  const count = limitOf(portal, textIn(body, 'count') ?? null, COUNT, MAX_COUNT);
  const end = offset + count;
  return {
    status: 200,
    body: {
      lists: found.slice(offset, end).map((list) => describeFound(portal, list)),
      offset: Math.min(end, found.length),
      hasMore: end < found.length,
      total: found.length,
    },
  };
}

/** All lists by id, page for page; new in 2026-09. */
export function listAllLists(portal: Portal, call: Call): Answer {
  const limit = limitOf(portal, textIn(call.body, 'limit') ?? null, PAGE, MAX_COUNT);
  const after = wholeNumberIn(call.body, 'after') ?? 0;
  const behind = activeLists(portal).filter(({ id }) => id > after);
  const page = behind.slice(0, limit);
  const last = page.at(-1)?.id;
  const paging =
    behind.length > limit && last !== undefined ? { paging: { next: { after: String(last) } } } : {};
  return { status: 200, body: { results: page.map((list) => describeFound(portal, list)), ...paging } };
}
