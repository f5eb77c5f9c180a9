import papaparse from 'papaparse';

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
