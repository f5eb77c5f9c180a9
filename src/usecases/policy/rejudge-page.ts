import type { RejudgedPage } from '../../contract/rejudging.ts';
import { companiesOfType } from '../../crm/search-companies.ts';
import { SEARCH_PAGE } from '../../crm/search.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import { REJUDGED_PROFILE_MOVED } from '../../messages/rejudge.ts';
import type { Context } from '../context.ts';
import { NightlyBrokenOff } from '../nightly/broken-off.ts';
import { countCalls } from '../nightly/count-calls.ts';
import { runNightly } from '../nightly/nightly.ts';
import { Refused } from '../refused.ts';
import { requireMayPublish } from './publish-entry.ts';
import { type RejudgeManyRequest, rejudgeMany } from './rejudge-many.ts';
import { RejudgeBrokenOff } from './rejudge-report.ts';
import { inBulkUnderPolicy } from './with-policy.ts';

interface PageRequest extends Pick<RejudgeManyRequest, 'onDue' | 'onCurrent'> {
  type: PartnerType;
  after?: string | undefined;
  to?: string | undefined;
  by: string;
}

/** Behind the companies come the deals: `deals`, then `deals:` with the last one that was looked at. */
const DEALS = 'deals';

/**
 * Judges the next companies of a type by its current profile, as many as a search finds. Only differences are written, so that a repeat changes
 * nothing. The last pages write no company: they bring the deals up to date.
 *
 * @param after where the page before ended; the beginning when left out
 * @param to the version of the page before
 * @throws Refused `not-allowed` for whoever may not publish; `policy-moved` when another version than `to` is current
 * @throws CrmError; what was written before stays
 */
export async function rejudgePage(outside: Context, request: PageRequest): Promise<RejudgedPage> {
  const { type, after, to, by, onDue, onCurrent } = request;
  const context = await inBulkUnderPolicy(outside);
  requireMayPublish({ context, names: await outside.installation.names(outside.crm) }, '');
  if (after?.startsWith(DEALS) === true && to !== undefined)
    return { ...NOTHING, to, ...(await dealsBehind(context, after)) };
  const { ids: companies, total, isLast } = await companiesOfType(context.crm, type, after ?? null);
  const from = to === undefined ? null : { to, after: null };
  const report = await ofPage(
    rejudgeMany(outside, {
      type,
      by,
      companies,
      atOnce: SEARCH_PAGE,
      from,
      apply: true,
      deals: 'left',
      onDue,
      onCurrent,
    }),
  );
  const { rejudged, current, lanes, left, notes } = report;
  const next = isLast ? DEALS : (companies.at(-1) ?? DEALS);
  return {
    ...{ to: report.to, total, looked: companies.length },
    ...{ rejudged, current, lanes, left, notes, next },
  };
}

const NOTHING = { total: 0, looked: 0, rejudged: 0, current: 0, lanes: [], left: [] } as const;

/** No further deals are begun behind so many calls. */
const MOST_CALLS = 40;

async function dealsBehind(context: Context, at: string): Promise<Pick<RejudgedPage, 'next' | 'notes'>> {
  const behind = at.slice(DEALS.length + 1);
  const from = { phase: 'deals', after: behind === '' ? null : behind } as const;
  const counted = countCalls(context);
  const run = runNightly(counted.context, counted.transport, { from, mostCalls: MOST_CALLS });
  const { left, findings } = await ofPage(run);
  const next = left?.after == null ? null : `${DEALS}:${left.after}`;
  return { next, notes: findings.map(({ message }) => message) };
}

/** What a run in the terminal says of its progress file is of no use here. */
async function ofPage<Report>(work: Promise<Report>): Promise<Report> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RejudgeBrokenOff || error instanceof NightlyBrokenOff) throw error.cause;
    if (!(error instanceof Refused) || error.code !== 'policy-moved') throw error;
    throw new Refused('policy-moved', REJUDGED_PROFILE_MOVED, { field: 'to', cause: error });
  }
}
