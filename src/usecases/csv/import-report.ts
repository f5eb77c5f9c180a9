import type { RowFault } from './row-fault.ts';

/** What an import did, or would do. */
export interface ImportReport {
  applied: boolean;
  /** Rows with something in them. */
  rows: number;
  /** Rows that differ from their company: written when applied. */
  changed: number;
  unchanged: number;
  /** Per column, how many companies it changes. */
  columns: Record<string, number>;
  /** Lanes that change with it; an empty text where there is none. */
  lanes: { from: string; to: string; companies: number }[];
  /** Rows that were left out, by line. */
  faults: RowFault[];
  /** What was written, but did not stay as the file says: somebody else writes there. */
  warnings: RowFault[];
  /** Columns that were not imported, and why. */
  notes: string[];
}

export function emptyReport(applied: boolean, rows: number, notes: readonly string[]): ImportReport {
  return {
    ...{ applied, rows, changed: 0, unchanged: 0, columns: {}, lanes: [] },
    ...{ faults: [], warnings: [], notes: [...notes] },
  };
}

/** Counts one company that changes. */
export function countChange(
  report: ImportReport,
  columns: readonly string[],
  { from, to }: { from: string; to: string },
): void {
  report.changed += 1;
  for (const column of columns) report.columns[column] = (report.columns[column] ?? 0) + 1;
  if (from === to) return;
  const known = report.lanes.find((lane) => lane.from === from && lane.to === to);
  if (known === undefined) report.lanes.push({ from, to, companies: 1 });
  else known.companies += 1;
}
