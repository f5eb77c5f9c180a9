import type { Change, Property } from '../crm-objects.ts';

/** A changed property; an empty value is unset. */
export interface PropertyChange {
  property: Property;
  from: string;
  to: string;
}

/** The changes of one write: those of the same time and source. */
export interface ChangeGroup {
  /** ISO 8601, as the history gives it. */
  at: string;
  source: string;
  sourceId: string;
  sourceLabel: string;
  userId: number;
  changes: PropertyChange[];
}

const keyOf = ({ at, source, sourceId, userId }: Change, turn: number) =>
  [at, source, sourceId, userId, turn].join('|');

/**
 * Groups the histories of single properties into writes, oldest first. Changes are in the order of `properties`. Entries
 * that repeat the former value are left out. A second change of a property at the same time is another write.
 *
 * @param history per property, newest first
 */
export function groupChanges(
  history: Readonly<Record<string, readonly Change[]>>,
  properties: readonly Property[],
): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup & { turn: number }>();
  for (const property of properties) {
    const turns = new Map<string, number>();
    let from = '';
    for (const change of [...(history[property.name] ?? [])].reverse()) {
      const { value: to, at, source, sourceId, sourceLabel, userId } = change;
      if (to === from) continue;
      const turn = turns.get(keyOf(change, 0)) ?? 0;
      turns.set(keyOf(change, 0), turn + 1);
      const key = keyOf(change, turn);
      const group = groups.get(key) ?? { at, source, sourceId, sourceLabel, userId, changes: [], turn };
      group.changes.push({ property, from, to });
      groups.set(key, group);
      from = to;
    }
  }
  return [...groups.values()]
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.turn - other.turn)
    .map(({ turn: _, ...group }) => group);
}
