import { randomBytes } from 'node:crypto';

import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';

import { type SandboxCrm, startSandboxCrm } from '../sandbox/hubspot/start-sandbox-crm.ts';
import { DEFAULT_TRANSPORT, openCrm } from '../src/crm/client/client.ts';
import { openCallCounts } from '../src/server/call-counts.ts';
import { type Connections, connectPortals } from '../src/server/connections.ts';
import { portalHome } from '../src/server/portal-home.ts';
import { followChanges, followingOver } from '../src/server/work/follow-changes.ts';
import { type OpenDatabase, openPglite } from '../src/store/database.ts';
import { openContext } from '../src/usecases/context.ts';
import { install } from '../src/usecases/install/install.ts';
import { keepPolicy } from '../src/usecases/policy/known-policy.ts';
import { saveScorecard } from '../src/usecases/scorecard/save.ts';
import { PUBLIC_URL } from '../test/server/server-in-test.ts';
import { createStored, storedScorecard } from '../test/usecases/policy/portfolio.ts';
import { makeCurrent, otherTechnology } from '../test/usecases/policy/published.ts';
import { percentile } from './rounds.ts';
import { type Row, atMostRow } from './row.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

const COMPANIES = 100_000;
/** How long a call to HubSpot takes, in milliseconds. */
const CALL_MS = 150;
/** Calls in ten seconds that an OAuth app may make in an account, and the part of them for work in bulk. */
const LIMIT = 110;
const BULK = 0.75;
const START = Date.UTC(2026, 10, 2);
const KEY = { appId: 4_711, portalId: 1_001 };
const ADA = { userId: '7', email: 'ada@example.com' };
const TOKEN = 'token-of-the-app';
const PERSON = 'token-of-ada';
/** A call of a card ends within this time. */
const CARD_MS = 13_000;
const NOTHING_DONE = { rejudged: 0, current: 0, lanes: [], left: [], moreLeft: 0, notes: [] };

/**
 * A job re-judges 100,000 companies by a stricter profile, under the limit of an OAuth app, while another process saves a
 * card every second. Runs on a virtual clock.
 */
export async function rejudgingRows(): Promise<Row[]> {
  const clock = virtualClock(CALL_MS);
  const store = await openPglite(whileItStands(clock, await PGlite.create()));
  const crm = await startSandboxCrm({
    tokens: [
      { token: TOKEN, sourceType: 'INTEGRATION', sourceId: String(KEY.appId), isOAuth: true },
      { token: PERSON, sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 },
    ],
    account: { portalId: KEY.portalId },
    owners: [{ id: '1', userId: 7, email: ADA.email, firstName: 'Ada', lastName: 'Berg' }],
    limits: 'off',
    now: () => new Date(START + clock.now()),
  });
  try {
    const ids = await furnish(store, crm);
    crm.setLimits('on');
    return await clock.run(() => rejudgeAll({ store, crm, clock, ids }));
  } finally {
    await crm.close();
    await store.close();
  }
}

/** A database during whose statements the clock stands still. */
function whileItStands({ during }: VirtualClock, pglite: PGlite): PGlite {
  return new Proxy(pglite, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name !== 'query' && name !== 'transaction') return member.bind(target) as unknown;
      return (...call: unknown[]) => during(() => member.apply(target, call) as Promise<unknown>);
    },
  });
}

/** Companies that are judged by the shipped profile, in a portal that has a stricter one now. @returns their ids */
async function furnish({ database }: OpenDatabase, { baseUrl }: SandboxCrm): Promise<string[]> {
  await install(openContext(() => ({ baseUrl, accessToken: TOKEN })));
  const outside = openCrm({ baseUrl, accessToken: PERSON });
  const ids = await createStored(
    { outside },
    Array.from({ length: COMPANIES }, () => storedScorecard()),
  );
  const stricter = otherTechnology(1, { floors: { deep: 440, fast: 250 } });
  await makeCurrent({ home: portalHome(database, KEY.portalId), policy: keepPolicy() }, stricter);
  return ids;
}

