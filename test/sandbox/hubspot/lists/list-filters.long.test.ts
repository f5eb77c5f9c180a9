import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';
import { anyOf, day, today, where } from './filters.ts';

const LISTS = '/crm/lists/2026-09';
const COMPANIES = '/crm/objects/2026-09/companies';

const property = (name: string, type: string, fieldType: string, values?: readonly string[]) => ({
  name,
  label: name,
  type,
  fieldType,
  groupName: 'companyinformation',
  ...(values === undefined ? {} : { options: values.map((value) => ({ value, label: value })) }),
});

const PROPERTIES = [
  property('lane', 'enumeration', 'select', ['deep', 'fast', 'pass']),
  property('tags', 'enumeration', 'checkbox', ['a', 'b', 'c']),
  property('review', 'date', 'date'),
  property('seen', 'datetime', 'date'),
  property('agreed', 'bool', 'booleancheckbox', ['true', 'false']),
];

/** Three companies by the first letter of their names; the clock stands at noon of 1 September 2026. */
const RECORDS = [
  { name: 'Alder Works', lane: 'deep', tags: 'a;b', review: '2026-09-01', seen: '2026-09-01T08:00:00Z', agreed: 'true', numberofemployees: '5' },
  { name: 'Birch', lane: 'fast', tags: 'b', review: '2026-09-10', seen: '2026-08-30T23:30:00Z', agreed: 'false', numberofemployees: '40' },
  { name: 'Cedar works' },
]; // prettier-ignore

async function filled({ call }: OpenSandbox): Promise<void> {
  for (const each of PROPERTIES) await call('POST', '/crm/properties/2026-09/companies', each);
  const inputs = RECORDS.map((properties) => ({ properties }));
  const { status } = await call('POST', `${COMPANIES}/batch/create`, { inputs });
  expect(status).toBe(201);
}

async function lettersIn({ call }: OpenSandbox, filterBranch: object): Promise<string> {
  const shape = { name: 'L', objectTypeId: '0-2', processingType: 'DYNAMIC', filterBranch };
  const { status, text } = await call('POST', LISTS, shape);
  if (status !== 200) return String(status);
  const id = /"listId":"(\d+)"/.exec(text)?.[1] ?? '';
  const { text: members } = await call('GET', `${LISTS}/${id}/memberships`);
  return [...members.matchAll(/"recordId":"3000000000(\d)"/g)].map(([, n]) => ' ABC'[Number(n)]).join('');
}

const withUnset = { includeObjectsWithNoValueSet: true };

