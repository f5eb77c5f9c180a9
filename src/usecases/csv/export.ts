import type { CompanyRecord } from '../../crm/company-record.ts';
import { CrmError, brokenOff } from '../../crm/client/errors.ts';
import { scoredRecords } from '../../crm/scored-companies.ts';
import { listProperties } from '../../crm/property-definitions.ts';
import { inBulk } from '../../crm/client/client.ts';
import type { Context } from '../context.ts';
import { csvLine } from './cells.ts';
import { csvColumns } from './columns.ts';
import { requireInstalled } from '../install/read-portal.ts';
import { amount } from '../amount.ts';
import { exportBrokenOff, exportIncomplete } from '../../messages/csv.ts';
import { searchBehind } from '../../messages/hubspot.ts';

/** Told while many companies are worked on. */
export type OnProgress = (done: number, of: number) => void;

/** Lets Excel read the file as UTF-8. */
export const BOM = '\uFEFF';

/**
 * Writes every scored company of the portal as CSV, a row each, by ascending record id. Holds some hundred companies at a
 * time, however many there are.
 *
 * @param write takes the next piece of the file
 * @param bom begins the file with a byte order mark
 * @returns how many companies were written
 * @throws Refused `not-installed`
 * @throws CrmError with how far it came; also when HubSpot did not name every company: the file is not whole then
 */
export async function exportScorecards(
  outside: Pick<Context, 'crm' | 'profiles' | 'installation' | 'remedies'>,
  write: (text: string) => Promise<void>,
  { bom = false, onProgress = () => undefined }: { bom?: boolean; onProgress?: OnProgress } = {},
): Promise<number> {
  const context = { ...outside, crm: inBulk(outside.crm) };
  const present = new Set((await listProperties(context.crm, 'companies')).map(({ name }) => name));
  requireInstalled(present, context);
  const columns = csvColumns(context);
  await write(`${bom ? BOM : ''}${csvLine(columns.map(({ name }) => name))}`);
  const line = (record: CompanyRecord) => csvLine(columns.map(({ textOf }) => textOf(record)));
  let done = 0;
  let lacking = 0;
  let reason = '';
  try {
    for await (const { records, unread, missing, total } of scoredRecords(context, present)) {
      await write(records.map(line).join(''));
      done += records.length;
      lacking += unread.size + missing;
      if (missing > 0) reason = searchBehind(missing);
      for (const { message } of unread.values()) reason = message;
      onProgress(done, Math.max(done, total));
    }
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    throw brokenOff(error, exportBrokenOff(amount(done, 'company', 'companies')));
  }
  if (lacking > 0)
    throw new CrmError(
      'unavailable',
      exportIncomplete(amount(lacking, 'company is', 'companies are'), reason),
    );
  return done;
}
