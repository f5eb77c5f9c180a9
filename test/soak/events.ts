import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { signatureV3 } from '../../sandbox/hubspot/apps/signature.ts';
import { openPostgres } from '../../src/store/database.ts';
import { installsIn } from '../../src/store/installs.ts';
import { openCipher } from '../../src/store/token-cipher.ts';
import { APP, PUBLIC_URL } from '../server/server-in-test.ts';
import { COMPANIES, FIRST_PORTAL, PORTALS, tokenOf } from './portals-of-events.ts';
import { secondsOf, withChildren } from './processor-time.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { type TemporaryPostgres, freePort, startPostgres } from './temporary-postgres.ts';

/** What HubSpot's certification asks of a host of webhooks. */
const REQUESTS_A_SECOND = 150;
const EVENTS = 100;
const LONGEST_P99_MS = 250;
/** A server that has just started is told of a few changes first, as after a deployment. */
const WARM_SECONDS = 5;
const WARM_A_SECOND = 30;
const TRUE_WITHIN_MS = 600_000;

interface Stand {
  wrong: number;
  calls: number;
  limited: number;
}

/**
 * Requests of events at the rate that HubSpot asks for, about 20,000 companies of 50 portals, each of which shows a verdict
 * that does not follow any more. All have to be acknowledged in time, and every verdict has to be true in the end.
 *
 * @returns whether they were
 */
export async function soakEvents(seconds = 60): Promise<boolean> {
  const postgres = await startPostgres();
  const crm = fork(join(import.meta.dirname, 'many-portals.ts'), { execArgv: ['--import', 'tsx'] });
  try {
    const { baseUrl, ids } = await said<{ baseUrl: string; ids: string[] }>(crm);
    const key = randomBytes(32);
    await connectAll(postgres.url, key);
    const server = await startServerProcess(await freePort(), {
      ...{ DATABASE_URL: postgres.url, PUBLIC_URL, HUBSPOT_APPS: JSON.stringify([APP]), LOG_LEVEL: 'warn' },
      TOKEN_KEYS: `soak:${key.toString('base64')}`,
      ADMIN_SECRET: randomBytes(32).toString('base64url'),
      ...{ HUBSPOT_BASE_URL: baseUrl, HUBSPOT_AUTHORIZE_URL: `${baseUrl}/oauth/authorize` },
    });
    try {
      return await load({ server, crm, postgres }, ids.map(Number), seconds);
    } finally {
      await server.end();
    }
  } finally {
    crm.kill();
    await postgres.close();
  }
}

async function connectAll(url: string, key: Buffer): Promise<void> {
  const store = await openPostgres(url);
  const installs = installsIn(store.database, openCipher([{ name: 'soak', key }]));
  for (let portalId = FIRST_PORTAL; portalId < FIRST_PORTAL + PORTALS; portalId += 1) {
    const grant = { appId: APP.appId, portalId, domain: 'acme.com', installerId: 7, scopes: [] };
    const tokens = {
      accessToken: tokenOf(portalId),
      refreshToken: 'none',
      expiresIn: 86_400,
      lifetime: 86_400,
    };
    await installs.keep({ ...grant, installerEmail: 'ada@example.com' }, tokens);
  }
  await store.close();
}

interface Processes {
  server: ServerProcess;
  crm: ChildProcess;
  postgres: TemporaryPostgres;
}

async function load(processes: Processes, ids: readonly number[], seconds: number): Promise<boolean> {
  const { server, crm } = processes;
  const usedBefore = await timeUsed(processes);
  await sendAll(server.address, ids, WARM_SECONDS, WARM_A_SECOND);
  const before = await memoryOf(server);
  const { times, failed, late } = await sendAll(server.address, ids, seconds, REQUESTS_A_SECOND);
  const after = await memoryOf(server);
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  for (const [reason, count] of reasons) console.log(`${count} not acknowledged: ${reason}`);
  const events = times.length * EVENTS;
  console.log(
    `${times.length} requests of ${EVENTS} events in ${seconds} s (${(times.length / seconds).toFixed(0)} a second), ` +
      `${failed} not acknowledged; answered after ${p50.toFixed(0)} ms (p50), ${p99.toFixed(0)} ms (p99), ` +
      `${Math.max(...times).toFixed(0)} ms at most; sent ${late.toFixed(0)} ms late at most.`,
  );
  console.log(
    `Memory of the server: ${before} MiB before, ${after} MiB after ${events.toLocaleString('en')} events.`,
  );
  const from = performance.now();
  let stand = await ask<Stand>(crm);
  while (stand.wrong > 0 && performance.now() - from < TRUE_WITHIN_MS) {
    await pause(15_000);
    stand = await ask<Stand>(crm);
  }
  const whole = (performance.now() - from) / 1_000 + seconds;
  const { wrong, calls, limited } = stand;
  console.log(
    `${PORTALS * COMPANIES - wrong} of ${PORTALS * COMPANIES} verdicts are true ${whole.toFixed(0)} s after the first event: ` +
      `${calls} calls to HubSpot, ${limited} of them refused for the limit.`,
  );
  const used = await timeUsed(processes);
  const [answering = 0, working = 0, database = 0] = used.map(
    (time, index) => time - (usedBefore[index] ?? 0),
  );
  const told = events + WARM_SECONDS * WARM_A_SECOND * EVENTS;
  console.log(
    `Processor time: ${micros(answering / told)} an event to answer it, ${micros(database / told)} an event in PostgreSQL, ` +
      `${micros(working / (PORTALS * COMPANIES))} a company to read, judge, write and read it back.`,
  );
  const isGood = failed === 0 && p99 <= LONGEST_P99_MS && wrong === 0;
  console.log(isGood ? 'As it should be.' : 'NOT as it should be.');
  return isGood;
}

