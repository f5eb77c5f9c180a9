import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { type ServerInTest, serverInTest } from './server-in-test.ts';

let server: ServerInTest;

beforeAll(async () => {
  const timeouts = { headers: 20, request: 40, idle: 1_000, every: 5 };
  server = await serverInTest({ hubspotUrl: 'http://127.0.0.1:9', scopes: [], timeouts });
});

afterAll(() => server.close());

const HEADERS = [
  'POST /api/operations/load-policy HTTP/1.1',
  'host: partner-icp.example.com',
  'x-hubspot-signature-v3: x',
  `x-hubspot-request-timestamp: ${Date.now()}`,
  'content-type: application/json',
  'content-length: 100',
];

test.each([
  ['its headers', HEADERS.slice(0, 3).join('\r\n')],
  ['its body', `${HEADERS.join('\r\n')}\r\n\r\n{"input"`],
  ['a line of its headers', 'GET /health HTTP/1.1\r\nx-slow: a'],
])('who does not send %s to the end is cut off, and it is no fault of the server', async (_what, begun) => {
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  socket.write(begun);

  const said = await text(socket);

  expect(said).toMatch(/^HTTP\/1\.1 408 /);
  expect(server.logged()).not.toContain('"level":50');
});
