import { Command, Option } from 'commander';
import { open, rename, rm } from 'node:fs/promises';

import { amount } from '../usecases/amount.ts';
import { exportScorecards } from '../usecases/csv/export.ts';
import { type JsonOption, type Run, connectInBulk, isReaderGone, print, showProgress } from './terminal.ts';
import { badInput, reasonOf } from './typed.ts';

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
      const companies = await writing(run, out, (write) =>
        exportScorecards(context, write, { bom, onProgress }),
      ).finally(end);
      if (out === undefined) return;
      print(run, { companies, file: out }, json, () => [
        `${amount(companies, 'company', 'companies')} written to ${out}.`,
      ]);
    });
}

/** Writes to a second file and renames it, so that an export that fails leaves an earlier file as it was. */
async function writing<Result>(
  { stdout }: Run,
  out: string | undefined,
  work: (write: (text: string) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  if (out === undefined) return work((text) => printed(stdout, text));
  const draft = `${out}.part`;
  const file = await open(draft, 'w').catch((cause: unknown) => {
    throw unwritable(out, cause);
  });
  try {
    const failed = (cause: unknown) => {
      throw unwritable(out, cause);
    };
    const result = await work((text) => file.appendFile(text).catch(failed));
    await file.close();
    await rename(draft, out).catch(failed);
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

function unwritable(out: string, cause: unknown) {
  return badInput('--out', `${out} cannot be written: ${reasonOf(cause)}.`, cause);
}

function printed(stdout: Run['stdout'], text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.write(text, (error) => {
      if (error == null) resolve();
      else reject(isReaderGone(error) ? error : unwritable('the standard output', error));
    });
  });
}
