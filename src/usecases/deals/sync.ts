import { inBulk } from '../../crm/client/client.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { type CompanyRecord, type Patch, type Texts, readFields } from '../../crm/company-record.ts';
import { type Deal, findPartnerPipeline, readDeals, searchDeals, writeDeals } from '../../crm/deals.ts';
import { DEAL_FIELDS, differingFields } from '../../crm/verdict-fields.ts';
import type { PartnerDeal, PartnerDeals } from '../../contract/partner-deals.ts';
import type { Mirroring } from '../../contract/scorecard-record.ts';
import type { Context } from '../context.ts';
import { dealNameOf } from '../names.ts';
import { isEmptyPatch } from '../scorecard/plan-save.ts';
import { dealsBehind } from '../../messages/scorecard.ts';

type Portal = Pick<Context, 'crm' | 'profiles' | 'installation'>;

/** Deals of the partner pipeline beside the verdicts of their primary companies. */
export interface ComparedDeals {
  /** Each with what its company holds. */
  deals: readonly { deal: Deal; shown: Readonly<Record<string, string>> }[];
  /** Those that showed something else. */
  differing: readonly Deal[];
  /** How many of these were written. */
  repaired: number;
}

/**
 * Reads the deals of the partner pipeline and repairs each one that does not show the verdict of its primary company.
 *
 * @throws CrmError
 */
export async function syncDeals(context: Portal): Promise<PartnerDeals> {
  // A whole pipeline is work in bulk, so that cards go first.
  const compared = await compareDeals({ ...context, crm: inBulk(context.crm) }, true);
  const { deals, repaired } = compared ?? { deals: [], repaired: 0 };
  return {
    deals: deals.map(({ deal, shown }) => partnerDeal(deal, shown)),
    repaired,
    withoutCompany: deals.filter(({ deal }) => deal.companyId === null).map(({ deal }) => dealNameOf(deal)),
  };
}

/**
 * Compares every deal of the partner pipeline with what is stored on its primary company.
 *
 * @param repair writes what differs
 * @returns null when the portal has no partner pipeline
 * @throws CrmError
 */
export async function compareDeals(portal: Portal, repair: boolean): Promise<ComparedDeals | null> {
  const pipeline = await findPartnerPipeline(portal);
  if (pipeline === null) return null;
  const found = await searchDeals(portal, pipeline);
  const companyIds = [...new Set(found.flatMap(({ companyId }) => companyId ?? []))];
  const verdicts = await readFields(portal, companyIds, DEAL_FIELDS);
  const deals = found.map((deal) => ({
    deal,
    shown: shownFields(deal.companyId === null ? undefined : verdicts.get(deal.companyId)),
  }));
  const due = differences(deals);
  const repaired = repair ? await write(portal, due) : 0;
  return { deals, differing: due.map(({ deal }) => deal), repaired };
}

/**
 * Shows the verdict of a company on the deals of the partner pipeline whose primary company it is. A failure here is no
 * failed save: it is answered, and the next save tries again.
 *
 * At most three calls; none for a company without such deals.
 *
 * @returns null when there is nothing to show
 */
export async function syncDealsOf(
  portal: Portal,
  { deals: ids, texts }: Pick<CompanyRecord, 'deals' | 'texts'>,
): Promise<Mirroring | null> {
  if (ids.length === 0) return null;
  const shown = shownFields(texts);
  let partnerDeals: Deal[] = [];
  let due: Difference[] = [];
  try {
    const pipeline = await findPartnerPipeline(portal);
    const deals = await readDeals(portal, ids);
    partnerDeals = deals.filter((deal) => deal.pipeline === pipeline);
    due = differences(partnerDeals.map((deal) => ({ deal, shown })));
    const written = await write(portal, due);
    return partnerDeals.length === 0 ? null : mirroring(partnerDeals.length, due.length - written, null);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const isRead = partnerDeals.length > 0;
    const of = isRead ? partnerDeals.length : ids.length;
    return mirroring(of, isRead ? due.length : of, error);
  }
}

interface Difference {
  deal: Deal;
  patch: Patch;
}

function differences(deals: ComparedDeals['deals']): Difference[] {
  return deals
    .map(({ deal, shown }) => ({ deal, patch: differingFields(showable(shown, deal), deal.texts) }))
    .filter(({ patch }) => !isEmptyPatch(patch));
}

/** A field whose property deals lack, or that is another's there, cannot be shown. */
function showable(
  shown: Readonly<Record<string, string>>,
  { texts }: Pick<Deal, 'texts'>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(shown).filter(([field]) => texts[field] !== undefined));
}

/** @returns how many were written */
async function write(portal: Portal, due: readonly Difference[]): Promise<number> {
  if (due.length === 0) return 0;
  return writeDeals(
    portal,
    due.map(({ deal, patch }) => ({ id: deal.id, patch })),
  );
}

/** What a deal has to show of its company; without a company, nothing. */
function shownFields(texts: Texts | undefined): Record<string, string> {
  return Object.fromEntries(DEAL_FIELDS.map((field) => [field, texts?.[field] ?? '']));
}

function partnerDeal(deal: Deal, shown: Readonly<Record<string, string>>): PartnerDeal {
  const { id, stage, companyId } = deal;
  const value = (field: string) => (shown[field] === '' ? null : (shown[field] ?? null));
  return {
    ...{ id, name: dealNameOf(deal), stage, companyId },
    ...{ lane: value('lane'), total: value('total'), clearance: value('clearance') },
  };
}

function mirroring(of: number, failed: number, error: CrmError | null): Mirroring {
  const mirrored = of - failed;
  if (failed === 0) return { mirrored, of, message: null };
  const why = error === null ? 'HubSpot refused the others.' : error.message;
  return {
    mirrored,
    of,
    message: dealsBehind(mirrored, of, why),
  };
}
