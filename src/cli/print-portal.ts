import type { PartnerDeals } from '../contract/partner-deals.ts';

/** Prints the deals of the partner pipeline, and which of them could not show a lane. */
export function printDeals({ deals, repaired, withoutCompany }: PartnerDeals): void {
  for (const { name, lane, total, clearance } of deals)
    console.log([name, lane ?? 'no lane', total ?? '-', clearance ?? '-'].join('  '));
  console.log(`${deals.length} deals, ${repaired} put right.`);
  for (const name of withoutCompany)
    console.log(`! ${name} has no primary company: set one to see its lane.`);
}
