import { type Answer, type Call, param } from '../http/call.ts';
import { requiredText, requireFields } from '../http/json.ts';
import { invalid } from '../http/refusal.ts';
import { describeWhole, recordFinder, recordOf } from '../objects/read-record.ts';
import type { CrmRecord } from '../objects/record-store.ts';
import { nextTime } from '../objects/write-record.ts';
import { type Source, sourceOf } from '../portal/actor.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import { mergeAssociations } from './merge-associations.ts';
import { mergeValues } from './merge-values.ts';

/**
 * Merges two records into a new one. Both old ids resolve to it. It has the primary record's values and both
 * histories.
 *
 * Source: changelog, "Updated merge functionality for contacts and companies".
 */
function mergeRecords(
  portal: Portal,
  store: TypeStore,
  primary: CrmRecord,
  secondary: CrmRecord,
  by: Source,
): CrmRecord {
  const at = Math.max(nextTime(portal, primary), nextTime(portal, secondary));
  const older = secondary.created.at < primary.created.at ? secondary : primary;
  const record: CrmRecord = {
    id: portal.nextIds.record++,
    created: portal.switches.mergedCreatedAt === 'oldest' ? older.created : { at, by },
    updatedAt: at,
    archivedAt: undefined,
    values: [],
    writes: [],
    earlier: undefined,
    mergedIds: [primary, secondary].flatMap(({ id, mergedIds = [] }) => [...mergedIds, id]),
  };
  mergeValues(portal, store, { primary, secondary, record }, { at, by });
  replaceBoth(store, primary, secondary, record);
  mergeAssociations(portal, store, [primary, secondary], record);
  mergeMemberships(portal, [primary.id, secondary.id], record.id);
  portal.publish({
    kind: 'merge',
    objectType: store.type.plural,
    objectId: String(record.id),
    primaryId: String(primary.id),
    mergedIds: [String(secondary.id)],
    occurredAt: at,
    source: sourceOf(by),
  });
  return record;
}

function replaceBoth(
  { records }: TypeStore,
  primary: CrmRecord,
  secondary: CrmRecord,
  record: CrmRecord,
): void {
  for (const gone of [primary, secondary]) records.all.splice(records.all.indexOf(gone), 1);
  records.all.push(record);
  for (const id of [record.id, ...(record.mergedIds ?? [])]) records.byId.set(String(id), record);
  for (const [slot, holders] of records.holders) {
    for (const gone of [primary, secondary]) {
      const value = gone.values[slot] ?? '';
      if (holders.get(value) === gone) holders.delete(value);
    }
    const value = record.values[slot] ?? '';
    if (value !== '') holders.set(value, record);
  }
}

/** Replaces both records by the merged one in fixed lists, with the earlier time of joining. */
function mergeMemberships({ lists }: Portal, goneIds: readonly number[], id: number): void {
  for (const list of lists.values()) {
    const times = goneIds.flatMap((gone) => list.members.get(gone) ?? []);
    if (times.length === 0) continue;
    const members = new Map(list.members);
    for (const gone of goneIds) members.delete(gone);
    lists.set(list.id, { ...list, members: members.set(id, Math.min(...times)) });
  }
}

export function mergeObjects(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  requireFields(call.body, ['primaryObjectId', 'objectIdToMerge']);
  const find = recordFinder(store, undefined);
  const primary = recordOf(find, requiredText(call.body, 'primaryObjectId'));
  const secondary = recordOf(find, requiredText(call.body, 'objectIdToMerge'));
  if (primary === secondary) throw invalid('A record cannot be merged with itself.');
  const record = mergeRecords(portal, store, primary, secondary, call.actor);
  return { status: 200, body: describeWhole(portal, store, record) };
}
