import { Command } from 'commander';

import { terminalSettings } from '../config/environment.ts';
import type { ScorecardRecord } from '../icp/scorecard-record.ts';
import { type Context, openContext } from '../usecases/context.ts';
import { install } from '../usecases/install.ts';
import { OPERATIONS } from '../usecases/operations.ts';
import { badInput, collect } from './bad-input.ts';
import { printDeals, printInstallation, printRecord, printSave } from './print-record.ts';
import { typedChanges } from './typed-changes.ts';

interface Output {
  json?: boolean;
}

/** The commands that talk to a portal. */
export function portalCommands(): Command[] {
  return [installCommand(), loadCommand(), saveCommand(), clearCommand(), dealsCommand()].map((command) =>
    command
      .option('--json', 'print JSON')
      .addHelpText('after', '\nThe portal: HUBSPOT_ACCESS_TOKEN, and HUBSPOT_BASE_URL for a sandbox.'),
  );
}

function connect(): Context {
  return openContext(terminalSettings);
}

function installCommand(): Command {
  return new Command('install')
    .description('Create the property group and the company properties. Repeatable.')
    .action(async ({ json }: Output) => print(await install(connect()), json, printInstallation));
}

function loadCommand(): Command {
  return new Command('load')
    .description("Read a company's scorecard and judge it anew.")
    .argument('<companyId>', 'the id of the company record')
    .action(async (companyId: string, { json }: Output) => print(await load(companyId), json, printRecord));
}

interface SaveOptions extends Output {
  set?: string[];
  evidence?: string[];
  check?: string[];
  note?: string[];
  by?: string;
}

function saveCommand(): Command {
  return new Command('save')
    .description("Change a company's scorecard and write the verdict that follows.")
    .argument('<companyId>', 'the id of the company record')
    .option('--set <field=value>', 'a rating (1 to 5, or - for unknown) or a fact; repeatable', collect)
    .option('--evidence <dimension=text>', 'what a rating rests on; repeatable', collect)
    .option('--check <check=state>', 'open, clear or flagged; repeatable', collect)
    .option('--note <check=text>', 'why a check is clear or flagged; repeatable', collect)
    .option('--by <person>', 'who saves, for the record: name@example.com')
    .action(async (companyId: string, { json, by, ...typed }: SaveOptions) => {
      const person = required(by);
      const { profile, scorecard } = await load(companyId);
      const changes = typedChanges(typed, profile, scorecard);
      print(await OPERATIONS['save-scorecard'](connect, { companyId, changes, by: person }), json, printSave);
    });
}

function clearCommand(): Command {
  return new Command('clear')
    .description('Empty everything that the app keeps on a company. The history in HubSpot stays.')
    .argument('<companyId>', 'the id of the company record')
    .option('--by <person>', 'who clears it, for the record: name@example.com')
    .action(async (companyId: string, { json, by }: Output & { by?: string }) =>
      print(await OPERATIONS['clear-scorecard'](connect, { companyId, by: required(by) }), json, printSave),
    );
}

function dealsCommand(): Command {
  return new Command('deals')
    .description('List the deals of the partner pipeline, and put right those that show another verdict.')
    .action(async ({ json }: Output) => print(await OPERATIONS['list-deals'](connect, {}), json, printDeals));
}

function load(companyId: string): Promise<ScorecardRecord> {
  return OPERATIONS['load-scorecard'](connect, { companyId });
}

function required(by: string | undefined): string {
  if (by !== undefined) return by;
  throw badInput('--by', 'say who does it, for example --by name@example.com.');
}

function print<T>(result: T, json: boolean | undefined, asText: (result: T) => void): void {
  if (json === true) console.log(JSON.stringify(result, null, 2));
  else asText(result);
}
