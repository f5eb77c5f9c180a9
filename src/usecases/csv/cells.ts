import papaparse from 'papaparse';

import type { FieldKind } from '../../icp/fields.ts';

/**
 * What a spreadsheet would take for a formula, in full width as well, and the apostrophe that marks a text. Our own
 * pattern, since the one of papaparse lets a formula pass that is followed by a line break.
 *
 * Source: OWASP, "CSV Injection".
 */
const NOT_PLAIN = "['=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";
const FORMULA = new RegExp(`^${NOT_PLAIN}`);
const MARKED = new RegExp(`^'(?=${NOT_PLAIN})`);

/** One row as CSV, its line break included. A cell that could be a formula is marked as text by an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return `${papaparse.unparse([[...cells]], { escapeFormulae: FORMULA })}\r\n`;
}

/** The text that a cell stands for: the apostrophe of `csvLine` is taken away, and no other. */
export function textOfCell(cell: string): string {
  return cell.replace(MARKED, '');
}

/**
 * What a cell says of a field, as its kind reads it. It may be a value that the field does not allow.
 *
 * @param text an empty one empties the field; a rating or count that is `-` or `?` is unknown
 */
export function cellValue(kind: FieldKind, text: string): unknown {
  const trimmed = text.trim();
  switch (kind) {
    case 'prose':
      return text;
    case 'rating':
    case 'count':
      if (['', '-', '?'].includes(trimmed)) return null;
      return /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
    case 'state':
      return trimmed === '' ? 'open' : trimmed.toLowerCase();
    case 'type':
      return trimmed === '' ? null : trimmed.toLowerCase();
    case 'date':
      return trimmed === '' ? null : trimmed;
    case 'types':
    case 'artifacts':
      return trimmed
        .split(/[;,]/)
        .map((item) => item.trim().toLowerCase())
        .filter((item) => item !== '');
  }
}

/** Whether two texts are the same to a reader: spreadsheets write line breaks in their own way. */
export function sameText(one: string, other: string): boolean {
  return oneBreak(one) === oneBreak(other);
}

function oneBreak(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
