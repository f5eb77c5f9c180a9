import { Command } from 'commander';

import type { PartnerDeals } from '../contract/partner-deals.ts';
import { runOperation } from '../usecases/operations.ts';
import { type JsonOption, type Run, connect, print } from './terminal.ts';
import { dealWithoutCompany } from '../messages/terminal.ts';

/** `icp deals`: compares the deals of the partner pipeline with their companies. */
export function dealsCommand(run: Run): Command {
  return new Command('deals')
    .description('List the deals of the partner pipeline, and repair those that show another verdict.')
    .action(async ({ json }: JsonOption) =>
      print(run, await runOperation('sync-deals', () => connect(run), {}), json, dealLines),
    );
}

function dealLines({ deals, repaired, withoutCompany }: PartnerDeals): string[] {
  return [
    ...deals.map(({ name, lane, total, clearance }) =>
      [name, lane ?? 'no lane', total ?? '-', clearance ?? '-'].join('  '),
    ),
    `${deals.length} deals, ${repaired} repaired.`,
    ...withoutCompany.map((name) => `! ${dealWithoutCompany(name)}`),
  ];
}
