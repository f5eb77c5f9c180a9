import { setTimeout as pause } from 'node:timers/promises';

import fc from 'fast-check';
import { Client } from 'pg';

import type { PolicyState } from '../../src/contract/policy.ts';
import type { Caller } from '../server/server-in-test.ts';
import { type Fleet, INSTALLER, PORTAL_ID, startFleet } from './fleet-under-load.ts';
import type { ServerProcess } from './server-process.ts';

const KILLS = 20;
const CRASHES = 3;
const REFRESHES = 200;
const SAVERS = 6;
const DRAFTERS = 2;

/** Access tokens end so soon that both processes refresh all the time. */
const SHORT = { accessTokenSeconds: 1 };

/**
 * Two processes under load: each is killed at random times, PostgreSQL crashes, and both refresh the same token at once.
 * What was acknowledged has to be there at the end, and what was repeated has to be there once.
 *
 * @returns whether nothing was lost
 */
export async function soakServer(seed = Date.now() % 1_000_000): Promise<boolean> {
  const random = numbersFrom(seed);
  const faults = [
    ...(await onFleet(SHORT, (fleet) => underLoad(fleet, () => disturb(fleet, random)))),
    ...(await onFleet({ ...SHORT, switches: { refreshedToken: 'is-replaced' } }, refreshAtOnce)),
  ];
  console.log(`Seed ${seed}. ${faults.length === 0 ? 'Nothing was lost.' : faults.join('\n')}`);
  return faults.length === 0;
}

async function onFleet(
  rules: Parameters<typeof startFleet>[0],
  run: (fleet: Fleet) => Promise<string[]>,
): Promise<string[]> {
  const fleet = await startFleet(rules);
  try {
    const faults = await run(fleet);
    for (const server of fleet.servers) faults.push(...(await endsInTime(server)));
    return faults;
  } finally {
    await fleet.close();
  }
}

/** Numbers from 0 up to 1, the same for the same seed. */
function numbersFrom(seed: number): () => number {
  const numbers = fc.sample(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
    seed,
    numRuns: 10 * (KILLS + CRASHES),
  });
  let index = 0;
  return () => numbers[index++ % numbers.length] ?? 0;
}

async function disturb({ servers, postgres }: Fleet, random: () => number): Promise<void> {
  const crashesAfter = Math.floor(KILLS / (CRASHES + 1));
  for (let kill = 1; kill <= KILLS; kill++) {
    await pause(200 + random() * 1_000);
    await (random() < 0.5 ? servers[0] : (servers[1] ?? servers[0])).killAndStart();
    if (kill % crashesAfter === 0 && kill / crashesAfter <= CRASHES) await postgres.crash();
  }
}

/** Calls that change something, until the disturbance is over. @returns what is not as it was acknowledged */
async function underLoad(fleet: Fleet, disturbance: () => Promise<void>): Promise<string[]> {
  const stop = new AbortController();
  const savers = Array.from({ length: SAVERS }, (_, index) => saver(fleet, index, stop.signal));
  const drafters = Array.from({ length: DRAFTERS }, (_, index) => drafter(fleet, index, stop.signal));
  const publishing = publisher(fleet, stop.signal);
  const work = Promise.all([...savers, ...drafters, publishing]);
  await Promise.race([work, disturbance()]);
  stop.abort();
  const results = await work;
  const count = results.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  console.log(
    `${KILLS} processes killed, PostgreSQL crashed ${CRASHES} times: ${count} acknowledged calls, ${fleet.repeats()} repeats.`,
  );
  return results.flatMap(({ faults }) => faults);
}

interface Worked {
  acknowledged: number;
  faults: string[];
}

const caller = (userId: number): Caller => ({
  portalId: PORTAL_ID,
  userId,
  userEmail: `user-${userId}@example.com`,
});

/** Rates one company again and again. What was acknowledged has to stand in the CRM at once. */
async function saver({ portal, ask }: Fleet, index: number, signal: AbortSignal): Promise<Worked> {
  const companyId = await portal.createCompany({ name: `Company ${index}` });
  const who = caller(100 + index);
  const faults: string[] = [];
  let [acknowledged, seen] = [0, null as number | null];
  while (!signal.aborted) {
    const value = ((seen ?? 0) % 5) + 1;
    const changes = { strategic_fit: { seen, value } };
    const { status, body } = await ask('save-scorecard', { companyId, changes, by: who.userEmail }, who);
    if (status !== 200)
      return { acknowledged, faults: [`save answered ${JSON.stringify(body).slice(0, 300)}`] };
    acknowledged += 1;
    const stored = (await portal.stored(companyId))['ipp_strategic_fit'];
    if (stored !== String(value))
      faults.push(`company ${index}: ${value} was acknowledged, ${stored} is there`);
    seen = value;
  }
  return { acknowledged, faults };
}

