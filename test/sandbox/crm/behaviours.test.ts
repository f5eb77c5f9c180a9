import { BEHAVIOURS } from '../../../src/sandbox/crm/behaviours.ts';
import { DEFAULT_SWITCHES, type Switches } from '../../../src/sandbox/crm/switches.ts';
import { type HttpAnswer, type OpenSandbox, withSandbox } from './open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';
const PROPERTIES = '/crm/properties/2026-09/companies';
const colours = {
  name: 'colours',
  label: 'Colours',
  type: 'enumeration',
  fieldType: 'checkbox',
  groupName: 'companyinformation',
  options: ['red', 'blue'].map((value) => ({ value, label: value })),
};
const FIRST = '30000000001';
const PATH = `${COMPANIES}/${FIRST}`;

test('every guess has exactly one switch and every switch one guess', () => {
  const flags = BEHAVIOURS.flatMap((behaviour) => (behaviour.tag === 'guessed' ? [behaviour.flag] : []));

  expect(flags.toSorted()).toEqual(Object.keys(DEFAULT_SWITCHES).toSorted());
});

test('every behaviour has a source, and none is listed twice', () => {
  expect(BEHAVIOURS.filter(({ source }) => source.trim() === '')).toEqual([]);
  expect(new Set(BEHAVIOURS.map(({ what }) => what)).size).toBe(BEHAVIOURS.length);
});

const search = (propertyName: string, operator: string, value: string) => ({
  filterGroups: [{ filters: [{ propertyName, operator, value }] }],
});

const city = (call: OpenSandbox['call'], value: unknown) =>
  call('PATCH', PATH, { properties: { city: value } });

/** A switch, the answer that shows it, and what that answer is at each setting. */
const SHOWN: readonly {
  [Name in keyof Switches]: readonly [
    Name,
    (call: OpenSandbox['call']) => Promise<HttpAnswer>,
    readonly (readonly [Switches[Name], object])[],
  ];
}[keyof Switches][] = [
  [
    'unchangedWriteAddsHistory',
    async (call) => {
      await city(call, 'Graz');
      return call('GET', `${PATH}?propertiesWithHistory=city`);
    },
    [
      [
        false,
        {
          body: {
            propertiesWithHistory: { city: [{ value: 'Graz' }] },
            updatedAt: '2026-09-01T12:00:00.000Z',
          },
        },
      ],
      [true, { body: { propertiesWithHistory: { city: [{ value: 'Graz' }, { value: 'Graz' }] } } }],
    ],
  ],
  [
    'clearedValueReads',
    (call) => city(call, ''),
    [
      ['null', { body: { properties: { city: null } } }],
      ['empty', { body: { properties: { city: '' } } }],
    ],
  ],
  [
    'nullInWrite',
    (call) => city(call, null),
    [
      ['clears', { body: { properties: { city: null } } }],
      ['ignored', { body: { properties: { city: 'Graz' } } }],
    ],
  ],
  [
    'unrecordedValueCodes',
    (call) => call('PATCH', PATH, { properties: { numberofemployees: 'x' } }),
    [
      ['likely', { status: 400, body: { errors: [{ code: 'INVALID_NUMBER' }] } }],
      ['opaque', { status: 400, body: { errors: [{ code: 'INVALID_VALUE' }] } }],
    ],
  ],
  [
    'negativeFiltersMatchUnset',
    (call) => call('POST', `${COMPANIES}/search`, search('state', 'NEQ', 'Styria')),
    [
      [false, { body: { total: 0 } }],
      [true, { body: { total: 1 } }],
    ],
  ],
  [
    'multiSelectMatchesMember',
    (call) => call('POST', `${COMPANIES}/search`, search('colours', 'EQ', 'blue')),
    [
      [true, { body: { total: 1 } }],
      [false, { body: { total: 0 } }],
    ],
  ],
  [
    'restoredPropertyKeepsValues',
    async (call) => {
      await call('DELETE', `${PROPERTIES}/colours`);
      await call('POST', PROPERTIES, colours);
      return call('GET', `${PATH}?properties=colours`);
    },
    [
      [true, { body: { properties: { colours: 'red;blue' } } }],
      [false, { body: { properties: { colours: null } } }],
    ],
  ],
  [
    'batchUpdateUnknownId',
    (call) =>
      call('POST', `${COMPANIES}/batch/update`, {
        inputs: [FIRST, '1'].map((id) => ({ id, properties: { city: 'Linz' } })),
      }),
    [
      ['partial', { status: 207, body: { numErrors: 1, results: [{ id: FIRST }] } }],
      ['whole', { status: 404 }],
    ],
  ],
  [
    'datedPartialStatus',
    (call) => call('POST', `${COMPANIES}/batch/read`, { inputs: [{ id: '1' }] }),
    [
      [207, { status: 207, body: { numErrors: 1 } }],
      [200, { status: 200, body: { numErrors: 1 } }],
    ],
  ],
  [
    'repeatedArchiveStatus',
    async (call) => {
      await call('DELETE', PATH);
      return call('DELETE', PATH);
    },
    [
      [204, { status: 204 }],
      [404, { status: 404 }],
    ],
  ],
  [
    'limitAboveMaximum',
    (call) => call('GET', `${COMPANIES}?limit=500`),
    [
      ['refused', { status: 400 }],
      ['clamped', { status: 200 }],
    ],
  ],
];

const settings = SHOWN.flatMap(([name, show, expected]) =>
  expected.map(([setting, answer]) => ({ name, setting, show, answer })),
);

test.each(settings)('the switch $name does what it says at $setting', ({ name, setting, show, answer }) =>
  withSandbox(
    async ({ call }) => {
      await call('POST', PROPERTIES, colours);
      await call('POST', COMPANIES, { properties: { city: 'Graz', colours: 'red;blue' } });

      expect(await show(call)).toMatchObject(answer);
    },
    { [name]: setting },
  ),
);

test('every switch is shown at both settings', () => {
  expect(SHOWN.map(([name]) => name).toSorted()).toEqual(Object.keys(DEFAULT_SWITCHES).toSorted());
});
