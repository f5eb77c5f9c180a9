import { inBulk } from '../../crm/client/client.ts';
import { CrmError } from '../../crm/client/errors.ts';
import type { PortalLimits } from '../../crm/client/headers.ts';
import { listProperties } from '../../crm/property-definitions.ts';
import { type ScoredPage, scoredRecords } from '../../crm/scored-companies.ts';
import type { Context } from '../context.ts';
import { inBulkUnderPolicy } from '../policy/with-policy.ts';
import type { OnProgress } from '../csv/export.ts';
import { AGING_FIELDS } from '../../icp/recheck.ts';
import { expireDrafts } from '../drafts/expire-drafts.ts';
import { requireInstalled } from '../install/read-portal.ts';
import { NightlyBrokenOff } from './broken-off.ts';
import { passOverDeals } from './deals.ts';
import type { NightlyRun } from './nightly-run.ts';
import { type NightlyReport, type Position, noCounts, reportOf } from './report.ts';
import { repairPage } from './repair-page.ts';

/** What the transport knows of the calls of this run. */
export interface Calls {
  /** How many were made, repeats included. */
  calls: () => number;
  limits: () => PortalLimits;
}

export interface NightlyRequest {
  /** No further companies or deals are begun when they might need more calls than these. What is begun is finished. */
  mostCalls: number;
  /** Where an earlier run ended. */
  from?: Position;
  /** How many companies are read and repaired together: HubSpot reads at most 50 in a call with histories. */
  atOnce?: number;
  /** Told where the next run would go on, as soon as everything before is done. */
  onReached?: (position: Position) => Promise<void>;
  onProgress?: OnProgress;
  /** Makes tasks for reviews that are overdue and evidence to look at again; true when left out. */
  tasks?: boolean;
  /** Ends the run before its next companies. Those that are being written are written and read back. */
  signal?: AbortSignal | undefined;
}

/** Where a run begins that goes on with no other. */
export const BEGINNING: Position = { phase: 'verdicts', after: null };

/** The most calls for fifty companies or a hundred deals, where HubSpot refuses none of them. */
const CALLS_FOR_SOME = 15;

const AT_ONCE = 50;

/**
 * Goes once through all scorecards and then all partner deals, by ascending id: writes verdicts that no longer follow,
 * because the day moved on or somebody edited in HubSpot, previous lanes that history proves wrong, and deals that show
 * something else. Makes a task for each overdue review and for evidence that has
 * grown old. Before all that it deletes drafts of scorecards that have expired. Ends where its calls are used up; a later run goes on from there. Writes nothing where all is in order.
 *
 * @returns what was done, and what is left
 * @throws Refused `not-installed`
 * @throws NightlyBrokenOff when the portal cannot be reached, with what was done
 */
export async function runNightly(
  outside: Context,
  { calls, limits }: Calls,
  request: NightlyRequest,
): Promise<NightlyReport> {
  const { from = BEGINNING, mostCalls, signal, atOnce = AT_ONCE } = request;
  const context = await inBulkUnderPolicy(outside);
  let position = from;
  const run: NightlyRun = {
    context,
    reading: { ...context, crm: inBulk(outside.crm, signal) },
    counts: noCounts(),
    onProgress: request.onProgress ?? (() => undefined),
    hubspotNow: () => context.now().getTime() + (limits().aheadMs ?? 0),
    mayBegin: () => position === from || calls() + CALLS_FOR_SOME <= mostCalls,
    mayCall: (some) => position === from || calls() + some <= mostCalls,
    makesTasks: request.tasks ?? true,
    reach: async (next) => {
      position = next;
      await request.onReached?.(next);
    },
  };
  try {
    // once a round, whatever its bound
    if (from.phase === 'verdicts' && from.after === null)
      run.counts.drafts = await expireDrafts(context, run.hubspotNow());
    const isThrough =
      (from.phase === 'deals' || (await passOverVerdicts(run, from, atOnce))) &&
      (await passOverDeals(run, from.phase === 'deals' ? from.after : null));
    return reportOf(run.counts, isThrough ? null : position);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    throw new NightlyBrokenOff(error, reportOf(run.counts, position), position);
  }
}

/** @returns whether all companies were looked at */
async function passOverVerdicts(run: NightlyRun, from: Position, atOnce: number): Promise<boolean> {
  const { reading, counts, onProgress } = run;
  const present = new Set((await listProperties(reading.crm, 'companies')).map(({ name }) => name));
  requireInstalled(present, reading);
  const walk = { behind: from.after, atOnce, withHistory: ['lane', ...AGING_FIELDS] };
  for await (const page of scoredRecords(reading, present, walk)) {
    await repairPage(run, page);
    onProgress(counts.companies, Math.max(counts.companies, page.total));
    await reachEndOf(page, run);
    if (!run.mayBegin()) return false;
  }
  await run.reach({ phase: 'deals', after: null });
  return run.mayBegin();
}

async function reachEndOf({ last }: ScoredPage, run: NightlyRun): Promise<void> {
  if (last !== null) await run.reach({ phase: 'verdicts', after: last });
}