/** Seconds of processor time: of the process that answers, of the one that works, of PostgreSQL. */
async function timeUsed({ server, postgres }: Processes): Promise<[number, number, number]> {
  const [answering = 0, ...working] = withChildren(server.pid() ?? 0);
  const sum = (pids: readonly number[]) => pids.reduce((seconds, pid) => seconds + secondsOf(pid), 0);
  return [sum([answering]), sum(working), sum(withChildren(await postgres.pid()))];
}

function micros(seconds: number): string {
  return `${(seconds * 1e6).toFixed(0)} µs`;
}

/** Sends at a fixed rate, whether or not answers come. */
async function sendAll(address: string, ids: readonly number[], seconds: number, aSecond: number) {
  const times: number[] = [];
  let failed = 0;
  let late = 0;
  const from = performance.now();
  const open = new Set<Promise<void>>();
  for (let number = 0; number < seconds * aSecond; number += 1) {
    const due = from + (number * 1_000) / aSecond;
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    late = Math.max(late, performance.now() - due);
    const sent = performance.now();
    const one = post(address, eventsOf(number, ids))
      .then((isDone) => {
        times.push(performance.now() - sent);
        if (!isDone) failed += 1;
      })
      .finally(() => open.delete(one));
    open.add(one);
  }
  await Promise.all(open);
  return { times, failed, late };
}

/** Each request is about one portal, as HubSpot's are; over all of them every company is named several times. */
function eventsOf(number: number, ids: readonly number[]): object[] {
  const portalId = FIRST_PORTAL + (number % PORTALS);
  const first = Math.floor(number / PORTALS) * EVENTS;
  return Array.from({ length: EVENTS }, (_, index) => ({
    ...{ eventId: number * EVENTS + index, subscriptionId: 1, portalId, appId: APP.appId },
    ...{ occurredAt: Date.now(), subscriptionType: 'object.propertyChange', attemptNumber: 0 },
    ...{ objectTypeId: '0-2', objectId: ids[(first + index) % ids.length] },
    ...{
      propertyName: 'ipp_strategic_fit',
      propertyValue: '1',
      changeSource: 'CRM_UI',
      sourceId: 'userId:7',
    },
  }));
}

/** Why requests were not acknowledged, and how many. */
const reasons = new Map<string, number>();

function note(reason: string): void {
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}

async function post(address: string, events: object[]): Promise<boolean> {
  const body = JSON.stringify(events);
  const timestamp = Date.now();
  const signature = signatureV3(APP.clientSecret, {
    ...{ method: 'POST', url: `${PUBLIC_URL}/webhooks`, body, timestamp },
  });
  try {
    const response = await fetch(`${address}/webhooks`, {
      ...{ method: 'POST', body },
      headers: {
        ...{ 'content-type': 'application/json', 'x-hubspot-signature-v3': signature },
        'x-hubspot-request-timestamp': String(timestamp),
      },
    });
    await response.arrayBuffer();
    if (!response.ok) note(`status ${response.status}`);
    return response.ok;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    note(cause instanceof Error ? cause.message : 'thrown');
    return false;
  }
}

function percentile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

async function memoryOf({ pid }: ServerProcess): Promise<number> {
  const text = await readFile(`/proc/${pid()}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(text)?.[1] ?? NaN) / 1_024);
}

function said<Said>(child: ChildProcess): Promise<Said> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`ended with ${code ?? 'a signal'}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as Said);
    });
  });
}

function ask<Said>(child: ChildProcess): Promise<Said> {
  const answer = said<Said>(child);
  child.send('stand');
  return answer;
}
