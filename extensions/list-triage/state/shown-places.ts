import { decisionLabel } from '../../../src/icp/decision.ts';
import { columnOf } from './columns.ts';
import type { Place } from './place.ts';

export interface Sort {
  /** The key of a column. */
  column: string;
  direction: 'ascending' | 'descending';
}

export const BY_RANK: Sort = { column: 'rank', direction: 'ascending' };

/** Chosen texts by the key of the filter. One that is not there lets everything pass. */
export type Chosen = Readonly<Record<string, string>>;

interface Filter {
  key: string;
  label: string;
  textOf: (place: Place) => string;
  /** In which order its choices stand. */
  sortBy: (place: Place) => number | string | null;
}

export const FILTERS: readonly Filter[] = [
  filterBy('group', 'Group'),
  {
    ...filterBy('decision', 'Decision'),
    textOf: ({ row: { decision } }) => (decision === null ? 'Not decided' : decisionLabel(decision)),
  },
  filterBy('type', 'Partner type'),
  { ...filterBy('owner', 'Owner'), textOf: ({ row }) => row.owner || 'No owner' },
];

function filterBy(key: string, label: string): Filter {
  const { text, sortBy } = columnOf(key);
  return { key, label, textOf: text, sortBy };
}

/** What a filter can be set to: the texts that occur, in order. */
export function choicesOf({ textOf, sortBy }: Filter, places: readonly Place[]): string[] {
  return [...new Set(inOrder(places, sortBy, 'ascending').map(textOf))];
}

/** The partners that pass every filter, in the order of the column. Those that are level there stay in that of the ranking. */
export function shownPlaces(
  places: readonly Place[],
  chosen: Chosen,
  { column, direction }: Sort,
): readonly Place[] {
  const passing = places.filter((place) =>
    FILTERS.every(({ key, textOf }) => chosen[key] === undefined || textOf(place) === chosen[key]),
  );
  return inOrder(passing, columnOf(column).sortBy, direction);
}

function inOrder(
  places: readonly Place[],
  sortBy: Filter['sortBy'],
  direction: Sort['direction'],
): readonly Place[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...places].sort((one, other) => {
    const [a, b] = [sortBy(one), sortBy(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || one.rank - other.rank;
    return sign * compared(a, b) || one.rank - other.rank;
  });
}

function compared(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other));
}
