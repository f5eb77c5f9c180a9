import type { Company } from '../../crm/companies.ts';
import type { Conflict } from '../../contract/scorecard-record.ts';
import type { RequestedChanges } from '../scorecard/conflicts.ts';
import type { Context } from '../context.ts';
import { planSave } from '../scorecard/plan-save.ts';
import type { BulkCompany } from '../scorecard/scored-companies.ts';
import { settleCompanies } from '../scorecard/repair.ts';
import type { ImportReport } from './import-report.ts';
import { faultOfRefusal } from './row-fault.ts';

/** A row that changes its company as it stands. */
export interface PlannedRow {
  line: number;
  company: BulkCompany;
  changes: RequestedChanges;
}

/** Writes some hundred rows, reads them back, and notes in the report what HubSpot refused or others changed meanwhile. */
export async function applyRows(
  context: Context,
  rows: readonly PlannedRow[],
  by: string,
  report: ImportReport,
): Promise<void> {
  const byId = new Map(rows.map((row) => [row.company.id, row]));
  const conflicts = new Map<string, readonly Conflict[]>();
  const plan = (company: Company) => {
    const planned = planSave(company, byId.get(company.id)?.changes ?? {}, by, context);
    conflicts.set(company.id, planned.conflicts);
    return planned.patch;
  };
  const { written, refused, unsettled } = await settleCompanies(context, companiesOf(rows), plan);
  for (const { line, company } of rows) {
    const error = refused.get(company.id);
    const warn = (column: string | null, message: string) => report.warnings.push({ line, column, message });
    if (error !== undefined) {
      if (!written.has(company.id)) report.changed -= 1;
      report.faults.push(faultOfRefusal(line, error));
    }
    for (const { field } of conflicts.get(company.id) ?? [])
      warn(field, 'somebody changed this while the file was imported. Their value stays.');
    if (unsettled.has(company.id))
      warn(
        null,
        'written three times, and something keeps changing it back. Look for a workflow that sets it.',
      );
  }
}

function companiesOf(rows: readonly PlannedRow[]): BulkCompany[] {
  return rows.map(({ company }) => company);
}
