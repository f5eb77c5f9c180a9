import { type Source, sourceOf } from '../portal/actor.ts';
import type { Portal } from '../portal/portal.ts';
import type { AssociationChange } from './association-store.ts';
import type { AssociationType } from './association-types.ts';

/** Publishes what a call changed between records: one event per direction of a pair, none for what came and went. */
export function tellAssociationChanges(portal: Portal, by: Source): void {
  const { changes } = portal.associations;
  if (changes.length === 0) return;
  const pairs = new Map<string, AssociationChange[]>();
  for (const change of lasting(changes.splice(0))) {
    const key = `${change.from} ${change.to}`;
    pairs.set(key, [...(pairs.get(key) ?? []), change]);
  }
  for (const pair of pairs.values()) tellPair(portal, pair, by);
}

/** Without what was added and removed again within the call, or the other way round. */
function lasting(changes: readonly AssociationChange[]): readonly AssociationChange[] {
  const balance = new Map<string, number>();
  const keyOf = ({ from, to, type }: AssociationChange) => `${from} ${to} ${type.category} ${type.id}`;
  for (const change of changes) {
    const key = keyOf(change);
    balance.set(key, (balance.get(key) ?? 0) + (change.isRemoved ? -1 : 1));
  }
  return changes.filter((change) => {
    const key = keyOf(change);
    const left = balance.get(key) ?? 0;
    balance.delete(key);
    return left !== 0 && left < 0 === change.isRemoved;
  });
}

/** The plain association says whether the pair is associated; without it the primary company or a label changed. */
function tellPair(portal: Portal, pair: readonly AssociationChange[], by: Source): void {
  const isLabel = ({ primary, label }: AssociationType) => primary === undefined && label !== null;
  const told = portal.switches.labelChangesAreTold ? pair : pair.filter(({ type }) => !isLabel(type));
  const change = told.find(({ type }) => type.label === null) ?? told[0];
  if (change === undefined) return;
  const { from, to, type, isRemoved } = change;
  portal.publish({
    kind: 'association',
    objectType: pluralOf(portal, type.from),
    objectId: String(from),
    toObjectType: pluralOf(portal, type.to),
    toObjectId: String(to),
    isRemoved,
    isPrimary: told.some((each) => each.type.primary !== undefined && each.isRemoved === isRemoved),
    occurredAt: portal.now().getTime(),
    source: sourceOf(by),
  });
}

function pluralOf({ types }: Portal, id: string): string {
  return types.find(({ type }) => type.id === id)?.type.plural ?? id;
}
