import { signatureV1 } from '../../../sandbox/hubspot/apps/signature.ts';
import { scoredCompany } from '../../usecases/scorecard/scoring.ts';
import { APP } from '../server-in-test.ts';
import type { RawRequest } from '../signed-request.ts';
import { type ActionsInTest, PORTAL, openActions } from './actions-in-test.ts';
import { EXPLAIN, actionBody, send, signedV2, signedV3 } from './signed-action.ts';

const OTHER_APP = { appId: 4712, clientId: 'client-of-4712', clientSecret: 'secret-of-4712-0123456789' };
const EVIDENCE = 'Evidence that nobody else may read';
const MINUTE = 60_000;

let actions: ActionsInTest;
let companyId: string;
let body: string;

beforeAll(async () => {
  const limits = { user: 10_000, portal: 10_000, atOnce: 100, unsigned: 10_000, authorizations: 100 };
  actions = await openActions({ limits, apps: [APP, OTHER_APP] });
  companyId = await scoredCompany(actions.portal);
  body = actionBody(companyId, { inputFields: { note: EVIDENCE } });
});
afterAll(() => actions.close());

const v2 = (...signing: Parameters<typeof signedV2> extends [unknown, ...infer Rest] ? Rest : never) =>
  signedV2(actions.server, ...signing);
const v3 = (...signing: Parameters<typeof signedV3> extends [unknown, ...infer Rest] ? Rest : never) =>
  signedV3(actions.server, ...signing);
const sent = (request: RawRequest) => send(actions.server, request);
const url = (target: string) => `${actions.server.settings.publicUrl}${target}`;
const both = (third: RawRequest, second: RawRequest): RawRequest => ({ ...third, headers: second.headers });

test.each<[string, () => RawRequest]>([
  ['version 2', () => v2(EXPLAIN, body)],
  ['version 3', () => v3(EXPLAIN, body)],
  ['both', () => both(v3(EXPLAIN, body), v2(EXPLAIN, body))],
])('what HubSpot has signed in %s is answered', async (_version, request) => {
  const { status, text } = await sent(request());

  expect(status).toBe(200);
  expect(text).toContain('"hs_execution_state":"SUCCESS"');
});

test.each<[string, () => RawRequest]>([
  ['no signature', () => ({ ...v2(EXPLAIN, body), headers: {} })],
  ['an empty signature', () => ({ ...v2(EXPLAIN, body), headers: { 'x-hubspot-signature': ' ' } })],
  ['a wrong version 3', () => ({ ...v3(EXPLAIN, body), signature: 'A'.repeat(43) + '=' })],
  ['a wrong version 3 beside a right version 2', () => both({ ...v3(EXPLAIN, body), signature: 'A'.repeat(43) + '=' }, v2(EXPLAIN, body))],
  ['an old version 3', () => v3(EXPLAIN, body, { timestamp: Date.now() - 6 * MINUTE })],
  ['an old version 3 beside a right version 2', () => both(v3(EXPLAIN, body, { timestamp: Date.now() - 6 * MINUTE }), v2(EXPLAIN, body))],
  ['a version 3 of the future', () => v3(EXPLAIN, body, { timestamp: Date.now() + 6 * MINUTE })],
  ['a version 3 without its time beside a right version 2', () => both({ ...v3(EXPLAIN, body), timestamp: '' }, v2(EXPLAIN, body))],
  ['a version 3 of another path', () => v3(EXPLAIN, body, { url: url('/api/workflow-actions/judge-partner') })],
  ['a version 2 of another path', () => v2(EXPLAIN, body, { url: url('/api/workflow-actions/judge-partner') })],
  ['a version 2 of another query', () => v2(`${EXPLAIN}?portalId=1`, body, { url: url(EXPLAIN) })],
  ['a version 2 of another host', () => v2(EXPLAIN, body, { url: `https://evil.example.com${EXPLAIN}` })],
  ['a version 2 of another method', () => v2(EXPLAIN, body, { method: 'PUT' })],
  ['a version 2 of another body', () => v2(EXPLAIN, body, { body: `${body} ` })],
  ['a version 2 by the secret of nobody', () => v2(EXPLAIN, body, { secret: 'secret-of-nobody' })],
  ['a version 2 in capitals', () => {
    const request = v2(EXPLAIN, body);
    return { ...request, headers: { 'x-hubspot-signature': request.headers['x-hubspot-signature']?.toUpperCase() ?? '' } };
  }],
  ['a version 1', () => ({ ...v2(EXPLAIN, body), headers: { 'x-hubspot-signature': signatureV1(APP.clientSecret, { method: 'POST', url: url(EXPLAIN), body, timestamp: 0 }) } })],
  ['a version 2 that calls itself version 1', () => {
    const request = v2(EXPLAIN, body);
    return { ...request, headers: { ...request.headers, 'x-hubspot-signature-version': 'v1' } };
  }],
])('%s is refused', async (_name, request) => {
  const { status, text, code } = await sent(request());

  expect({ status, code }).toEqual({ status: 401, code: 'not-signed' });
  expect(text).not.toContain('430');
}); // prettier-ignore

