import { Command } from 'commander';

import { terminalSettings } from '../config/environment.ts';
import { type Context, openContext } from '../usecases/context.ts';
import { runOperation } from '../usecases/operations.ts';
import { doctorCommand } from './doctor-command.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { installCommand } from './install-command.ts';
import { type Output, print, requiredPerson } from './output.ts';
import { printDeals } from './print-portal.ts';
import { printRecord, printSave } from './print-record.ts';
import { saveCommand } from './save-command.ts';
import { uninstallCommand } from './uninstall-command.ts';

/** The commands that talk to a portal. */
export function portalCommands(): Command[] {
  const moving = [exportCommand(connect), importCommand(connect), doctorCommand(connect)];
  return [
    installCommand(connect),
    uninstallCommand(connect),
    loadCommand(),
    saveCommand(connect),
    clearCommand(),
    dealsCommand(),
    ...moving,
  ].map((command) =>
    command
      .option('--json', 'print JSON')
      .addHelpText('after', '\nThe portal: HUBSPOT_ACCESS_TOKEN, and HUBSPOT_BASE_URL for a sandbox.'),
  );
}

function connect(): Context {
  return openContext(terminalSettings);
}

function loadCommand(): Command {
  return new Command('load')
    .description("Read a company's scorecard and judge it anew.")
    .argument('<companyId>', 'the id of the company record')
    .action(async (companyId: string, { json }: Output) =>
      print(await runOperation('load-scorecard', connect, { companyId }), json, printRecord),
    );
}

function clearCommand(): Command {
  return new Command('clear')
    .description('Empty everything that the app keeps on a company. The history in HubSpot stays.')
    .argument('<companyId>', 'the id of the company record')
    .option('--by <person>', 'who clears it, for the record: name@example.com')
    .action(async (companyId: string, { json, by }: Output & { by?: string }) => {
      const person = requiredPerson(by);
      print(await runOperation('clear-scorecard', connect, { companyId, by: person }), json, printSave);
    });
}

function dealsCommand(): Command {
  return new Command('deals')
    .description('List the deals of the partner pipeline, and put right those that show another verdict.')
    .action(async ({ json }: Output) =>
      print(await runOperation('sync-deals', connect, {}), json, printDeals),
    );
}