interface Portfolio {
  store: OpenDatabase;
  crm: SandboxCrm;
  clock: VirtualClock;
  ids: readonly string[];
}

async function rejudgeAll({ store, crm, clock, ids }: Portfolio): Promise<Row[]> {
  const log = pino({ level: 'warn' });
  const now = () => START + clock.now();
  const counts = openCallCounts({ database: store.database, log, now });
  const settings = {
    ...{ publicUrl: PUBLIC_URL, hubspotUrl: crm.baseUrl },
    tokenKeys: [{ name: 'bench', key: randomBytes(32) }] as const,
    apps: [{ appId: KEY.appId, clientId: 'client', clientSecret: 'secret-of-the-bench-0123' }] as const,
  };
  const calls = { cards: 0, job: 0 };
  const processOf = (kind: keyof typeof calls) => {
    const { sleep, timer } = clock;
    const onCall = () => void (calls[kind] += 1);
    const transport = { ...DEFAULT_TRANSPORT, now: clock.now, sleep, timer, onCall };
    const databaseClock = () => sql<number>`${now()}::float8`;
    return connectPortals({ settings, store, counts, log, now, transport, databaseClock });
  };
  const answering = processOf('cards');
  const working = processOf('job');
  const tokens = { accessToken: TOKEN, refreshToken: 'none', expiresIn: 864_000, lifetime: 864_000 };
  const install = { ...KEY, domain: 'acme.com', installerId: 7, installerEmail: ADA.email, scopes: [] };
  await answering.installs.keep(install, tokens);
  const run = { run: 'bench', type: 'technology', version: 'technology@1' } as const;
  await working.jobs.start(KEY, { ...run, ...ADA, sums: NOTHING_DONE });

  const from = clock.now();
  const cards = saveCards(answering, clock, ids);
  const following = followingOver(store.database, working, log, now);
  const { signal } = new AbortController();
  for (let again: number | null = 0; again !== null;) {
    again = await followChanges(following, KEY, signal);
    if (again !== null && again > 0) await clock.sleep(again * 1_000);
  }
  const took = clock.now() - from;
  const saves = await cards.end();
  await counts.close();

  const [job] = await working.jobs.read(KEY);
  if (job?.kind !== 'rejudge' || job.state !== 'done' || job.looked !== COMPANIES)
    throw new Error(`the job did not end as it should: ${JSON.stringify(job)}`);
  const searches = crm.journal.entries().filter(({ path }) => path.includes('/search')).length;
  const dictated = ((calls.job - searches) / (LIMIT * BULK)) * 10_000;
  return [
    { what: 'job, 100,000 companies re-judged at 110 calls in 10 s', figure: took / 1_000, unit: 's' },
    { what: 'job, calls besides searches', figure: calls.job - searches, unit: '' },
    atMostRow('job, as a part of what three quarters of the limit dictate', took / dictated, 'x', 1.1),
    atMostRow('job, saving a card meanwhile, p95', percentile(saves, 0.95), 'ms', 1_000),
  ];
}

/** Saves a card every second, each of another company, by a process that answers. @returns their times in milliseconds */
function saveCards({ portals }: Connections, clock: VirtualClock, ids: readonly string[]) {
  const times: number[] = [];
  const state = { isOver: false };
  const person = { ...ADA, isInstaller: true, installer: ADA };
  const save = async (turn: number) => {
    const from = clock.now();
    const changes = { strategic_fit: { seen: 5, value: 1 + (turn % 4) } };
    // the last ones are re-judged last: the job has not seen them yet
    const companyId = ids[ids.length - 1 - turn] ?? '';
    const context = portals.contextOf(KEY, person, CARD_MS);
    await saveScorecard(context, { companyId, changes, by: ADA.email });
    times.push(clock.now() - from);
  };
  const saving = (async () => {
    for (let turn = 0; !state.isOver; turn += 1) {
      await save(turn);
      await clock.sleep(2_000);
    }
  })();
  return {
    end: async () => {
      state.isOver = true;
      await saving;
      return times;
    },
  };
}
