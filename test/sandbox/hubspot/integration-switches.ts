import type { Switches } from '../../../sandbox/hubspot/switches.ts';
import { outputs } from './actions/lane-action.ts';
import { CLIENT, codeFor, exchange, install } from './oauth/grant-app.ts';
import {
  COMPANIES,
  type IntegrationsSandbox,
  type IntegrationsSetup,
  SCORER,
} from './open-integrations-sandbox.ts';
import type { Receiver, Reply } from './open-receiver.ts';

/** A switch of what surrounds the records, what shows it, and what that is at each setting. */
export type IntegrationSwitch = {
  [Name in keyof Switches]: readonly [
    Name,
    IntegrationsSetup,
    (sandbox: IntegrationsSandbox, receiver: Receiver) => Promise<unknown>,
    readonly (readonly [Switches[Name], unknown])[],
  ];
}[keyof Switches];

const APPS: IntegrationsSetup = { apps: [SCORER] };
const MINUTE = 60_000;

/** How the app of these tests answers: it takes its time with records that come to its action. */
export const BLOCKING: Reply = outputs({ hs_execution_state: 'BLOCK' });

async function fire({ crm, call }: IntegrationsSandbox, { url }: Receiver): Promise<string> {
  const { body } = await call('POST', COMPANIES, { properties: { name: 'Larch' } });
  const definition = await call('POST', '/automation/actions/2026-09/4711', {
    actionUrl: url,
    labels: { en: { actionName: 'Judge' } },
    inputFields: [],
    objectTypes: ['COMPANY'],
    published: true,
    functions: [],
  });
  const execution = await crm.actions.fire({
    appId: 4711,
    definitionId: String(definition.body['id']),
    objectType: 'companies',
    objectId: String(body['id']),
  });
  return execution.callbackId;
}

