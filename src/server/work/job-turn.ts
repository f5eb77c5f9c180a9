import { CrmError } from '../../crm/client/errors.ts';
import { isDatabaseDown } from '../../store/database-down.ts';
import type { Install } from '../../store/installs.ts';
import type { PortalJob } from '../../store/portal-jobs.ts';
import { failureOf } from '../../usecases/failure.ts';
import type { JobParts } from './job-parts.ts';
import { nightAfterFailure, nightPage } from './night-job.ts';
import { rejudgeNext } from './rejudge-job.ts';

/** A page that failed is tried again after so long, the next time after twice as long. */
const AGAIN_MS = 15_000;
const LONGEST_MS = 15 * 60_000;
/** After so many failures in a row a re-judging ends: over an hour. */
const MOST_FAILURES = 12;

/**
 * One page of the job of a portal that is due. A job whose page fails is tried again, or ends in words.
 *
 * @param signal ends a page where it may be ended
 */
export async function workOnJob(parts: JobParts, install: Install, signal: AbortSignal): Promise<void> {
  const { jobs, log, tally, onFailure } = parts;
  const job = await jobs.next(install);
  if (job === null) return;
  try {
    await (job.kind === 'rejudge'
      ? rejudgeNext(parts, install, job)
      : nightPage(parts, install, job, signal));
    tally.add(job.kind, 'done');
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    const { code, message } = failureOf(error);
    const { appId, portalId, kind } = job;
    tally.add(kind, 'failed');
    log.warn({ appId, portalId, job: kind, code, ...(code === 'bug' && { bug: error }) }, 'a page failed');
    onFailure({ appId, portalId }, code);
    if (job.kind === 'nightly') await nightAfterFailure(parts, install, job, error);
    else await jobs.keep(job, { ...afterFailure(job, error, parts.now()), sentence: message });
  }
}

function afterFailure(job: PortalJob, error: unknown, now: number) {
  const isLimited = error instanceof CrmError && error.code === 'rate-limited';
  const failures = job.failures + 1;
  const isOver = !(error instanceof CrmError) || (!isLimited && failures >= MOST_FAILURES);
  if (isOver) return { state: 'failed', failures, dueAt: null } as const;
  const wait = Math.min(AGAIN_MS * 2 ** job.failures, LONGEST_MS);
  return { state: 'running', failures, dueAt: new Date(now + wait) } as const;
}
