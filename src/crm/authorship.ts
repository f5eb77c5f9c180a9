import type { Change } from '../contract/scorecard-record.ts';
import type { HistoryEntry } from './companies.ts';
import type { CompanyRecord } from './company-record.ts';

const SCORED_BY = 'scored_by';

/** Never an app, even where a person or a file wrote our property along. */
const NO_APP: readonly string[] = ['CRM_UI', 'IMPORT', 'AUTOMATION_PLATFORM'];

/**
 * Who made a change: HubSpot's history says when and through what, `ipp_scored_by` says who used our app at that time.
 * Only our app writes `ipp_scored_by`, so the source of its entries is our app's. No author is stored inside a text.
 */
export function authorOf(entry: HistoryEntry, { history }: Pick<CompanyRecord, 'history'>): Change {
  const scorers = history[SCORED_BY] ?? [];
  const isOurs = !NO_APP.includes(entry.sourceType) && scorers.some((scorer) => isSameSource(scorer, entry));
  if (!isOurs) return { by: null, at: entry.timestamp, source: entry.sourceType };
  // Clearing a scorecard empties the scorer together with everything else: the one before has cleared it.
  const scorer = scorers.find(
    ({ timestamp, value }) => value !== '' && Date.parse(timestamp) <= Date.parse(entry.timestamp),
  );
  return { by: scorer?.value ?? null, at: entry.timestamp, source: 'our app' };
}

/** The last change of each field that has any, by field name. */
export function lastChanges({ history }: Pick<CompanyRecord, 'history'>): Record<string, Change> {
  const changes: Record<string, Change> = {};
  for (const [field, [newest]] of Object.entries(history))
    if (newest !== undefined) changes[field] = authorOf(newest, { history });
  return changes;
}

function isSameSource(one: HistoryEntry, other: HistoryEntry): boolean {
  return one.sourceType === other.sourceType && one.sourceId === other.sourceId;
}
