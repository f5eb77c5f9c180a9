import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import type { FaultName } from '../../sandbox/hubspot/faults/named-faults.ts';
import type { BackgroundWork, RejudgingJob } from '../../src/contract/jobs.ts';
import { decodeScorecard } from '../../src/crm/scorecard-codec.ts';
import { differingFields, encodeVerdict } from '../../src/crm/verdict-fields.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { openPostgres } from '../../src/store/database.ts';
import { portalHome } from '../../src/server/portal-home.ts';
import { keepPolicy } from '../../src/usecases/policy/known-policy.ts';
import type { Portal } from '../portal.ts';
import { propertiesInstalled } from '../server/server-in-test.ts';
import { createStored, storedScorecard } from '../usecases/policy/portfolio.ts';
import { makeCurrent, otherTechnology } from '../usecases/policy/published.ts';
import { type Fleet, INSTALLER, PORTAL_ID, startFleet } from './fleet-under-load.ts';

const COMPANIES = 5_000;
const KILLS = 20;
const SERVER_KILLS = 4;
const CRASHES = 3;
const LONGEST_MS = 45 * 60_000;
const STRICT = otherTechnology(1, { floors: { deep: 440, fast: 250 } });

/** One call in ten fails: before anything is done, or after, with an answer that is lost. */
const FAULTS: readonly FaultName[] = [
  ...(['serverError', 'rollingLimit', 'badGateway', 'unavailable', 'resetBefore'] as const),
  ...(['resetAfter', 'serverErrorAfter', 'truncated', 'gatewayTimeoutAfter'] as const),
];

/**
 * A re-judging of 5,000 companies, while HubSpot fails with a tenth of the calls, the process that works is killed 20 times,
 * and PostgreSQL crashes three times. All companies have to be judged in the end, each written once, and the job has to say so.
 *
 * @returns whether they were
 */
export async function soakRejudging(companies = COMPANIES, kills = KILLS): Promise<boolean> {
  const fleet = await startFleet({}, 1);
  try {
    const ids = await furnish(fleet, companies);
    fleet.portal.sandbox.faults.random({ percent: 10, from: FAULTS, seed: 1 });
    const watched = await disturbed(fleet, kills);
    fleet.portal.sandbox.faults.clear();
    return tell(watched, await stand(fleet.portal, ids), companies);
  } finally {
    await fleet.close();
  }
}

async function furnish({ portal, postgres }: Fleet, companies: number): Promise<string[]> {
  const all = Array.from({ length: companies }, () => storedScorecard());
  const store = await openPostgres(postgres.url);
  await propertiesInstalled(store.database);
  await makeCurrent({ home: portalHome(store.database, PORTAL_ID), policy: keepPolicy() }, STRICT);
  await store.close();
  return createStored(portal, all);
}

interface Watched {
  job: RejudgingJob;
  ms: number;
  killed: { workers: number; servers: number; crashes: number };
  /** From each kill until the job came further, in milliseconds. */
  waits: number[];
  /** What the job said that it may not say. */
  faults: string[];
}

async function disturbed(fleet: Fleet, kills: number): Promise<Watched> {
  const type = 'technology' as const;
  await asked(fleet, 'start-rejudging', { type, by: INSTALLER.userEmail });
  const from = performance.now();
  const killed = { workers: 0, servers: 0, crashes: 0 };
  const [waits, faults]: [number[], string[]] = [[], []];
  let [looked, killedAt] = [0, null as number | null];
  for (;;) {
    await pause(300);
    const job = await asked(fleet, 'read-jobs', {});
    if (job.looked < looked) faults.push(`looked went from ${looked} back to ${job.looked}`);
    if (job.looked > looked && killedAt !== null) waits.push(performance.now() - killedAt);
    const isFurther = job.looked > looked;
    looked = job.looked;
    const isOver = job.state === 'done' || job.state === 'failed';
    const ms = performance.now() - from;
    if (isOver || ms > LONGEST_MS) return { job, ms, killed, waits, faults };
    if (!isFurther && killedAt !== null) continue;
    killedAt = null;
    const done = killed.workers + killed.servers;
    if (done >= kills) continue;
    await pause(Math.random() * 2_000);
    await kill(fleet, killed, kills);
    console.log(
      `${done + 1} killed after ${(ms / 1_000).toFixed(0)} s: ${looked} of ${job.total ?? '?'} looked at`,
    );
    killedAt = performance.now();
  }
}

