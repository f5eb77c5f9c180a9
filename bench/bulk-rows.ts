import { readCompanies } from '../src/crm/many-companies.ts';
import { updateRecords } from '../src/crm/update-records.ts';
import { batches } from '../src/crm/client/batches.ts';
import { openLimiter } from '../src/crm/client/limiter.ts';
import { DEFAULT_TRANSPORT, inBulk, openCrm } from '../src/crm/client/client.ts';
import type { Crm } from '../src/crm/client/request.ts';
import { keepInstallation } from '../src/crm/installation.ts';
import { homeInCrm } from '../src/crm/policy-home.ts';
import { DEFAULT_SETTINGS } from '../src/icp/settings.ts';
import { SHIPPED } from '../src/icp/shipped-profiles.ts';
import { keepPolicy } from '../src/usecases/policy/known-policy.ts';
import { type SandboxCrm, startSandboxCrm } from '../sandbox/hubspot/start-sandbox-crm.ts';
import { PRIVATE_REMEDIES } from '../src/usecases/remedies.ts';
import { install } from '../src/usecases/install/install.ts';
import { saveScorecard } from '../src/usecases/scorecard/save.ts';
import { percentile } from './rounds.ts';
import { type Row, atMostRow } from './row.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

const COMPANIES = 100_000;
const BATCH = 100;
/** Batches sent at a time. */
const WORKERS = 12;
/** Percentage of calls with a fault. */
const FAULTY = 5;
const LIMIT = 190;
const START = Date.UTC(2026, 10, 2);
const APP = 'bench-app';
const SEEDER = 'bench-seeder';
/** Without hangs, because their deadline is in real time. */
const FAULTS = [
  'rollingLimit',
  'serverErrorAfter',
  'badGateway',
  'unavailable',
  'gatewayTimeoutAfter',
  'locked',
  'truncated',
  'resetBefore',
  'resetAfter',
] as const;

/**
 * Reads and updates 100,000 companies in batches under HubSpot's limit of 190 calls in ten seconds and random faults,
 * while a card is saved every second. Runs on a virtual clock.
 */
export async function bulkRows(): Promise<Row[]> {
  const clock = virtualClock();
  const sandbox = await startSandboxCrm({
    tokens: [
      { token: APP, sourceType: 'INTEGRATION', sourceId: '1' },
      { token: SEEDER, sourceType: 'IMPORT', sourceId: 'companies.csv' },
    ],
    account: { tier: 'professional' },
    limits: 'on',
    now: () => new Date(START + clock.now()),
  });
  try {
    const seeder = openCrm({ baseUrl: sandbox.baseUrl, accessToken: SEEDER });
    const ids = await createCompanies(seeder);
    const limiter = openLimiter(clock);
    const settings = { ...DEFAULT_TRANSPORT, now: clock.now, sleep: clock.sleep, limiter };
    const crm = openCrm({ baseUrl: sandbox.baseUrl, accessToken: APP }, settings);
    const rows = await clock.run(() => updateAll({ sandbox, crm, clock, ids }));
    return [...rows, { what: 'of them wrong at the end', figure: await countWrong(seeder, ids), unit: '' }];
  } finally {
    await sandbox.close();
  }
}

interface Job {
  sandbox: SandboxCrm;
  crm: Crm;
  clock: VirtualClock;
  ids: readonly string[];
}

async function updateAll({ sandbox, crm, clock, ids }: Job): Promise<Row[]> {
  const installation = keepInstallation(clock.now);
  const context = {
    crm,
    ...SHIPPED,
    home: homeInCrm(crm, installation),
    policy: keepPolicy(),
    settings: DEFAULT_SETTINGS,
    installation,
    defaultType: 'technology' as const,
    publishes: 'always' as const,
    edition: 'private' as const,
    remedies: PRIVATE_REMEDIES,
    person: null,
    jobs: null,
    now: () => new Date(START + clock.now()),
    sleep: clock.sleep,
    random: Math.random,
  };
  await install(context);
  sandbox.faults.random({ percent: FAULTY, from: FAULTS, seed: 7 });
  const start = clock.now();
  const saves: number[] = [];
  const job = { isOver: false };
  const cards = (async () => {
    for (let turn = 0; !job.isOver; turn++) {
      saves.push(await timedSave(context, clock, ids[turn] ?? '', turn));
      await clock.sleep(1_000);
    }
  })();
  const queue = batches(ids, BATCH);
  const work = inBulk(crm);
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      for (let batch = queue.shift(); batch !== undefined; batch = queue.shift())
        await updateBatch(work, batch);
    }),
  );
  const took = clock.now() - start;
  job.isOver = true;
  await cards;
  sandbox.faults.clear();
  const dictated = ((2 * (ids.length / BATCH)) / (LIMIT * 0.75)) * 10_000;
  return [
    { what: '100,000 companies read and updated under limit and faults', figure: took / 1_000, unit: 's' },
    atMostRow('as a part of what three quarters of the limit dictate', took / dictated, 'x', 1.1),
    atMostRow('saving a card meanwhile, p95', percentile(saves, 0.95), 'ms', 1_000),
  ];
}

/** Starts a batch again when its retries are used up, as a job does. */
async function updateBatch(crm: Crm, ids: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      const { found } = await readCompanies(crm, ids, ['name']);
      const updates = [...found].map(([id, { properties }]) => ({
        id,
        properties: { description: `About ${properties['name']}` },
      }));
      await updateRecords(crm, 'companies', updates);
      return;
    } catch (error) {
      if (attempt === 5) throw error;
    }
}

/** Milliseconds on the virtual clock. */
async function timedSave(
  context: Parameters<typeof saveScorecard>[0],
  clock: VirtualClock,
  companyId: string,
  turn: number,
): Promise<number> {
  const start = clock.now();
  const changes = { strategic_fit: { seen: null, value: 1 + (turn % 5) } };
  await saveScorecard(context, { companyId, changes, by: 'bench@example.com' });
  return clock.now() - start;
}

async function createCompanies(crm: Crm): Promise<string[]> {
  const path = '/crm/objects/2026-09/companies/batch/create';
  const ids: string[] = [];
  for (let start = 0; start < COMPANIES; start += BATCH) {
    const inputs = Array.from({ length: BATCH }, (_, index) => ({
      properties: { name: `Partner ${start + index}` },
      associations: [],
    }));
    const response = (await crm.send({ method: 'POST', path, body: { inputs } })) as {
      results: { id: string }[];
    };
    ids.push(...response.results.map(({ id }) => id));
  }
  return ids;
}

async function countWrong(crm: Crm, ids: readonly string[]): Promise<number> {
  const { found: companies } = await readCompanies(crm, ids, ['name', 'description']);
  return ids.filter((id) => {
    const company = companies.get(id)?.properties;
    return company?.['description'] !== `About ${company?.['name']}`;
  }).length;
}
