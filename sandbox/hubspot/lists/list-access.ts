import { type Call, param } from '../http/call.ts';
import { isoOf } from '../http/instant.ts';
import type { JsonObject } from '../http/json.ts';
import { notFound, Refusal } from '../http/refusal.ts';
import { type Portal, typeStoreOf } from '../portal/portal.ts';
import type { CrmList } from './crm-list.ts';
import { membersOf } from './list-members.ts';

const RESTORABLE_MS = 90 * 86_400_000;

/** The list of a path. @throws Refusal 404 when unknown or deleted */
export function listOf(portal: Portal, call: Call, name = 'listId'): CrmList {
  const list = knownList(portal, param(call, name));
  if (list === undefined || list.deletedAt !== undefined) throw noList(param(call, name));
  return list;
}

/** A list that exists or was deleted less than 90 days ago. */
export function knownList(portal: Portal, id: string): CrmList | undefined {
  const list = /^\d{1,15}$/.test(id) ? portal.lists.get(Number(id)) : undefined;
  const goneAt = (list?.deletedAt ?? Infinity) + RESTORABLE_MS;
  return portal.now().getTime() < goneAt ? list : undefined;
}

export function noList(id: string): Refusal {
  return notFound(`There is no list ${id.slice(0, 50)}.`);
}

export function listNamed(portal: Portal, call: Call): CrmList {
  const { type } = typeStoreOf(portal, param(call, 'objectTypeId'));
  const name = param(call, 'listName');
  const list = [...portal.lists.values()].find(
    (each) => each.name === name && each.objectTypeId === type.id && each.deletedAt === undefined,
  );
  if (list === undefined) throw noList(name);
  return list;
}

/** Names are unique over all lists of an account. @throws Refusal 400 with the subcategory that is recorded */
export function checkName(portal: Portal, name: string, except?: number): void {
  const holder = [...portal.lists.values()].find(
    (list) =>
      list.name === name &&
      list.id !== except &&
      (list.deletedAt === undefined ||
        (portal.switches.deletedListName === 'taken' && knownList(portal, String(list.id)) !== undefined)),
  );
  if (holder === undefined) return;
  const message = `A list named '${name.slice(0, 100)}' exists.`;
  const subCategory = 'ILS.DUPLICATE_LIST_NAMES';
  throw new Refusal(400, { message, category: 'VALIDATION_ERROR', subCategory });
}

export function describeList(portal: Portal, list: CrmList, withFilters: boolean): JsonObject {
  const { filterBranch, filtersUpdatedAt } = list;
  return {
    ...describeCommon(list),
    ...(filterBranch === undefined ? {} : { filtersUpdatedAt: isoOf(filtersUpdatedAt) }),
    size: membersOf(portal, list).length,
    ...(withFilters && filterBranch !== undefined ? { filterBranch } : {}),
  };
}

/** A list as searches return it: sizes are strings among the additional properties. */
export function describeFound(portal: Portal, list: CrmList): JsonObject {
  const members = membersOf(portal, list);
  const lastAdded = members.reduce((last, { since }) => Math.max(last, since), 0);
  return {
    ...describeCommon(list),
    additionalProperties: {
      hs_list_size: String(members.length),
      hs_list_reference_count: '0',
      ...(lastAdded === 0 ? {} : { hs_last_record_added_at: String(lastAdded) }),
    },
  };
}

function describeCommon(list: CrmList): JsonObject {
  const { id, name, objectTypeId, processingType, version, createdAt, updatedAt, deletedAt } = list;
  return {
    listId: String(id),
    listVersion: version,
    name,
    objectTypeId,
    processingType,
    processingStatus: 'COMPLETE',
    createdAt: isoOf(createdAt),
    updatedAt: isoOf(updatedAt),
    createdById: list.createdById,
    updatedById: list.updatedById,
    ...(deletedAt === undefined ? {} : { deletedAt: isoOf(deletedAt) }),
  };
}
