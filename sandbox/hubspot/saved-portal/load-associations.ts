import { type Links, linksOf } from '../associations/association-store.ts';
import type { AssociationType } from '../associations/association-types.ts';
import type { Portal } from '../portal/portal.ts';
import { type SavedPortal, SavedPortalError } from './saved-portal.ts';

/** @throws SavedPortalError */
export function loadLabels({ associations, types }: Portal, { labels }: SavedPortal): void {
  for (const [index, label] of labels.entries()) {
    for (const end of [label.from, label.to]) {
      if (!types.some(({ type }) => type.id === end))
        throw new SavedPortalError(`labels[${index}]: there is no object type ${end}.`);
    }
    const isPaired = labels.some((other) => other.id === label.inverseId && other.from === label.to);
    if (!isPaired) throw new SavedPortalError(`labels[${index}]: its inverse ${label.inverseId} is missing.`);
    associations.types.push(label);
  }
}

/** @throws SavedPortalError when a record or kind is unknown, or a direction is missing */
export function loadAssociations(portal: Portal, saved: SavedPortal): void {
  const { links } = portal.associations;
  const typeOf = new Map<number, string>();
  for (const { type, records } of portal.types) {
    for (const { id, archivedAt } of records.all) if (archivedAt === undefined) typeOf.set(id, type.id);
  }
  for (const [index, [near, far, kinds]] of saved.associations.entries()) {
    const path = `associations[${index}]`;
    const [from, to] = [typeOf.get(near), typeOf.get(far)];
    if (from === undefined || to === undefined)
      throw new SavedPortalError(`${path}: there is no active record ${from === undefined ? near : far}.`);
    const byType = links.get(near) ?? new Map<string, Links>();
    const found = kinds.map((kind) => kindOf(portal, kind, from, to, path));
    byType.set(to, (byType.get(to) ?? new Map<number, AssociationType[]>()).set(far, found));
    links.set(near, byType);
  }
  checkBothWays(portal, saved);
}

function kindOf(
  { associations }: Portal,
  { category, id }: Pick<AssociationType, 'category' | 'id'>,
  from: string,
  to: string,
  path: string,
): AssociationType {
  const type = associations.types.find(
    (candidate) =>
      candidate.category === category &&
      candidate.id === id &&
      candidate.from === from &&
      candidate.to === to,
  );
  if (type !== undefined) return type;
  throw new SavedPortalError(`${path}: ${category} ${id} is no association from ${from} to ${to}.`);
}

function checkBothWays({ associations }: Portal, saved: SavedPortal): void {
  for (const [index, [near, far]] of saved.associations.entries()) {
    for (const links of associations.links.get(near)?.values() ?? []) {
      for (const type of links.get(far) ?? []) {
        const back = linksOf(associations, far, type.from).get(near) ?? [];
        if (!back.some(({ category, id }) => category === type.category && id === type.inverseId))
          throw new SavedPortalError(`associations[${index}]: ${far} is not associated back with ${near}.`);
      }
    }
  }
}

type SavedList = NonNullable<SavedPortal['lists']>[number];

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
