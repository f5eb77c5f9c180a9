import type { Portal } from '../portal/portal.ts';
import { type SavedPortal, SavedPortalError } from '../portal/saved-portal.ts';

type SavedList = NonNullable<SavedPortal['lists']>[number];

export function dumpLists({ lists }: Portal): SavedList[] {
  return [...lists.values()].map(({ members, filterBranch, ...list }) => ({
    ...list,
    ...(filterBranch === undefined ? {} : { filterBranch: { ...filterBranch } }),
    members: [...members].map(([id, since]): [number, number] => [id, since]),
  }));
}

/** @throws SavedPortalError when a list is there twice, or belongs to no object type */
export function loadLists(portal: Portal, saved: readonly SavedList[]): void {
  for (const [index, { members, ...list }] of saved.entries()) {
    const path = `lists[${index}]`;
    if (portal.lists.has(list.id)) throw new SavedPortalError(`${path}: list ${list.id} is there twice.`);
    if (!portal.types.some(({ type }) => type.id === list.objectTypeId))
      throw new SavedPortalError(`${path}: there is no object type ${list.objectTypeId}.`);
    portal.lists.set(list.id, { ...list, members: new Map(members) });
  }
  const highest = Math.max(0, ...portal.lists.keys());
  if (highest >= portal.nextIds.list)
    throw new SavedPortalError(`nextIds.list: ${portal.nextIds.list} is not above list ${highest}.`);
}
