import type { Encoding } from './decode-text.ts';

/** The columns by which a row finds its company: the id, else the domain. */
export const ID_COLUMN = 'record_id';
export const DOMAIN_COLUMN = 'domain';

/** A row of the file. Its line counts rows as a spreadsheet does: the header is line 1. */
export interface CsvRow {
  line: number;
  /** As they were before a spreadsheet's apostrophe; as many as the row has. Line breaks are `\n`. */
  cells: readonly string[];
  /** The file ends within this row, before its last column. */
  torn?: boolean;
}

export type Separator = ',' | ';' | '\t';

export interface CsvTable {
  /** Lower case, each once. */
  header: readonly string[];
  /** Empty rows are left out. */
  rows: CsvRow[];
  separator: Separator;
  encoding: Encoding;
}
