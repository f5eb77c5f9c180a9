import fc from 'fast-check';
import { isJsonObject } from '../../../sandbox/hubspot/http/json.ts';
import { ROUTES } from '../../../sandbox/hubspot/http/routes.ts';
import { AREAS } from '../../../sandbox/hubspot/http/route.ts';
import { type HttpAnswer, withSandbox } from './open-sandbox.ts';

const KNOWN_KEYS = [
  'properties', 'inputs', 'id', 'name', 'label', 'type', 'fieldType', 'groupName', 'options', 'filterGroups', 'filters',
  'propertyName', 'operator', 'value', 'values', 'highValue', 'sorts', 'direction', 'limit', 'after', 'query',
  'idProperty', 'objectWriteTraceId', 'associations', 'to', 'from', 'types', 'associationCategory', 'associationTypeId',
  'associations.company', 'inverseLabel', 'displayOrder', 'stages', 'metadata', 'probability', 'stageId', 'pipelineId',
  'hs_timestamp', 'email', 'dealstage', 'pipeline', 'propertiesWithHistory', '__proto__', 'constructor', 'hs_object_id', 'city',
]; // prettier-ignore
const KNOWN_WORDS = ['companies', '0-2', 'name', 'enumeration', 'select', 'companyinformation', 'EQ', 'CONTAINS_TOKEN', '*', ';a', '-1', '1e400', '', 'deals', 'contacts',
  'tasks', 'HUBSPOT_DEFINED', 'USER_DEFINED', '341', '5', '1', 'default', 'closedwon', '30000000001', '30000000002']; // prettier-ignore

/** Bodies that come near real ones: known keys at unlikely places, with values of any kind. */
const { body: anyBody } = fc.letrec((tie) => ({
  body: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf(), tie('list'), tie('object')),
  list: fc.array(tie('body'), { maxLength: 3 }),
  object: fc.dictionary(fc.oneof(fc.constantFrom(...KNOWN_KEYS), fc.string()), tie('body'), { maxKeys: 5 }),
}));

function leaf() {
  return fc.oneof(
    fc.constantFrom(...KNOWN_WORDS),
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
}

const segment = fc.oneof(fc.constantFrom(...KNOWN_WORDS), fc.string({ unit: 'binary', maxLength: 12 }));

function expectRefusalOrSuccess({ status, text, body }: HttpAnswer, call: string): void {
  if (status >= 500) throw new Error(`${call} was answered with ${status}: ${text}`);
  const isPage = text.startsWith('<html>');
  if (status >= 400 && !isPage) expect([body['status'], typeof body['message']]).toEqual(['error', 'string']);
}

test('no request of any form is answered with a 5xx', () =>
  withSandbox(async ({ call }) => {
    await call('POST', '/crm/objects/2026-09/companies', { properties: { name: 'Larch' } });
    await call('POST', '/crm/objects/2026-09/deals', { properties: { dealname: 'Build' } });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ROUTES),
        fc.constantFrom('dated' as const, 'v3' as const),
        fc.array(segment, { minLength: 4, maxLength: 4 }),
        fc.constantFrom('companies', 'contacts', 'deals', 'tasks', 'notes'),
        fc.dictionary(
          fc.constantFrom('limit', 'after', 'properties', 'idProperty', 'archived', 'associations'),
          segment,
        ),
        anyBody,
        async (route, form, words, objectType, query, body) => {
          const rest = [...words];
          const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
            name === 'objectType' ? objectType : encodeURIComponent(rest.pop() ?? ''),
          );
          const search = new URLSearchParams(query);
          const url = `${AREAS[route.area][form]}${path}?${search.toString()}`;
          const hasBody = ['post', 'patch', 'put'].includes(route.verb);
          const sent = isJsonObject(body)
            ? { properties: {}, inputs: [body], ...body }
            : { properties: body };

          for (const variant of hasBody ? [body, sent, [body]] : [undefined]) {
            const text = variant === undefined ? undefined : JSON.stringify(variant);
            expectRefusalOrSuccess(
              await call(route.verb.toUpperCase(), url, text),
              `${route.verb} ${url} ${text ?? ''}`,
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  }));

test.each([
  ['broken JSON', '{"properties":{"name":'],
  ['deep nesting', `{"properties":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`],
  ['a body above the limit', JSON.stringify({ properties: { name: 'x'.repeat(11_000_000) } })],
  ['prototype keys', '{"properties":{"__proto__":"x","constructor":"y"},"__proto__":{"inputs":[]}}'],
  ['no text at all', ''],
])('%s is refused with a 4xx', (_name, body) =>
  withSandbox(async ({ call }) => {
    const { status } = await call('POST', '/crm/objects/2026-09/companies', body);

    expect(Math.floor(status / 100)).toBe(4);
  }),
);

test.each([
  '/%E0%A4%A',
  '/crm/objects/2026-09/companies/%',
  '/crm/v3/objects//',
  '/crm/v3/objects/companies/../x',
  '//',
])('the path %s is refused with a 4xx', (path) =>
  withSandbox(async ({ call }) => {
    expect(Math.floor((await call('GET', path)).status / 100)).toBe(4);
  }),
);

test('a hostile wildcard is matched in no time', () =>
  withSandbox(async ({ call }) => {
    await call('POST', '/crm/objects/2026-09/companies', { properties: { name: 'a'.repeat(60_000) } });
    const filter = { propertyName: 'name', operator: 'CONTAINS_TOKEN', value: `${'*a'.repeat(1_000)}b*` };
    const started = performance.now();

    const answer = await call('POST', '/crm/objects/2026-09/companies/search', {
      filterGroups: [{ filters: [filter] }],
    });

    expect(answer.body).toMatchObject({ total: 0 });
    expect(performance.now() - started).toBeLessThan(1_000);
  }));
