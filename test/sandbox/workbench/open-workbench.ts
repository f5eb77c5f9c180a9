import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildOnce } from '../../../sandbox/build/build-once.ts';
import { buildWorkerCards } from '../../../sandbox/build/build-worker-cards.ts';
import { builtPage } from '../../../sandbox/built-app.ts';
import { startSandboxCrm } from '../../../sandbox/hubspot/start-sandbox-crm.ts';
import { type CardBundle, createWorkbench } from '../../../sandbox/workbench/host/server.ts';
import type { TourStep } from '../../../sandbox/workbench/host/settings.ts';
import { type Send, sendAs } from '../../send-as.ts';
import { ROLES } from './partner-properties.ts';

const OWNERS = [
  { id: '11', userId: 501, email: 'jane@example.com', firstName: 'Jane', lastName: 'Doe' },
  {
    id: '12',
    userId: 502,
    email: 'omar@example.com',
    firstName: 'Omar',
    lastName: 'Sy',
    readOnlyProperties: ['city'],
  },
];

const lanes = ['deep', 'fast', 'pass'].map((value, displayOrder) => ({
  value,
  label: `Lane ${value}`,
  displayOrder,
}));

/** What a portal holds at the start. */
export interface Seed {
  definitions: readonly object[];
  companies: readonly Record<string, string>[];
}

const SMALL: Seed = {
  definitions: [
    { name: 'ipp_lane', label: 'Lane', type: 'enumeration', fieldType: 'select', options: lanes },
    { name: 'ipp_total', label: 'Total', type: 'number', fieldType: 'number' },
    { name: 'ipp_due', label: 'Due', type: 'date', fieldType: 'date' },
  ],
  companies: [
    {
      name: 'Contoso Integrations',
      domain: 'contoso.example',
      city: 'Lyon',
      ipp_lane: 'deep',
      ipp_total: '430',
    },
    { name: 'Fabrikam', domain: 'fabrikam.example', ipp_lane: 'fast', ipp_total: '280' },
    { name: 'Northwind Traders', domain: 'northwind.example' },
  ],
};

async function seed(send: Send, { definitions, companies }: Seed): Promise<string[]> {
  const group = { name: 'partner_icp', label: 'Partner ICP' };
  await send('POST', '/crm/properties/2026-09/companies/groups', group);
  for (const definition of definitions)
    await send('POST', '/crm/properties/2026-09/companies', { ...definition, groupName: group.name });
  const ids: string[] = [];
  for (const properties of companies) {
    const { id } = (await send('POST', '/crm/objects/2026-09/companies', { properties })) as { id: string };
    ids.push(id);
  }
  return ids;
}

const SAMPLE_CARD = 'test/sandbox/workbench/sample-card';

/** Built with HubSpot's own builder. */
async function buildSampleCard(): Promise<string> {
  const entry = join(process.cwd(), SAMPLE_CARD, 'sample-card.tsx');
  const build = (folder: string) => buildWorkerCards([entry], folder);
  return join(await buildOnce('sample-card', build, [SAMPLE_CARD]), 'sample-card.js');
}

/** Where the sample card stands. */
type Places = readonly Omit<CardBundle, 'file'>[];
const IN_A_TAB: Places = [{ id: 'sample', title: 'Sample card' }];

export interface OpenWorkbench {
  url: string;
  /** Ids of the companies, in the order of the seed: Contoso, Fabrikam, Northwind. */
  companies: string[];
  /** Writes past the page: as the app, or as the owner with that id. */
  sendAs: (who: 'app' | '11' | '12') => Send;
  calls: { name: string; payload: unknown }[];
  close: () => Promise<void>;
}

/** The workbench over a sandbox CRM with three companies; by default with a card that uses every component. */
export async function openWorkbench(
  portal: Seed = SMALL,
  places: Places = IN_A_TAB,
  tour: readonly TourStep[] = [],
): Promise<OpenWorkbench> {
  const people = OWNERS.map(({ id, userId }) => ({
    token: `ui-${id}`,
    sourceType: 'CRM_UI',
    sourceId: `userId:${userId}`,
    userId,
  }));
  const app = { token: 'app', sourceType: 'INTEGRATION', sourceId: '1234', sourceLabel: 'Partner ICP' };
  const crm = await startSandboxCrm({ tokens: [app, ...people], owners: OWNERS });
  const companies = await seed(sendAs(crm.baseUrl, 'app'), portal);
  const file = await buildSampleCard();
  const seeded = crm.portal.dump();
  const reset = () => {
    crm.portal.restore(seeded);
    return Promise.resolve();
  };
  const calls: OpenWorkbench['calls'] = [];
  const workbench = await createWorkbench({
    crmBaseUrl: crm.baseUrl,
    uiTokenFor: (ownerId) => `ui-${ownerId}`,
    cardBundles: places.map((bundle) => ({ ...bundle, file })),
    owners: OWNERS,
    propertyRoles: ROLES,
    legend: [{ term: 'Deep', text: 'Worth a closer look.' }],
    demo: { tour, reset },
    assets: await builtPage(),
    callFunction: (name, payload) => {
      calls.push({ name, payload });
      if (name === 'echo') return Promise.resolve({ echoed: payload.propertiesToSend });
      return Promise.reject(new Error(`There is no function ${name}.`));
    },
  });
  const server = workbench.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    companies,
    sendAs: (who) => sendAs(crm.baseUrl, who === 'app' ? 'app' : `ui-${who}`),
    calls,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await crm.close();
    },
  };
}