test.each([
  ['IS_ANY_OF', where('lane', 'ENUMERATION', 'IS_ANY_OF', { values: ['deep', 'pass'] }), 'A'],
  ['IS_NONE_OF leaves unset ones out', where('lane', 'ENUMERATION', 'IS_NONE_OF', { values: ['deep'] }), 'B'],
  ['IS_NONE_OF, unset ones included', where('lane', 'ENUMERATION', 'IS_NONE_OF', { values: ['deep'], ...withUnset }), 'BC'],
  ['IS_EXACTLY', where('tags', 'ENUMERATION', 'IS_EXACTLY', { values: ['b'] }), 'B'],
  ['IS_NOT_EXACTLY', where('tags', 'ENUMERATION', 'IS_NOT_EXACTLY', { values: ['b'] }), 'A'],
  ['CONTAINS_ALL', where('tags', 'ENUMERATION', 'CONTAINS_ALL', { values: ['a', 'b'] }), 'A'],
  ['DOES_NOT_CONTAIN_ALL', where('tags', 'ENUMERATION', 'DOES_NOT_CONTAIN_ALL', { values: ['a', 'b'] }), 'B'],
  ['IS_KNOWN', where('lane', 'ALL_PROPERTY', 'IS_KNOWN'), 'AB'],
  ['IS_UNKNOWN', where('lane', 'ALL_PROPERTY', 'IS_UNKNOWN'), 'C'],
  ['IS_EQUAL_TO on text', where('name', 'STRING', 'IS_EQUAL_TO', { value: 'birch' }), 'B'],
  ['CONTAINS', where('name', 'STRING', 'CONTAINS', { value: 'works' }), 'AC'],
  ['DOES_NOT_CONTAIN', where('name', 'STRING', 'DOES_NOT_CONTAIN', { value: 'works' }), 'B'],
  ['STARTS_WITH', where('name', 'MULTISTRING', 'STARTS_WITH', { values: ['al', 'ce'] }), 'AC'],
  ['ENDS_WITH', where('name', 'STRING', 'ENDS_WITH', { value: 'rch' }), 'B'],
  ['IS_EQUAL_TO on numbers', where('numberofemployees', 'NUMBER', 'IS_EQUAL_TO', { value: 5 }), 'A'],
  ['IS_NOT_EQUAL_TO', where('numberofemployees', 'NUMBER', 'IS_NOT_EQUAL_TO', { value: 5 }), 'B'],
  ['IS_GREATER_THAN', where('numberofemployees', 'NUMBER', 'IS_GREATER_THAN', { value: 5 }), 'B'],
  ['IS_GREATER_THAN_OR_EQUAL_TO', where('numberofemployees', 'NUMBER', 'IS_GREATER_THAN_OR_EQUAL_TO', { value: 5 }), 'AB'],
  ['IS_LESS_THAN', where('numberofemployees', 'NUMBER', 'IS_LESS_THAN', { value: 40 }), 'A'],
  ['IS_LESS_THAN_OR_EQUAL_TO', where('numberofemployees', 'NUMBER', 'IS_LESS_THAN_OR_EQUAL_TO', { value: 40 }), 'AB'],
  ['IS_BETWEEN on numbers', where('numberofemployees', 'NUMBER_RANGED', 'IS_BETWEEN', { lowerBound: 5, upperBound: 39 }), 'A'],
  ['IS_NOT_BETWEEN', where('numberofemployees', 'NUMBER_RANGED', 'IS_NOT_BETWEEN', { lowerBound: 5, upperBound: 39 }), 'B'],
  ['BOOL', where('agreed', 'BOOL', 'IS_EQUAL_TO', { value: true }), 'A'],
  ['BOOL, not', where('agreed', 'BOOL', 'IS_NOT_EQUAL_TO', { value: true }), 'B'],
  ['IS_BEFORE', where('review', 'TIME_POINT', 'IS_BEFORE', { type: 'TIME_POINT', timePoint: day(2026, 9, 10) }), 'A'],
  ['IS_AFTER excludes its end', where('review', 'TIME_POINT', 'IS_AFTER', { timePoint: day(2026, 9, 1) }), 'B'],
  ['IS_AFTER with its end', where('review', 'TIME_POINT', 'IS_AFTER', { timePoint: day(2026, 9, 1), endpointBehavior: 'INCLUSIVE' }), 'AB'],
  ['a date in a time zone', where('seen', 'TIME_POINT', 'IS_AFTER', { timePoint: day(2026, 8, 31, 'Europe/Vienna') }), 'AB'],
  ['a date in UTC', where('seen', 'TIME_POINT', 'IS_AFTER', { timePoint: day(2026, 8, 31) }), 'A'],
  ['the next seven days', where('review', 'TIME_RANGED', 'IS_BETWEEN', { lowerBoundTimePoint: today(0), upperBoundTimePoint: today(7) }), 'A'],
  ['a property that HubSpot derives', where('createdate', 'TIME_POINT', 'IS_AFTER', { timePoint: today(0) }), 'ABC'],
])('%s', (_name, filter, letters) =>
  withSandbox(async (sandbox) => {
    await filled(sandbox);

    expect(await lettersIn(sandbox, anyOf([filter]))).toBe(letters);
  }),
); // prettier-ignore

