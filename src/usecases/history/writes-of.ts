import type { HistoryEntry } from '../../crm/companies.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';

type Histories = CompanyRecord['history'];

/** What a write did to one field, as stored texts; an empty one is unset. */
export interface FieldChange {
  /** Null where HubSpot keeps no older entry. */
  from: string | null;
  to: string;
}

/** What one call to HubSpot changed on a record. */
export interface Write {
  /** Unlike every other write's. */
  key: string;
  /** When and through what: the entry of one of its fields. */
  entry: HistoryEntry;
  /** By field. */
  changes: ReadonlyMap<string, FieldChange>;
}

/** So many entries of a history HubSpot keeps at least. One of this length may have had more. */
const KEPT_AT_LEAST = 20;

/** Whether two stored texts of a field say the same: 4 and 4.0, or a list in another order. */
export type IsSame = (field: string, one: string, other: string) => boolean;

/**
 * Groups the histories of fields into writes, newest first. The entries of one write have the same time and source; a
 * second entry of a field at the same time is another write. Entries that repeat the former value are left out.
 */
export function writesOf(histories: Histories, isSame: IsSame): Write[] {
  const writes = new Map<string, Write & { changes: Map<string, FieldChange>; turn: number }>();
  const isCut = cutFields(histories);
  for (const [field, entries] of Object.entries(histories)) {
    const turns = new Map<string, number>();
    let from = isCut(field) ? null : '';
    for (const entry of entries.toReversed()) {
      const moment = `${entry.timestamp} ${entry.sourceType} ${entry.sourceId ?? ''}`;
      const turn = turns.get(moment) ?? 0;
      turns.set(moment, turn + 1);
      const to = entry.value;
      if (from !== null && isSame(field, from, to)) continue;
      const key = turn === 0 ? moment : `${moment} ${turn + 1}`;
      const write = writes.get(key) ?? { key, entry, changes: new Map<string, FieldChange>(), turn };
      write.changes.set(field, { from, to });
      writes.set(key, write);
      from = to;
    }
  }
  return [...writes.values()]
    .sort(
      (one, other) => timeOf(other.entry) - timeOf(one.entry) || laterOf(one, other) || other.turn - one.turn,
    )
    .map(({ key, entry, changes }) => ({ key, entry, changes }));
}

/** Whether HubSpot may keep no older entries of a field: of no field more are there than it keeps at least. */
export function cutFields(histories: Histories): (field: string) => boolean {
  const isLonger = Object.values(histories).some(({ length }) => length > KEPT_AT_LEAST);
  return (field) => !isLonger && histories[field]?.length === KEPT_AT_LEAST;
}

/** What a field held after a write. Undefined where HubSpot keeps no entry that old. */
export function standingAfter(
  { entry, changes }: Pick<Write, 'entry' | 'changes'>,
  field: string,
  histories: Histories,
): string | undefined {
  const written = changes.get(field);
  if (written !== undefined) return written.to;
  const at = timeOf(entry);
  const standing = histories[field]?.find((each) => timeOf(each) <= at);
  return standing?.value ?? (cutFields(histories)(field) ? undefined : '');
}

/** Of two writes of the same time, the one whose value replaced the other's is newer. */
function laterOf(one: Write, other: Write): number {
  for (const [field, { from, to }] of one.changes) {
    const change = other.changes.get(field);
    if (change === undefined) continue;
    if (from === change.to) return -1;
    if (to === change.from) return 1;
  }
  return 0;
}

function timeOf({ timestamp }: HistoryEntry): number {
  return Date.parse(timestamp);
}
