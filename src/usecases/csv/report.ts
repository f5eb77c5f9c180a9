import type { CrmError } from '../../crm/client/errors.ts';
import { Refused } from '../refused.ts';

/** Why a row is not imported. */
export interface RowFault {
  line: number;
  /** Null where the row as a whole is at fault. */
  column: string | null;
  message: string;
}

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
  /** Whether deals do not show the new verdicts yet; a note says why. */
  dealsBehind: boolean;
}

export function emptyReport(applied: boolean, rows: number, notes: readonly string[]): ImportReport {
  return {
    ...{ applied, rows, changed: 0, unchanged: 0, columns: {}, lanes: [] },
    ...{ faults: [], warnings: [], notes: [...notes], dealsBehind: false },
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

/** One line for a person: `line 7, customer_overlap: 6 is not allowed here.` */
export function faultSentence({ line, column, message }: RowFault): string {
  return `line ${line}${column === null ? '' : `, ${column}`}: ${message}`;
}

/** What a save would refuse, said of the row. */
export function faultOfRefusal(line: number, error: Refused | CrmError): RowFault {
  const column = error instanceof Refused ? (error.field ?? null) : (error.property ?? null);
  const sentence = error.message.replace(/ Nothing was written\.$/, '');
  const isNamed = column !== null && sentence.startsWith(`${column}: `);
  return { line, column, message: isNamed ? sentence.slice(column.length + 2) : sentence };
}
