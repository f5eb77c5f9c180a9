import { type CompanyRecord, fieldNames } from '../../crm/company-record.ts';
import { DECISION_FIELD_NAMES } from '../../crm/decision-fields.ts';
import type { Field } from '../../icp/fields.ts';
import { shortened } from '../../icp/visible-text.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { knownFields } from '../scorecard/ready-types.ts';
import type { Dialect } from './cells.ts';
import { dayOrderOf } from './day-cells.ts';
import { type CsvTable, DOMAIN_COLUMN, ID_COLUMN } from './csv-table.ts';
import { READ_AS_WINDOWS, decisionsNotImported } from '../../messages/csv.ts';

/** A column of the file, named as the field that it shows. */
export interface CsvColumn {
  name: string;
  /** What its cell says of a record. */
  textOf: (record: CompanyRecord) => string;
  /** What people fill in; null where the import only reads. */
  field: Field | null;
}

/** A column that is imported, where its cells stand, and how a spreadsheet wrote them. */
export interface FieldColumn extends CsvColumn {
  field: Field;
  at: number;
  dialect: Dialect;
}

/**
 * The columns of the file: the company, its type and profile version, every field of every known profile, then what only
 * follows or is set elsewhere.
 */
export function csvColumns(context: Pick<Context, 'profiles'>): CsvColumn[] {
  const fields = new Map(knownFields(context).map((field) => [field.name, field]));
  const ours = fieldNames(context.profiles).map((name) => ({
    name,
    textOf: ({ texts }: CompanyRecord) => texts[name] ?? '',
    field: fields.get(name) ?? null,
  }));
  const first = ['partner_type', 'profile_version'];
  return [
    { name: ID_COLUMN, textOf: ({ id }) => id, field: null },
    { name: DOMAIN_COLUMN, textOf: ({ domain }) => domain, field: null },
    { name: 'name', textOf: ({ name }) => name, field: null },
    ...first.flatMap((wanted) => ours.filter(({ name }) => name === wanted)),
    ...ours.filter(({ name }) => !first.includes(name)),
  ];
}

/**
 * The columns of the file that are imported, and a note on the others.
 *
 * @throws Refused when there is none
 */
export function importColumns(
  table: CsvTable,
  context: Pick<Context, 'profiles'>,
): { columns: FieldColumn[]; notes: string[] } {
  const known = new Map(csvColumns(context).map((column) => [column.name, column]));
  const columns: FieldColumn[] = [];
  const readOnly: string[] = [];
  const decisions: string[] = [];
  const unknown: string[] = [];
  for (const [at, name] of table.header.entries()) {
    const column = known.get(name);
    if (column === undefined) unknown.push(name === '' ? `column ${at + 1} without a name` : shorten(name));
    else if (column.field !== null)
      columns.push({ ...column, field: column.field, at, dialect: dialectOf(table, at) });
    else if (DECISION_FIELD_NAMES.includes(name)) decisions.push(name);
    else if (name !== ID_COLUMN && name !== DOMAIN_COLUMN) readOnly.push(name);
  }
  const notes: string[] = table.encoding === 'windows-1252' ? [READ_AS_WINDOWS] : [];
  if (readOnly.length > 0)
    notes.push(
      `Read only, so not imported: ${readOnly.join(', ')}. They follow from the scorecard or are set elsewhere.`,
    );
  if (decisions.length > 0) notes.push(decisionsNotImported(decisions.join(', ')));
  if (unknown.length > 0) notes.push(`Unknown, so not imported: ${unknown.join(', ')}.`);
  if (columns.length > 0) return { columns, notes };
  const message = `The file cannot be imported: it has no column of a scorecard, such as customer_overlap. ${notes.join(' ')}`;
  throw new Refused('invalid-input', message.trim(), { field: 'file' });
}

/** Sheets with semicolons come from places that write decimals with a comma. Files with tabs come from anywhere. */
function dialectOf({ rows, separator }: CsvTable, at: number): Dialect {
  const decimalMark = separator === '\t' ? null : separator === ';' ? ',' : '.';
  return { decimalMark, dayOrder: dayOrderOf(rows.map(({ cells }) => cells[at] ?? '')) };
}

/** A name of a column may be anything; a message about it is one readable line. */
export function shorten(text: string): string {
  return shortened(text.replaceAll(/\s+/g, ' '), 40);
}
