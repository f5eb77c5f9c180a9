import { randomUUID } from 'node:crypto';

import type { Logger } from 'pino';

import { DEFAULT_TRANSPORT } from '../../crm/client/client.ts';
import { CrmError } from '../../crm/client/errors.ts';
import { JOB_UNINSTALLED } from '../../messages/rejudge.ts';
import { type ChangedRecords, changedRecordsIn } from '../../store/changed-records.ts';
import { type ContestedCompanies, contestedCompaniesIn } from '../../store/contested-companies.ts';
import type { Database } from '../../store/database.ts';
import type { InstallKey, Installs } from '../../store/installs.ts';
import { type PortalTurns, portalTurnsIn } from '../../store/portal-turns.ts';
import { followCompanies } from '../../usecases/changes/follow-companies.ts';
import { followDeals } from '../../usecases/changes/follow-deals.ts';
import type { Context } from '../../usecases/context.ts';
import { inBulkUnderPolicy } from '../../usecases/policy/with-policy.ts';
import { Refused } from '../../usecases/refused.ts';
import { noteFailures } from '../admin/note-failures.ts';
import { type Tally, openTally } from '../tally.ts';
import type { JobParts } from './job-parts.ts';
import { workOnJob } from './job-turn.ts';

/** What turns work with. */
export interface Following extends JobParts {
  changes: ChangedRecords;
  turns: PortalTurns;
  contested: ContestedCompanies;
  installs: Pick<Installs, 'read'>;
  /** The process that works, without a colon. */
  process: string;
  /** Calls back after so many milliseconds, once. @returns cancels it */
  timer: (ms: number, ring: () => void) => () => void;
  /** Told what a turn did. */
  onTurn?: (done: { companies: number; deals: number; repaired: number }) => void;
}

export function followingOver(
  database: Database,
  { installs, portals, jobs }: Pick<Following, 'installs' | 'portals' | 'jobs'>,
  log: Logger,
  now: () => number,
  tally: Tally = openTally(),
  process: string = randomUUID(),
): Following {
  return {
    changes: changedRecordsIn(database),
    turns: portalTurnsIn(database),
    contested: contestedCompaniesIn(database, now),
    onFailure: noteFailures(database, log),
    ...{ installs, portals, jobs, tally, log, now, process, timer: DEFAULT_TRANSPORT.timer },
  };
}

/** The portals that have work, of all that there are. */
export async function portalsWithWork({
  changes,
  contested,
  jobs,
}: Pick<Following, 'changes' | 'contested' | 'jobs'>): Promise<InstallKey[]> {
  const due = await contested.due();
  await changes.mark(
    due.map(({ companyId, ...key }) => ({ ...key, objectType: 'companies', recordId: companyId })),
  );
  return [...(await changes.portals()), ...(await jobs.due())];
}

/** Records of one turn: HubSpot reads and writes as many in a call. Then it is the next portal's turn. */
const AT_ONCE = 100;
/** A portal whose process was killed goes on after so long: who works renews it all the time. */
const LEASE_SECONDS = 20;
const RENEW_MS = 5_000;
const LIMIT_MS = 90_000;
/** A portal that could not be reached is tried again after so long. */
const AGAIN_SECONDS = 15;

/**
 * One turn of a portal: judges the next companies that changed, looks at the next deals, and does the next page of a job.
 *
 * @param signal ends a page of a job where it may be ended
 * @returns after how many seconds the portal wants its next turn; null once nothing waits, or where another process works on it
 */
export async function followChanges(
  parts: Following,
  key: InstallKey,
  signal: AbortSignal,
): Promise<number | null> {
  const { changes, turns, jobs, installs, tally, log } = parts;
  const holder = `${parts.process}:${randomUUID()}`;
  const behind = await turns.take(key, holder, LEASE_SECONDS);
  if (behind === null) return null;
  const kept = keepTurn(parts, key, holder);
  try {
    // a portal that has uninstalled the app keeps what waits until its rows are deleted
    const install = await installs.read(key);
    if (install?.tokens == null) {
      if (install?.uninstalledAt !== null) await jobs.end(key, JOB_UNINSTALLED);
      return null;
    }
    const last = await turnOf(parts, key, behind, holder);
    if (!(await turns.renew(key, holder, LEASE_SECONDS, last))) return null;
    tally.add('turn', 'done');
    await workOnJob(parts, install, AbortSignal.any([signal, kept.lost]));
    return (await changes.waiting(key)).count > 0 || (await jobs.next(key)) !== null ? 0 : null;
  } catch (error) {
    if (!(error instanceof CrmError) && !(error instanceof Refused)) throw error;
    tally.add('turn', 'failed');
    log.warn({ ...key, code: error.code }, 'changes could not be followed');
    return error instanceof Refused ? null : AGAIN_SECONDS;
  } finally {
    kept.end();
    await turns.release(key, holder);
  }
}

/** Renews the right to a turn for as long as it takes. `lost` says that another process has it all the same. */
function keepTurn({ turns, timer, log }: Following, key: InstallKey, holder: string) {
  const lost = new AbortController();
  let isOver = false;
  let cancel: () => void = () => undefined;
  const renewLater = () => {
    if (!isOver) cancel = timer(RENEW_MS, () => void renew());
  };
  const renew = async () => {
    try {
      if (await turns.renew(key, holder, LEASE_SECONDS)) renewLater();
      else lost.abort();
    } catch (error) {
      log.warn({ ...key, bug: error }, 'a turn could not be renewed');
      renewLater();
    }
  };
  renewLater();
  return {
    lost: lost.signal,
    end: () => {
      isOver = true;
      cancel();
    },
  };
}

/** @returns the last company that was looked at */
async function turnOf(parts: Following, key: InstallKey, behind: number, turn: string): Promise<number> {
  const { changes, contested, portals, tally, onTurn } = parts;
  const next = await changes.take(key, 'companies', { behind, most: AT_ONCE, turn });
  const isAround = next.length === 0 && behind > 0;
  const companies = isAround
    ? await changes.take(key, 'companies', { behind: 0, most: AT_ONCE, turn })
    : next;
  const deals = await changes.take(key, 'deals', { behind: 0, most: AT_ONCE, turn });
  if (companies.length === 0 && deals.length === 0) return 0;
  const context: Context = await inBulkUnderPolicy(portals.contextOf(key, null, LIMIT_MS));
  const nowMs = context.now().getTime();
  const followed = await followCompanies(context, companies.map(String), nowMs);
  await contested.note(key, followed.keepsChanging);
  const answered = companies.filter((id) => !followed.unread.has(String(id)));
  // one that may not be written any more is not fought over either
  const isLeft = (id: string) => followed.keepsChanging.has(id);
  const quiet = answered.map(String).filter((id) => !isLeft(id));
  await contested.settle(key, [...new Set([...followed.inOrder, ...quiet])]);
  await changes.clear(key, 'companies', turn, answered);
  const shown = await followDeals(context, deals.map(String));
  await changes.clear(key, 'deals', turn, deals);
  const repaired = followed.repaired + shown.repaired;
  tally.add('repair', 'done', repaired);
  onTurn?.({ companies: companies.length, deals: deals.length, repaired });
  return companies.at(-1) ?? 0;
}
