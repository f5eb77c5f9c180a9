import { Command } from 'commander';

import { partnerTypeLabel } from '../icp/partner-types.ts';
import { type Installation, install, planInstall } from '../usecases/install/install.ts';
import { countedNames } from '../usecases/install/counted-names.ts';
import { installPlanDocument } from './install-plan-document.ts';
import { type JsonOption, type Run, connect, print, showSteps } from './terminal.ts';
import { cameBackWith } from '../messages/install.ts';
import { LISTED_EDITIONS, LISTED_TYPES, collect, typedEdition, typedTypesOrAll } from './typed.ts';

interface InstallOptions extends JsonOption {
  types?: string[];
  pipeline?: string;
  edition: string;
  dryRun?: boolean;
}

/** `icp install`: makes in the portal what the app needs, or prints the plan of it. */
export function installCommand(run: Run): Command {
  return new Command('install')
    .description(
      'Make what the app needs in the portal: properties, deal pipeline, association labels, lists, a custom object.',
    )
    .option(
      '--types <types>',
      'the partner types to keep scorecards for, separated by commas; repeatable; all for every one',
      collect,
    )
    .option('--pipeline <label>', 'work on partners in this deal pipeline, instead of one of our own')
    .option('--edition <edition>', `the edition that is installed: ${LISTED_EDITIONS}`, 'private')
    .option('--dry-run', 'write nothing, and print the plan as a Markdown document')
    .addHelpText(
      'after',
      `\nThe types: ${LISTED_TYPES}. Without --types: those that are there, at first technology.` +
        '\nRepeatable: a later run adds more types, repairs what lost options, brings labels that an earlier version gave up to' +
        '\ndate, and touches nothing else.' +
        '\nWhat the plan of the portal does not offer is left out and named. What exists otherwise than needed is never' +
        '\ntouched. A run that broke off is finished by the next one.',
    )
    .action(async ({ json, types, pipeline, edition, dryRun }: InstallOptions) => {
      const options = {
        types: types === undefined ? [] : typedTypesOrAll('--types', types),
        extent: 'portal',
        edition: typedEdition(edition),
        pipeline,
        onProgress: showSteps(run),
      } as const;
      const context = connect(run);
      if (dryRun === true)
        print(run, await planInstall(context, options), json, (plan) =>
          installPlanDocument(plan, context.now()).split('\n'),
        );
      else print(run, await install(context, options), json, installationLines);
    });
}

/** What the installer did, and what can be scored now. */
function installationLines(installation: Installation): string[] {
  const { types, created, cameBack, repaired, unchanged, clashes, skipped } = installation;
  return [
    `Created: ${countedNames(created)}. Repaired: ${countedNames(repaired)}. Unchanged: ${countedNames(unchanged)}.`,
    `Partner types that can be scored: ${types.map(partnerTypeLabel).join(', ')}.`,
    ...(cameBack.length === 0 ? [] : [`- ${cameBackWith(cameBack.join(', '))}`]),
    ...skipped.map(({ name, message }) => `- ${name} is left out. ${message}`),
    ...clashes.map(({ message }) => `! ${message}`),
  ];
}
