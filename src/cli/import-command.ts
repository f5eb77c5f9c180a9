import { Command } from 'commander';
import { readFile } from 'node:fs/promises';

import type { Context } from '../usecases/context.ts';
import { importScorecards } from '../usecases/csv/import.ts';
import { badInput } from './bad-input.ts';
import { bulkContext } from './bulk-context.ts';
import { type Output, print, requiredPerson } from './output.ts';
import { printImport } from './print-import.ts';
import { showProgress } from './progress.ts';

interface ImportOptions extends Output {
  apply?: boolean;
  by?: string;
}

/** `icp import`: brings scorecards from a CSV file into the portal. */
export function importCommand(connect: () => Context): Command {
  return new Command('import')
    .description('Say what a CSV file of scorecards would change, and with --apply change it.')
    .argument('<file>', 'a CSV file with the columns of icp export, or some of them')
    .option('--apply', 'write; without it nothing is written')
    .option('--by <person>', 'who imports, for the record: name@example.com; needed with --apply')
    .addHelpText(
      'after',
      '\nA row is matched by record_id, or by domain where that is empty. An empty cell empties its field; a column that is' +
        '\nleft out changes nothing. Lines are counted as a spreadsheet shows rows. Exit code 2 when rows have errors.',
    )
    .action(async (path: string, { json, apply = false, by }: ImportOptions) => {
      const person = apply ? requiredPerson(by) : (by ?? 'nobody yet');
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw badInput(
          'file',
          `${path} cannot be read: ${cause instanceof Error ? cause.message : ''}`,
          cause,
        );
      });
      const { context } = bulkContext(connect);
      const { onProgress, end } = showProgress('rows');
      const report = await importScorecards(context, { bytes, by: person, apply, onProgress }).finally(end);
      print(report, json, printImport);
      if (report.faults.length > 0) process.exitCode = 2;
    });
}
