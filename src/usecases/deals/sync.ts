import { inBulk } from '../../crm/client/client.ts';
import { batches } from '../../crm/client/batches.ts';
import { CrmError, brokenOff } from '../../crm/client/errors.ts';
import { type CompanyRecord, type Records, textOf } from '../../crm/company-record.ts';
import { readDealIds } from '../../crm/deal-associations.ts';
import { type Deal, findPartnerPipeline, searchDeals } from '../../crm/deals.ts';
import type { DealBehind, PartnerDeal, PartnerDeals } from '../../contract/partner-deals.ts';
import type { Mirroring } from '../../contract/scorecard-record.ts';
import type { Context } from '../context.ts';
import { dealNameOf } from '../names.ts';
import { verdictsFor } from './deal-verdicts.ts';
import {
  type ComparedDeal,
  type SettledDeals,
  besideVerdicts,
  differences,
  readCompared,
  settleDeals,
  suspectsAmong,
} from './settle-deals.ts';
import { dealsBehind, dealsBrokenOff, dealsLeft, othersBehind } from '../../messages/scorecard.ts';

/** Deals of the partner pipeline beside the verdicts of their primary companies. */
export interface ComparedDeals {
  /** Each with what its company holds. */
  deals: readonly ComparedDeal[];
  /** Those that showed something else. */
  differing: readonly Deal[];
  /** How many of these show it now. */
  repaired: number;
  /** Those that do not, and those whose company could not be found out, with the reason. */
  behind: readonly DealBehind[];
  /** How many deals HubSpot's search counted and did not give. */
  missing: number;
}

/**
 * Reads the deals of the partner pipeline and repairs each one that does not show the verdict of its primary company.
 *
 * @throws CrmError, with how far it came; what was written before stays
 */
export async function syncDeals(portal: Records): Promise<PartnerDeals> {
  // A whole pipeline is work in bulk, so that cards go first.
  const compared = await compareDeals({ ...portal, crm: inBulk(portal.crm) }, true);
  if (compared === null) return { deals: [], repaired: 0, withoutCompany: [], behind: [], missing: 0 };
  const { deals, repaired, behind, missing } = compared;
  return {
    deals: deals.map(({ deal }) => partnerDeal(deal)),
    withoutCompany: deals.filter(({ deal }) => deal.companyId === null).map(({ deal }) => dealNameOf(deal)),
    ...{ repaired, behind, missing },
  };
}

/** Deals that are settled together. */
const BATCH = 100;

/**
 * Compares every deal of the partner pipeline with what is stored on its primary company. HubSpot's search lags behind, so
 * that deals that seem to differ are read anew before anything is written.
 *
 * @param repair writes what differs
 * @returns null when the portal has no partner pipeline
 * @throws CrmError, with how far it came; what was written before stays
 */
export async function compareDeals(portal: Records, repair: boolean): Promise<ComparedDeals | null> {
  const pipeline = await findPartnerPipeline(portal);
  if (pipeline === null) return null;
  const { deals: found, missing } = await searchDeals(portal, pipeline);
  const first = besideVerdicts(found, await verdictsFor(portal, found));
  const suspects = suspectsAmong(first);
  const anew = repair
    ? await settleAll(portal, suspects, pipeline)
    : await readCompared(portal, suspects, { pipeline });
  const deals = first.flatMap((each) =>
    suspects.includes(each.deal.id) ? (anew.deals.get(each.deal.id) ?? []) : each,
  );
  const nameOf = (id: string) =>
    dealNameOf(first.find(({ deal }) => deal.id === id)?.deal ?? { id, name: '' });
  return {
    deals,
    differing: repair
      ? deals.map(({ deal }) => deal).filter(({ id }) => anew.repaired.has(id) || anew.behind.has(id))
      : differences(deals).map(({ deal }) => deal),
    repaired: anew.repaired.size,
    behind: [...anew.behind].map(([id, reason]) => ({ id, name: nameOf(id), reason })),
    missing,
  };
}

async function settleAll(portal: Records, ids: readonly string[], pipeline: string): Promise<SettledDeals> {
  const all: SettledDeals = { deals: new Map(), repaired: new Set(), behind: new Map() };
  for (const some of batches(ids, BATCH)) {
    try {
      const { deals, repaired, behind } = await settleDeals(portal, some, { pipeline });
      for (const [id, deal] of deals) all.deals.set(id, deal);
      for (const id of repaired) all.repaired.add(id);
      for (const [id, reason] of behind) all.behind.set(id, reason);
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      throw brokenOff(error, dealsBrokenOff(all.repaired.size, ids.length));
    }
  }
  return all;
}

/**
 * Shows the verdict of a company on the deals of the partner pipeline whose primary company it is. A failure here is no
 * failed save: it is answered, and the next save tries again.
 *
 * None for a company without such deals, two calls where they show it already; else a write, and two to look again.
 *
 * @returns null when there is nothing to show
 */
export async function syncDealsOf(
  portal: Records & Pick<Context, 'remedies'>,
  { id: companyId, deals: named, hasMoreDeals, texts }: CompanyRecord,
): Promise<Mirroring | null> {
  if (named.length === 0 && !hasMoreDeals) return null;
  let of = named.length;
  try {
    const pipeline = await findPartnerPipeline(portal);
    if (pipeline === null) return null;
    const { ids, isWhole } = hasMoreDeals
      ? await readDealIds(portal.crm, companyId)
      : { ids: named, isWhole: true };
    of = ids.length;
    const { deals, behind } = await settleDeals(portal, ids, { pipeline, companyId, texts });
    const left = isWhole ? null : dealsLeft(portal.remedies.updateDeals);
    // a deal that could not be read may be one of the pipeline
    of = new Set([...deals.keys(), ...behind.keys()]).size;
    if (of === 0 && isWhole) return null;
    const [reason] = behind.values();
    if (behind.size === 0) return { mirrored: of, of, message: left };
    const why = [reason === undefined ? null : othersBehind(reason), left].filter((each) => each !== null);
    return { mirrored: of - behind.size, of, message: dealsBehind(of - behind.size, of, why.join(' ')) };
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { mirrored: 0, of, message: dealsBehind(0, of, error.message) };
  }
}

function partnerDeal(deal: Deal): PartnerDeal {
  const { id, stage, companyId } = deal;
  const value = (field: string) => textOf(deal.texts, field);
  return {
    ...{ id, name: dealNameOf(deal), stage, companyId },
    ...{ partnerType: value('partner_type'), lane: value('lane'), clearance: value('clearance') },
    ...{ decision: value('decision'), quarter: value('decision_quarter') },
    ...{ total: value('total'), totalLow: value('total_low'), totalHigh: value('total_high') },
  };
}