export const INTEGRATION_SWITCHES: readonly IntegrationSwitch[] = [
  [
    'refusedCallsCount',
    { limits: { burst: 1 } },
    async ({ call, pass }) => {
      await call('GET', COMPANIES);
      pass(6_000);
      await call('GET', COMPANIES);
      pass(6_000);
      return (await call('GET', COMPANIES)).status;
    },
    [
      [false, 200],
      [true, 429],
    ],
  ],
  [
    'associationScopes',
    {
      tokens: [
        { token: 'scoped', sourceType: 'INTEGRATION', sourceId: '77', scopes: ['crm.objects.deals.write'] },
      ],
    },
    async ({ call }) => {
      const path = '/crm/v4/objects/deals/1/associations/default/companies/2';
      return (await call('PUT', path, undefined, 'scoped')).status;
    },
    [
      ['near-end', 404],
      ['both-ends', 403],
    ],
  ],
  [
    'accountCeilings',
    {},
    async ({ call }) => (await call('GET', '/crm/limits/2026-09/custom-object-types')).body['limit'],
    [
      ['catalog', 20],
      ['half', 10],
    ],
  ],
  [
    'limitPercentage',
    { account: { tier: 'starter' } },
    async ({ call }) =>
      (await call('GET', '/crm/limits/2026-09/pipelines')).body['hubspotDefinedObjectTypes'],
    [
      ['percent', [{ limit: 2, usage: 1, percentage: 50 }]],
      ['share', [{ limit: 2, usage: 1, percentage: 0.5 }]],
    ],
  ],
  [
    'badClientStatus',
    APPS,
    async ({ post }) => (await exchange({ post }, { client_secret: 'wrong' })).status,
    [
      [400, 400],
      [401, 401],
    ],
  ],
  [
    'authCodeSeconds',
    APPS,
    async ({ post, pass }) => {
      const code = await codeFor({ post });
      pass(2 * MINUTE);
      return (await exchange({ post }, { code })).body;
    },
    [
      [600, { token_type: 'bearer' }],
      [60, { status: 'EXPIRED_AUTH_CODE' }],
    ],
  ],
  [
    'revokedRefreshToken',
    APPS,
    async ({ call, post }) => {
      const { access, refresh } = await install({ post });
      await post('/oauth/2026-09/token/revoke', { token: refresh, ...CLIENT });
      return (await call('GET', COMPANIES, undefined, access)).status;
    },
    [
      ['access-stays', 200],
      ['access-ends', 401],
    ],
  ],
  [
    'refreshedToken',
    APPS,
    async ({ post }) => {
      const { refresh } = await install({ post });
      const form = { grant_type: 'refresh_token', refresh_token: refresh, ...CLIENT };
      const first = await post('/oauth/2026-09/token', form);
      const again = await post('/oauth/2026-09/token', form);
      return { isSame: first.body['refresh_token'] === refresh, again: again.status };
    },
    [
      ['stays', { isSame: true, again: 200 }],
      ['is-replaced', { isSame: false, again: 400 }],
    ],
  ],
  [
    'createdValuesAreTold',
    APPS,
    async ({ crm, call }, { url, received }) => {
      const area = '/app-webhooks/2026-09/4711';
      await call('PUT', `${area}/settings`, { targetUrl: url });
      const event = { eventType: 'company.propertyChange', propertyName: 'city', active: true };
      await call('POST', `${area}/subscriptions`, event);
      await call('POST', COMPANIES, { properties: { city: 'Graz' } });
      await crm.webhooks.delivered();
      return received.length;
    },
    [
      [true, 1],
      [false, 0],
    ],
  ],
  [
    'labelChangesAreTold',
    APPS,
    async ({ crm, call }, { url, received }) => {
      const area = '/app-webhooks/2026-09/4711';
      await call('PUT', `${area}/settings`, { targetUrl: url });
      await call('POST', `${area}/subscriptions`, { eventType: 'company.associationChange', active: true });
      const ids = [];
      for (const name of ['Larch', 'Fir']) {
        const { body } = await call('POST', COMPANIES, { properties: { name } });
        ids.push(String(body['id']));
      }
      const [one, other] = ids;
      const labels = '/crm/associations/2026-09/companies/companies/labels';
      await call('POST', labels, { name: 'sister', label: 'Sister' });
      const path = `${COMPANIES}/${one ?? ''}/associations`;
      await call('PUT', `${path}/default/companies/${other ?? ''}`);
      await crm.webhooks.delivered();
      const before = received.length;
      const types = [{ associationCategory: 'USER_DEFINED', associationTypeId: 1 }];
      const { status } = await call('PUT', `${path}/companies/${other ?? ''}`, types);
      await crm.webhooks.delivered();
      return [before, status, received.length > before];
    },
    [
      [false, [1, 201, false]],
      [true, [1, 201, true]],
    ],
  ],
  [
    'typedInputs',
    APPS,
    async (sandbox, receiver) => {
      await fire(sandbox, receiver);
      return receiver.received[0]?.text.includes('"typedInputs"');
    },
    [
      ['sent', true],
      ['absent', false],
    ],
  ],
  [
    'actionCallsSigned',
    APPS,
    async (sandbox, receiver) => {
      await fire(sandbox, receiver);
      return Object.keys(receiver.received[0]?.headers ?? {}).filter((name) => /signature(-v3)?$/.test(name));
    },
    [
      ['v2', ['x-hubspot-signature']],
      ['v2-and-v3', ['x-hubspot-signature', 'x-hubspot-signature-v3']],
    ],
  ],
  [
    'repeatedCompletion',
    APPS,
    async (sandbox, receiver) => {
      const callbackId = await fire(sandbox, receiver);
      const complete = () =>
        sandbox.call('POST', `/automation/v4/actions/callbacks/${callbackId}/complete`, { outputFields: {} });
      return [(await complete()).status, (await complete()).status];
    },
    [
      [404, [204, 404]],
      [204, [204, 204]],
    ],
  ],
];
