import { Command } from 'commander';

import {
  FLEET_NOT_PUBLISHED,
  FLEET_YES,
  NO_PORTALS_HERE,
  fleetChanges,
  fleetContested,
  fleetEdited,
  fleetJob,
} from '../messages/fleet.ts';
import { amount } from '../usecases/amount.ts';
import {
  FLEET_DISCONNECT,
  fleetDoctorWork,
  fleetInstallWork,
  fleetPlanWork,
  fleetTemplateWork,
} from './fleet-answers.ts';
import {
  type ListedPortal,
  type PortalOptions,
  chosenBy,
  listPortals,
  requirePortalName,
} from './fleet-portals.ts';
import { serverOf } from './fleet-server.ts';
import { runFleet } from './fleet-run.ts';
import { templateIn } from './template.ts';
import { EXIT, type JsonOption, type Run, print, visibleLines } from './terminal.ts';
import { LISTED_TYPES, collect, requiredPerson, requiredReason, typedTypesOrAll } from './typed.ts';

type FleetOptions = JsonOption & PortalOptions;

/** `icp fleet`: all portals of a server of the OAuth edition at once. */
export function fleetCommand(run: Run): Command {
  const group = new Command('fleet').description('Work on the portals of a server of the OAuth edition.');
  for (const command of [listCommand, doctorCommand, installCommand, publishCommand, disconnectCommand])
    group.addCommand(command(run).option('--json', 'print JSON'));
  return group;
}

/** The options that say which portals. */
function overPortals(command: Command): Command {
  return command
    .option('--all', 'every portal that is connected to the server')
    .option(
      '--portals <ids>',
      'ids separated by commas, or a file with one on each line; repeatable',
      collect,
    );
}

function listCommand(run: Run): Command {
  return new Command('list')
    .description('List the portals of the server, those first that need attention.')
    .action(async ({ json }: JsonOption) => {
      const portals = await listPortals(serverOf(run));
      print(run, { portals }, json, () =>
        portals.length === 0 ? [NO_PORTALS_HERE] : portals.flatMap(portalLines),
      );
    });
}

function doctorCommand(run: Run): Command {
  return overPortals(new Command('doctor'))
    .description('Look whether the app is healthy in each portal, and with --repair repair it.')
    .option(
      '--repair',
      'restore properties and options, verdicts and deals; answers of people are never written',
    )
    .action(async ({ repair = false, ...options }: FleetOptions & { repair?: boolean }) => {
      const outcomes = await runFleet(run, options, fleetDoctorWork(repair));
      // as icp doctor ends
      if (run.exitCode === EXIT.interrupted) return;
      const isUnseen = outcomes.some(({ state }) => state === 'failed' || state === 'left-out');
      run.exitCode = isUnseen ? 2 : outcomes.some(({ state }) => state === 'attention') ? 1 : 0;
    });
}

function installCommand(run: Run): Command {
  return overPortals(new Command('install'))
    .description('Make what the app needs in each portal, or with --dry-run say what that would be.')
    .option('--types <types>', 'the partner types to keep scorecards for, separated by commas', collect)
    .option('--dry-run', 'write nothing')
    .addHelpText(
      'after',
      `\nThe types: ${LISTED_TYPES}. Without --types: those that are there, at first technology.`,
    )
    .action(async ({ types, dryRun, ...options }: FleetOptions & { types?: string[]; dryRun?: boolean }) => {
      const body = { types: types === undefined ? [] : typedTypesOrAll('--types', types) };
      await runFleet(run, options, dryRun === true ? fleetPlanWork(body) : fleetInstallWork(body));
    });
}

interface PublishOptions extends FleetOptions {
  apply?: boolean;
  by?: string;
  reason?: string;
}

function publishCommand(run: Run): Command {
  return overPortals(new Command('publish'))
    .description('Say what a file of icp profile export changes in each portal, and with --apply publish it.')
    .argument('<template>', 'the file')
    .option('--apply', 'publish; without it nothing is written')
    .option('--by <person>', 'who decides it, for the record: name@example.com; needed with --apply')
    .option('--reason <text>', 'why, for the record; needed with --apply')
    .action(async (path: string, { apply, by, reason, ...options }: PublishOptions) => {
      const who = apply === true ? { by: requiredPerson(by), reason: requiredReason(reason) } : null;
      const template = await templateIn(path);
      await runFleet(run, options, fleetTemplateWork(template, who));
      if (who === null && options.json !== true) run.console.log(visibleLines([FLEET_NOT_PUBLISHED]));
    });
}

function disconnectCommand(run: Run): Command {
  return new Command('disconnect')
    .description('End the installation in one portal from this side: its tokens and rows on the server go.')
    .argument('<portal>', 'its id, or app:portal')
    .option('--yes', 'do it; without it nothing is done')
    .addHelpText('after', '\nWhat stands in HubSpot stays there: properties, values, lists, labels.')
    .action(async (name: string, { json, yes }: JsonOption & { yes?: boolean }) => {
      requirePortalName(name);
      if (yes === true) {
        await runFleet(run, { portals: [name], ...(json && { json }) }, FLEET_DISCONNECT);
        return;
      }
      const chosen = chosenBy(name, await listPortals(serverOf(run)), true);
      print(run, { disconnected: false, ...chosen }, json, () => [
        'obstacle' in chosen ? chosen.obstacle : chosen.name,
        FLEET_YES,
      ]);
      run.exitCode = EXIT.badInput;
    });
}

function portalLines({
  domain,
  portalId,
  appId,
  uninstalledAt,
  attention,
  calls,
  successPercent,
  work,
}: ListedPortal) {
  if (uninstalledAt !== null)
    return [`- ${domain} (${portalId}, app ${appId}): uninstalled on ${uninstalledAt.slice(0, 10)}`];
  const share =
    successPercent === null
      ? 'no calls yet'
      : `${successPercent} % of ${amount(calls.made, 'call', 'calls')} succeeded`;
  const sign = attention.length > 0 ? '!' : '+';
  return [
    `${sign} ${domain} (${portalId}, app ${appId}): ${share}`,
    ...[...attention, ...workLines(work)].map((sentence) => `    ${sentence}`),
  ];
}

/** What goes on in the background, or waits for somebody. */
function workLines({ changes, contested, jobs }: ListedPortal['work']): string[] {
  const minutes = Math.floor(changes.forMs / 60_000);
  const edited = jobs.reduce((sum, job) => sum + job.edited, 0);
  const shown = jobs.filter(({ state }) => ['running', 'paused', 'failed'].includes(state));
  return [
    ...(changes.count === 0
      ? []
      : [
          fleetChanges(
            amount(changes.count, 'change waits', 'changes wait'),
            amount(minutes, 'minute', 'minutes'),
          ),
        ]),
    ...shown.map(({ type, state, looked, total }) =>
      fleetJob(type ?? 'night', state, total === null ? `${looked} looked at` : `${looked} of ${total}`),
    ),
    ...(contested === 0 ? [] : [fleetContested(amount(contested, 'company', 'companies'))]),
    ...(edited === 0 ? [] : [fleetEdited(amount(edited, 'edited verdict waits', 'edited verdicts wait'))]),
  ];
}
