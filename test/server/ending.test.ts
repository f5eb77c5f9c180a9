import { type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { type Portal, openPortal } from '../portal.ts';
import { type ServerInTest, REGISTERED, serverInTest } from './server-in-test.ts';
import { APP, PUBLIC_URL } from './server-in-test.ts';
import { type RawRequest, signed } from './signed-request.ts';

const SCOPES = ['oauth', 'crm.objects.companies.read', 'crm.objects.companies.write'];
const PORTAL = 62_515;
const QUERY = `userId=7&portalId=${PORTAL}&userEmail=ada%40example.com&appId=${APP.appId}`;
const COMPANIES = { path: '/crm/objects/2026-09/companies' };
const DRAIN_MS = 9_000;

/** Alarms go off when a test says so. */
function alarms() {
  const set = new Map<() => void, number>();
  return {
    now: () => performance.now(),
    sleep: () => new Promise<void>((resolve) => setImmediate(resolve)),
    timer: (ms: number, ring: () => void) => {
      set.set(ring, ms);
      return () => void set.delete(ring);
    },
    isSet: (ms: number) => [...set.values()].includes(ms),
    goOff: (ms: number) => [...set].filter(([, of]) => of === ms).forEach(([ring]) => ring()),
  };
}

let portal: Portal;
let server: ServerInTest;
let watch: ReturnType<typeof alarms>;
let hanging = 0;

beforeEach(async () => {
  watch = alarms();
  hanging = 0;
  portal = await openPortal({
    account: { portalId: PORTAL },
    owners: [{ id: '1', userId: 7, email: 'ada@example.com', firstName: 'Ada', lastName: 'Berg' }],
    apps: [{ ...REGISTERED, requiredScopes: SCOPES }],
    onHang: () => void (hanging += 1),
  });
  server = await serverInTest({ hubspotUrl: portal.sandbox.baseUrl, scopes: SCOPES, stopwatch: watch });
  await server.connect(7);
});

afterEach(async () => {
  await portal.close();
  await server.close();
});

/** Sends a call whose first question to HubSpot is never answered. */
async function sendHanging(): Promise<Socket> {
  portal.sandbox.faults.add({ kind: 'hang', write: 'before' }, { ...COMPANIES, times: 99 });
  const body = JSON.stringify({ input: { companyId: '1' } });
  const socket = open();
  socket.write(asText(signed(`/api/operations/load-scorecard?${QUERY}`, body)));
  while (hanging === 0) await watch.sleep();
  return socket;
}

function open(): Socket {
  const { hostname, port } = new URL(server.address);
  return connect(Number(port), hostname);
}

function asText({ method, target, body, signature, timestamp }: RawRequest): string {
  const headers = [
    `${method} ${target} HTTP/1.1`,
    `host: ${new URL(PUBLIC_URL).host}`,
    `x-hubspot-signature-v3: ${signature}`,
    `x-hubspot-request-timestamp: ${timestamp}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
  ];
  return `${headers.join('\r\n')}\r\n\r\n${body.toString()}`;
}

test('a server that ends is not ready, and takes no new connection', async () => {
  const socket = await sendHanging();
  const answers = text(socket);
  const ended = server.stop();
  socket.write('GET /ready HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  await expect(fetch(`${server.address}/ready`)).rejects.toThrow('fetch failed');

  // the call that hangs is answered first, since it came first
  watch.goOff(13_000);
  const said = await answers;

  expect(said).toMatch(/^HTTP\/1\.1 424 /);
  expect(said).toMatch(/HTTP\/1\.1 503 [^]*"status":"ending"/);
  watch.goOff(DRAIN_MS);
  await ended;
});

test('a call that does not end keeps the server for nine seconds and no longer', async () => {
  const socket = await sendHanging();
  const cut = new Promise<void>((resolve) => void socket.on('close', () => resolve()));
  socket.on('error', () => undefined);
  let hasEnded = false;
  const ended = server.stop().then(() => void (hasEnded = true));
  while (!watch.isSet(DRAIN_MS)) await watch.sleep();
  const before = [hasEnded, socket.destroyed];

  watch.goOff(DRAIN_MS);
  await ended;
  await cut;

  expect(before).toEqual([false, false]);
});
