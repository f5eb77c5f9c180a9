import { Command } from 'commander';

import type { PartnerDeals } from '../contract/partner-deals.ts';
import { syncDeals } from '../usecases/deals/sync.ts';
import { EXIT, type JsonOption, type Run, connect, print } from './terminal.ts';
import { searchBehind } from '../messages/hubspot.ts';
import { dealBehind, dealWithoutCompany } from '../messages/terminal.ts';

/** `icp deals`: compares the deals of the partner pipeline with their companies. */
export function dealsCommand(run: Run): Command {
  return new Command('deals')
    .description('List the deals of the partner pipeline, and repair those that show another verdict.')
    .action(async ({ json }: JsonOption) => {
      const answer = await syncDeals(connect(run));
      print(run, answer, json, dealLines);
      if (answer.behind.length + answer.missing > 0) run.exitCode = EXIT.crm;
    });
}

function dealLines({ deals, repaired, withoutCompany, behind, missing }: PartnerDeals): string[] {
  return [
    ...deals.map(({ name, lane, total, clearance }) =>
      [name, lane ?? 'no lane', total ?? '-', clearance ?? '-'].join('  '),
    ),
    `${deals.length} deals, ${repaired} repaired.`,
    ...behind.map(({ name, reason }) => `! ${dealBehind(name, reason)}`),
    ...(missing > 0 ? [`! ${searchBehind(missing)}`] : []),
    ...withoutCompany.map((name) => `! ${dealWithoutCompany(name)}`),
  ];
}
