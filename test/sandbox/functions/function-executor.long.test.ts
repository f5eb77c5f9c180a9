import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
  type FunctionExecutor,
  startFunctionExecutor,
} from '../../../sandbox/functions/function-executor.ts';
import { type FunctionProject, functionProject } from './function-project.ts';

const BODIES = {
  echo: 'return context;',
  environment: 'return { ...process.env };',
  client: 'return typeof require("@hubspot/api-client").Client;',
  remember:
    'process.env.LEFT_BEHIND = "1"; await new Promise((done) => setTimeout(done, 20)); return "done";',
  print: 'console.log("a line"); console.error("another"); return 1;',
  nothing: '',
  large: 'return "x".repeat(20_000_000);',
  circular: 'const it = {}; it.it = it; return it;',
  throw: 'throw new TypeError("no lane");',
  hang: 'await new Promise(() => setInterval(() => undefined, 1000));',
  loop: 'for (;;);',
  exit: 'process.exit(3);',
  float: 'setTimeout(() => { throw new Error("floating"); }); await new Promise(() => undefined);',
};

const TOKEN = 'pat-test';
const lines: string[] = [];
let project: FunctionProject;
let executor: FunctionExecutor;

function start(baseUrl: string, timeoutMs: number): Promise<FunctionExecutor> {
  return startFunctionExecutor({
    projectFolder: project.folder,
    environment: { PRIVATE_APP_ACCESS_TOKEN: TOKEN, HUBSPOT_BASE_URL: baseUrl },
    timeoutMs,
    log: (line) => lines.push(line),
  });
}

beforeAll(async () => {
  project = await functionProject(BODIES);
  executor = await start('http://127.0.0.1:4499', 2_000);
});

afterAll(async () => {
  await executor.close();
  await project.remove();
});

test('a function receives its parameters and the token, and its return value comes back bare', async () => {
  const answer = await executor.call('echo', { parameters: { operation: 'load', ids: [1, 2] } });

  expect(answer).toEqual({
    parameters: { operation: 'load', ids: [1, 2] },
    propertiesToSend: {},
    secrets: { PRIVATE_APP_ACCESS_TOKEN: TOKEN },
  });
});

test('the environment of a function is the token and the base URL, and nothing of this machine', async () => {
  const answer = await executor.call('environment');

  expect(answer).toEqual({
    PRIVATE_APP_ACCESS_TOKEN: TOKEN,
    HUBSPOT_BASE_URL: 'http://127.0.0.1:4499',
  });
});

test('a function finds the official client beside it', async () => {
  expect(await executor.call('client')).toBe('function');
});

test('properties named by the card are read from the CRM at the base URL with the token', async () => {
  const seen: string[] = [];
  const crm = createServer((request, response) => {
    seen.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''}`);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: '7', properties: { name: 'Acorn', domain: 'acorn.example' } }));
  }).listen(0, '127.0.0.1');
  await once(crm, 'listening');
  const { port } = crm.address() as AddressInfo;
  const besideCrm = await start(`http://127.0.0.1:${port}`, 5_000);

  const answer = await besideCrm.call('echo', {
    propertiesToSend: ['name'],
    record: { objectTypeId: '0-2', objectId: '7' },
  });
  await besideCrm.close();
  crm.close();

  expect(answer).toMatchObject({ propertiesToSend: { name: 'Acorn' } });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toContain('/objects/0-2/7');
  expect(seen[0]).toContain(`Bearer ${TOKEN}`);
});

test('a function that returns nothing answers null', async () => {
  expect(await executor.call('nothing')).toBeNull();
});

test('an answer of 20 MB comes through whole', async () => {
  const answer = await executor.call('large');

  expect(String(answer)).toHaveLength(20_000_000);
});

test('what a function prints goes to the log, not to our own output', async () => {
  lines.length = 0;

  await executor.call('print');
  await executor.call('nothing');

  expect(lines).toEqual(expect.arrayContaining(['a line', 'another']));
});

test('two calls at once are both answered, and neither sees what the other left in its environment', async () => {
  const [first, second] = await Promise.all([executor.call('remember'), executor.call('environment')]);

  expect(first).toBe('done');
  expect(second).not.toHaveProperty('LEFT_BEHIND');
});

test('a name that the project does not have is refused with the names that it has', async () => {
  await expect(executor.call('lanes')).rejects.toMatchObject({
    code: 'unknown-function',
    message: expect.stringContaining('echo, ') as unknown,
  });
});

test.each([
  ['throw', 'failed', /TypeError: no lane/],
  ['circular', 'failed', /Wrong arguments/],
  ['hang', 'timed-out', /"hang" did not answer within 2 s/],
  ['loop', 'timed-out', /"loop" did not answer within 2 s/],
  ['exit', 'crashed', /"exit" ended its process before it answered \(exit code 3\)/],
  ['float', 'crashed', /"float" ended its process before it answered/],
])('a function whose main is "%s" is %s, and the next call is answered', async (name, code, message) => {
  const [broken, next] = await Promise.allSettled([executor.call(name), executor.call('echo')]);

  expect(broken).toMatchObject({
    status: 'rejected',
    reason: { code, message: expect.stringMatching(message) as unknown },
  });
  expect(next).toMatchObject({ status: 'fulfilled' });
});

test('closing ends the call that runs and those that wait, and refuses later ones', async () => {
  const closing = await start('http://127.0.0.1:4499', 60_000);
  const calls = Promise.allSettled([closing.call('hang'), closing.call('echo')]);

  await closing.close();

  const closed = { status: 'rejected', reason: { code: 'closed' } };
  expect(await calls).toMatchObject([closed, closed]);
  await expect(closing.call('echo')).rejects.toMatchObject({ code: 'closed' });
});
