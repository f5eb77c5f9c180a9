import type { RejudgedSums } from '../../contract/jobs.ts';
import type { RejudgedPage } from '../../contract/rejudging.ts';
import type { Install } from '../../store/installs.ts';
import type { RejudgingRow } from '../../store/portal-jobs.ts';
import { rejudgePage } from '../../usecases/policy/rejudge-page.ts';
import type { JobParts } from './job-parts.ts';

/** A page has to be done well before the portal's turn ends. */
const LIMIT_MS = 90_000;
/** Companies of a page: a search finds as many. */
const AT_ONCE = 200;
/** So many companies that were left are named. */
const MOST_NAMED = 20;

/**
 * The next page of a re-judging, by whoever started it, as far as they may publish still.
 *
 * @throws Refused, CrmError
 */
export async function rejudgeNext(
  { jobs, portals }: Pick<JobParts, 'jobs' | 'portals'>,
  install: Install,
  job: RejudgingRow,
): Promise<void> {
  const { type, userId, email, version, position } = job;
  const installer = { userId: String(install.installerId), email: install.installerEmail };
  const person = { userId, email, installer, isInstaller: installer.userId === userId };
  const context = portals.contextOf(install, person, LIMIT_MS);
  const page = await rejudgePage(context, {
    type,
    by: email,
    to: version,
    after: position ?? undefined,
    atOnce: AT_ONCE,
  });
  await jobs.keep(job, {
    ...(page.next === null ? { state: 'done', dueAt: null } : { state: 'running' }),
    ...{ position: page.next, looked: job.looked + page.looked, total: job.total ?? page.total },
    ...{ sums: withPage(job.sums, page), sentence: '', failures: 0 },
  });
}

function withPage(sums: RejudgedSums, page: RejudgedPage): RejudgedSums {
  const left = [...sums.left, ...page.left];
  return {
    rejudged: sums.rejudged + page.rejudged,
    current: sums.current + page.current,
    lanes: summed([...sums.lanes, ...page.lanes]),
    left: left.slice(0, MOST_NAMED),
    moreLeft: sums.moreLeft + Math.max(0, left.length - MOST_NAMED),
    // each page of deals says the same of what it left
    notes: [...new Set([...sums.notes, ...page.notes])],
  };
}

type Lanes = RejudgedPage['lanes'];

function summed(lanes: Lanes): Lanes {
  const sums: { -readonly [Key in keyof Lanes[number]]: Lanes[number][Key] }[] = [];
  for (const { from, to, companies } of lanes) {
    const known = sums.find((each) => each.from === from && each.to === to);
    if (known === undefined) sums.push({ from, to, companies });
    else known.companies += companies;
  }
  return sums;
}
