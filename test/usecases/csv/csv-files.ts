import papaparse from 'papaparse';

import type { Context } from '../../../src/usecases/context.ts';
import { exportScorecards } from '../../../src/usecases/csv/export.ts';
import { importScorecards } from '../../../src/usecases/csv/import.ts';
import type { ImportReport } from '../../../src/usecases/csv/report.ts';

/** The portal's scorecards as the file that an export writes. */
export async function exported(context: Context, options: { bom?: boolean } = {}): Promise<string> {
  let file = '';
  const write = (text: string) => {
    file += text;
    return Promise.resolve();
  };
  await exportScorecards(context, write, options);
  return file;
}

/** A file as a spreadsheet writes it. */
export function csv(header: readonly string[], ...rows: readonly (readonly (string | number)[])[]): string {
  return papaparse.unparse([[...header], ...rows.map((row) => [...row])]);
}

/** The cells of a file as a spreadsheet reads them, first row first. */
export function cellsOf(file: string): string[][] {
  return papaparse.parse<string[]>(file, { skipEmptyLines: true }).data;
}

/** The cells of a file, a record a row, by the names of the columns. */
export function recordsOf(file: string): Record<string, string>[] {
  const [header = [], ...rows] = cellsOf(file.replace(/^\uFEFF/, ''));
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}

export function applied(context: Context, file: string | Uint8Array): Promise<ImportReport> {
  return importScorecards(context, { bytes: bytesOf(file), by: 'ines@example.com', apply: true });
}

export function dryRun(context: Context, file: string | Uint8Array): Promise<ImportReport> {
  return importScorecards(context, { bytes: bytesOf(file), by: 'ines@example.com', apply: false });
}

function bytesOf(file: string | Uint8Array): Uint8Array {
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}
