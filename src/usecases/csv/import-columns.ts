import type { Context } from '../context.ts';
import { DOMAIN_COLUMN, ID_COLUMN, csvColumns } from './csv-columns.ts';
import { Refused } from '../refused.ts';
import type { FieldColumn } from './plan-row.ts';
import { cut } from './read-csv.ts';

/**
 * The columns of the file that are imported, and a note on the others.
 *
 * @throws Refused when there is none
 */
export function importColumns(
  header: readonly string[],
  context: Pick<Context, 'profiles'>,
): { columns: FieldColumn[]; notes: string[] } {
  const known = new Map(csvColumns(context).map((column) => [column.name, column]));
  const columns: FieldColumn[] = [];
  const readOnly: string[] = [];
  const unknown: string[] = [];
  for (const [at, name] of header.entries()) {
    const column = known.get(name);
    if (column === undefined) unknown.push(name === '' ? `column ${at + 1} without a name` : cut(name));
    else if (column.field !== null && column.property !== null)
      columns.push({ ...column, field: column.field, property: column.property, at });
    else if (name !== ID_COLUMN && name !== DOMAIN_COLUMN) readOnly.push(name);
  }
  const notes: string[] = [];
  if (readOnly.length > 0)
    notes.push(
      `Read only, so not imported: ${readOnly.join(', ')}. They follow from the scorecard or are set elsewhere.`,
    );
  if (unknown.length > 0) notes.push(`Unknown, so not imported: ${unknown.join(', ')}.`);
  if (columns.length > 0) return { columns, notes };
  const message = `The file cannot be imported: it has no column of a scorecard, such as customer_overlap. ${notes.join(' ')}`;
  throw new Refused('invalid-input', message.trim(), { field: 'file' });
}
