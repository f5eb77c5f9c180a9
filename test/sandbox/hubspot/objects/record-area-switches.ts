import type { HttpAnswer, OpenSandbox } from '../open-sandbox.ts';
import { anyOf, where } from '../lists/filters.ts';
import { COMPANIES, PROPERTIES } from './record-switches.ts';
import { PROJECT } from '../schemas/project-type.ts';
import type { ShownSwitch } from '../shown-switch.ts';

type CallFunction = OpenSandbox['call'];

const SCHEMAS = '/crm-object-schemas/2026-09/schemas';
const LISTS = '/crm/lists/2026-09';
/** The company that stands in the account already. */
const FIRST = '30000000001';
const SECOND = '30000000002';

/** A second company, merged into the first; the answer is what is read then. */
async function merged(call: CallFunction, properties: object, query: string): Promise<HttpAnswer> {
  await call('POST', COMPANIES, { properties });
  await call('POST', `${COMPANIES}/merge`, { primaryObjectId: FIRST, objectIdToMerge: SECOND });
  return call('GET', `${COMPANIES}/${FIRST}?${query}`);
}

const CLOSE_DATE = {
  objectType: 'deals',
  property: 'closedate',
  when: { property: 'dealstage', isOneOf: ['closedwon'] },
};

/** A deal that was won before the account asked won deals for a close date, and a write to it. */
async function wonDeal(
  call: CallFunction,
  crm: OpenSandbox['crm'],
  closedate: string,
  properties: object,
): Promise<HttpAnswer> {
  const won = { dealname: 'Build', dealstage: 'closedwon', closedate };
  await call('POST', '/crm/objects/2026-09/deals', { properties: won });
  crm.portal.setRules([CLOSE_DATE]);
  return call('PATCH', `/crm/objects/2026-09/deals/${SECOND}`, { properties });
}

async function withKey(call: CallFunction): Promise<void> {
  const key = { name: 'key', label: 'Key', type: 'string', fieldType: 'text', hasUniqueValue: true };
  await call('POST', PROPERTIES, { ...key, groupName: 'companyinformation' });
  await call('PATCH', `${COMPANIES}/${FIRST}`, { properties: { key: 'a' } });
}

async function upsert(call: CallFunction): Promise<HttpAnswer> {
  await withKey(call);
  const input = { id: 'a', idProperty: 'key', properties: { key: 'b' } };
  return call('POST', `${COMPANIES}/batch/upsert`, { inputs: [input] });
}

const list = (name: string, filter: object) => ({
  name,
  objectTypeId: '0-2',
  processingType: 'DYNAMIC',
  filterBranch: anyOf([filter]),
});
const inGraz = where('city', 'STRING', 'IS_EQUAL_TO', { value: 'graz' });

