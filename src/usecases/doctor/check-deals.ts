import type { Deal } from '../../crm/deals.ts';
import { listPipelines } from '../../crm/pipelines.ts';
import { amount } from '../amount.ts';
import { dealNameOf, nameWithId } from '../names.ts';
import type { Context } from '../context.ts';
import { compareDeals } from '../deals/sync.ts';
import { type Finding, fault, note } from './finding.ts';
import type { DealBehind } from '../../contract/partner-deals.ts';
import {
  NO_PIPELINE,
  REPAIR_DEALS,
  dealsBehindSearch,
  dealsDiffer,
  dealsNotWritten,
  dealsWithoutCompany,
} from '../../messages/doctor.ts';

/**
 * Compares the deals of the partner pipeline with what is stored on their primary companies.
 *
 * @throws CrmError
 */
export async function checkDeals(
  context: Context,
  repair: boolean,
): Promise<{ findings: Finding[]; deals: number }> {
  const { pipeline } = await context.installation.read(context);
  const isGone = pipeline !== null && !(await listPipelines(context.crm)).some(({ id }) => id === pipeline);
  const compared = isGone ? null : await compareDeals(context, repair);
  if (compared === null) {
    return { findings: [note('pipeline-missing', NO_PIPELINE)], deals: 0 };
  }
  const { deals, differing, repaired, behind, missing } = compared;
  const lonely = deals.map(({ deal }) => deal).filter(({ companyId }) => companyId === null);
  const findings = [
    ...findDiffering(differing, repaired),
    ...findBehind(behind),
    ...findLonely(lonely),
    ...(missing > 0 ? [fault('search-behind', dealsBehindSearch(missing))] : []),
  ];
  return { findings, deals: deals.length };
}

function findDiffering(differing: readonly Deal[], repaired: number): Finding[] {
  if (differing.length === 0) return [];
  const what = dealsDiffer(amount(differing.length, 'deal shows', 'deals show'));
  const message = repaired === differing.length ? `${what} Repaired.` : `${what} ${REPAIR_DEALS}`;
  return [{ ...fault('deal-differs', message, differing.map(nameOf)), repaired }];
}

function findBehind(behind: readonly DealBehind[]): Finding[] {
  if (behind.length === 0) return [];
  const message = dealsNotWritten(amount(behind.length, 'partner deal was', 'partner deals were'));
  const names = behind.map(({ id, name, reason }) => `${nameWithId(name, id)}: ${reason}`);
  return [fault('deal-not-writable', message, names)];
}

function findLonely(lonely: readonly Deal[]): Finding[] {
  if (lonely.length === 0) return [];
  const message = dealsWithoutCompany(amount(lonely.length, 'partner deal has', 'partner deals have'));
  return [fault('deal-without-company', message, lonely.map(nameOf))];
}

function nameOf(deal: Deal): string {
  return nameWithId(dealNameOf(deal), deal.id);
}
