import { Command } from 'commander';

import type { Context } from '../usecases/context.ts';
import { install, planInstall } from '../usecases/install/install.ts';
import { collect } from './bad-input.ts';
import { installPlanDocument } from './install-plan-document.ts';
import { type Output, print } from './output.ts';
import { printInstallation } from './print-installation.ts';
import { showSteps } from './show-steps.ts';
import { EDITIONS_IN_WORDS, typedEdition } from './typed-edition.ts';
import { TYPES_IN_WORDS, typedTypesOrAll } from './typed-type.ts';

interface Typed extends Output {
  types?: string[];
  pipeline?: string;
  edition: string;
  dryRun?: boolean;
}

/** `icp install`: makes in the portal what the app needs, or prints the plan of it. */
export function installCommand(connect: () => Context): Command {
  return new Command('install')
    .description(
      'Make what the app needs in the portal: properties, deal pipeline, association labels, lists.',
    )
    .option(
      '--types <types>',
      'the partner types to keep scorecards for, separated by commas; repeatable; all for every one',
      collect,
    )
    .option('--pipeline <label>', 'work on partners in this deal pipeline, instead of one of our own')
    .option('--edition <edition>', `the edition that is installed: ${EDITIONS_IN_WORDS}`, 'private')
    .option('--dry-run', 'write nothing, and print the plan as a Markdown document')
    .addHelpText(
      'after',
      `\nThe types: ${TYPES_IN_WORDS}. Without --types: those that are there, at first technology.` +
        '\nRepeatable: a later run adds more types, mends what lost options, and touches nothing else.' +
        '\nWhat the plan of the portal does not offer is left out and named. What exists otherwise than needed is never' +
        '\ntouched. A run that broke off is finished by the next one.',
    )
    .action(async ({ json, types, pipeline, edition, dryRun }: Typed) => {
      const options = {
        types: types === undefined ? [] : typedTypesOrAll('--types', types),
        extent: 'portal',
        edition: typedEdition(edition),
        pipeline,
        onProgress: showSteps,
      } as const;
      const context = connect();
      if (dryRun === true)
        print(await planInstall(context, options), json, (plan) =>
          console.log(installPlanDocument(plan, context.now())),
        );
      else print(await install(context, options), json, printInstallation);
    });
}
