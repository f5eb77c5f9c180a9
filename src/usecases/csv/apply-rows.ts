import type { CompanyRecord } from '../../crm/company-record.ts';
import type { Conflict } from '../../contract/scorecard-record.ts';
import type { RequestedChanges } from '../scorecard/conflicts.ts';
import type { Context } from '../context.ts';
import { planSave } from '../scorecard/plan-save.ts';
import { bulkAccess, repairRecords } from '../scorecard/repair.ts';
import { type ImportReport, faultOfRefusal } from './report.ts';
import { CHANGED_DURING_IMPORT } from '../../messages/csv.ts';

/** A row that changes its company as it stands. */
export interface PlannedRow {
  line: number;
  record: CompanyRecord;
  changes: RequestedChanges;
}

/** Writes some hundred rows, reads them back, and notes in the report what HubSpot refused or others changed meanwhile. */
export async function applyRows(
  context: Context,
  rows: readonly PlannedRow[],
  by: string,
  report: ImportReport,
): Promise<void> {
  const byId = new Map(rows.map((row) => [row.record.id, row]));
  const conflicts = new Map<string, readonly Conflict[]>();
  const plan = (record: CompanyRecord) => {
    const planned = planSave(record, byId.get(record.id)?.changes ?? {}, by, context);
    conflicts.set(record.id, planned.conflicts);
    return planned.patch;
  };
  const records = rows.map(({ record }) => record);
  const { written, refused, unsettled } = await repairRecords(context, records, plan, bulkAccess(context));
  for (const { line, record } of rows) {
    const error = refused.get(record.id);
    const warn = (column: string | null, message: string) => report.warnings.push({ line, column, message });
    if (error !== undefined) {
      if (!written.has(record.id)) report.changed -= 1;
      report.faults.push(faultOfRefusal(line, error));
    }
    for (const { field } of conflicts.get(record.id) ?? []) warn(field, CHANGED_DURING_IMPORT);
    if (unsettled.has(record.id))
      warn(
        null,
        'written three times, and something keeps changing it back. Look for a workflow that sets it.',
      );
  }
}
