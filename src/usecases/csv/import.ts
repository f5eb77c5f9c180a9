import { readRecords } from '../../crm/company-record.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { batches } from '../../crm/client/batches.ts';
import { listProperties } from '../../crm/property-definitions.ts';
import { inBulk } from '../../crm/client/client.ts';
import type { Context } from '../context.ts';
import type { OnProgress } from './export.ts';
import { type PlannedRow, applyRows } from './apply-rows.ts';
import { type CompanyRow, findCompanies } from './find-companies.ts';
import { importColumns } from './columns.ts';
import { type ImportReport, countChange, emptyReport } from './report.ts';
import { type ReadColumns, planRow } from './plan-row.ts';
import { readCsv } from './read-csv.ts';
import { requireInstalled } from '../install/read-portal.ts';
import { syncDeals } from '../deals/sync.ts';
import { isEmptyPatch } from '../scorecard/plan-save.ts';
import { companyUnknown, dealsNotUpdated } from '../../messages/csv.ts';

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
}

/**
 * Brings the scorecards of a CSV file into the portal, by the rules of a save: the verdict follows from the answers and is
 * never taken from the file. Rows with errors are left out, unchanged ones are not written. Broken off, it can be run
 * again: what was written is unchanged by then.
 *
 * @throws Refused `invalid-input` when the file cannot be read, `not-installed`
 * @throws CrmError when the portal cannot be reached; what was written before stays
 */
export async function importScorecards(
  outside: Context,
  { bytes, by, apply, onProgress = () => undefined }: ImportRequest,
): Promise<ImportReport> {
  const table = readCsv(bytes);
  const context = { ...outside, crm: inBulk(outside.crm) };
  const { columns, notes } = importColumns(table, context);
  const definitions = await listProperties(context.crm, 'companies');
  requireInstalled(new Set(definitions.map(({ name }) => name)), context);
  const { found, faults } = await findCompanies(context.crm, table, columns);
  const report = emptyReport(apply, table.rows.length, notes);
  report.faults.push(...faults);
  let done = faults.length;
  for (const rows of batches(found, BATCH)) {
    const planned = await planRows(context, rows, { columns, encoding: table.encoding }, by, report);
    if (apply) await applyRows(context, planned, by, report);
    done += rows.length;
    onProgress(done, table.rows.length);
  }
  if (apply && report.changed > 0) await mirror(context, report);
  for (const list of [report.faults, report.warnings]) list.sort((one, other) => one.line - other.line);
  return report;
}

async function planRows(
  context: Context,
  rows: readonly CompanyRow[],
  read: ReadColumns,
  by: string,
  report: ImportReport,
): Promise<PlannedRow[]> {
  const ids = rows.map(({ companyId }) => companyId);
  const records = await readRecords(context, ids);
  return rows.flatMap(({ row, companyId: id }) => {
    const record = records.get(id);
    if (record === undefined) {
      const message = companyUnknown(id);
      report.faults.push({ line: row.line, column: null, message });
      return [];
    }
    const { changes, patch, faults } = planRow(row, record, read, by, context);
    report.faults.push(...faults);
    if (faults.length > 0) return [];
    if (isEmptyPatch(patch)) {
      report.unchanged += 1;
      return [];
    }
    const from = record.texts['lane'] ?? '';
    const changed = read.columns.map(({ name }) => name).filter((name) => isChange(changes[name]));
    countChange(report, changed, { from, to: patch['lane'] ?? from });
    return [{ line: row.line, record, changes }];
  });
}

/** The type stands among the changes also where it only has to stay. */
function isChange(change: PlannedRow['changes'][string] | undefined): boolean {
  return change !== undefined && change.seen !== change.value;
}

/** Deals follow their companies. One that cannot is mended by the next save, or by the doctor. */
async function mirror(context: Context, report: ImportReport): Promise<void> {
  try {
    await syncDeals(context);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    report.notes.push(dealsNotUpdated(error.message));
  }
}
