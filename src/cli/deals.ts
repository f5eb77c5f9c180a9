import { Command } from 'commander';

import type { PartnerDeal, PartnerDeals } from '../contract/partner-deals.ts';
import { CLEARANCE_LABELS } from '../icp/clearance.ts';
import { decisionLabel, isDecision } from '../icp/decision.ts';
import { LANE_LABELS } from '../icp/lanes.ts';
import { isPartnerType, partnerTypeLabel } from '../icp/partner-types.ts';
import { syncDeals } from '../usecases/deals/sync.ts';
import { EXIT, type JsonOption, type Run, connect, print } from './terminal.ts';
import { decisionInQuarter } from '../messages/decisions.ts';
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

/** Labels, as HubSpot shows them; a value that no verdict has as it is. */
function dealLine({ name, partnerType, lane, clearance, decision, quarter, ...totals }: PartnerDeal): string {
  const labelIn = (labels: Readonly<Record<string, string>>, value: string | null, none: string) =>
    value === null ? none : (labels[value] ?? value);
  return [
    name,
    typeIn(partnerType),
    labelIn(LANE_LABELS, lane, 'not judged'),
    pointsIn(totals),
    labelIn(CLEARANCE_LABELS, clearance, '-'),
    decisionIn(decision, quarter),
  ].join('  ');
}

/** `Go deep in 2027-Q1` */
function decisionIn(decision: string | null, quarter: string | null): string {
  if (decision === null) return 'no decision';
  return decisionInQuarter(isDecision(decision) ? decisionLabel(decision) : decision, quarter ?? '');
}

function typeIn(type: string | null): string {
  if (type === null) return 'no type';
  return isPartnerType(type) ? partnerTypeLabel(type) : type;
}

/** `430`, or `310 to 430` while answers are missing. */
function pointsIn({
  total,
  totalLow,
  totalHigh,
}: Pick<PartnerDeal, 'total' | 'totalLow' | 'totalHigh'>): string {
  if (total !== null) return total;
  return totalLow === null || totalHigh === null ? '-' : `${totalLow} to ${totalHigh}`;
}

function dealLines({ deals, repaired, withoutCompany, behind, missing }: PartnerDeals): string[] {
  return [
    ...deals.map(dealLine),
    `${deals.length} deals, ${repaired} repaired.`,
    ...behind.map(({ name, reason }) => `! ${dealBehind(name, reason)}`),
    ...(missing > 0 ? [`! ${searchBehind(missing)}`] : []),
    ...withoutCompany.map((name) => `! ${dealWithoutCompany(name)}`),
  ];
}
