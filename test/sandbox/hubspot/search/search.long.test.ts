import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';
const PEOPLE = [
  { name: 'Alder Works', domain: 'alder.example', numberofemployees: '5', type: 'PARTNER', city: 'Graz' },
  { name: 'Birch Data', domain: 'birch.example', numberofemployees: '40', type: 'VENDOR', city: 'Linz' },
  { name: 'Cedar works ltd', domain: 'cedar.example', numberofemployees: '300', type: 'PARTNER' },
];

async function seeded(sandbox: OpenSandbox): Promise<(body: unknown) => Promise<unknown>> {
  const inputs = PEOPLE.map((properties) => ({ properties }));
  await sandbox.call('POST', `${COMPANIES}/batch/create`, { inputs });
  return async (body) => {
    const answer = await sandbox.call('POST', `${COMPANIES}/search`, body);
    const results: unknown = answer.body['results'];
    if (!Array.isArray(results)) return answer.status;
    return results
      .map((result: { properties: { name: string } }) => result.properties.name.slice(0, 1))
      .join('');
  };
}

const one = (propertyName: string, operator: string, rest: object = {}) => ({
  filterGroups: [{ filters: [{ propertyName, operator, ...rest }] }],
});

test.each([
  ['EQ', one('type', 'EQ', { value: 'PARTNER' }), 'AC'],
  ['EQ on an option is case-sensitive', one('type', 'EQ', { value: 'partner' }), ''],
  ['EQ on a string is not', one('name', 'EQ', { value: 'ALDER works' }), 'A'],
  ['NEQ', one('type', 'NEQ', { value: 'PARTNER' }), 'B'],
  ['LT compares numbers', one('numberofemployees', 'LT', { value: '40' }), 'A'],
  ['LTE', one('numberofemployees', 'LTE', { value: 40 }), 'AB'],
  ['GT', one('numberofemployees', 'GT', { value: '40' }), 'C'],
  ['GTE', one('numberofemployees', 'GTE', { value: '40' }), 'BC'],
  ['BETWEEN is inclusive', one('numberofemployees', 'BETWEEN', { value: '5', highValue: '40' }), 'AB'],
  ['IN', one('type', 'IN', { values: ['VENDOR', 'OTHER'] }), 'B'],
  ['IN on a string wants lower case', one('city', 'IN', { values: ['graz', 'Linz'] }), 'A'],
  ['NOT_IN', one('type', 'NOT_IN', { values: ['VENDOR'] }), 'AC'],
  ['HAS_PROPERTY', one('city', 'HAS_PROPERTY'), 'AB'],
  ['NOT_HAS_PROPERTY', one('city', 'NOT_HAS_PROPERTY'), 'C'],
  ['CONTAINS_TOKEN', one('name', 'CONTAINS_TOKEN', { value: 'works' }), 'AC'],
  ['CONTAINS_TOKEN with a wildcard', one('domain', 'CONTAINS_TOKEN', { value: '*rch.ex*' }), 'B'],
  ['NOT_CONTAINS_TOKEN', one('name', 'NOT_CONTAINS_TOKEN', { value: 'works' }), 'B'],
  ['query', { query: 'wor' }, 'AC'],
  ['query looks at the domain', { query: 'birch.example' }, 'B'],
  ['sort by a string form', { sorts: ['-numberofemployees'] }, 'CBA'],
  ['sort by an object form', { sorts: [{ propertyName: 'name', direction: 'DESCENDING' }] }, 'CBA'],
  ['unset values sort last', { sorts: ['-city'] }, 'BAC'],
  [
    'filters are joined by AND',
    { filterGroups: [{ filters: [...f('type', 'PARTNER'), ...f('city', 'graz')] }] },
    'A',
  ],
  [
    'groups are joined by OR',
    { filterGroups: [{ filters: f('city', 'linz') }, { filters: f('city', 'graz') }] },
    'AB',
  ],
])('%s', (_name, body, found) =>
  withSandbox(async (sandbox) => {
    const search = await seeded(sandbox);

    expect(await search(body)).toBe(found);
  }),
);

function f(propertyName: string, value: string) {
  return [{ propertyName, operator: 'EQ', value }];
}

test.each([
  ['6 groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: f('city', 'x') })) }],
  [
    '7 filters in a group',
    { filterGroups: [{ filters: Array.from({ length: 7 }, () => f('city', 'x')[0]) }] },
  ],
  [
    '19 filters',
    {
      filterGroups: [5, 5, 5, 4].map((length) => ({
        filters: Array.from({ length }, () => f('city', 'x')[0]),
      })),
    },
  ],
  ['201 a page', { limit: 201 }],
  ['more than 3,000 characters', { query: 'x'.repeat(3_001) }],
  ['beyond 10,000 results', { after: '10000' }],
  ['an unknown property', one('nothing', 'EQ', { value: '1' })],
  ['an unknown operator', one('name', 'LIKE', { value: '1' })],
  ['a blank value', one('name', 'EQ', { value: ' ' })],
  ['two sorts', { sorts: ['name', 'city'] }],
])('a search with %s is refused', (_name, body) =>
  withSandbox(async (sandbox) => {
    const search = await seeded(sandbox);

    expect(await search(body)).toBe(400);
  }),
);

test('archived companies are not found', () =>
  withSandbox(async (sandbox) => {
    const search = await seeded(sandbox);
    await sandbox.call('DELETE', `${COMPANIES}/30000000001`);

    expect(await search({})).toBe('BC');
  }));
