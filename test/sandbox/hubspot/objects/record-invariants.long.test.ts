import fc from 'fast-check';
import { isJsonObject, type JsonObject } from '../../../../sandbox/hubspot/http/json.ts';
import type { SavedPortal } from '../../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import { anyOf, where } from '../lists/filters.ts';
import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';
import { PROJECT } from '../schemas/project-type.ts';

const OBJECTS = '/crm/objects/2026-09/p_project';
const LISTS = '/crm/lists/2026-09';
const LAG_MS = 2_000;
const KEYS = ['a', 'b', 'c', ''];
const LANES = ['deep', 'fast', ''];

const step = fc.record({
  act: fc.constantFrom('create', 'create', 'update', 'update', 'upsert', 'batch', 'merge', 'archive'),
  at: fc.nat(7),
  other: fc.nat(7),
  key: fc.constantFrom(...KEYS),
  lane: fc.constantFrom(...LANES),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What a record of the model holds: its current values, and every value that it was given, oldest first. */
interface Model {
  key: string;
  lane: string;
  lanes: string[];
}

/** The model: records by id. It knows of the answers only whether they were successes, and new ids. */
type Records = Map<string, Model>;

function isFree(records: Records, key: string, except?: string): boolean {
  return key === '' || ![...records].some(([id, model]) => id !== except && model.key === key);
}

function write(model: Model, { key, lane }: Pick<Step, 'key' | 'lane'>): void {
  model.key = key;
  if (lane !== model.lane) model.lanes.push(lane);
  model.lane = lane;
}

async function take({ call }: OpenSandbox, records: Records, each: Step): Promise<void> {
  const { act, key, lane } = each;
  const ids = [...records.keys()];
  const [id, other] = [ids[each.at % ids.length], ids[each.other % ids.length]];
  const properties = { title: 'x', key, lane };
  if (act === 'create') {
    const { status, body } = await call('POST', OBJECTS, { properties });
    expect(status).toBe(isFree(records, key) ? 201 : 400);
    if (status === 201) records.set(String(body['id']), { key, lane, lanes: lane === '' ? [] : [lane] });
  }
  if (act === 'batch') {
    const inputs = [{ properties }, { properties: { ...properties, key: key === '' ? '' : `${key}2` } }];
    const isGood = isFree(records, key) && (key === '' || isFree(records, `${key}2`));
    const { status, body } = await call('POST', `${OBJECTS}/batch/create`, { inputs });
    expect(status).toBe(isGood ? 201 : 400);
    for (const [index, made] of resultsOf(body).entries())
      records.set(String(made['id']), {
        key: inputs[index]?.properties.key ?? '',
        lane,
        lanes: lane === '' ? [] : [lane],
      });
  }
  if (act === 'upsert' && key !== '') {
    const input = { id: key, idProperty: 'key', properties: { title: 'x', lane } };
    const { status, body } = await call('POST', `${OBJECTS}/batch/upsert`, { inputs: [input] });
    expect(status).toBe(200);
    const [result] = resultsOf(body);
    const held = [...records].find(([, model]) => model.key === key)?.[0];
    expect(result).toMatchObject({ new: held === undefined, ...(held === undefined ? {} : { id: held }) });
    const madeId = String(result?.['id']);
    if (held === undefined) records.set(madeId, { key, lane, lanes: lane === '' ? [] : [lane] });
    else write(records.get(held) ?? { key, lane, lanes: [] }, { key, lane });
  }
  if (id === undefined) return;
  const model = records.get(id);
  if (act === 'update' && model !== undefined) {
    const { status } = await call('PATCH', `${OBJECTS}/${id}`, { properties });
    expect(status).toBe(isFree(records, key, id) ? 200 : 400);
    if (status === 200) write(model, { key, lane });
  }
  if (act === 'archive') {
    expect((await call('DELETE', `${OBJECTS}/${id}`)).status).toBe(204);
    records.delete(id);
  }
  const second = other === undefined ? undefined : records.get(other);
  if (act === 'merge' && model !== undefined && second !== undefined) {
    const answer = await call('POST', `${OBJECTS}/merge`, { primaryObjectId: id, objectIdToMerge: other });
    expect(answer.status).toBe(id === other ? 400 : 200);
    if (answer.status !== 200) return;
    records.delete(id);
    records.delete(other ?? '');
    const merged = { key: model.key || second.key, lane: model.lane || second.lane, lanes: ['merged'] };
    records.set(String(answer.body['id']), merged);
    for (const gone of [id, other])
      expect((await call('GET', `${OBJECTS}/${gone ?? ''}`)).body['id']).toBe(answer.body['id']);
  }
}

function resultsOf(body: JsonObject): readonly JsonObject[] {
  const results = body['results'];
  return Array.isArray(results) ? results.filter(isJsonObject) : [];
}

const idsOf = (body: JsonObject) => resultsOf(body).map(({ id }) => String(id));

/** The properties, with null for values that were cleared. */
function withoutCleared({ properties }: JsonObject): JsonObject {
  const values = Object.entries(isJsonObject(properties) ? properties : {});
  return Object.fromEntries(values.map(([name, value]) => [name, value === '' ? null : value]));
}

async function expectAsModelled({ call, crm }: OpenSandbox, records: Records, listId: string): Promise<void> {
  const active = [...records.keys()].sort((a, b) => Number(a) - Number(b));
  const paged: string[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const { text, body } = await call('GET', `${OBJECTS}?limit=2&after=${after}`);
    paged.push(...idsOf(body));
    after = /"after":"(\d+)"/.exec(text)?.[1];
  }
  expect(paged).toEqual(active);
  for (const [id, model] of records) {
    const query = 'properties=key,lane&propertiesWithHistory=lane';
    const { body } = await call('GET', `${OBJECTS}/${id}?${query}`);
    expect(withoutCleared(body)).toMatchObject({ key: model.key || null, lane: model.lane || null });
    if (model.lanes[0] !== 'merged')
      expect(body['propertiesWithHistory']).toMatchObject({
        lane: model.lanes.toReversed().map((value) => ({ value })),
      });
    if (model.key !== '')
      expect((await call('GET', `${OBJECTS}/${model.key}?idProperty=key`)).body['id']).toBe(id);
  }
  const deep = active.filter((id) => records.get(id)?.lane === 'deep');
  const filters = [{ propertyName: 'lane', operator: 'EQ', value: 'deep' }];
  const found = await call('POST', `${OBJECTS}/search`, { filterGroups: [{ filters }], limit: 200 });
  expect(idsOf(found.body)).toEqual(deep);
  const members = await call('GET', `${LISTS}/${listId}/memberships?limit=250`);
  expect(resultsOf(members.body).map(({ recordId }) => recordId)).toEqual(deep);
  expectUnique(crm.portal.dump());
}

/** Looked at in the records themselves, not through the calls that ought to hold it. */
function expectUnique({ types }: SavedPortal): void {
  for (const { properties, records } of types) {
    const slot = properties.find(({ name }) => name === 'key')?.slot;
    const values = records
      .filter(({ archivedAt }) => archivedAt === undefined)
      .flatMap((record) =>
        record.values.flatMap(([at, value]) => (at === slot && value !== '' ? value : [])),
      );
    expect(new Set(values).size).toBe(values.length);
  }
}

test('whatever is created, changed, upserted, merged and archived: every read agrees with a plain model', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) =>
      withSandbox(
        async (sandbox) => {
          await sandbox.call('POST', '/crm-object-schemas/2026-09/schemas', PROJECT);
          const filterBranch = anyOf([where('lane', 'ENUMERATION', 'IS_ANY_OF', { values: ['deep'] })]);
          const shape = { name: 'Deep', objectTypeId: 'p_project', processingType: 'DYNAMIC', filterBranch };
          await sandbox.call('POST', LISTS, shape);
          const records: Records = new Map();

          for (const each of steps) {
            await take(sandbox, records, each);
            sandbox.pass(10);
          }

          sandbox.pass(LAG_MS);
          await expectAsModelled(sandbox, records, '1');
        },
        {},
        undefined,
        { searchLagMs: LAG_MS },
      ),
    ),
    { numRuns: 40 },
  ));
