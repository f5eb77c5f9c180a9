import { readRecords } from '../../crm/company-record.ts';
import type { Crm } from '../../crm/client/request.ts';
import type { Context } from '../context.ts';
import { isEmptyPatch } from '../scorecard/plan-save.ts';
import type { PlannedRow } from './apply-rows.ts';
import type { CompanyRow } from './find-companies.ts';
import { type ReadColumns, planRow } from './plan-row.ts';
import type { ImportReport } from './report.ts';
import { companyUnknown, companyUnread, sameCompany } from '../../messages/csv.ts';

/** What planning needs beside the rows. */
export interface Planning extends ReadColumns {
  by: string;
  /** Reads, and can be interrupted. */
  crm: Crm;
  /** The lines of each record of the file so far, by its id: ids of merged companies lead to one record. */
  lines: Map<string, number[]>;
}

/**
 * Reads the companies of some rows and compares them. Notes faults and unchanged rows in the report.
 *
 * @returns the rows that change something
 * @throws CrmError
 */
export async function planRows(
  context: Context,
  rows: readonly CompanyRow[],
  planning: Planning,
  report: ImportReport,
): Promise<PlannedRow[]> {
  const { crm, by, lines, columns } = planning;
  const ids = rows.map(({ companyId }) => companyId);
  const { records, unread } = await readRecords({ ...context, crm }, ids);
  for (const { row, companyId } of rows) {
    const id = records.get(companyId)?.id;
    if (id !== undefined) lines.set(id, [...(lines.get(id) ?? []), row.line]);
  }
  return rows.flatMap(({ row, companyId }) => {
    const refuse = (message: string) => {
      report.faults.push({ line: row.line, column: null, message });
      return [];
    };
    const record = records.get(companyId);
    const error = unread.get(companyId);
    if (error !== undefined) return refuse(companyUnread(companyId, error.message));
    if (record === undefined) return refuse(companyUnknown(companyId));
    const twins = (lines.get(record.id) ?? []).filter((line) => line !== row.line);
    if (twins.length > 0) return refuse(sameCompany(twins.join(', '), record.id));
    const { changes, patch, faults, heldBack } = planRow(row, record, planning, by, context);
    report.faults.push(...faults);
    if (faults.length > 0) return [];
    if (isEmptyPatch(patch)) {
      report.faults.push(...heldBack);
      if (heldBack.length === 0) report.unchanged += 1;
      return [];
    }
    // of an import that writes, it is said once the row is read back
    if (!report.applied) report.warnings.push(...heldBack);
    const from = record.texts['lane'] ?? '';
    const isHeld = (name: string) => heldBack.some(({ column }) => column === name);
    const changed = columns
      .map(({ name }) => name)
      .filter((name) => isChange(changes[name]) && !isHeld(name));
    return [{ line: row.line, record, changes, changed, lane: { from, to: patch['lane'] ?? from } }];
  });
}

/** The type stands among the changes also where it only has to stay. */
function isChange(change: PlannedRow['changes'][string] | undefined): boolean {
  return change !== undefined && change.seen !== change.value;
}
