import { Command, Option } from 'commander';

import type { Context } from '../usecases/context.ts';
import { amount } from '../usecases/amount.ts';
import { exportHistory } from '../usecases/csv/export-history.ts';
import { exportScorecards } from '../usecases/csv/export.ts';
import { type JsonOption, type Run, connectInBulk, print, showProgress } from './terminal.ts';
import { writeOut } from './out-file.ts';
import { badInput } from './typed.ts';

interface ExportOptions extends JsonOption {
  out?: string;
  history?: string;
  bom?: boolean;
}

/** `icp export`: the scorecards of the portal as CSV. */
export function exportCommand(run: Run): Command {
  return new Command('export')
    .description('Write every scored company of the portal as CSV, a row each.')
    .option('--out <file>', 'the file to write; printed when left out')
    .option(
      '--history <file>',
      'a second file: who changed what on each of them, a row for each changed field',
    )
    .addOption(new Option('--bom').hideHelp())
    .option('--no-bom', 'leave out the byte order mark, by which Excel reads the file as UTF-8')
    .addHelpText(
      'after',
      '\nA cell that a spreadsheet could take for a formula begins with an apostrophe; icp import takes it away again.',
    )
    .action(async ({ out, history, bom = true, json }: ExportOptions) => {
      if (out === undefined && json === true)
        throw badInput('--json', 'prints a summary. Give --out as well.');
      if (out !== undefined && out === history)
        throw badInput('--history', 'give another file than for --out.');
      const { context } = connectInBulk(run);
      const { onProgress, end } = showProgress(run, 'companies');
      const companies = await writeOut(run, out, (write) =>
        exportScorecards(context, write, { bom, onProgress }),
      ).finally(end);
      const second = history === undefined ? null : await writeHistory(run, context, history, bom);
      if (out === undefined) return;
      const answer = { companies, file: out, ...(second !== null && { history: second }) };
      print(run, answer, json, () => [
        `${amount(companies, 'company', 'companies')} written to ${out}.`,
        ...(second === null
          ? []
          : [`${amount(second.rows, 'change', 'changes')} written to ${second.file}.`]),
      ]);
    });
}

async function writeHistory(run: Run, context: Context, file: string, bom: boolean) {
  const { onProgress, end } = showProgress(run, 'histories');
  const write = (text: (piece: string) => Promise<void>) => exportHistory(context, text, { bom, onProgress });
  return { ...(await writeOut(run, file, write).finally(end)), file };
}