async function kill({ servers, postgres }: Fleet, killed: Watched['killed'], kills: number): Promise<void> {
  const [server] = servers;
  const done = killed.workers + killed.servers + 1;
  if (done % Math.ceil(kills / SERVER_KILLS) === 0) {
    await server.killAndStart();
    killed.servers += 1;
  } else {
    process.kill(await workerOf(server.pid() ?? 0), 'SIGKILL');
    killed.workers += 1;
  }
  if ((done + 2) % Math.floor(kills / (CRASHES + 1)) === 0 && killed.crashes < CRASHES) {
    await postgres.crash();
    killed.crashes += 1;
  }
}

/** The process that a server has started beside it. */
async function workerOf(server: number): Promise<number> {
  for (;;) {
    const children = await readFile(`/proc/${server}/task/${server}/children`, 'utf8');
    for (const pid of children.split(' ').filter((each) => each !== '')) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (command.includes('work/start.ts')) return Number(pid);
    }
    await pause(100);
  }
}

async function asked(fleet: Fleet, operation: string, input: object): Promise<RejudgingJob> {
  const { body } = await fleet.ask(operation, input, INSTALLER);
  const [job] = (body.answer as BackgroundWork | undefined)?.jobs ?? [];
  if (job === undefined) throw new Error(`${operation}: ${JSON.stringify(body)}`);
  return job;
}

interface Stand {
  /** Companies whose verdict is not that of the new version. */
  wrong: number;
  /** Companies of which a verdict's property was changed more than once by the app, and what was. */
  twice: string[];
}

interface Raw {
  id: string;
  properties: Record<string, string | null>;
  propertiesWithHistory: Record<string, { value: string; sourceId: string }[]>;
}

const ONCE = ['ipp_lane', 'ipp_total', 'ipp_profile_version'];

async function stand({ outside }: Portal, ids: readonly string[]): Promise<Stand> {
  const found: Stand = { wrong: 0, twice: [] };
  const { scorecard } = decodeScorecard(fieldsIn(storedScorecard()), STRICT);
  const expected = encodeVerdict(verdict(scorecard, STRICT, new Date().toISOString().slice(0, 10)));
  const properties = [...Object.keys(expected), 'profile_version'].map((field) => `ipp_${field}`);
  for (let start = 0; start < ids.length; start += 50) {
    const inputs = ids.slice(start, start + 50).map((id) => ({ id }));
    const path = '/crm/objects/2026-09/companies/batch/read';
    const body = { inputs, properties, propertiesWithHistory: ONCE };
    const answer = await outside.send({ method: 'POST', path, body, repeat: 'reads' });
    for (const record of (answer as { results: Raw[] }).results) {
      const fields = fieldsIn(record.properties);
      const isTrue = Object.keys(differingFields(expected, fields)).length === 0;
      if (!isTrue || fields['profile_version'] !== 'technology@1') found.wrong += 1;
      for (const name of ONCE) {
        const ours = (record.propertiesWithHistory[name] ?? []).filter(({ sourceId }) => sourceId === '4711');
        if (ours.length > 1)
          found.twice.push(`${record.id} ${name}: ${ours.map(({ value }) => value).join()}`);
      }
    }
  }
  return found;
}

function fieldsIn(properties: Readonly<Record<string, string | null>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, text]) => [name.replace(/^ipp_/, ''), text]),
  );
}

function tell(
  { job, ms, killed, waits, faults }: Watched,
  { wrong, twice }: Stand,
  companies: number,
): boolean {
  const { state, looked, total, rejudged, current, left, moreLeft, sentence } = job;
  const seconds = (each: number) => `${(each / 1_000).toFixed(0)} s`;
  console.table({
    'the job': `${state} after ${seconds(ms)} ${sentence}`,
    killed: `${killed.workers} workers, ${killed.servers} servers; PostgreSQL crashed ${killed.crashes} times`,
    'goes on after a kill': `${seconds(median(waits))} (median), ${seconds(Math.max(0, ...waits))} at most`,
    'looked at': `${looked} of ${total ?? '?'}`,
    'says that it did': `${rejudged} re-judged, ${current} were current, ${left.length + moreLeft} left`,
    'verdicts that are true': `${companies - wrong} of ${companies}`,
    'properties written twice': twice.length,
  });
  for (const each of [...faults, ...twice].slice(0, 20)) console.log(each);
  const isCounted = looked === companies && total === companies && rejudged === companies && current === 0;
  const isGood = state === 'done' && isCounted && wrong === 0 && twice.length === 0 && faults.length === 0;
  console.log(isGood ? 'As it should be.' : 'NOT as it should be.');
  return isGood;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
