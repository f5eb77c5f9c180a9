import type { FieldValue } from '../../icp/fields.ts';
import { numberUnclear } from '../../messages/csv.ts';

/** What a cell says, or why it could mean two things. */
export type CellValue = { value: unknown } | { fault: string };

/** A rating as it is: spreadsheets write 4 also as `4.0` and `4,00`. Anything else stays a text, which no rating allows. */
export function ratingInCell(text: string): number | string {
  const [, digits] = /^(\d+)(?:[.,]0{1,2})?$/.exec(text) ?? [];
  return digits === undefined ? text : Number(digits);
}

/** Groups of three digits: 2.000, 2,000, 2 000 (also with the narrow spaces of a spreadsheet), 2'000. */
const GROUPED = /^([1-9]\d{0,2})([.,'\u2019\s])(\d{3}(?:\2\d{3})*)([.,]0{1,2})?$/u;

/**
 * A whole number as a spreadsheet writes it, with marks of thousands and decimals that are zeros.
 *
 * @param decimalMark the one of the file; null where it does not tell
 * @param found what is stored: a cell that can mean just that is no change
 */
export function countInCell(text: string, decimalMark: ',' | '.' | null, found: FieldValue): CellValue {
  const whole = /^(\d+)(?:[.,](?:0{1,2}|0{4,}))?$/.exec(text)?.[1];
  if (whole !== undefined) return { value: Number(whole) };
  const [, front = '', mark = '', groups, zeros] = GROUPED.exec(text) ?? [];
  if (groups === undefined || zeros?.startsWith(mark) === true) return { value: text };
  const value = Number(front + groups.replaceAll(mark, ''));
  const isClear = zeros !== undefined || groups.length > 3 || !['.', ','].includes(mark);
  const isThousands = decimalMark !== null && decimalMark !== mark;
  if (isClear || isThousands || value === found) return { value };
  return { fault: numberUnclear(text, value) };
}
