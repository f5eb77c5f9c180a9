import { Command } from 'commander';

import { partnerTypeLabel } from '../icp/partner-types.ts';
import { type Installation, install, planInstall } from '../usecases/install/install.ts';
import { countedNames } from '../usecases/install/counted-names.ts';
import { installPlanDocument } from './install-plan-document.ts';
import { type Run, connect, print, showSteps } from './terminal.ts';
import { cameBackWith } from '../messages/install.ts';
import { NOT_WITH_TAKE_OVER, ONLY_WITH_TAKE_OVER } from '../messages/take-over.ts';
import { type TakeOverOptions, runTakeOver } from './take-over.ts';
import { LISTED_EDITIONS, LISTED_TYPES, badInput, collect, typedEdition, typedTypesOrAll } from './typed.ts';

interface InstallOptions extends TakeOverOptions {
  types?: string[];
  pipeline?: string;
  takeOver?: boolean;
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
    .option('--edition <edition>', `the edition that is installed: ${LISTED_EDITIONS}; private when left out`)
    .option('--dry-run', 'write nothing, and print the plan as a Markdown document')
    .option('--take-over', 'move the portal to the other edition, with every version of its profiles')
    .option('--app <id>', 'with --take-over: the app of the server, where the portal has several')
    .addHelpText(
      'after',
      `\nThe types: ${LISTED_TYPES}. Without --types: those that are there, at first technology.` +
        '\nRepeatable: a later run adds more types, repairs what lost options, brings labels that an earlier version gave up to' +
        '\ndate, and touches nothing else.' +
        '\nWhat the plan of the portal does not offer is left out and named. What exists otherwise than needed is never' +
        '\ntouched. A run that broke off is finished by the next one.' +
        '\n--take-over needs PARTNER_ICP_SERVER and ADMIN_SECRET beside the access token, and --edition names where to.',
    )
    .action(async (options: InstallOptions) => {
      if (options.takeOver !== true) return runInstall(run, options);
      for (const name of ['types', 'pipeline'] as const)
        if (options[name] !== undefined) throw badInput(`--${name}`, NOT_WITH_TAKE_OVER);
      return runTakeOver(run, options);
    });
}

async function runInstall(
  run: Run,
  { json, types, pipeline, edition = 'private', dryRun, app }: InstallOptions,
): Promise<void> {
  if (app !== undefined) throw badInput('--app', ONLY_WITH_TAKE_OVER);
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
