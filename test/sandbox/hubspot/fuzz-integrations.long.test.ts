import fc from 'fast-check';
import { ADMIN_ROUTES } from '../../../sandbox/hubspot/admin/admin-routes.ts';
import { INTEGRATION_ROUTES } from '../../../sandbox/hubspot/http/integration-routes.ts';
import { AREAS } from '../../../sandbox/hubspot/http/route.ts';
import { laneAction } from './actions/lane-action.ts';
import { ADMIN, type HttpAnswer, SCORER, withIntegrations } from './open-integrations-sandbox.ts';

const WORDS = ['4711', '1', '2', 'client-1', 'secret-1', 'authorization_code', 'refresh_token', 'object.creation', 'company.propertyChange',
  '0-2', 'city', 'SUCCESS', 'BLOCK', 'http://127.0.0.1:1/x', 'javascript:alert(1)', '', '-1', '1e400', '__proto__', 'true', 'locked']; // prettier-ignore
const KEYS = ['grant_type', 'client_id', 'client_secret', 'code', 'redirect_uri', 'token', 'refresh_token', 'scope', 'targetUrl', 'throttling',
  'maxConcurrentRequests', 'eventType', 'objectTypeId', 'propertyName', 'active', 'inputs', 'id', 'actionUrl', 'labels', 'en', 'actionName',
  'inputFields', 'typeDefinition', 'outputFields', 'hs_execution_state', 'callbackId', 'functions', 'objectTypes', 'published',
  'objectRequestOptions', 'fault', 'target', 'percent', 'from', 'seed', 'ms', 'on', 'burst', 'kind', 'status', '__proto__', 'constructor']; // prettier-ignore

const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 12 }));
const { body: anyBody } = fc.letrec((tie) => ({
  body: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(word, fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('body'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), tie('body'), { maxKeys: 6 }),
  ),
}));

function expectOwnShape({ status, text, body }: HttpAnswer, call: string): void {
  if (status >= 500) throw new Error(`${call} was answered with ${status}: ${text}`);
  if (status < 400 || text.startsWith('<html>')) return;
  const isOAuth = typeof body['error'] === 'string' && typeof body['error_description'] === 'string';
  if (!isOAuth && body['status'] !== 'error') throw new Error(`${call} has no error of HubSpot's: ${text}`);
  expect(typeof body['message']).toBe('string');
}

test('no request to what surrounds the records is answered with a 5xx or in a shape of our own', () =>
  withIntegrations(
    { apps: [{ ...SCORER, actions: [laneAction('http://127.0.0.1:1/x')] }] },
    async ({ call, post }) => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...INTEGRATION_ROUTES),
          fc.constantFrom('dated' as const, 'v3' as const),
          fc.array(word, { minLength: 3, maxLength: 3 }),
          fc.dictionary(fc.constantFrom('limit', 'after', 'archived', 'hapikey', 'token', 'client_id'), word),
          anyBody,
          fc.dictionary(fc.constantFrom(...KEYS), word, { maxKeys: 6 }),
          async ({ verb, area, path, bodyIs }, form, words, query, body, fields) => {
            const rest = [...words];
            const filled = path.replaceAll(/:\w+/g, () => encodeURIComponent(rest.pop() || '1'));
            const url = `${AREAS[area][form]}${filled}?${new URLSearchParams(query).toString()}`;
            if (bodyIs === 'form') expectOwnShape(await post(url, fields), `post ${url}`);
            const text = ['get', 'delete'].includes(verb) ? undefined : JSON.stringify(body);
            expectOwnShape(await call(verb.toUpperCase(), url, text), `${verb} ${url} ${text ?? ''}`);
          },
        ),
        { numRuns: 400 },
      );
    },
  ));

test('no request to the admin endpoint is answered with a 5xx, and the account still answers', () =>
  withIntegrations({ apps: [SCORER] }, async ({ crm, call }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ADMIN_ROUTES),
        anyBody,
        word,
        async ({ verb, path }, body, cursor) => {
          const url = `${ADMIN}${path}?after=${encodeURIComponent(cursor)}&limit=${encodeURIComponent(cursor)}`;
          const text = verb === 'get' ? undefined : JSON.stringify(body);
          const { status, text: answer } = await call(verb.toUpperCase(), url, text);
          if (status >= 500)
            throw new Error(`${verb} ${url} ${text ?? ''} was answered with ${status}: ${answer}`);
        },
      ),
      { numRuns: 200 },
    );
    crm.faults.clear();
    await call('PUT', `${ADMIN}/limits`, { on: false });

    expect((await call('GET', '/crm/v3/owners')).status).toBe(200);
  }));

test('no address of the page that lets apps in is answered with a 5xx', () =>
  withIntegrations({ apps: [SCORER] }, async ({ call, post }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom('client_id', 'redirect_uri', 'scope', 'state', 'decision', 'user_id'),
          word,
        ),
        async (fields) => {
          const query = new URLSearchParams(fields).toString();
          expect((await call('GET', `/oauth/authorize?${query}`)).status).toBeLessThan(500);
          expect((await post('/oauth/authorize', fields)).status).toBeLessThan(500);
        },
      ),
      { numRuns: 50 },
    );
  }));
