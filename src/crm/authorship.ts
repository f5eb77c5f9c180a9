import type { Change } from '../contract/scorecard-record.ts';
import { isInvisible, visibleLine } from '../icp/visible-text.ts';
import type { HistoryEntry } from './companies.ts';
import { dayIn } from '../icp/day-in.ts';
import type { CompanyRecord } from './company-record.ts';

/** The histories of a record, and the time zone of its days. */
export type Dated = Pick<CompanyRecord, 'history' | 'zone'>;

const SCORED_BY = 'scored_by';

/** Fields into which our app writes the moment of the write itself. */
const STAMPS = ['scored_at', 'lane_changed_at', 'decided_at'];

/** The stamp that our app writes together with the name of a person. */
const STAMP_BESIDE: Readonly<Record<string, string>> = { scored_by: 'scored_at', decided_by: 'decided_at' };

/** How far the clock that stamped may be from HubSpot's. */
const CLOCKS_MS = 60 * 60_000;

/** Sources that are never an app, even where a person or a file wrote our properties too. */
const NO_APP: readonly string[] = ['CRM_UI', 'IMPORT', 'AUTOMATION_PLATFORM'];

/** Whether an entry was written by a merge, which may repeat what our app has stamped on another record. */
export function isOfMerge({ sourceType }: Pick<HistoryEntry, 'sourceType'>): boolean {
  return sourceType.startsWith('MERGE');
}

/**
 * Who made a change: HubSpot's history says when and through what, `ipp_scored_by` says who used our app at that time.
 *
 * A source is our app's when it has stamped the moment of one of its own writes into the record. Another app may fill
 * `ipp_scored_by`, and still counts as outside. One that copies every property of ours within the hour counts as ours;
 * HubSpot gives no better proof. No author is stored inside a text.
 *
 * @param person the field into which the app wrote who used it; decisions have one of their own
 */
export function authorOf(entry: HistoryEntry, { history, zone }: Dated, person = SCORED_BY): Change {
  const stamps = STAMPS.flatMap((field) => history[field] ?? []).filter(isStamp);
  const isOurs = (one: HistoryEntry) => stamps.some((stamp) => isSameSource(stamp, one));
  const when = { at: entry.timestamp, on: dayIn(zone, new Date(entry.timestamp)) };
  if (!isOurs(entry)) return { by: null, ...when, source: sourceName(entry) };
  // each stamped write names the person, and leaves no entry where that name stood there already, whoever wrote it
  const isStamped = (history[STAMP_BESIDE[person] ?? ''] ?? []).some(
    (stamp) => stamp.timestamp === entry.timestamp && isStamp(stamp) && isSameSource(stamp, entry),
  );
  // Clearing a scorecard empties the scorer last: the one before is who cleared it.
  const scorer = (history[person] ?? [])
    .filter((one) => isStamped || isOurs(one))
    .find(({ timestamp, value }) => value !== '' && Date.parse(timestamp) <= Date.parse(entry.timestamp));
  return { by: scorer?.value ?? null, ...when, source: 'our app' };
}

/** The last change of each field that has any, by field name. */
export function lastChanges(record: Dated): Record<string, Change> {
  const changes: Record<string, Change> = {};
  for (const [field, [newest]] of Object.entries(record.history))
    if (newest !== undefined) changes[field] = authorOf(newest, record);
  return changes;
}

/** Whether an entry holds the moment at which an app wrote it. */
export function isStamp({ value, timestamp, sourceType }: HistoryEntry): boolean {
  if (NO_APP.includes(sourceType) || isOfMerge({ sourceType })) return false;
  // HubSpot may keep a time as its milliseconds
  const moment = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Math.abs(moment - Date.parse(timestamp)) <= CLOCKS_MS;
}

/** An app by its name, or else by its id; HubSpot's own word for everything that is no app. */
function sourceName({ sourceType, sourceId, sourceLabel }: HistoryEntry): string {
  if (NO_APP.includes(sourceType) || isOfMerge({ sourceType })) return sourceType;
  const label = visibleLine(sourceLabel ?? '').slice(0, 100);
  if (!isInvisible(label)) return label;
  return sourceId === null ? sourceType : `${sourceType} ${visibleLine(sourceId).slice(0, 100)}`;
}

function isSameSource(one: HistoryEntry, other: HistoryEntry): boolean {
  return one.sourceType === other.sourceType && one.sourceId === other.sourceId;
}
