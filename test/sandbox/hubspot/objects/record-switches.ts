import type { OpenSandbox } from '../open-sandbox.ts';
import type { ShownSwitch } from '../shown-switch.ts';

export const COMPANIES = '/crm/objects/2026-09/companies';
export const PROPERTIES = '/crm/properties/2026-09/companies';
export const colours = {
  name: 'colours',
  label: 'Colours',
  type: 'enumeration',
  fieldType: 'checkbox',
  groupName: 'companyinformation',
  options: ['red', 'blue'].map((value) => ({ value, label: value })),
};
const FIRST = '30000000001';
const PATH = `${COMPANIES}/${FIRST}`;

const search = (propertyName: string, operator: string, value: string) => ({
  filterGroups: [{ filters: [{ propertyName, operator, value }] }],
});

const city = (call: OpenSandbox['call'], value: unknown) =>
  call('PATCH', PATH, { properties: { city: value } });

/** The city of the company is written, then looked for by a word. */
async function namedAndSearched(call: OpenSandbox['call'], value: string, word: string) {
  await city(call, value);
  return call('POST', `${COMPANIES}/search`, search('city', 'CONTAINS_TOKEN', word));
}

/** 25 writes after the first, newest first. */
const CITIES = [...Array.from({ length: 25 }, (_, index) => `Graz ${25 - index}`), 'Graz'];

const bothWith = (cities: readonly string[]) => {
  const record = { propertiesWithHistory: { city: cities.map((value) => ({ value })) } };
  return { single: record, batch: { results: [record] } };
};

export const RECORD_SWITCHES: readonly ShownSwitch[] = [
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
            updatedAt: '2026-09-01T12:00:00Z',
          },
        },
      ],
      [true, { body: { propertiesWithHistory: { city: [{ value: 'Graz' }, { value: 'Graz' }] } } }],
    ],
  ],
  [
    'historyKept',
    async (call) => {
      for (const value of CITIES.slice(0, -1).toReversed()) await city(call, value);
      const single = await call('GET', `${PATH}?propertiesWithHistory=city`);
      const batch = await call('POST', `${COMPANIES}/batch/read`, {
        inputs: [{ id: FIRST }],
        propertiesWithHistory: ['city'],
      });
      return { ...batch, body: { single: single.body, batch: batch.body } };
    },
    [
      ['all', { body: bothWith(CITIES) }],
      [20, { body: bothWith(CITIES.slice(0, 20)) }],
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
      ['clears', { body: { properties: { city: '' } } }],
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
    'multiSelectHasTokens',
    (call) => call('POST', `${COMPANIES}/search`, search('colours', 'CONTAINS_TOKEN', 'blue')),
    [
      [true, { body: { total: 1 } }],
      [false, { body: { total: 0 } }],
    ],
  ],
  [
    'apostropheSplitsTokens',
    (call) => namedAndSearched(call, "O'Reilly", 'reilly'),
    [
      [true, { body: { total: 1 } }],
      [false, { body: { total: 0 } }],
    ],
  ],
  [
    'searchAccents',
    (call) => namedAndSearched(call, 'M\u00fcller', 'Muller'),
    [
      ['kept', { body: { total: 0 } }],
      ['folded', { body: { total: 1 } }],
    ],
  ],
  [
    'searchNormalises',
    (call) => namedAndSearched(call, 'Mu\u0308ller', 'M\u00fcller'),
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
    'batchArchiveInUse',
    async (call, crm) => {
      crm.portal.setPropertyUses([{ objectType: 'companies', property: 'colours', by: 'Welcome' }]);
      const inputs = [{ name: 'colours' }];
      const { status } = await call('POST', `${PROPERTIES}/batch/archive`, { inputs });
      return { ...(await call('GET', `${PROPERTIES}/colours`)), status };
    },
    [
      ['refused', { status: 400, body: { archived: false } }],
      ['passed-over', { status: 204, body: { archived: false } }],
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
