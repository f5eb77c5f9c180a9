import fc from 'fast-check';
import { ROUTES } from '../../../../sandbox/hubspot/http/routes.ts';
import { AREAS } from '../../../../sandbox/hubspot/http/route.ts';
import { anyOf, where } from '../lists/filters.ts';
import { type HttpAnswer, withSandbox } from '../open-sandbox.ts';
import { PROJECT } from '../schemas/project-type.ts';

const LIST_AND_SCHEMA_ROUTES = ROUTES.filter(
  ({ area, path }) => area === 'lists' || area === 'schemas' || /\/(batch\/upsert|merge)$/.test(path),
);
const OBJECTS = '/crm/objects/2026-09';
const LISTS = AREAS.lists.dated;
const SCHEMAS = AREAS.schemas.dated;
const WORDS = ['p_project', '2-50000001', '0-2', 'companies', '1', '2', '30000000001', '30000000002', 'key', 'title',
  'lane', 'All', 'project_to_company', '-1', '1e9', '', '__proto__', 'constructor', '%2F', 'undefined']; // prettier-ignore

const junk = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS), { maxKeys: 3 }),
);

const timePoint = {
  timeType: 'INDEXED',
  zoneId: 'UTC',
  indexReference: { referenceType: 'NOW' },
  offset: { days: 1, months: -1 },
  year: 2026,
  month: 9,
  day: 1,
};
/** Bodies that are right, one for each kind of call. */
const RIGHT: readonly object[] = [
  PROJECT,
  { labels: { singular: 'A', plural: 'B' }, requiredProperties: ['title'], clearDescription: true },
  { fromObjectTypeId: 'p_project', toObjectTypeId: '0-1', name: 'x' },
  { name: 'L', objectTypeId: '0-2', processingType: 'SNAPSHOT', filterBranch: anyOf([where('name', 'STRING', 'CONTAINS', { value: 'a' })]) },
  { filterBranch: anyOf([where('createdate', 'TIME_POINT', 'IS_AFTER', { timePoint, propertyParser: 'VALUE' })]) },
  { filterBranch: anyOf([where('numberofemployees', 'NUMBER_RANGED', 'IS_BETWEEN', { lowerBound: 1, upperBound: 2 })]) },
  { filterBranch: anyOf([where('type', 'ENUMERATION', 'HAS_EVER_BEEN_ANY_OF', { values: ['PARTNER'] })]) },
  { query: 'a', offset: 0, count: 5, listIds: ['1'], processingTypes: ['MANUAL'], objectTypeId: '0-2' },
  { recordIdsToAdd: ['30000000001'], recordIdsToRemove: [] },
  { primaryObjectId: '30000000001', objectIdToMerge: '30000000002' },
  { inputs: [{ id: 'a', idProperty: 'key', properties: { title: 'x', lane: 'deep' }, objectWriteTraceId: 't' }] },
]; // prettier-ignore

/** Every place of a body, as the keys that lead there. */
function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => placesOf(child, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (typeof value !== 'object' || value === null) return value;
  const change = ([name, child]: [string, unknown]) => (name === key ? replaced(child, rest, by) : child);
  if (Array.isArray(value)) return Object.entries(value).map(change);
  return Object.fromEntries(Object.entries(value).map((entry) => [entry[0], change(entry)]));
}

/** A right body with one thing wrong, at any depth. */
const almostRight = fc
  .constantFrom(...RIGHT)
  .chain((body) =>
    fc.tuple(fc.constantFrom(...placesOf(body)), junk).map(([place, by]) => replaced(body, place, by)),
  );

function expectHubSpotAnswer({ status, text, body }: HttpAnswer, call: string): void {
  if (status >= 500) throw new Error(`${call} was answered with ${status}: ${text}`);
  if (status < 400 || text.startsWith('<html>')) return;
  expect([body['status'], typeof body['message'], typeof body['correlationId']]).toEqual([
    'error', 'string', 'string',
  ]); // prettier-ignore
}

