import type { Patch, Records, Texts } from '../../crm/company-record.ts';
import { type Deal, readDeals, writeDeals } from '../../crm/deals.ts';
import { differingFields } from '../../crm/verdict-fields.ts';
import { isEmptyPatch } from '../scorecard/plan-save.ts';
import { type Shown, shownOf, verdictsFor } from './deal-verdicts.ts';
import { DEAL_COMPANY_UNKNOWN, DEAL_KEEPS_CHANGING, DEAL_NOT_KEPT } from '../../messages/scorecard.ts';

/** Maximum writes per deal; then give up. */
const ROUNDS = 3;

/** A deal beside what it has to show. */
export interface ComparedDeal {
  deal: Deal;
  shown: Shown;
}

/** What became of deals that should show the verdict of their companies. */
export interface SettledDeals {
  /** As last read, by id. Deals that are gone or in another pipeline are absent. */
  deals: Map<string, ComparedDeal>;
  /** Those that were written, and show what they should. */
  repaired: Set<string>;
  /** Those that do not, with the reason. */
  behind: Map<string, string>;
}

interface Settling {
  pipeline: string;
  /** The company of deals that name none. */
  companyId?: string;
  /** What all the deals have to show, of a company that was read a moment ago. After a write it is read anew. */
  texts?: Texts | undefined;
}

/**
 * Writes the verdict of its primary company on each deal that shows something else. Then reads deals and companies back:
 * somebody may have saved in between, and the newer verdict counts. A deal whose company cannot be found out is left alone.
 *
 * @throws CrmError; what was written before stays
 */
export async function settleDeals(
  portal: Records,
  ids: readonly string[],
  settling: Settling,
): Promise<SettledDeals> {
  const settled = await readCompared(portal, ids, settling);
  let due = differences([...settled.deals.values()]);
  for (let round = 1; due.length > 0 && round <= ROUNDS; round++) {
    const sent = due;
    const { refused } = await writeDeals(
      portal,
      due.map(({ deal, patch }) => ({ id: deal.id, patch })),
    );
    for (const { id, error } of refused) settled.behind.set(id, error.message);
    const left = due.map(({ deal }) => deal.id).filter((id) => !settled.behind.has(id));
    const anew = await readCompared(portal, left, { ...settling, texts: undefined });
    for (const [id, reason] of anew.behind) settled.behind.set(id, reason);
    for (const [id, compared] of anew.deals) settled.deals.set(id, compared);
    due = differences([...anew.deals.values()]);
    const open = new Set(due.map(({ deal }) => deal.id));
    for (const id of left)
      if (anew.deals.has(id) && !open.has(id) && !anew.behind.has(id)) settled.repaired.add(id);
    if (round === ROUNDS) for (const each of due) settled.behind.set(each.deal.id, reasonOf(each, sent));
  }
  return settled;
}

/**
 * As `settleDeals`, of deals that a search found. It may lag behind, so that those that seem to differ are read anew before
 * anything is written.
 *
 * @throws CrmError; what was written before stays
 */
export async function settleFound(
  portal: Records,
  found: readonly Deal[],
  pipeline: string,
): Promise<SettledDeals> {
  return settleDeals(portal, suspectsAmong(besideVerdicts(found, await verdictsFor(portal, found))), {
    pipeline,
  });
}

/** Deals beside what they have to show. */
export function besideVerdicts(found: readonly Deal[], verdicts: ReadonlyMap<string, Shown>): ComparedDeal[] {
  return found.map((deal) => ({ deal, shown: verdicts.get(deal.id) ?? null }));
}

/** The ids of deals that seem to show something else, and of those whose company is not known. */
export function suspectsAmong(compared: readonly ComparedDeal[]): string[] {
  const unknown = compared.filter(({ shown }) => shown === null);
  return [...differences(compared), ...unknown].map(({ deal }) => deal.id);
}

/**
 * Reads deals beside what they have to show, and writes nothing.
 *
 * @throws CrmError when HubSpot refuses the reading as such
 */
export async function readCompared(
  portal: Records,
  ids: readonly string[],
  { pipeline, companyId, texts }: Settling,
): Promise<SettledDeals> {
  const compared: SettledDeals = { deals: new Map(), repaired: new Set(), behind: new Map() };
  if (ids.length === 0) return compared;
  const { deals, unread } = await readDeals(portal, ids);
  for (const [id, { message }] of unread) compared.behind.set(id, message);
  const ours = deals.filter((deal) => deal.pipeline === pipeline);
  const shown =
    texts === undefined
      ? await verdictsFor(portal, ours, companyId ?? null)
      : new Map(ours.map(({ id }) => [id, shownOf(texts)]));
  for (const deal of ours) {
    const verdict = shown.get(deal.id) ?? null;
    compared.deals.set(deal.id, { deal, shown: verdict });
    if (verdict === null) compared.behind.set(deal.id, DEAL_COMPANY_UNKNOWN);
  }
  return compared;
}

/** The deals that show something else, and what to write. */
export function differences(compared: readonly ComparedDeal[]): Difference[] {
  return compared
    .map(({ deal, shown }) => ({ deal, patch: differingFields(showable(shown, deal), deal.texts) }))
    .filter(({ patch }) => !isEmptyPatch(patch));
}

/** A field whose property deals lack, or that is another's there, cannot be shown. */
function showable(shown: Shown, { texts }: Deal): Record<string, string> {
  return Object.fromEntries(Object.entries(shown ?? {}).filter(([field]) => texts[field] !== undefined));
}

interface Difference {
  deal: Deal;
  patch: Patch;
}

/** A deal that holds exactly what it held before the last write did not take it. */
function reasonOf({ deal, patch }: Difference, sent: readonly Difference[]): string {
  const before = sent.find((each) => each.deal.id === deal.id)?.deal.texts;
  const isUntouched = Object.keys(patch).every((name) => (deal.texts[name] ?? '') === (before?.[name] ?? ''));
  return isUntouched ? DEAL_NOT_KEPT : DEAL_KEEPS_CHANGING;
}
