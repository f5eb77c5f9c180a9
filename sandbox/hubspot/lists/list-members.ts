import { notFound } from '../http/refusal.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import type { CrmList } from './crm-list.ts';
import { recordsThatFit } from './filter-branch.ts';

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
 * Who is in a list now, by record id. A DYNAMIC list is asked anew each time, so that it is never behind; since when a
 * record is in it is then not known, and its last change (or that of the filters) stands for it.
 */
export function membersOf(portal: Portal, list: CrmList): readonly Member[] {
  const store = storeOfList(portal, list);
  if (list.processingType !== 'DYNAMIC') {
    const members = [...list.members].filter(([id]) => isActive(store.records.byId.get(String(id))));
    return members.map(([id, since]) => ({ id, since })).sort((a, b) => a.id - b.id);
  }
  if (list.filterBranch === undefined) return [];
  return recordsThatFit(portal, store, list.filterBranch).map(({ id, updatedAt }) => ({
    id,
    since: Math.max(updatedAt, list.filtersUpdatedAt),
  }));
}

function isActive(record: CrmRecord | undefined): boolean {
  return record !== undefined && record.archivedAt === undefined;
}