test('version 2 is refused where cards call', async () => {
  const query = `userId=7&portalId=${PORTAL}&userEmail=ada%40example.com&appId=${APP.appId}`;
  const call = v2(`/api/operations/load-scorecard?${query}`, JSON.stringify({ input: { companyId } }));

  expect(await sent(call)).toMatchObject({ status: 401, code: 'not-signed' });
});

test('a call by the secret of another app finds no portal that is connected to it', async () => {
  const { status, text } = await sent(v2(EXPLAIN, body, { secret: OTHER_APP.clientSecret }));

  expect(status).toBe(200);
  expect(text).toContain('not connected to this portal');
  expect(text).not.toContain('430');
});

test('a call of another portal gets nothing of this one, whatever company it names', async () => {
  const { status, text } = await sent(v2(EXPLAIN, actionBody(companyId, { origin: { portalId: 77 } })));

  expect(status).toBe(200);
  expect(text).toContain('"hs_execution_state":"FAIL_CONTINUE"');
  expect(text).not.toContain('430');
});

test('a record of another kind is no company', async () => {
  const object = { objectId: Number(companyId), objectType: 'CONTACT' };
  const { text } = await sent(v2(EXPLAIN, actionBody(companyId, { callbackId: 'ap-2', object })));

  expect(text).toContain('The call names no company');
});

test('an agent names the company itself', async () => {
  const call = { callbackId: 'ap-3', object: null, context: { source: 'AGENTS' } };
  const { text } = await sent(
    v2(EXPLAIN, actionBody(companyId, { ...call, inputFields: { company_id: companyId } })),
  );

  expect(text).toContain('"hs_execution_state":"SUCCESS"');
});

test.each<[string, () => Buffer, number]>([
  ['nothing', () => Buffer.alloc(0), 422],
  ['no JSON', () => Buffer.from('{"origin"'), 422],
  ['a list', () => Buffer.from('[]'), 422],
  ['no portal', () => Buffer.from('{"origin":{}}'), 422],
  ['a portal that is no number', () => Buffer.from(`{"origin":{"portalId":"${PORTAL}"}}`), 422],
  ['__proto__', () => Buffer.from('{"origin":{"portalId":62515},"inputFields":{"__proto__":{}}}'), 422],
  ['41 levels', () => Buffer.from(`{"origin":${'['.repeat(40)}${']'.repeat(40)}}`), 422],
  ['half a million levels', () => Buffer.from('['.repeat(500_000)), 422],
  ['more than 1 MB', () => Buffer.alloc(1_048_577, 'a'), 413],
])('a body of %s is refused in words', async (_name, text, status) => {
  const bytes = text();
  const answered = await sent({ ...v2(EXPLAIN, bytes.toString()), body: bytes });

  expect(answered.status).toBe(status);
  expect(JSON.parse(answered.text)).toMatchObject({ error: { message: expect.any(String) as unknown } });
});

test('a compressed body is refused, whatever it unpacks to', async () => {
  const request = v2(EXPLAIN, body);
  const answered = await sent({ ...request, headers: { ...request.headers, 'content-encoding': 'gzip' } });

  expect(answered).toMatchObject({ status: 422, code: 'invalid-input' });
});

test('an action that does not exist is not found, also under a name that every object has', async () => {
  const found = await Promise.all(
    ['constructor', 'decide', '__proto__'].map((name) => sent(v2(`/api/workflow-actions/${name}`, body))),
  );

  expect(found.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test('actions are called by POST alone', async () => {
  const { status, headers } = await fetch(url(EXPLAIN));

  expect([status, headers.get('allow')]).toEqual([405, 'POST']);
});

test('of all these calls nothing secret was logged', () => {
  const logged = actions.server.logged();

  expect(logged).toContain('"action":"explain-lane"');
  expect(logged).toContain('"reason":"stale"');
  for (const secret of [APP.clientSecret, OTHER_APP.clientSecret, EVIDENCE, 'evil', 'Brightdesk', 'ap-3', `"${companyId}"`])
    expect(logged).not.toContain(secret);
}); // prettier-ignore
