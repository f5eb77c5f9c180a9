import { Command } from 'commander';

import type { Context } from '../usecases/context.ts';
import { planUninstall, uninstall } from '../usecases/install/uninstall.ts';
import { badInput } from './bad-input.ts';
import { type Output, print } from './output.ts';
import { inKinds, printUninstallation } from './print-installation.ts';
import { showSteps } from './show-steps.ts';
import { EDITIONS_IN_WORDS, typedEdition } from './typed-edition.ts';

interface Typed extends Output {
  deleteValues?: boolean;
  edition: string;
  yes?: boolean;
}

/** `icp uninstall`: takes away what `icp install` made, once a person has agreed to what will go. */
export function uninstallCommand(connect: () => Context): Command {
  return new Command('uninstall')
    .description('Take away the lists, labels, empty pipeline and deal properties that install made.')
    .option('--delete-values', 'also archive the company properties with everything filled in on them')
    .option('--edition <edition>', `the edition that is taken out: ${EDITIONS_IN_WORDS}`, 'private')
    .option('--yes', 'do it; without it nothing is taken away and you see what would go')
    .addHelpText(
      'after',
      '\nCompany properties stay unless --delete-values. HubSpot can restore archived properties with their values, and' +
        '\ndeleted lists, for 90 days. A pipeline with deals in it stays, and so does what was there before install.',
    )
    .action(async ({ json, deleteValues = false, edition, yes }: Typed) => {
      const options = { deleteValues, edition: typedEdition(edition), onProgress: showSteps };
      const context = connect();
      if (yes !== true) await askFor(context, options);
      print(await uninstall(context, options), json, printUninstallation);
    });
}

/** @throws Refused with what would go, unless that is nothing */
async function askFor(context: Context, options: Parameters<typeof planUninstall>[1]): Promise<void> {
  const { goes } = await planUninstall(context, options);
  if (goes.length === 0) return;
  const names = inKinds(goes.map(({ name }) => name));
  const values =
    options?.deleteValues === true
      ? 'What people filled in on companies goes with the properties; HubSpot can restore them for 90 days.'
      : 'What people filled in on companies stays.';
  throw badInput('--yes', `this takes away ${names}. ${values} Add --yes to do it.`);
}
