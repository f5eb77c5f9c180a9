import { inBulk } from '../../crm/client/client.ts';
import { CrmError, brokenOff } from '../../crm/client/errors.ts';
import { fieldNames } from '../../crm/company-record.ts';
import { listProperties } from '../../crm/property-definitions.ts';
import { scoredRecords } from '../../crm/scored-companies.ts';
import type { HistoryChange, HistoryEntry } from '../../contract/history.ts';
import { searchBehind } from '../../messages/hubspot.ts';
import { VALUE_NOT_KEPT, historyBrokenOff, historyIncomplete } from '../../messages/history.ts';
import { amount } from '../amount.ts';
import type { Context } from '../context.ts';
import { type EntriesOf, historyOf } from '../history/history-of.ts';
import { requireInstalled } from '../install/read-portal.ts';
import { csvLine } from './cells.ts';
import { BOM, type OnProgress } from './export.ts';

/** The most companies that HubSpot reads in one call with their histories. */
const AT_ONCE = 50;

const HEADER = [
  ...['record_id', 'company', 'at', 'by', 'source', 'kinds', 'field', 'label', 'from', 'to'],
  ...['lane_from', 'lane_to', 'lane_cause'],
];

/** What was written. */
export interface ExportedHistory {
  companies: number;
  rows: number;
}

/**
 * Writes who changed what on every scored company as CSV: a row for each changed field, and one for a write that changed
 * nothing but the verdict. By ascending record id, newest first. An old value that HubSpot no longer keeps says so.
 *
 * @param write takes the next piece of the file
 * @param bom begins the file with a byte order mark
 * @throws Refused `not-installed`
 * @throws CrmError with how far it came; also when HubSpot did not name every company: the file is not whole then
 */
export async function exportHistory(
  outside: Pick<Context, 'crm' | 'profiles' | 'installation' | 'remedies'>,
  write: (text: string) => Promise<void>,
  { bom = false, onProgress = () => undefined }: { bom?: boolean; onProgress?: OnProgress } = {},
): Promise<ExportedHistory> {
  const context = { ...outside, crm: inBulk(outside.crm) };
  const present = new Set((await listProperties(context.crm, 'companies')).map(({ name }) => name));
  requireInstalled(present, context);
  const names = await context.installation.names(context.crm);
  await write(`${bom ? BOM : ''}${csvLine(HEADER)}`);
  const done = { companies: 0, rows: 0 };
  let lacking = 0;
  let reason = '';
  const walk = { atOnce: AT_ONCE, withHistory: fieldNames(context.profiles) };
  try {
    for await (const { records, unread, missing, total } of scoredRecords(context, present, walk)) {
      const rows = records.flatMap((record) => rowsOf(historyOf(record, context, names)));
      await write(rows.map(csvLine).join(''));
      done.companies += records.length;
      done.rows += rows.length;
      lacking += unread.size + missing;
      if (missing > 0) reason = searchBehind(missing);
      for (const { message } of unread.values()) reason = message;
      onProgress(done.companies, Math.max(done.companies, total));
    }
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    throw brokenOff(error, historyBrokenOff(amount(done.companies, 'company', 'companies')));
  }
  if (lacking > 0)
    throw new CrmError(
      'unavailable',
      historyIncomplete(amount(lacking, 'company is', 'companies are'), reason),
    );
  return done;
}

function rowsOf({ companyId, companyName, entries }: EntriesOf): string[][] {
  return entries.flatMap((entry) => {
    const { at, by, source, kinds, changes, lane } = entry;
    const whole = [companyId, companyName, at, by ?? '', source, kinds.join(';')];
    const ofLane = [laneFrom(lane), lane?.to ?? '', lane?.cause ?? ''];
    const cells = changes.length === 0 ? [['', '', '', '']] : changes.map(changeCells);
    return cells.map((change) => [...whole, ...change, ...ofLane]);
  });
}

function changeCells({ field, label, from, to }: HistoryChange): string[] {
  return [field, label, from ?? VALUE_NOT_KEPT, to];
}

function laneFrom(lane: HistoryEntry['lane']): string {
  return lane?.from === 'unknown' ? VALUE_NOT_KEPT : (lane?.from ?? '');
}
