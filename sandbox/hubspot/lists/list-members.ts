import { notFound } from '../http/refusal.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import type { CrmList } from './crm-list.ts';
import { matchingRecords } from './filter-branch.ts';

/** A record in a list. */
export interface Member {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** @throws Refusal 404 when the object type of the list was deleted */
export function storeOfList(portal: Portal, list: CrmList): TypeStore {
  const store = portal.types.find(({ type }) => type.id === list.objectTypeId);
  if (store === undefined) throw notFound('The object type of the list does not exist any more.');
  return store;
}

/**
 * Current members, by record id. DYNAMIC lists are evaluated on each read. When a record joined one is not known, so the
 * later of its last change and that of the filters is used.
 */
export function membersOf(portal: Portal, list: CrmList): readonly Member[] {
  const store = storeOfList(portal, list);
  if (list.processingType !== 'DYNAMIC') {
    const members = [...list.members].filter(([id]) => isActive(store.records.byId.get(String(id))));
    return members.map(([id, since]) => ({ id, since })).sort((a, b) => a.id - b.id);
  }
  if (list.filterBranch === undefined) return [];
  return matchingRecords(portal, store, list.filterBranch).map(({ id, updatedAt }) => ({
    id,
    since: Math.max(updatedAt, list.filtersUpdatedAt),
  }));
}

function isActive(record: CrmRecord | undefined): boolean {
  return record !== undefined && record.archivedAt === undefined;
}
