import type { CompanyRecord } from '../../crm/company-record.ts';
import { fieldFault, isFieldValue } from '../../icp/field-values.ts';
import { type Field, type FieldValue, sameValue } from '../../icp/fields.ts';
import { withoutControls } from '../../icp/visible-text.ts';
import type { Scorecard } from '../../icp/scorecard.ts';
import {
  CONFIRM_FIELD,
  TYPE_FIELD,
  type TypeChange,
  stillToConfirm,
  typeChange,
} from '../../icp/type-change.ts';
import type { RequestedChanges } from '../scorecard/conflicts.ts';
import type { Context } from '../context.ts';
import { readScorecard } from '../scorecard/judge.ts';
import { planSave } from '../scorecard/plan-save.ts';
import { Refused } from '../refused.ts';
import { cellValue } from './cells.ts';
import type { FieldColumn } from './columns.ts';
import { asWindows1252 } from './decode-text.ts';
import type { CsvRow, CsvTable } from './csv-table.ts';
import { type RowFault, faultOfRefusal } from './report.ts';
import { CELL_FAILED, CELL_TOO_NARROW } from '../../messages/csv.ts';

/** What a row asks of its company, and what a save of it would write. Both empty when the row changes nothing. */
export interface RowPlan {
  changes: RequestedChanges;
  patch: Readonly<Record<string, string>>;
  faults: RowFault[];
  /** Cells whose property is not in the portal, or is another's. They stop nothing else. */
  heldBack: RowFault[];
}

/** The columns of a file that are imported, and how its bytes were read. */
export interface ReadColumns extends Pick<CsvTable, 'encoding'> {
  columns: readonly FieldColumn[];
}

/**
 * Compares a row with its company as it stands, by the rules of a save. A cell that says what is stored is no change,
 * even where the app could not read it.
 */
export function planRow(
  { line, cells }: CsvRow,
  record: CompanyRecord,
  { columns, encoding }: ReadColumns,
  by: string,
  context: Context,
): RowPlan {
  const { scorecard } = readScorecard(record, context);
  const faults: RowFault[] = [];
  const changes: Record<string, { seen: FieldValue; value: FieldValue }> = {};
  for (const { name, textOf, field, at, dialect } of columns) {
    const text = cells[at] ?? '';
    if (saysStored(text, textOf(record), encoding)) continue;
    const found = field.get(scorecard);
    const cell = spreadsheetFault(text) ?? cellValue(field.kind, text, dialect, found);
    const fault = 'fault' in cell ? cell.fault : null;
    const value = 'fault' in cell ? null : cell.value;
    if (fault !== null) faults.push({ line, column: name, message: fault });
    else if (!isFieldValue(field, value)) faults.push({ line, column: name, message: faultIn(field, value) });
    else if (!sameValue(found, value)) changes[name] = { seen: found, value };
  }
  const nothing = { changes: {}, patch: {}, faults, heldBack: [] };
  if (faults.length > 0 || Object.keys(changes).length === 0) return nothing;
  // A type that somebody changes between reading and writing holds the row back: its answers were for another one.
  const { type } = scorecard;
  const asked =
    type === null
      ? changes
      : {
          [TYPE_FIELD]: { seen: type, value: type },
          ...alongWithType(changes, columns, scorecard),
          ...changes,
        };
  try {
    const { patch, notWritten } = planSave(record, asked, { by, isReview: false }, context);
    const heldBack = notWritten.map(({ field, message }) => ({ line, column: field, message }));
    return { changes: asked, patch, faults, heldBack };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...nothing, faults: [faultOfRefusal(line, error)] };
  }
}

/**
 * What another type does beside it, where the file has no column that says so: it opens clear checks and marks the people.
 * A rating is emptied by its cell alone, and a cell that contradicts the change is a fault.
 */
function alongWithType(
  changes: RequestedChanges,
  columns: readonly FieldColumn[],
  scorecard: Scorecard,
): RequestedChanges {
  if (changes[TYPE_FIELD] === undefined) return {};
  const change = typeChange(scorecard);
  const isColumn = (name: string) => columns.some((column) => column.name === name);
  const toConfirm = (change[CONFIRM_FIELD]?.value ?? []) as string[];
  const value = stillToConfirm({ toConfirm }, (name) => changes[name] !== undefined);
  const all: TypeChange = { ...change, [CONFIRM_FIELD]: { seen: scorecard.toConfirm, value } };
  const said = Object.entries(all).filter(
    ([name, one]) => sameValue(one.seen, one.value) || (one.value !== null && !isColumn(name)),
  );
  return Object.fromEntries(said);
}

function faultIn(field: Field, value: unknown): string {
  return (fieldFault(field, value) ?? 'this is not allowed here.').replace(`${field.name}: `, '');
}

/** Whether a cell is what an export writes for the stored text, as far as the encoding of the file can hold it. */
function saysStored(cell: string, stored: string, encoding: CsvTable['encoding']): boolean {
  const exported = withoutControls(stored);
  return cell === exported || (encoding === 'windows-1252' && cell === asWindows1252(exported));
}

/** What a spreadsheet saves in place of a value that it could not show or calculate. */
function spreadsheetFault(cell: string): { fault: string } | null {
  if (/^#{3,}$/.test(cell)) return { fault: CELL_TOO_NARROW };
  const isError = /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NUM!|NULL!|SPILL!|CALC!|ERROR!)$/.test(cell);
  return isError ? { fault: CELL_FAILED } : null;
}
