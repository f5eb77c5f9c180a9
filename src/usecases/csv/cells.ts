import papaparse from 'papaparse';

import type { FieldKind, FieldValue } from '../../icp/fields.ts';
import { textCell } from '../../icp/spreadsheet-cell.ts';
import { withoutControls } from '../../icp/visible-text.ts';
import { type DayOrder, dayInCell } from './day-cells.ts';
import { type CellValue, countInCell, ratingInCell } from './number-cells.ts';

/** One row as CSV, its line break included. A cell that could be a formula is marked as text by an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  const marked = cells.map(withoutControls).map(textCell);
  return `${papaparse.unparse([marked])}\r\n`;
}

/** How a spreadsheet wrote the cells of a column. */
export interface Dialect {
  /** What stands before decimals; null where the file does not tell. */
  decimalMark: ',' | '.' | null;
  dayOrder: DayOrder;
}

/**
 * What a cell says of a field, as its kind reads it. It may be a value that the field does not allow.
 *
 * @param text an empty one empties the field; a rating or count that is `-` or `?` is unknown
 * @param found what the field holds: it decides where a cell could say two things, and one of them is no change
 */
export function cellValue(kind: FieldKind, text: string, dialect: Dialect, found: FieldValue): CellValue {
  const trimmed = text.trim();
  switch (kind) {
    case 'prose':
      return { value: text };
    case 'rating':
      return { value: ['', '-', '?'].includes(trimmed) ? null : ratingInCell(trimmed) };
    case 'count':
      return ['', '-', '?'].includes(trimmed)
        ? { value: null }
        : countInCell(trimmed, dialect.decimalMark, found);
    case 'state':
      return { value: trimmed === '' ? 'open' : trimmed.toLowerCase() };
    case 'type':
      return { value: trimmed === '' ? null : trimmed.toLowerCase() };
    case 'date':
      return trimmed === '' ? { value: null } : dayInCell(trimmed, dialect.dayOrder, found);
    case 'types':
    case 'dimensions':
    case 'artifacts':
      return { value: listInCell(trimmed) };
  }
}

function listInCell(text: string): string[] {
  return text
    .split(/[;,]/)
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== '');
}