/** Switches of merging, upserting, unique values, custom objects and lists. */
export const RECORD_AREA_SWITCHES: readonly ShownSwitch[] = [
  [
    'ruleHolds',
    (call, crm) => wonDeal(call, crm, '', { amount: '5' }),
    [
      ['trigger-writes', { status: 200 }],
      ['any-write', { status: 400, body: { errors: [{ code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY' }] } }],
    ],
  ],
  [
    'ruleLooksAtStored',
    (call, crm) => wonDeal(call, crm, '2026-09-01', { dealstage: 'closedwon' }),
    [
      [true, { status: 200 }],
      [false, { status: 400 }],
    ],
  ],
  [
    'openTaskIsActivity',
    async (call) => {
      const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 192 }];
      await call('POST', '/crm/objects/2026-09/tasks', {
        properties: { hs_timestamp: '2026-08-01T12:00:00Z', hs_task_status: 'NOT_STARTED' },
        associations: [{ to: { id: FIRST }, types }],
      });
      return call('GET', `${COMPANIES}/${FIRST}?properties=notes_last_updated`);
    },
    [
      [false, { body: { properties: { notes_last_updated: null } } }],
      [true, { body: { properties: { notes_last_updated: '2026-09-01T12:00:00Z' } } }],
    ],
  ],
  [
    'mergeFillsEmpty',
    (call) => merged(call, { phone: '1', city: 'Linz' }, 'properties=phone,city'),
    [
      [true, { body: { properties: { phone: '1', city: 'Graz' } } }],
      [false, { body: { properties: { phone: '', city: 'Graz' } } }],
    ],
  ],
  [
    'mergedCreatedAt',
    (call) => merged(call, {}, ''),
    [
      ['oldest', { body: { createdAt: '2026-09-01T12:00:00Z' } }],
      ['merge', { body: { createdAt: '2026-09-01T12:00:00.001Z' } }],
    ],
  ],
  [
    'mergeWrites',
    (call) => merged(call, {}, 'propertiesWithHistory=city'),
    [
      ['hidden-values', { body: { propertiesWithHistory: { city: [{ sourceType: 'INTEGRATION' }] } } }],
      [
        'all-values',
        {
          body: {
            propertiesWithHistory: { city: [{ sourceType: 'MERGE_OBJECTS' }, { sourceType: 'INTEGRATION' }] },
          },
        },
      ],
    ],
  ],
  [
    'mergedTwiceInBatch',
    async (call) => {
      await merged(call, {}, '');
      return call('POST', `${COMPANIES}/batch/read`, { inputs: [{ id: FIRST }, { id: SECOND }] });
    },
    [
      ['once', { body: { results: [{}] } }],
      ['each', { body: { results: [{}, {}] } }],
    ],
  ],
  [
    'simultaneousUniqueValue',
    async (call) => {
      await withKey(call);
      await call('POST', COMPANIES, { properties: { key: 'b' } });
      return call('POST', COMPANIES, { properties: { key: 'b' } });
    },
    [
      ['one-wins', { status: 400 }],
      ['both-kept', { status: 201 }],
    ],
  ],
  [
    'takenUniqueValue',
    async (call) => {
      await withKey(call);
      return call('POST', COMPANIES, { properties: { key: 'a' } });
    },
    [
      ['value-problem', { status: 400, body: { errors: [{ code: 'CONFLICTING_UNIQUE_VALUE' }] } }],
      [
        'sentence',
        { status: 400, body: { message: `Cannot set key. Record ${FIRST} already has that value.` } },
      ],
    ],
  ],
  [
    'upsertOtherValue',
    upsert,
    [
      ['written', { status: 200, body: { results: [{ id: FIRST, new: false, properties: { key: 'b' } }] } }],
      ['refused', { status: 400 }],
    ],
  ],
  [
    'plainCustomNames',
    async (call) => {
      await call('POST', SCHEMAS, PROJECT);
      return call('GET', '/crm/objects/2026-09/project');
    },
    [
      [false, { status: 400 }],
      [true, { status: 200, body: { results: [] } }],
    ],
  ],
  [
    'takenSchemaName',
    async (call) => {
      await call('POST', SCHEMAS, PROJECT);
      return call('POST', SCHEMAS, PROJECT);
    },
    [
      [409, { status: 409 }],
      [400, { status: 400 }],
    ],
  ],
  [
    'schemaOfArchivedObjects',
    async (call) => {
      await call('POST', SCHEMAS, PROJECT);
      await call('POST', '/crm/objects/2026-09/p_project', { properties: { title: 'x' } });
      await call('DELETE', `/crm/objects/2026-09/p_project/${SECOND}`);
      return call('DELETE', `${SCHEMAS}/p_project`);
    },
    [
      ['deleted', { status: 204 }],
      ['refused', { status: 400 }],
    ],
  ],
  [
    'listTextIgnoresCase',
    async (call) => {
      await call('POST', LISTS, list('In Graz', inGraz));
      return call('GET', `${LISTS}/1/memberships`);
    },
    [
      [true, { body: { results: [{ recordId: FIRST }] } }],
      [false, { body: { results: [] } }],
    ],
  ],
  [
    'unfitListFilter',
    (call) => call('POST', LISTS, list('None', where('nothing', 'ALL_PROPERTY', 'IS_UNKNOWN'))),
    [
      ['refused', { status: 400 }],
      ['finds-nothing', { status: 200, body: { list: { size: 0 } } }],
    ],
  ],
  [
    'deletedListName',
    async (call) => {
      await call('POST', LISTS, list('In Graz', inGraz));
      await call('DELETE', `${LISTS}/1`);
      return call('POST', LISTS, list('In Graz', inGraz));
    },
    [
      ['free', { status: 200, body: { list: { listId: '2' } } }],
      ['taken', { status: 400, body: { subCategory: 'ILS.DUPLICATE_LIST_NAMES' } }],
    ],
  ],
];
