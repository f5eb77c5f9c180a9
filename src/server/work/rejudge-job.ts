import type { RejudgedSums } from '../../contract/jobs.ts';
import type { RejudgedPage } from '../../contract/rejudging.ts';
import type { Install } from '../../store/installs.ts';
import type { CompanyUnderWay, RejudgingRow } from '../../store/portal-jobs.ts';
import type { RejudgedCompany } from '../../usecases/policy/rejudge-report.ts';
import { rejudgePage } from '../../usecases/policy/rejudge-page.ts';
import type { JobParts } from './job-parts.ts';

/** A page has to be done well before the portal's turn ends. */
const LIMIT_MS = 90_000;
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
  const { underWay = [], ...before } = job.sums;
  const current = new Set<string>();
  const onDue = async (companies: readonly RejudgedCompany[]) => {
    const next = companies.map((each) => ({
      ...{ id: each.companyId, from: each.before.lane, to: each.after.lane },
    }));
    const ids = new Set(next.map(({ id }) => id));
    // of a page that was broken off some may be written
    const sums = { ...before, underWay: [...underWay.filter(({ id }) => !ids.has(id)), ...next] };
    if (!(await jobs.keep(job, { state: 'running', sums }))) throw new TurnLost();
  };
  const page = await unlessLost(
    rejudgePage(context, {
      ...{ type, by: email, to: version, after: position ?? undefined },
      ...{ onDue, onCurrent: (id: string) => void current.add(id) },
    }),
  );
  if (page === null) return;
  const written = underWay.filter(({ id }) => current.has(id));
  await jobs.keep(job, {
    ...(page.next === null ? { state: 'done', dueAt: null } : { state: 'running' }),
    ...{ position: page.next, looked: job.looked + page.looked, total: job.total ?? page.total },
    ...{ sums: withPage(withWritten(before, written), page), sentence: '', failures: 0 },
  });
}

/** Another process has the turn, and goes on. */
class TurnLost extends Error {}

async function unlessLost<Page>(page: Promise<Page>): Promise<Page | null> {
  try {
    return await page;
  } catch (error) {
    if (error instanceof TurnLost) return null;
    throw error;
  }
}

/** What a page wrote that ended before it was counted is current now. */
function withWritten(sums: RejudgedSums, written: readonly CompanyUnderWay[]): RejudgedSums {
  const lanes = written.flatMap(({ from, to }) => (from === to ? [] : [{ from, to, companies: 1 }]));
  return {
    ...sums,
    rejudged: sums.rejudged + written.length,
    current: sums.current - written.length,
    lanes: summed([...sums.lanes, ...lanes]),
  };
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
