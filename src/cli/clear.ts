import { Command } from 'commander';

import { runOperation } from '../usecases/answer-call.ts';
import { saveLines } from './save.ts';
import { type JsonOption, type Run, connect, print } from './terminal.ts';
import { requiredPerson } from './typed.ts';

/** `icp clear`: takes the scorecard off a company. */
export function clearCommand(run: Run): Command {
  return new Command('clear')
    .description('Empty everything that the app keeps on a company. The history in HubSpot stays.')
    .argument('<companyId>', 'the id of the company record')
    .option('--by <person>', 'who clears it, for the record: name@example.com')
    .action(async (companyId: string, { json, by }: JsonOption & { by?: string }) => {
      const input = { companyId, by: requiredPerson(by) };
      print(run, await runOperation('clear-scorecard', () => connect(run), input), json, saveLines);
    });
}
