import type { HttpAnswer, OpenSandbox } from '../open-sandbox.ts';
import type { ShownSwitch } from '../shown-switch.ts';

type CallFunction = OpenSandbox['call'];

const OBJECTS = '/crm/objects/2026-09';
const LABELS = '/crm/associations/2026-09/deals/companies/labels';
const PIPELINES = '/crm/pipelines/2026-09/deals';
/** The company that stands in the account already, and the deal made beside it. */
const COMPANY = '30000000001';
const DEAL = '30000000002';
const BETWEEN = `${OBJECTS}/deals/${DEAL}/associations/companies`;

async function associated(call: CallFunction): Promise<HttpAnswer> {
  await call('POST', `${OBJECTS}/deals`, { properties: { dealname: 'Build' } });
  await call('PUT', `${OBJECTS}/deals/${DEAL}/associations/default/companies/${COMPANY}`);
  return call('GET', BETWEEN);
}

async function labelled(call: CallFunction, ...labels: string[]): Promise<void> {
  await associated(call);
  for (const [index, label] of labels.entries()) {
    await call('POST', LABELS, { name: `label${index}`, label });
    const types = [{ associationCategory: 'USER_DEFINED', associationTypeId: index * 2 + 1 }];
    await call('PUT', `${BETWEEN}/${COMPANY}`, types);
  }
}

const partnerships = {
  label: 'Partnerships',
  displayOrder: 1,
  stages: ['Sourced', 'Launched'].map((label, displayOrder) => ({
    label,
    displayOrder,
    metadata: { probability: displayOrder === 1 ? '1.0' : '0.1' },
  })),
};

export const LINK_SWITCHES: readonly ShownSwitch[] = [
  [
    'datedBatchCreateStatus',
    async (call) => {
      await associated(call);
      const link = { from: { id: DEAL }, to: { id: COMPANY } };
      const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 341 }];
      const area = (path: string) => `/crm/${path}/deals/companies/batch/create`;
      const sent = { inputs: [{ ...link, types }] };
      const [dated, older] = [
        await call('POST', area('associations/2026-09'), sent),
        await call('POST', area('v4/associations'), sent),
      ];
      return { ...dated, body: { older: older.status } };
    },
    [
      [200, { status: 200, body: { older: 201 } }],
      [201, { status: 201, body: { older: 201 } }],
    ],
  ],
  [
    'firstCompanyBecomesPrimary',
    associated,
    [
      [true, { body: { results: [{ associationTypes: [{ typeId: 341 }, { typeId: 5 }] }] } }],
      [false, { body: { results: [{ associationTypes: [{ typeId: 341 }] }] } }],
    ],
  ],
  [
    'primaryLabel',
    async (call) => call('GET', LABELS),
    [
      ['short', { body: { results: [{ typeId: 5, label: 'Primary' }, {}] } }],
      ['long', { body: { results: [{ typeId: 5, label: 'Deal with Primary Company' }, {}] } }],
    ],
  ],
  [
    'datedToObjectId',
    associated,
    [
      ['number', { body: { results: [{ toObjectId: Number(COMPANY) }] } }],
      ['text', { body: { results: [{ toObjectId: COMPANY }] } }],
    ],
  ],
  [
    'recordAssociationPage',
    async (call) => {
      await associated(call);
      const { body } = await call('POST', `${OBJECTS}/companies`, { properties: { name: 'Fir' } });
      const other = String(body['id']);
      await call('PUT', `${OBJECTS}/deals/${DEAL}/associations/default/companies/${other}`);
      return call('GET', `${OBJECTS}/deals/${DEAL}?associations=companies`);
    },
    [
      [500, { body: { associations: { companies: { results: [{}, {}, { id: '30000000003' }] } } } }],
      [
        1,
        {
          body: {
            associations: {
              companies: {
                results: [{ id: COMPANY }, { id: COMPANY }],
                paging: { next: { after: COMPANY } },
              },
            },
          },
        },
      ],
    ],
  ],
  [
    'putLabels',
    async (call) => {
      await labelled(call, 'Customer', 'Reseller');
      const types = [{ associationCategory: 'USER_DEFINED', associationTypeId: 1 }];
      return call('PUT', `${BETWEEN}/${COMPANY}`, types);
    },
    [
      ['adds', { status: 201, body: { labels: ['Primary', 'Customer', 'Reseller'] } }],
      ['replaces', { status: 201, body: { labels: ['Customer'] } }],
    ],
  ],
  [
    'unknownAssociationTarget',
    async (call) => {
      await associated(call);
      return call('PUT', `${OBJECTS}/deals/${DEAL}/associations/default/companies/1`);
    },
    [
      [404, { status: 404 }],
      [400, { status: 400 }],
    ],
  ],
  [
    'labelInUseDelete',
    async (call) => {
      await labelled(call, 'Customer');
      const { status } = await call('DELETE', `${LABELS}/1`);
      return { ...(await call('GET', LABELS)), status };
    },
    [
      ['refused', { status: 400, body: { results: [{}, {}, { label: 'Customer' }] } }],
      ['unlinks', { status: 204, body: { results: [{}, {}] } }],
    ],
  ],
  [
    'dealWithoutStage',
    async (call) => {
      const { body } = await call('POST', `${OBJECTS}/deals`, { properties: { dealname: 'Build' } });
      return call('GET', `${OBJECTS}/deals/${String(body['id'])}`);
    },
    [
      ['unset', { body: { properties: { pipeline: null, dealstage: null } } }],
      ['first-stage', { body: { properties: { pipeline: 'default', dealstage: 'appointmentscheduled' } } }],
    ],
  ],
  [
    'stageOfOtherPipeline',
    async (call) => {
      await associated(call);
      await call('POST', PIPELINES, { ...partnerships, pipelineId: 'partnerships' });
      await call('PATCH', `${OBJECTS}/deals/${DEAL}`, { properties: { pipeline: 'default' } });
      const { status } = await call('PATCH', `${OBJECTS}/deals/${DEAL}`, {
        properties: { dealstage: await stageIdOf(call, 'partnerships') },
      });
      return { ...(await call('GET', `${OBJECTS}/deals/${DEAL}`)), status };
    },
    [
      ['refused', { status: 400, body: { properties: { pipeline: 'default', dealstage: null } } }],
      ['moves-deal', { status: 200, body: { properties: { pipeline: 'partnerships' } } }],
    ],
  ],
  [
    'putPipelineKeeps',
    async (call) => {
      await call('POST', PIPELINES, { ...partnerships, pipelineId: 'partnerships' });
      const before = await stageIdOf(call, 'partnerships');
      await call('PUT', `${PIPELINES}/partnerships`, partnerships);
      const isKept = before === (await stageIdOf(call, 'partnerships'));
      return { status: 200, text: '', body: { isKept } };
    },
    [
      ['label', { body: { isKept: true } }],
      ['id', { body: { isKept: false } }],
    ],
  ],
];

async function stageIdOf(call: CallFunction, pipelineId: string): Promise<string | undefined> {
  const { text } = await call('GET', `${PIPELINES}/${pipelineId}/stages`);
  return /"id":"(\d+)"/.exec(text)?.[1];
}
