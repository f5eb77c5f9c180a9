import fc from 'fast-check';
import type { SavedPortal } from '../../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import { plainKind } from './link-types.ts';
import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';

const OBJECTS = '/crm/objects/2026-09';
const TYPES = ['companies', 'contacts', 'deals'] as const;
/** Kinds by the two object types; the first is the plain one. */
const KINDS: Readonly<Record<string, readonly number[]>> = {
  'deals companies': [341, 5],
  'companies deals': [342, 6],
  'contacts companies': [279, 1],
  'companies contacts': [280, 2],
  'deals contacts': [3],
  'contacts deals': [4],
};

const step = fc.record({
  act: fc.constantFrom('default', 'default', 'label', 'label', 'remove', 'unlabel', 'archive'),
  near: fc.nat(5),
  far: fc.nat(5),
  kind: fc.nat(1),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Two records of each type, their ids in the order of TYPES. */
async function create({ call }: OpenSandbox): Promise<readonly (readonly [string, string])[]> {
  const records: [string, string][] = [];
  for (const type of [...TYPES, ...TYPES]) {
    const properties = type === 'deals' ? { dealname: 'Build' } : {};
    const { body } = await call('POST', `${OBJECTS}/${type}`, { properties });
    records.push([type, String(body['id'])]);
  }
  return records;
}

async function take(
  { call }: OpenSandbox,
  { act, near, far, kind }: Step,
  records: Awaited<ReturnType<typeof create>>,
): Promise<void> {
  const [[from, fromId], [to, toId]] = [records[near] ?? ['', ''], records[far] ?? ['', '']];
  const kinds = KINDS[`${from} ${to}`] ?? [];
  const types = [plainKind(kinds[kind] ?? kinds[0] ?? 0)];
  const path = `${OBJECTS}/${from}/${fromId}/associations`;
  if (act === 'default') await call('PUT', `${path}/default/${to}/${toId}`);
  if (act === 'label') await call('PUT', `${path}/${to}/${toId}`, types);
  if (act === 'remove') await call('DELETE', `${path}/${to}/${toId}`);
  if (act === 'unlabel') {
    const inputs = [{ from: { id: fromId }, to: { id: toId }, types }];
    await call('POST', `/crm/associations/2026-09/${from}/${to}/batch/labels/archive`, { inputs });
  }
  if (act === 'archive' && near === 0) await call('DELETE', `${OBJECTS}/${from}/${fromId}`);
}

const PRIMARY_OF: Readonly<Record<string, number>> = { '0-1': 1, '0-3': 5 };
const INVERSE = new Map([[341, 342], [342, 341], [5, 6], [6, 5], [279, 280], [280, 279], [1, 2], [2, 1], [3, 4], [4, 3]]); // prettier-ignore

function expectWhole({ associations, types }: SavedPortal): void {
  const has = (near: number, far: number, kind: number) =>
    associations.some(([a, b, kinds]) => a === near && b === far && kinds.some(({ id }) => id === kind));
  const records = types.flatMap(({ id: type, records: all, properties }) =>
    all.map((record) => ({ type, properties, record })),
  );
  for (const [near, far, kinds] of associations) {
    for (const { id } of kinds) expect(has(far, near, INVERSE.get(id) ?? id)).toBe(true);
    const labelled = kinds.some(({ id }) => [1, 2, 5, 6].includes(id));
    expect(!labelled || kinds.length === 2).toBe(true);
    for (const id of [near, far])
      expect(records.find(({ record }) => record.id === id)?.record.archivedAt).toBeUndefined();
  }
  for (const { type, properties, record } of records) {
    const primaries = associations.filter(
      ([near, , kinds]) => near === record.id && kinds.some(({ id }) => id === PRIMARY_OF[type]),
    );
    expect(primaries.length).toBeLessThanOrEqual(1);
    const name = type === '0-1' ? 'associatedcompanyid' : 'hs_primary_associated_company';
    const slot = properties.find((property) => property.name === name)?.slot;
    const [, value = ''] = record.values.find(([at]) => at === slot) ?? [];
    if (record.archivedAt === undefined) expect(value).toBe(String(primaries[0]?.[1] ?? ''));
  }
}

test('whatever is associated, labelled, taken off and archived: both ends agree, and one company is primary', () =>
  withSandbox(async (sandbox) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const records = await create(sandbox);
        for (const each of steps) await take(sandbox, each, records);

        expectWhole(sandbox.crm.portal.dump());
      }),
      { numRuns: 25 },
    );
  }));

test('an archived company is gone from its deals, lists and searches', () =>
  withSandbox(async (sandbox) => {
    const [company, , deal] = await create(sandbox);
    const links = `${OBJECTS}/deals/${deal?.[1] ?? ''}/associations`;
    await sandbox.call('PUT', `${links}/default/companies/${company?.[1] ?? ''}`);

    await sandbox.call('DELETE', `${OBJECTS}/companies/${company?.[1] ?? ''}`);

    expect((await sandbox.call('GET', `${links}/companies`)).body).toEqual({ results: [] });
    const read = await sandbox.call('GET', `${OBJECTS}/deals/${deal?.[1] ?? ''}?associations=companies`);
    expect(read.body).not.toHaveProperty('associations');
    const filters = [{ propertyName: 'associations.company', operator: 'HAS_PROPERTY' }];
    const found = await sandbox.call('POST', `${OBJECTS}/deals/search`, { filterGroups: [{ filters }] });
    expect(found.body).toMatchObject({ total: 0 });
  }));
