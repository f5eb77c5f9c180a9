import { randomUUID } from 'node:crypto';

import { CrmError } from '../../crm/client/errors.ts';
import { nextNight } from '../../icp/next-night.ts';
import type { Install, InstallKey } from '../../store/installs.ts';
import type { JobChange, NightRow, NightlySums, PortalJobs } from '../../store/portal-jobs.ts';
import type { Context } from '../../usecases/context.ts';
import { failureOf } from '../../usecases/failure.ts';
import { NightlyBrokenOff } from '../../usecases/nightly/broken-off.ts';
import { countCalls } from '../../usecases/nightly/count-calls.ts';
import { BEGINNING, runNightly } from '../../usecases/nightly/nightly.ts';
import type { NightlyReport, Position } from '../../usecases/nightly/report.ts';
import { Refused } from '../../usecases/refused.ts';
import type { JobParts } from './job-parts.ts';

const LIMIT_MS = 90_000;
/** No further records are begun behind so many calls, or after so long: then it is the next portal's turn. */
const MOST_CALLS = 60;
const ENDS_AFTER_MS = 60_000;
/** After so many failures in a row the rest of the night is left out. */
const MOST_FAILURES = 3;
const AGAIN_MS = 15_000;

/** Says when the first night of a portal is, or the next one after it was connected again. @throws CrmError */
export async function planFirstNight(
  jobs: PortalJobs,
  context: Context,
  key: InstallKey,
  now: number,
): Promise<void> {
  const { zone } = await context.installation.read(context);
  await jobs.planNight(key, randomUUID(), nextNight(zone, key.portalId, new Date(now)));
}

/**
 * Goes on with the night of a portal, within a bound of calls. Its position is kept after each page.
 *
 * @throws Refused, CrmError
 */
export async function nightPage(
  parts: JobParts,
  install: Install,
  row: NightRow,
  stopping: AbortSignal,
): Promise<void> {
  const { jobs, portals, now } = parts;
  // what the night before has left is gone over anew: another day may have changed any verdict
  const begun = { ...BEGUN, startedAt: new Date(now()) };
  if (row.state !== 'running' && !(await jobs.keep(row, begun))) return;
  let job: NightRow = row.state === 'running' ? row : { ...row, ...begun };
  const lost = new AbortController();
  const signal = AbortSignal.any([stopping, lost.signal, AbortSignal.timeout(ENDS_AFTER_MS)]);
  const keep = async (change: JobChange) => {
    if (!(await jobs.keep(job, change))) lost.abort();
    job = { ...job, ...change } as NightRow;
  };
  const { context, transport } = countCalls(portals.contextOf(install, null, LIMIT_MS));
  const request = {
    ...{ mostCalls: MOST_CALLS, from: positionOf(job), signal },
    onReached: (position: Position) => keep({ state: 'running', position: textOf(position) }),
  };
  const report = await ended(runNightly(context, transport, request));
  if (lost.signal.aborted) return;
  const { sums, looked } = withReport(job, report);
  if (report.left !== null) {
    await keep({ state: 'running', sums, looked, sentence: '', failures: 0 });
    return;
  }
  await lookAtContested(parts, install);
  const dueAt = await nightBehind(context, install, Math.max(now(), row.dueAt?.getTime() ?? 0));
  await keep({ state: 'done', position: null, sums, looked, sentence: '', failures: 0, dueAt });
}

/** The night may have put them right, and its own writes are no news to a server. */
async function lookAtContested({ changes, contested }: JobParts, { appId, portalId }: InstallKey) {
  const ids = await contested.list({ appId, portalId });
  await changes.mark(ids.map((recordId) => ({ appId, portalId, objectType: 'companies', recordId })));
}

const BEGUN = { state: 'running', position: null, sums: {}, looked: 0, sentence: '', failures: 0 } as const;

/** A run that its signal has ended is one that ended at its bound. */
async function ended(run: Promise<NightlyReport>): Promise<NightlyReport> {
  try {
    return await run;
  } catch (error) {
    if (error instanceof NightlyBrokenOff && error.code === 'cancelled') return error.report;
    throw error;
  }
}

/** A page that failed is tried again; where that does not help, the next night is. */
export async function nightAfterFailure(
  { jobs, portals, now }: JobParts,
  install: Install,
  { run }: NightRow,
  error: unknown,
): Promise<void> {
  const rows = await jobs.read(install);
  const job = rows.find((each) => each.run === run);
  if (job?.kind !== 'nightly') return;
  const failures = job.failures + 1;
  const counted = error instanceof NightlyBrokenOff ? withReport(job, error.report) : {};
  const { code } = failureOf(error);
  const told = { ...counted, failures, sentence: code };
  if (error instanceof CrmError && failures < MOST_FAILURES) {
    await jobs.keep(job, { state: 'running', ...told, dueAt: new Date(now() + AGAIN_MS) });
    return;
  }
  const dueAt = await nightBehind(portals.contextOf(install, null, LIMIT_MS), install, now());
  await jobs.keep(job, { state: 'failed', ...told, position: null, dueAt });
}

const DAY_MS = 86_400_000;

/** The next night; a day later where it cannot be read in which time zone the portal is. */
async function nightBehind(context: Context, { portalId }: InstallKey, now: number): Promise<Date> {
  try {
    const { zone } = await context.installation.read(context);
    return nextNight(zone, portalId, new Date(now));
  } catch (error) {
    if (!(error instanceof CrmError) && !(error instanceof Refused)) throw error;
    return new Date(now + DAY_MS);
  }
}

function withReport(
  { sums, looked }: NightRow,
  report: NightlyReport,
): { sums: NightlySums; looked: number } {
  const { companies, companiesRepaired, deals, dealsRepaired, tasks, drafts, findings } = report;
  const done = { companies, companiesRepaired, deals, dealsRepaired, tasks, drafts };
  // by their codes alone: examples name companies
  const found = Object.fromEntries(findings.map(({ code, count }) => [code, count]));
  const added = Object.entries({ ...done, ...found }).map(([name, count]) => [
    name,
    (sums[name] ?? 0) + count,
  ]);
  return {
    sums: { ...sums, ...(Object.fromEntries(added) as NightlySums) },
    looked: looked + companies + deals,
  };
}

function textOf({ phase, after }: Position): string {
  return `${phase}:${after ?? ''}`;
}

function positionOf({ position }: NightRow): Position {
  if (position === null) return BEGINNING;
  const [phase, after = ''] = position.split(':');
  return { phase: phase === 'deals' ? 'deals' : 'verdicts', after: after === '' ? null : after };
}
