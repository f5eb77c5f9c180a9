import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { throughProxy } from '../../../sandbox/oauth-edition/hubspot-fetch.ts';
import type { FetchCall } from '../../../sandbox/workbench/host/hubspot-fetch.ts';
import { checkSignature } from '../../../src/server/signature.ts';

const ORIGIN = 'https://icp.example.com';
const SECRET = 'client-secret';
const JANE = { id: '101', userId: 1101, email: 'jane@example.com', firstName: 'Jane', lastName: 'Okafor' };
const NOW = Date.UTC(2026, 10, 27);

interface Seen {
  request: IncomingMessage;
  body: string;
}

let seen: Seen[];
let answers: { status: number; body: string }[];
let server: Server;
let address: string;

beforeEach(async () => {
  seen = [];
  answers = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({ request, body: Buffer.concat(chunks).toString() });
      const { status, body } = answers.shift() ?? { status: 200, body: '{"answer":1}' };
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => close());

function close(): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function send(call: Partial<FetchCall> = {}) {
  const proxy = throughProxy({
    app: { id: 4711, clientSecret: SECRET, permittedOrigins: [ORIGIN] },
    portalId: 62_515,
    localOrigin: () => address,
    now: () => NOW,
  });
  const url = `${ORIGIN}/api/operations/load-policy`;
  const whole = { url, method: 'POST', body: '{"input":{}}', timeoutMs: 5_000, authorization: null, ...call };
  return proxy(whole, JANE);
}

test('a call names person, portal and app in the query, and is signed for the address that the card named', async () => {
  expect(await send()).toMatchObject({ status: 200, body: '{"answer":1}' });

  const [{ request, body } = {}] = seen as [Seen?];
  const query = 'userId=1101&portalId=62515&userEmail=jane%40example.com&appId=4711';
  expect(request?.url).toBe(`/api/operations/load-policy?${query}`);
  const signed = {
    ...{ method: 'POST', target: request?.url ?? '', body: Buffer.from(body ?? '') },
    signature: request?.headers['x-hubspot-signature-v3'] as string,
    timestamp: request?.headers['x-hubspot-request-timestamp'] as string,
  };
  expect(checkSignature(SECRET, ORIGIN, signed, NOW)).toBe('valid');
});

test.each([
  'http://icp.example.com/',
  'https://icp.example.org/',
  'https://icp.example.com.evil.org/',
  'icp',
])('%s is called for no card of this app', async (url) => {
  await expect(send({ url })).rejects.toThrow('permittedUrls.fetch');

  expect(seen).toEqual([]);
});

test('a call that the server fails is repeated once, word for word', async () => {
  answers = [{ status: 503, body: '' }];

  expect(await send()).toMatchObject({ status: 200 });

  expect(seen.map(({ body }) => body)).toEqual(['{"input":{}}', '{"input":{}}']);
});

test('a second failure is the answer, and a refusal is at once', async () => {
  answers = [500, 502, 422].map((status) => ({ status, body: '' }));

  expect([await send(), await send()].map(({ status }) => status)).toEqual([502, 422]);
});

test('a server that is not there is said', async () => {
  await close();

  await expect(send()).rejects.toThrow('The server cannot be reached.');
});

test('more than 1 MB is passed on in neither direction', async () => {
  const much = 'x'.repeat(1_000_001);
  await expect(send({ body: JSON.stringify({ input: much }) })).rejects.toThrow('at most 1 MB');
  expect(seen).toEqual([]);

  answers = [{ status: 200, body: much }];
  await expect(send()).rejects.toThrow('more than 1 MB');
});
