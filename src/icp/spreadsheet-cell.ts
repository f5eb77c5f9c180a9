/**
 * What a spreadsheet would take for a formula: a sign behind any number of characters that nobody sees, in full width as
 * well; and a text that begins with a break. Apostrophes before it are those of an earlier mark.
 *
 * Source: OWASP, "CSV Injection".
 */
const FORMULA =
  /^'*(?:[\t\r\n]|[\s\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/u;

/** A text as a cell: one that a spreadsheet could take for a formula is marked as text by an apostrophe. */
export function textCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that a cell stands for: the apostrophe of `textCell` is taken away, and no other. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