test('no almost right request to lists, schemas, merges or upserts is answered with a 5xx', () =>
  withSandbox(async ({ call, crm }) => {
    await call('POST', SCHEMAS, PROJECT);
    for (const name of ['Larch', 'Fir']) await call('POST', `${OBJECTS}/companies`, { properties: { name } });
    await call('POST', LISTS, { name: 'By hand', objectTypeId: '0-2', processingType: 'MANUAL' });
    await call('POST', LISTS, { name: 'All', objectTypeId: '0-2', processingType: 'DYNAMIC' });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...LIST_AND_SCHEMA_ROUTES),
        fc.constantFrom('dated' as const, 'v3' as const),
        fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 9 })), {
          minLength: 3,
          maxLength: 3,
        }),
        fc.dictionary(fc.constantFrom('limit', 'after', 'before', 'archived', 'listIds', 'listName', 'includeFilters'), fc.constantFrom(...WORDS)),
        almostRight,
        async (route, form, words, query, body) => {
          const rest = [...words];
          const path = route.path.replaceAll(/:(\w+)/g, () => encodeURIComponent(rest.pop() ?? '') || 'x');
          const url = `${AREAS[route.area][form]}${path}?${new URLSearchParams(query).toString()}`;
          const verb = route.verb.toUpperCase();
          const sent = route.bodyIs === 'list' ? [body] : body;
          const hasBody = ['POST', 'PUT', 'PATCH'].includes(verb);

          const answer = await call(verb, url, hasBody ? JSON.stringify(sent) : undefined);

          expectHubSpotAnswer(answer, `${verb} ${url} ${JSON.stringify(sent)}`);
        },
      ),
      { numRuns: 600 },
    );
    expect((await call('GET', `${OBJECTS}/companies`)).status).toBe(200);
    expect(JSON.parse(JSON.stringify(crm.portal.dump()))).toHaveProperty('version');
  }), 30_000); // prettier-ignore

const deep = (depth: number) => {
  let text = '1';
  for (let i = 0; i < depth; i += 1)
    text = `{"filterBranchType":"${i % 2 === 0 ? 'AND' : 'OR'}","filters":[],"filterBranches":[${text}]}`;
  return `{"name":"L","objectTypeId":"0-2","processingType":"DYNAMIC","filterBranch":${text}}`;
};
const many = (count: number) =>
  JSON.stringify({
    name: 'Many',
    objectTypeId: '0-2',
    processingType: 'DYNAMIC',
    filterBranch: anyOf(Array.from({ length: count }, () => where('name', 'ALL_PROPERTY', 'IS_KNOWN'))),
  });

test.each([
  ['deep branches', 'POST', LISTS, deep(3_000)],
  ['deep values beside the filters', 'POST', LISTS, many(1).replace('"name"', `"x":${'['.repeat(5_000)}${']'.repeat(5_000)},"name"`)],
  ['a deep search', 'POST', `${OBJECTS}/companies/search`, `{"x":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`],
  ['branches that are cut off', 'POST', LISTS, deep(10).slice(0, -5)],
  ['a body above the limit', 'POST', LISTS, JSON.stringify({ name: 'x'.repeat(11_000_000) })],
  ['an object in place of ids', 'PUT', `${LISTS}/1/memberships/add`, '{}'],
  ['a list in place of a schema', 'POST', SCHEMAS, '[]'],
  ['10,000 properties without names', 'POST', SCHEMAS, JSON.stringify({ ...PROJECT, properties: Array.from({ length: 10_000 }, () => ({})) })],
  ['101 upserts', 'POST', `${OBJECTS}/companies/batch/upsert`, JSON.stringify({ inputs: Array.from({ length: 101 }, (_, i) => ({ id: String(i), properties: {} })) })],
])('%s are refused with a 4xx in good time', (_name, verb, path, body) =>
  withSandbox(async ({ call }) => {
    const started = performance.now();

    const answer = await call(verb, path, body);

    expect(Math.floor(answer.status / 100)).toBe(4);
    expectHubSpotAnswer(answer, `${verb} ${path}`);
    expect(answer.body).toHaveProperty('correlationId');
    expect(performance.now() - started).toBeLessThan(2_000);
  }),
); // prettier-ignore

test('a list of 20,000 filters over 200 companies is answered in good time', () =>
  withSandbox(async ({ call }) => {
    for (let i = 0; i < 2; i += 1) {
      const inputs = Array.from({ length: 100 }, (_, n) => ({ properties: { name: `n${n}` } }));
      await call('POST', `${OBJECTS}/companies/batch/create`, { inputs });
    }
    const started = performance.now();

    expect((await call('POST', LISTS, many(20_000))).body).toMatchObject({ list: { size: 200 } });

    expect(performance.now() - started).toBeLessThan(5_000);
  }));
