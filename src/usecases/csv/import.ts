import { CrmError } from '../../crm/client/errors.ts';
import { batches } from '../../crm/client/batches.ts';
import { listProperties } from '../../crm/property-definitions.ts';
import { inBulk } from '../../crm/client/client.ts';
import type { Context } from '../context.ts';
import { inBulkUnderPolicy } from '../policy/with-policy.ts';
import type { OnProgress } from './export.ts';
import { applyRows } from './apply-rows.ts';
import { ImportBrokenOff } from './broken-off.ts';
import { findCompanies } from './find-companies.ts';
import { importColumns } from './columns.ts';
import type { CsvTable } from './csv-table.ts';
import { type ImportReport, countChange, emptyReport } from './report.ts';
import { personIn } from '../person.ts';
import { planRows } from './plan-rows.ts';
import { readCsv } from './read-csv.ts';
import { Refused } from '../refused.ts';
import { requireInstalled } from '../install/read-portal.ts';
import { mirrorAfterBulk } from '../deals/mirror.ts';
import { NOT_A_PERSON } from '../../messages/terminal.ts';

/** Rows that are read and written together. */
const BATCH = 100;

export interface ImportRequest {
  /** The file as it is. */
  bytes: Uint8Array;
  /** Who imports, as the records should name them. */
  by: string;
  /** Writes; otherwise it is only said what would be written. */
  apply: boolean;
  onProgress?: OnProgress;
  /** Ends the import before its next rows. Those that are being written are written and read back. */
  signal?: AbortSignal | undefined;
}

/**
 * Brings the scorecards of a CSV file into the portal, by the rules of a save: the verdict follows from the answers and is
 * never taken from the file. Rows with errors are left out, unchanged ones are not written. Broken off, it can be run
 * again: what was written is unchanged by then, and deals that were not reached follow.
 *
 * @throws Refused `invalid-input` when the file cannot be read, `not-installed`
 * @throws CrmError when the portal cannot be reached
 * @throws ImportBrokenOff the same while rows are written, with what was done
 */
export async function importScorecards(context: Context, request: ImportRequest): Promise<ImportReport> {
  const by = personIn(request.by);
  if (by === null) throw new Refused('invalid-input', `by: ${NOT_A_PERSON}`, { field: 'by' });
  const table = readCsv(request.bytes);
  const { columns, notes } = importColumns(table, context);
  const report = emptyReport(request.apply, table.rows.length, notes);
  try {
    await importTable(context, { ...request, by }, { ...table, columns }, report);
  } catch (error) {
    if (!request.apply || !(error instanceof CrmError)) throw error;
    throw new ImportBrokenOff(error, inOrder(report));
  }
  return inOrder(report);
}

type Table = CsvTable & Pick<ReturnType<typeof importColumns>, 'columns'>;

async function importTable(
  outside: Context,
  { by, apply, signal, onProgress = () => undefined }: ImportRequest,
  table: Table,
  report: ImportReport,
): Promise<void> {
  const context = await inBulkUnderPolicy(outside);
  const crm = inBulk(outside.crm, signal);
  const definitions = await listProperties(crm, 'companies');
  requireInstalled(new Set(definitions.map(({ name }) => name)), context);
  const { found, faults } = await findCompanies(crm, table, table.columns);
  report.faults.push(...faults);
  const planning = { ...table, by, crm, lines: new Map<string, number[]>() };
  let done = faults.length;
  for (const rows of batches(found, BATCH)) {
    const planned = await planRows(context, rows, planning, report);
    if (apply) await applyRows(context, planned, by, report);
    else for (const { changed, lane } of planned) countChange(report, changed, lane);
    done += rows.length;
    onProgress(done, table.rows.length);
  }
  // Also where no row was left to write: an earlier run may have broken off before the deals.
  if (apply && found.length > 0) {
    const notes = await mirrorAfterBulk({ ...context, crm });
    report.notes.push(...notes);
    report.dealsBehind = notes.length > 0;
  }
}

function inOrder(report: ImportReport): ImportReport {
  for (const list of [report.faults, report.warnings]) list.sort((one, other) => one.line - other.line);
  return report;
}
