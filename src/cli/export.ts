import { Command, Option } from 'commander';

import { amount } from '../usecases/amount.ts';
import { exportScorecards } from '../usecases/csv/export.ts';
import { type JsonOption, type Run, connectInBulk, print, showProgress } from './terminal.ts';
import { writeOut } from './out-file.ts';
import { badInput } from './typed.ts';

interface ExportOptions extends JsonOption {
  out?: string;
  bom?: boolean;
}

/** `icp export`: the scorecards of the portal as CSV. */
export function exportCommand(run: Run): Command {
  return new Command('export')
    .description('Write every scored company of the portal as CSV, a row each.')
    .option('--out <file>', 'the file to write; printed when left out')
    .addOption(new Option('--bom').hideHelp())
    .option('--no-bom', 'leave out the byte order mark, by which Excel reads the file as UTF-8')
    .addHelpText(
      'after',
      '\nA cell that a spreadsheet could take for a formula begins with an apostrophe; icp import takes it away again.',
    )
    .action(async ({ out, bom = true, json }: ExportOptions) => {
      if (out === undefined && json === true)
        throw badInput('--json', 'prints a summary. Give --out as well.');
      const { context } = connectInBulk(run);
      const { onProgress, end } = showProgress(run, 'companies');
      const companies = await writeOut(run, out, (write) =>
        exportScorecards(context, write, { bom, onProgress }),
      ).finally(end);
      if (out === undefined) return;
      print(run, { companies, file: out }, json, () => [
        `${amount(companies, 'company', 'companies')} written to ${out}.`,
      ]);
    });
}
