import papaparse from 'papaparse';

import { textOfCell } from './cells.ts';
import { DOMAIN_COLUMN, ID_COLUMN, shorten } from './columns.ts';
import { Refused } from '../refused.ts';
import { NOT_COMMAS, NOT_UTF8, WORKBOOK, cannotBeImported, noKeyColumn } from '../../messages/csv.ts';

/** A row of the file. Its line counts rows as a spreadsheet does: the header is line 1. */
export interface CsvRow {
  line: number;
  /** As they were before a spreadsheet's apostrophe; as many as the row has. */
  cells: readonly string[];
}

export interface CsvTable {
  /** Lower case, each once. */
  header: readonly string[];
  /** Empty rows are left out. */
  rows: CsvRow[];
}

/**
 * Reads a CSV file: UTF-8, separated by commas, with a header row.
 *
 * @throws Refused `invalid-input` when it cannot be told apart into rows and columns
 */
export function readCsv(bytes: Uint8Array): CsvTable {
  const text = textIn(bytes).replaceAll(/\r\n?/g, '\n');
  if (text.trim() === '') throw unreadable('it is empty.');
  const { data, errors } = papaparse.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  const [error] = errors;
  if (error !== undefined)
    throw unreadable(
      `line ${(error.row ?? 0) + 1} has a quotation mark that is not closed, or stands inside of a cell without being doubled.`,
    );
  const [first = [], ...others] = data;
  const header = headerOf(first);
  const rows = others.map((cells, index) => ({ line: index + 2, cells: cells.map(textOfCell) }));
  return { header, rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

function textIn(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw unreadable(WORKBOOK);
  if (bytes.includes(0))
    throw unreadable('it is no CSV in UTF-8. Save it as "CSV UTF-8" and import that file.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(NOT_UTF8, cause);
  }
}

function headerOf(cells: readonly string[]): string[] {
  const header = cells.map((cell) => cell.trim().toLowerCase());
  const [only = ''] = header;
  if (header.length === 1 && /[;\t|]/.test(only)) throw unreadable(NOT_COMMAS);
  if (!header.includes(ID_COLUMN) && !header.includes(DOMAIN_COLUMN))
    throw unreadable(noKeyColumn(ID_COLUMN, DOMAIN_COLUMN));
  const twice = [...new Set(header.filter((name, index) => name !== '' && header.indexOf(name) !== index))];
  if (twice.length > 0) throw unreadable(`columns stand twice: ${twice.map(shorten).join(', ')}.`);
  return header;
}

function unreadable(sentence: string, cause?: unknown): Refused {
  return new Refused('invalid-input', cannotBeImported(sentence), { field: 'file', cause });
}
