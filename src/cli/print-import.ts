import { amount } from '../usecases/amount.ts';
import { type ImportReport, faultInWords } from '../usecases/csv/report.ts';

const count = (number: number) => number.toLocaleString('en');

/** Prints what an import did or would do: the sum, then by column and lane, then each row that was left out. */
export function printImport(report: ImportReport): void {
  const { applied, rows, changed, unchanged, columns, lanes, faults, warnings, notes } = report;
  const did = applied ? 'written' : 'would change';
  const bad = new Set(faults.map(({ line }) => line)).size;
  console.log(
    `${amount(rows, 'row', 'rows')}: ${count(changed)} ${did}, ${count(unchanged)} unchanged, ${count(bad)} with errors.`,
  );
  for (const [column, companies] of Object.entries(columns)) console.log(`  ${column}: ${count(companies)}`);
  for (const { from, to, companies } of lanes)
    console.log(`  lane ${from || 'none'} -> ${to || 'none'}: ${count(companies)}`);
  for (const fault of faults) console.log(faultInWords(fault));
  for (const warning of warnings) console.log(`! ${faultInWords(warning)}`);
  for (const note of notes) console.log(note);
  if (!applied && changed > 0) console.log('Nothing was written. To write: --apply --by name@example.com');
}
