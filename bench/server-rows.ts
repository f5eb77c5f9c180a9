import { type ChildProcess, fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

import { APP, PUBLIC_URL, signedPost } from '../test/server/server-in-test.ts';
import { freePort } from '../test/soak/temporary-postgres.ts';
import { percentile } from './rounds.ts';
import { type Row, atMostRow } from './row.ts';
import { COMPANIES, FIRST_PORTAL, PORTALS } from './server-portals.ts';

const DATABASE = 'postgres://postgres@127.0.0.1:5432/postgres';
const WORKERS = 16;
const LOAD_MS = 10_000;
const MEMORY_AFTER = [10_000, 50_000, 100_000];
/** The figures of memory stop here: a busy machine takes too long for all requests. */
const MEMORY_MS = 600_000;

interface Crm {
  baseUrl: string;
  companyIds: string[];
}

/** The server of the OAuth edition on PostgreSQL: its start, its speed with fifty portals, its memory. */
export async function serverRows(): Promise<Row[]> {
  const name = `partner_icp_bench_${randomBytes(4).toString('hex')}`;
  await onServer(`create database ${name}`);
  const databaseUrl = Object.assign(new URL(DATABASE), { pathname: `/${name}` }).href;
  const crm = await begin<Crm>('server-crm.ts', {});
  try {
    const environment = environmentFor(crm.said.baseUrl);
    const rows = await startRows({ ...environment, DATABASE_URL: databaseUrl });
    rows.push(...(await loadRows({ ...environment, DATABASE_URL: databaseUrl }, crm.said)));
    return rows;
  } finally {
    await ended(crm.child);
    await onServer(`drop database if exists ${name} with (force)`);
  }
}

function environmentFor(hubspotUrl: string): Record<string, string> {
  return {
    ...{ PORT: '0', PUBLIC_URL, HUBSPOT_APPS: JSON.stringify([APP]), LOG_LEVEL: 'warn' },
    TOKEN_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    ADMIN_SECRET: randomBytes(32).toString('base64url'),
    ...{ HUBSPOT_BASE_URL: hubspotUrl, HUBSPOT_AUTHORIZE_URL: `${hubspotUrl}/oauth/authorize` },
  };
}

/** From starting the process until it says that it is ready. */
async function startRows(onPostgres: Record<string, string>): Promise<Row[]> {
  const { DATABASE_URL: _, ...rest } = onPostgres;
  const folder = await mkdtemp(join(tmpdir(), 'partner-icp-'));
  const inFolder = { ...rest, DATA_FOLDER: join(folder, 'data') };
  try {
    return [
      { what: 'server, start to ready, PostgreSQL, first', figure: await msToReady(onPostgres), unit: 'ms' },
      { what: 'server, start to ready, PostgreSQL, again', figure: await msToReady(onPostgres), unit: 'ms' },
      { what: 'server, start to ready, PGlite, first', figure: await msToReady(inFolder), unit: 'ms' },
      { what: 'server, start to ready, PGlite, again', figure: await msToReady(inFolder), unit: 'ms' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function msToReady(environment: Record<string, string>): Promise<number> {
  const port = await freePort();
  const from = performance.now();
  const env = { ...process.env, ...environment, PORT: String(port) };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/start.ts'], { env, stdio: 'ignore' });
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error('the server ended before it was ready');
      const response = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null);
      if (response?.ok === true) return performance.now() - from;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await ended(child);
  }
}

async function loadRows(environment: Record<string, string>, { companyIds }: Crm): Promise<Row[]> {
  const start = () => begin<{ address: string }>('server-child.ts', environment, ['--expose-gc']);
  const first = await start();
  try {
    const one = [first.said.address];
    await load(one, companyIds, 2_000);
    const alone = await load(one, companyIds, LOAD_MS);
    const second = await start();
    const both = [...one, second.said.address];
    await load(both, companyIds, 2_000);
    const together = await load(both, companyIds, LOAD_MS).finally(() => ended(second.child));
    return [
      {
        what: `server, ${PORTALS} portals, loads and saves, one process`,
        figure: alone.perSecond,
        unit: 'per s',
      },
      {
        ...{ what: 'server, the same, two processes', figure: together.perSecond, unit: 'per s' },
        comparison: { what: 'one process', figure: alone.perSecond },
        ratio: together.perSecond / alone.perSecond,
      },
      { what: 'server, load and save, p99, one process', figure: alone.p99, unit: 'ms' },
      { what: 'server, load and save, p99, two processes', figure: together.p99, unit: 'ms' },
      atMostRow('server, loads and saves that failed', alone.failed + together.failed, 'calls', 0),
      ...(await memoryRows(first)),
    ];
  } finally {
    await ended(first.child);
  }
}

/** The rating of each company of each portal, as this bench last saved it. */
const ratings = new Map<number, number>();

/** Two loads and a save in turns, by several cards at once, each of another user. */
async function load(addresses: readonly string[], companyIds: readonly string[], ms: number) {
  const endsAt = performance.now() + ms;
  const times: number[] = [];
  let failed = 0;
  const worker = async (number: number) => {
    for (let turn = 0; performance.now() < endsAt; turn += 1) {
      const random = Math.floor(Math.random() * PORTALS * COMPANIES);
      const companyId = companyIds[random % COMPANIES] ?? '';
      const isSave = turn % 3 === 2;
      const seen = ratings.get(random) ?? null;
      const value = seen === 3 ? 4 : 3;
      const changes = { strategic_fit: { seen, value } };
      const input = isSave ? { companyId, changes, by: 'ada@example.com' } : { companyId };
      const from = performance.now();
      const operation = isSave ? 'save-scorecard' : 'load-scorecard';
      const address = addresses[(number + turn) % addresses.length] ?? '';
      const isDone = await call(
        address,
        operation,
        input,
        FIRST_PORTAL + Math.floor(random / COMPANIES),
        turn,
      );
      if (!isDone) failed += 1;
      else if (isSave) ratings.set(random, value);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, number) => worker(number)));
  return { perSecond: (times.length / ms) * 1_000, p99: percentile(times, 0.99), failed };
}

let requests = 0;

async function call(address: string, operation: string, input: object, portalId: number, turn: number) {
  requests += 1;
  const body = JSON.stringify({ input, requestId: `bench-${process.pid}-${requests}` });
  const caller = { portalId, userId: 1 + (turn % 500), userEmail: 'ada@example.com' };
  const response = await signedPost(address, `/api/operations/${operation}`, body, caller, Date.now());
  const text = await response.text();
  if (!response.ok && process.env['BENCH_SAYS'] !== undefined)
    console.error(operation, response.status, text);
  return response.ok;
}

/** Memory after so many calls that ask HubSpot for nothing new. */
async function memoryRows({ child, said }: Begun<{ address: string }>): Promise<Row[]> {
  const rows: Row[] = [];
  const endsAt = performance.now() + MEMORY_MS;
  let done = 0;
  let first = NaN;
  for (const after of MEMORY_AFTER) {
    const worker = async (number: number) => {
      for (; done < after && performance.now() < endsAt;) {
        done += 1;
        await call(said.address, 'show-profile', {}, FIRST_PORTAL + (done % PORTALS), done + number);
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, (_, number) => worker(number)));
    const mebibytes = (await rssOf(child)) / 2 ** 20;
    if (rows.length === 0) first = mebibytes;
    const what = `server, memory after ${done.toLocaleString('en')} calls`;
    const comparison = { what: 'after the first', figure: first };
    rows.push({ what, figure: mebibytes, unit: 'MiB', comparison, ratio: first / mebibytes });
    if (done < after) break;
  }
  return rows;
}

function rssOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', (said) => resolve((said as { rss: number }).rss));
    child.send('rss');
  });
}

interface Begun<Said> {
  child: ChildProcess;
  said: Said;
}

/** Starts a file of this folder in a process of its own. @returns once it has said something */
function begin<Said>(
  file: string,
  environment: Record<string, string>,
  flags: string[] = [],
): Promise<Begun<Said>> {
  const child = fork(join(import.meta.dirname, file), {
    execArgv: [...flags, '--import', 'tsx'],
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve, reject) => {
    child.once('message', (said) => resolve({ child, said: said as Said }));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: DATABASE });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
