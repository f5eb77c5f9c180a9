import type { CompanyRecord } from '../../crm/company-record.ts';
import { fieldFault, isFieldValue } from '../../icp/field-values.ts';
import { type Field, type FieldValue, sameValue } from '../../icp/fields.ts';
import type { RequestedChanges } from '../scorecard/conflicts.ts';
import type { Context } from '../context.ts';
import { readScorecard } from '../scorecard/judge.ts';
import { planSave } from '../scorecard/plan-save.ts';
import { Refused } from '../refused.ts';
import { cellValue, sameText } from './cells.ts';
import type { FieldColumn } from './columns.ts';
import type { CsvRow } from './read-csv.ts';
import { type RowFault, faultOfRefusal } from './report.ts';

/** What a row asks of its company, and what a save of it would write. Both empty when the row changes nothing. */
export interface RowPlan {
  changes: RequestedChanges;
  patch: Readonly<Record<string, string>>;
  faults: RowFault[];
}

/**
 * Compares a row with its company as it stands, by the rules of a save. A cell that says what is stored is no change,
 * even where the app could not read it.
 */
export function planRow(
  { line, cells }: CsvRow,
  record: CompanyRecord,
  columns: readonly FieldColumn[],
  by: string,
  context: Context,
): RowPlan {
  const { scorecard } = readScorecard(record, context);
  const faults: RowFault[] = [];
  const changes: Record<string, { seen: FieldValue; value: FieldValue }> = {};
  for (const { name, textOf, field, at } of columns) {
    const text = cells[at] ?? '';
    if (sameText(text, textOf(record))) continue;
    const value = cellValue(field.kind, text);
    const found = field.get(scorecard);
    if (!isFieldValue(field, value)) faults.push({ line, column: name, message: faultIn(field, value) });
    else if (!sameValue(found, value)) changes[name] = { seen: found, value };
  }
  const nothing = { changes: {}, patch: {}, faults };
  if (faults.length > 0 || Object.keys(changes).length === 0) return nothing;
  // A type that somebody changes between reading and writing holds the row back: its answers were for another one.
  const { type } = scorecard;
  const asked = type === null ? changes : { partner_type: { seen: type, value: type }, ...changes };
  try {
    return { changes: asked, patch: planSave(record, asked, by, context).patch, faults };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...nothing, faults: [faultOfRefusal(line, error)] };
  }
}

function faultIn(field: Field, value: unknown): string {
  return (fieldFault(field, value) ?? 'this is not allowed here.').replace(`${field.name}: `, '');
}
