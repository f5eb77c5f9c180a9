import { type CrmRecord, earlierOf } from '../objects/record-store.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';

/**
 * The records as the search index shows them: without a lag the active ones; with a lag as they were at that time,
 * including those archived since. Associations and merges do not lag.
 */
export function indexedRecords(portal: Portal, { records }: TypeStore): CrmRecord[] {
  const { searchLagMs } = portal;
  if (searchLagMs === 0) return records.all.filter(({ archivedAt }) => archivedAt === undefined);
  const until = portal.now().getTime() - searchLagMs;
  return records.all.flatMap((record) => {
    const { created, archivedAt = Infinity } = record;
    if (created.at > until || archivedAt <= until) return [];
    return record.updatedAt <= until && archivedAt === Infinity ? record : asOf(record, until);
  });
}

function asOf(record: CrmRecord, until: number): CrmRecord {
  const values: (string | undefined)[] = [];
  let updatedAt = record.created.at;
  for (const [slot, { value, write }] of earlierOf(record)) {
    // oldest first: the last match wins
    if (write.at <= until) values[slot] = value;
    if (write.at <= until) updatedAt = Math.max(updatedAt, write.at);
  }
  for (const [slot, write] of record.writes.entries()) {
    if (write === undefined || write.at > until) continue;
    values[slot] = record.values[slot];
    updatedAt = Math.max(updatedAt, write.at);
  }
  return { ...record, values, updatedAt, archivedAt: undefined };
}
