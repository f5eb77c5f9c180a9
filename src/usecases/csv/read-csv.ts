import papaparse from 'papaparse';

import { textOfCell } from '../../icp/spreadsheet-cell.ts';
import { withoutControls } from '../../icp/visible-text.ts';
import { amount } from '../amount.ts';
import { shorten } from './columns.ts';
import { type CsvTable, DOMAIN_COLUMN, ID_COLUMN, type Separator } from './csv-table.ts';
import { decodeText } from './decode-text.ts';
import { Refused } from '../refused.ts';
import { cannotBeImported, noKeyColumn, tooLarge, tooManyRows } from '../../messages/csv.ts';

/** The largest file, in bytes, and the most rows. */
export const MAX_BYTES = 20_000_000;
export const MAX_ROWS = 200_000;

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

/** The line by which a file tells Excel its separator. Excel does not show it, so it is not counted. */
const SEPARATOR_LINE = /^"?sep=([,;\t])"?[,;\t]*\n/i;

/**
 * Reads a CSV file as Excel, Google Sheets and `icp export` write it: with a header row, separated by commas, semicolons
 * or tabs, in UTF-8, UTF-16 or Windows-1252.
 *
 * @throws Refused `invalid-input` when it is too large, or cannot be told apart into rows and columns
 */
export function readCsv(bytes: Uint8Array): CsvTable {
  requireSize(bytes.length);
  const { text: whole, encoding } = decodeText(bytes);
  const lines = whole.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const text = lines.replace(SEPARATOR_LINE, '');
  if (text.trim() === '') throw unreadable('it is empty.');
  const named = SEPARATOR_LINE.exec(lines)?.[1];
  const separator = SEPARATORS.find((known) => known === named) ?? separatorOf(text);
  const { data, errors } = papaparse.parse<string[]>(text, { delimiter: separator, newline: '\n' });
  const [error] = errors;
  if (error !== undefined)
    throw unreadable(
      `line ${(error.row ?? 0) + 1} has a quotation mark that is not closed, or stands inside of a cell without being doubled.`,
    );
  const [first = [], ...others] = data;
  const header = headerOf(first);
  const rows = others.flatMap((texts, index) => {
    const cells = texts.map((cell) => textOfCell(withoutControls(cell)));
    if (cells.every((cell) => cell.trim() === '')) return [];
    const isLast = index === others.length - 1;
    return [{ line: index + 2, cells, ...(isLast && cells.length < header.length && { torn: true }) }];
  });
  if (rows.length > MAX_ROWS) throw unreadable(tooManyRows(amount(rows.length, 'row', 'rows')));
  return { header, rows, separator, encoding };
}

/** @throws Refused when a file of so many bytes is too large */
export function requireSize(bytes: number): void {
  if (bytes > MAX_BYTES) throw unreadable(tooLarge(`${Math.ceil(bytes / 1e6).toLocaleString('en')} MB`));
}

/** The one by which the first row names a company's column, else the one that makes the most columns of it. */
function separatorOf(text: string): Separator {
  const counted = SEPARATORS.map((separator) => {
    const [first = []] = papaparse.parse<string[]>(text, {
      delimiter: separator,
      newline: '\n',
      preview: 1,
    }).data;
    return { separator, points: first.length + (namesCompany(namesIn(first)) ? 1_000 : 0) };
  });
  return counted.reduce((best, next) => (next.points > best.points ? next : best)).separator;
}

function namesIn(cells: readonly string[]): string[] {
  return cells.map((cell) => withoutControls(cell).trim().toLowerCase());
}

function namesCompany(header: readonly string[]): boolean {
  return header.includes(ID_COLUMN) || header.includes(DOMAIN_COLUMN);
}

function headerOf(cells: readonly string[]): string[] {
  const header = namesIn(cells);
  if (!namesCompany(header)) throw unreadable(noKeyColumn(ID_COLUMN, DOMAIN_COLUMN));
  const twice = [...new Set(header.filter((name, index) => name !== '' && header.indexOf(name) !== index))];
  if (twice.length > 0) throw unreadable(`columns stand twice: ${twice.map(shorten).join(', ')}.`);
  return header;
}

function unreadable(sentence: string): Refused {
  return new Refused('invalid-input', cannotBeImported(sentence), { field: 'file' });
}
