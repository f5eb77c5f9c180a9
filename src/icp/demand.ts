/** A count. Where it is "at least", there are more than were looked at. */
export interface Tally {
  count: number;
  isAtLeast: boolean;
}

/** After so many days without an activity an open deal counts as stalled. Our value, not the guide's. */
export const STALLED_AFTER_DAYS = 60;

/** What became of a request so far. A won deal is no open request any more. */
export type AskState = 'open' | 'stalled' | 'lost';

/** A deal of a company that asks for the partner. Times are ISO 8601. */
export interface AskingDeal {
  id: string;
  /** Its primary company; null where it has none. */
  companyId: string | null;
  isClosed: boolean;
  isWon: boolean;
  createdAt: string | null;
  closedAt: string | null;
  lastActivityAt: string | null;
  /** In the currency of the portal; null where it has none in that currency. */
  amount: number | null;
  /** It has an amount in another currency alone. */
  isOtherCurrency: boolean;
}

/** The companies that ask for a partner in their deals. */
export interface Demand extends Tally {
  open: number;
  stalled: number;
  lost: number;
  /** The sum over their deals, won ones apart; null where none has an amount. */
  amount: number | null;
  /** Deals that name the partner and have no primary company. */
  withoutCompany: number;
  /** Deals of these companies whose amount is in another currency, and left out of the sum. */
  otherCurrency: number;
  /** When the newest of these deals was made or lost; never later than now. */
  newestAt: string | null;
}

/**
 * Counts distinct companies. One with several deals counts once, under the state that is furthest from lost.
 *
 * @param deals those that name the partner, won ones too
 * @param partnerId the partner's own company: its deals ask for nothing
 * @param isAtLeast whether there are more deals than these
 *
 * Source: partner ICP guide, "Customer overlap" and "The single-prospect request": distinct deals, not one prospect.
 */
export function demandOf(
  deals: readonly AskingDeal[],
  partnerId: string,
  now: Date,
  isAtLeast = false,
): Demand {
  const states = new Map<string, AskState>();
  const asking = deals.flatMap((deal) => {
    const state = stateOf(deal, now);
    return state === null || deal.companyId === partnerId ? [] : [{ ...deal, state }];
  });
  for (const { companyId, state } of asking) {
    if (companyId === null) continue;
    const before = states.get(companyId);
    if (before === undefined || ORDER.indexOf(state) < ORDER.indexOf(before)) states.set(companyId, state);
  }
  const ofCompanies = asking.filter(({ companyId }) => companyId !== null);
  const amounts = ofCompanies.flatMap(({ amount }) => amount ?? []);
  const count = (state: AskState) => [...states.values()].filter((one) => one === state).length;
  return {
    ...{ count: states.size, isAtLeast },
    ...{ open: count('open'), stalled: count('stalled'), lost: count('lost') },
    amount: amounts.length === 0 ? null : inCents(amounts.reduce((sum, amount) => sum + amount, 0)),
    withoutCompany: asking.length - ofCompanies.length,
    otherCurrency: ofCompanies.filter(({ isOtherCurrency }) => isOtherCurrency).length,
    newestAt: newestOf(ofCompanies.flatMap(timesOf), now),
  };
}

/** Sums of fractions carry errors far behind the cents. */
function inCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

const ORDER: readonly AskState[] = ['open', 'stalled', 'lost'];

/** Null for a won deal. An open one without any activity is as old as itself. */
export function stateOf(deal: AskingDeal, now: Date): AskState | null {
  if (deal.isWon) return null;
  if (deal.isClosed) return 'lost';
  const last = Date.parse(deal.lastActivityAt ?? deal.createdAt ?? '');
  return now.getTime() - last > STALLED_AFTER_DAYS * DAY_MS ? 'stalled' : 'open';
}

const DAY_MS = 86_400_000;

/** The close date of an open deal is when somebody hopes to close it. */
function timesOf({ createdAt, closedAt, isClosed }: AskingDeal): string[] {
  return [createdAt, isClosed ? closedAt : null].filter((time) => time !== null);
}

function newestOf(times: readonly string[], now: Date): string | null {
  let newest: string | null = null;
  for (const time of times)
    if (Date.parse(time) <= now.getTime() && (newest === null || Date.parse(time) > Date.parse(newest)))
      newest = time;
  return newest;
}
