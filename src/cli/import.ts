import { Command } from 'commander';
import { readFile, stat } from 'node:fs/promises';

import { amount } from '../usecases/amount.ts';
import { ImportBrokenOff } from '../usecases/csv/broken-off.ts';
import { importScorecards } from '../usecases/csv/import.ts';
import { requireSize } from '../usecases/csv/read-csv.ts';
import { type ImportReport, faultSentence } from '../usecases/csv/report.ts';
import { Refused } from '../usecases/refused.ts';
import {
  EXIT,
  type JsonOption,
  type Run,
  connectInBulk,
  interruption,
  print,
  showProgress,
  visibleLines,
} from './terminal.ts';
import { badInput, reasonOf, requiredPerson } from './typed.ts';
import { NOTHING_WRITTEN } from '../messages/csv.ts';

interface ImportOptions extends JsonOption {
  apply?: boolean;
  by?: string;
}

/** `icp import`: brings scorecards from a CSV file into the portal. */
export function importCommand(run: Run): Command {
  return new Command('import')
    .description('Say what a CSV file of scorecards would change, and with --apply change it.')
    .argument('<file>', 'a CSV file with the columns of icp export, or some of them')
    .option('--apply', 'write; without it nothing is written')
    .option('--by <person>', 'who imports, for the record: name@example.com; needed with --apply')
    .addHelpText(
      'after',
      '\nA row is matched by record_id, or by domain where that is empty. An empty cell empties its field; a column that is' +
        '\nleft out changes nothing. Lines are counted as a spreadsheet shows rows. Exit code 2 when rows have errors, 3 when it' +
        '\nbroke off: run it again, and it goes on with the rest.',
    )
    .action(async (path: string, { json, apply = false, by }: ImportOptions) => {
      const person = apply || by !== undefined ? requiredPerson(by) : 'nobody yet';
      const bytes = await bytesOf(path);
      const { context } = connectInBulk(run);
      const { onProgress, end } = showProgress(run, 'rows');
      const { signal, release } = interruption(run);
      try {
        const report = await importScorecards(context, { bytes, by: person, apply, onProgress, signal });
        end();
        print(run, report, json, importLines);
        if (report.faults.length > 0) run.exitCode = EXIT.badInput;
        if (report.dealsBehind) run.exitCode = EXIT.crm;
      } catch (error) {
        end();
        if (error instanceof ImportBrokenOff && json !== true)
          run.console.log(visibleLines(importLines(error.report)));
        throw error;
      } finally {
        release();
      }
    });
}

/** Looks at the size first: a file that is too large is not read. */
async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    requireSize((await stat(path)).size);
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    throw badInput('file', `${path} cannot be read: ${reasonOf(cause)}`, cause);
  }
}

const count = (number: number) => number.toLocaleString('en');

/** What an import did or would do: the sum, then by column and lane, then each row that was left out. */
function importLines(report: ImportReport): string[] {
  const { applied, rows, changed, unchanged, columns, lanes, faults, warnings, notes } = report;
  const did = applied ? 'written' : 'would change';
  const bad = new Set(faults.map(({ line }) => line)).size;
  return [
    `${amount(rows, 'row', 'rows')}: ${count(changed)} ${did}, ${count(unchanged)} unchanged, ${count(bad)} with errors.`,
    ...Object.entries(columns).map(([column, companies]) => `  ${column}: ${count(companies)}`),
    ...lanes.map(
      ({ from, to, companies }) => `  lane ${from || 'none'} -> ${to || 'none'}: ${count(companies)}`,
    ),
    ...faults.map(faultSentence),
    ...warnings.map((warning) => `! ${faultSentence(warning)}`),
    ...notes,
    ...(!applied && changed > 0 ? [NOTHING_WRITTEN] : []),
  ];
}
