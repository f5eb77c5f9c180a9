import { writeFile } from 'node:fs/promises';

import { Command } from 'commander';

import type { Context } from '../usecases/context.ts';
import { type Uninstallation, planUninstall, uninstall } from '../usecases/install/uninstall.ts';
import { NAMED_KINDS } from '../usecases/install/counted-names.ts';
import { type JsonOption, type Run, connect, print, showSteps } from './terminal.ts';
import { LISTED_EDITIONS, badInput, typedEdition } from './typed.ts';
import { logNotKept, sayYes } from '../messages/install.ts';

interface UninstallOptions extends JsonOption {
  deleteValues?: boolean;
  deleteUsedLabels?: boolean;
  deletePolicy?: string;
  edition: string;
  yes?: boolean;
}

/** `icp uninstall`: takes away what `icp install` made, once a person has agreed to what will go. */
export function uninstallCommand(run: Run): Command {
  return new Command('uninstall')
    .description('Take away the lists, labels, empty pipeline and deal properties that install made.')
    .option('--delete-values', 'also archive the company properties with everything filled in on them')
    .option('--delete-used-labels', 'also delete labels that contacts carry; the records lose them')
    .option(
      '--delete-policy <file>',
      "write the portal's own profiles and settings to this file, then delete them with all drafts",
    )
    .option('--edition <edition>', `the edition that is taken out: ${LISTED_EDITIONS}`, 'private')
    .option('--yes', 'do it; without it nothing is taken away and you see what would go')
    .addHelpText(
      'after',
      '\nCompany properties stay unless --delete-values. HubSpot can restore archived properties with their values, and' +
        '\ndeleted lists, for 90 days. A pipeline with deals in it stays, a label that contacts carry,' +
        '\nand what was there before install.',
    )
    .action(
      async ({
        json,
        deleteValues = false,
        deleteUsedLabels = false,
        deletePolicy,
        edition,
        yes,
      }: UninstallOptions) => {
        const options = {
          deleteValues,
          deleteUsedLabels,
          keepLog: deletePolicy === undefined ? undefined : keepIn(deletePolicy),
          edition: typedEdition(edition),
          onProgress: showSteps(run),
        };
        const context = connect(run);
        if (yes !== true) await askFor(context, options);
        print(run, await uninstall(context, options), json, uninstallationLines);
      },
    );
}

/** Writes the log to a new file: an earlier one is not written over. @throws Refused */
function keepIn(file: string): (lines: readonly string[]) => Promise<void> {
  return async (lines) => {
    try {
      await writeFile(file, lines.map((line) => `${line}\n`).join(''), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw badInput('--delete-policy', logNotKept(file, reason));
    }
  };
}

/** @throws Refused with what would go, unless that is nothing */
async function askFor(context: Context, options: Parameters<typeof planUninstall>[1]): Promise<void> {
  const { goes } = await planUninstall(context, options);
  if (goes.length === 0) return;
  const names = byKind(goes.map(({ name }) => name));
  const values =
    options?.deleteValues === true
      ? 'What people filled in on companies goes with the properties; HubSpot can restore them for 90 days.'
      : 'What people filled in on companies stays.';
  throw badInput('--yes', sayYes(names, values));
}

function uninstallationLines({ removed, stayed }: Uninstallation): string[] {
  return [
    removed.length === 0 ? 'Nothing was taken away.' : `Taken away: ${byKind(removed)}.`,
    ...stayed.map(({ message }) => `- ${message}`),
  ];
}

/** `the lists Partner ICP: Deep, Partner ICP: Fast; 3 properties of deals` */
function byKind(names: readonly string[]): string {
  const kinds = NAMED_KINDS.flatMap(([one, many]) => {
    const own = names.flatMap((name) => (name.startsWith(`${one}: `) ? [name.slice(one.length + 2)] : []));
    return own.length === 0 ? [] : [`the ${own.length === 1 ? one : many} ${own.join(', ')}`];
  });
  const others = names.filter((name) => !NAMED_KINDS.some(([kind]) => name.startsWith(`${kind}: `)));
  return [...kinds, ...others].join('; ');
}