test.each([
  ['Europe/Vienna', 'AB'],
  ['Etc/UTC', 'A'],
])('a date without a zone is one of the account, which is in %s', (timeZone, letters) =>
  withSandbox(
    async (sandbox) => {
      await filled(sandbox);
      const timePoint = { ...day(2026, 8, 31), zoneId: undefined };

      expect(await lettersIn(sandbox, anyOf([where('seen', 'TIME_POINT', 'IS_AFTER', { timePoint })]))).toBe(
        letters,
      );
    },
    {},
    undefined,
    { account: { timeZone } },
  ),
);

test('filters are joined by AND, branches by OR', () =>
  withSandbox(async (sandbox) => {
    await filled(sandbox);
    const works = where('name', 'STRING', 'CONTAINS', { value: 'works' });
    const unset = where('lane', 'ALL_PROPERTY', 'IS_UNKNOWN');
    const fast = where('lane', 'ENUMERATION', 'IS_ANY_OF', { values: ['fast'] });

    expect(await lettersIn(sandbox, anyOf([works, unset], [fast]))).toBe('BC');
  }));

test('a filter on what a record ever was looks at its history', () =>
  withSandbox(async (sandbox) => {
    await filled(sandbox);
    await sandbox.call('PATCH', `${COMPANIES}/30000000001`, { properties: { lane: 'pass' } });
    const ever = (operator: string) => anyOf([where('lane', 'ENUMERATION', operator, { values: ['deep'] })]);

    expect(await lettersIn(sandbox, ever('HAS_EVER_BEEN_ANY_OF'))).toBe('A');
    await sandbox.call('DELETE', `${LISTS}/1`);
    expect(await lettersIn(sandbox, ever('HAS_NEVER_BEEN_ANY_OF'))).toBe('B');
  }));

test.each([
  ['a root that is no OR', { filterBranchType: 'AND', filterBranches: [], filters: [] }],
  ['filters at the root', { ...anyOf([]), filters: [where('lane', 'ALL_PROPERTY', 'IS_KNOWN')] }],
  ['no branches', anyOf()],
  ['a branch inside of an AND', { filterBranchType: 'OR', filters: [], filterBranches: [{ filterBranchType: 'AND', filters: [], filterBranches: [anyOf([])] }] }],
  ['filters on events', anyOf([{ filterType: 'PAGE_VIEW', pageUrl: 'x', operator: 'HAS_PAGEVIEW' }])],
  ['an unknown property', anyOf([where('nothing', 'ALL_PROPERTY', 'IS_KNOWN')])],
  ['an operation of another type', anyOf([where('name', 'NUMBER', 'IS_EQUAL_TO', { value: 1 })])],
  ['an unknown operation', anyOf([where('lane', 'toString', 'IS_KNOWN')])],
  ['an unknown operator', anyOf([where('lane', 'ENUMERATION', 'constructor', { values: ['a'] })])],
  ['no value', anyOf([where('lane', 'ENUMERATION', 'IS_ANY_OF')])],
  ['a number that is none', anyOf([where('numberofemployees', 'NUMBER', 'IS_EQUAL_TO', { value: 'x' })])],
  ['a day that is none', anyOf([where('review', 'TIME_POINT', 'IS_AFTER', { timePoint: day(2026, 2, 30) })])],
  ['a zone that is none', anyOf([where('review', 'TIME_POINT', 'IS_AFTER', { timePoint: day(2026, 2, 3, 'Mars/North') })])],
  ['a reference to a week', anyOf([where('review', 'TIME_POINT', 'IS_AFTER', { timePoint: { ...today(0), indexReference: { referenceType: 'WEEK' } } })])],
])('a list with %s is refused', (_name, filterBranch) =>
  withSandbox(async (sandbox) => {
    await filled(sandbox);

    expect(await lettersIn(sandbox, filterBranch)).toBe('400');
  }),
); // prettier-ignore
