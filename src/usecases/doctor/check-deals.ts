import type { Deal } from '../../crm/deals.ts';
import { amount } from '../amount.ts';
import type { Context } from '../context.ts';
import { compareDeals } from '../deals/sync.ts';
import { type Finding, fault, note } from './finding.ts';

/**
 * Compares the deals of the partner pipeline with what is stored on their primary companies.
 *
 * @throws CrmError
 */
export async function checkDeals(
  { crm }: Pick<Context, 'crm'>,
  repair: boolean,
): Promise<{ findings: Finding[]; deals: number }> {
  const compared = await compareDeals(crm, repair);
  if (compared === null) {
    const message = 'There is no partner pipeline, so no deal shows a lane. To make one, run: icp install';
    return { findings: [note('pipeline-missing', message)], deals: 0 };
  }
  const { deals, differing, repaired } = compared;
  const lonely = deals.map(({ deal }) => deal).filter(({ companyId }) => companyId === null);
  return { findings: [...findDiffering(differing, repaired), ...findLonely(lonely)], deals: deals.length };
}

function findDiffering(differing: readonly Deal[], repaired: number): Finding[] {
  if (differing.length === 0) return [];
  const what = `${amount(differing.length, 'deal shows', 'deals show')} another verdict than the primary company has.`;
  const message =
    repaired === differing.length ? `${what} Put right.` : `${what} Run: icp doctor --repair, or: icp deals`;
  return [{ ...fault('deal-differs', message, differing.map(nameOf)), repaired }];
}

function findLonely(lonely: readonly Deal[]): Finding[] {
  if (lonely.length === 0) return [];
  const message = `${amount(lonely.length, 'partner deal has', 'partner deals have')} no primary company. Set one on each to see its lane.`;
  return [fault('deal-without-company', message, lonely.map(nameOf))];
}

function nameOf({ id, name }: Deal): string {
  return `${name === '' ? 'without a name' : name} (${id})`;
}
