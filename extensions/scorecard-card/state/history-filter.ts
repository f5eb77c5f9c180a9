import type { HistoryEntry, HistoryKind, ScorecardHistory } from '../../../src/contract/history.ts';

import type { HistoryState } from './history-state.ts';

type Choice = Pick<HistoryState, 'chosen' | 'isLaneOnly'>;

/** The entries that the person wants to see. Of lane changes the kind is what caused them. */
export function shownEntries({ entries }: ScorecardHistory, choice: Choice): readonly HistoryEntry[] {
  const { chosen, isLaneOnly } = choice;
  const some = isLaneOnly ? entries.filter(({ lane }) => lane !== null) : entries;
  return chosen.length === 0
    ? some
    : some.filter((entry) => chosen.some((kind) => isOf(entry, kind, choice)));
}

/** The kinds to choose from, with how many entries each has. What is chosen stays there, to be taken away. */
export function kindsToChoose(
  { kinds, entries }: ScorecardHistory,
  choice: Choice,
): { key: HistoryKind; label: string; count: number }[] {
  return kinds
    .map((kind) => ({ ...kind, count: entries.filter((entry) => isOf(entry, kind.key, choice)).length }))
    .filter(({ key, count }) => count > 0 || choice.chosen.includes(key));
}

function isOf({ kinds, lane }: HistoryEntry, kind: HistoryKind, { isLaneOnly }: Choice): boolean {
  return isLaneOnly ? lane?.cause === kind : kinds.includes(kind);
}

/** Entries of one day, `YYYY-MM-DD` in the portal's time zone. */
export interface Day {
  on: string;
  entries: readonly HistoryEntry[];
}

/** The entries by day, in their order. */
export function byDay(entries: readonly HistoryEntry[]): Day[] {
  const days: { on: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.on === entry.on) last.entries.push(entry);
    else days.push({ on: entry.on, entries: [entry] });
  }
  return days;
}