/** Keeps a draft again and again. The last one that was acknowledged has to be in the database. */
async function drafter(
  { portal, postgres, ask }: Fleet,
  index: number,
  signal: AbortSignal,
): Promise<Worked> {
  const companyId = await portal.createCompany({ name: `Drafted ${index}` });
  const who = caller(200 + index);
  let sequence = 0;
  while (!signal.aborted) {
    const edits = { strategic_fit: { seen: null, value: (sequence % 5) + 1, since: null } };
    const draft = { companyId, user: String(who.userId), by: who.userEmail, type: 'technology', edits };
    const run = { session: `soak-${index}`, sequence: sequence + 1, took: [] };
    const { status, body } = await ask('keep-draft', { ...draft, ...run }, who);
    if (status !== 200)
      return {
        acknowledged: sequence,
        faults: [`keep-draft answered ${JSON.stringify(body).slice(0, 300)}`],
      };
    sequence += 1;
  }
  const rows = await query(postgres.url, 'select body from home_entries where key = $1', [
    `${companyId}:${who.userId}`,
  ]);
  const text = rows[0]?.['body'];
  const { parts } = JSON.parse(typeof text === 'string' ? text : '{"parts":[]}') as {
    parts: { sequence: number }[];
  };
  const kept = parts.at(-1)?.sequence ?? 0;
  const faults = kept === sequence ? [] : [`draft ${index}: ${sequence} was acknowledged, ${kept} is there`];
  return { acknowledged: sequence, faults };
}

/** Publishes settings again and again. Each has to stand in the log, once, in the order of their numbers. */
async function publisher({ ask }: Fleet, signal: AbortSignal): Promise<Worked> {
  const first = await ask('load-policy', {}, INSTALLER);
  let state = first.body.answer as PolicyState;
  const reasons: string[] = [];
  while (!signal.aborted) {
    const reason = `Soak ${reasons.length + 1}`;
    const settings = { ...state.settings, slots: (reasons.length % 9) + 1 };
    const publishing = { settings, reason, by: INSTALLER.userEmail, policy: state.policy };
    const { status, body } = await ask('publish-settings', publishing, INSTALLER);
    if (status !== 200)
      return {
        acknowledged: reasons.length,
        faults: [`publish-settings answered ${JSON.stringify(body).slice(0, 300)}`],
      };
    state = body.answer as PolicyState;
    reasons.push(reason);
  }
  const last = (await ask('load-policy', {}, INSTALLER)).body.answer as PolicyState;
  const logged = last.log.map(({ reason }) => reason).toReversed();
  const isSame = JSON.stringify(logged) === JSON.stringify(reasons);
  const faults = isSame ? [] : [`the log has ${logged.length} entries, ${reasons.length} were acknowledged`];
  return { acknowledged: reasons.length, faults };
}

/** Both processes find the same access token ended, 200 times, while each refresh token is good for one use. */
async function refreshAtOnce({ portal, servers, ask }: Fleet): Promise<string[]> {
  const { journal } = portal.sandbox;
  const companyId = await portal.createCompany({ name: 'Refreshed' });
  const tokenCalls = () =>
    journal.entries().filter(({ path }) => path.startsWith('/oauth/') && path.includes('/token'));
  const before = tokenCalls().length;
  for (let round = 1; round <= REFRESHES; round++) {
    await pause(SHORT.accessTokenSeconds * 1_000);
    // one caller of each parity goes to each of the two processes
    const callers = [caller(300), caller(301), caller(302), caller(303)];
    const answers = await Promise.all(callers.map((who) => ask('load-scorecard', { companyId }, who)));
    const failed = answers.find(({ status }) => status !== 200);
    if (failed !== undefined)
      return [
        `refresh ${round}: ${JSON.stringify(failed.body).slice(0, 300)}\n${servers[0].logged().at(-1) ?? ''}`,
      ];
  }
  const calls = tokenCalls().slice(before);
  const refused = calls.filter(({ status }) => status !== 200);
  console.log(`${REFRESHES} ended tokens, found by two processes at once: ${calls.length} refreshes.`);
  return [
    ...(refused.length === 0 ? [] : [`${refused.length} refresh tokens were used twice`]),
    ...(calls.length >= REFRESHES ? [] : [`${calls.length} refreshes for ${REFRESHES} ended tokens`]),
  ];
}

/** The app's secret, and tokens of the sandbox. */
const SECRETS = /secret-of-4711|sandbox-(?:access|refresh)-/;

/** A process that is asked to end answers the calls that run, and ends within 10 seconds. */
async function endsInTime(server: ServerProcess): Promise<string[]> {
  const { code, ms } = await server.end();
  console.log(`SIGTERM: ended after ${Math.round(ms)} ms with ${code}.`);
  const leaks = server.logged().filter((line) => SECRETS.test(line));
  return [
    ...(code === 0 && ms < 10_000 ? [] : [`SIGTERM: exit code ${code} after ${Math.round(ms)} ms`]),
    ...(leaks.length === 0 ? [] : [`a secret was logged: ${leaks.length} lines`]),
  ];
}

async function query(url: string, text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}
