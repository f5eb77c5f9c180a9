import type { AddressInfo } from 'node:net';
import { builtPage } from '../../../sandbox/built-app.ts';
import { type RunningAutomation, startAutomation } from '../../../sandbox/automation/start-automation.ts';
import { type SandboxCrm, startSandboxCrm } from '../../../sandbox/hubspot/start-sandbox-crm.ts';
import { type Send, sendAs } from '../../send-as.ts';
import { SCORER } from '../hubspot/open-integrations-sandbox.ts';
import { createWorkbench } from '../../../sandbox/workbench/host/server.ts';

const OWNERS = [
  { id: '11', userId: 501, email: 'jane@example.com', firstName: 'Jane', lastName: 'Doe' },
  { id: '12', userId: 502, email: 'omar@example.com', firstName: 'Omar', lastName: 'Sy' },
];

const STAGES = ['Sourced', 'Scored', 'Checks', 'Scoped', 'Building', 'Launched', 'Declined'];

const select = (name: string, label: string, options: Record<string, string>) => ({
  ...{ name, label, type: 'enumeration', fieldType: 'select' },
  options: Object.entries(options).map(([value, text], displayOrder) => ({
    value,
    label: text,
    displayOrder,
  })),
});

const VERDICT = [
  select('ipp_lane', 'Lane', {
    deep: 'Deep',
    fast: 'Fast lane',
    pass: 'No lane',
    undecided: 'Needs answers',
  }),
  select('ipp_clearance', 'Clearance for Deep', { pending: 'Not yet cleared', cleared: 'Cleared' }),
  ...[
    ['ipp_total', 'Total'],
    ['ipp_total_low', 'Total: lowest'],
    ['ipp_total_high', 'Total: highest'],
  ].map(([name, label]) => ({ name, label, type: 'number', fieldType: 'number' })),
  select('ipp_decision', 'Decision', { 'go-deep': 'Go deep', wait: 'Wait' }),
  { name: 'ipp_decision_quarter', label: 'Decision: quarter', type: 'string', fieldType: 'text' },
  select('ipp_partner_type', 'Partner type', { reseller: 'Reseller', 'broker-agent': 'Broker or agent' }),
];

/** Name, stage, lane, total, clearance, amount, owner; a company of the first word of the name, unless it is "Loose". */
const DEALS = [
  ['Taskbridge connector', 'Sourced', 'deep', '430', 'pending', '12000', '11'],
  ['Ledgerlane build', 'Sourced', 'deep', '440', 'cleared', '30500', '12'],
  ['Grandview listing', 'Scored', 'fast', '280', '', '', '11'],
  ['Loose idea', 'Declined', '', '', '', '500', ''],
] as const;

export interface PartnerPipeline {
  readonly url: string;
  readonly crm: SandboxCrm;
  readonly automation: RunningAutomation;
  readonly call: Send;
  /** Ids of companies by name. */
  readonly companies: ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
}

/** The workbench over a portal with a partner pipeline of four deals, and the shipped rules at work. */
export async function openPartnerPipeline(): Promise<PartnerPipeline> {
  const crm = await startSandboxCrm({
    owners: OWNERS,
    apps: [SCORER],
    tokens: [
      { token: 'app', sourceType: 'INTEGRATION', sourceId: '1234', sourceLabel: 'Partner ICP' },
      { token: 'rules', sourceType: 'AUTOMATION_PLATFORM', sourceId: 'rules', sourceLabel: 'Automation' },
      ...OWNERS.map(({ id, userId }) => ({
        ...{ token: `ui-${id}`, sourceType: 'CRM_UI', sourceId: `userId:${userId}`, userId },
      })),
    ],
  });
  const call = sendAs(crm.baseUrl, 'app');
  const companies = await seed(call);
  const automation = startAutomation({
    ...{ events: crm.events, crmBaseUrl: crm.baseUrl, token: 'rules', now: () => new Date() },
    customActions: { actions: crm.actions, appIds: [4711] },
  });
  const workbench = await createWorkbench({
    crmBaseUrl: crm.baseUrl,
    uiTokenFor: (ownerId) => `ui-${ownerId}`,
    cardBundles: [],
    callers: [
      { sourceId: '1234', kind: 'app', name: 'Partner ICP' },
      { sourceId: 'rules', kind: 'automation', name: 'Automation' },
    ],
    owners: OWNERS,
    callFunction: () => Promise.reject(new Error('There is no function.')),
    automation,
    assets: await builtPage(),
  });
  const server = workbench.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await automation.close();
    await crm.close();
  };
  return { url, crm, automation, call, companies, close };
}

async function seed(call: PartnerPipeline['call']): Promise<Map<string, string>> {
  for (const [type, groupName] of [
    ['companies', 'companyinformation'],
    ['deals', 'dealinformation'],
  ] as const)
    for (const definition of VERDICT)
      await call('POST', `/crm/properties/2026-09/${type}`, { ...definition, groupName });
  const stages = STAGES.map((label, displayOrder) => ({
    ...{ label, displayOrder, stageId: label.toLowerCase() },
    metadata: { probability: '0.5' },
  }));
  const pipeline = await call('POST', '/crm/pipelines/2026-09/deals', {
    ...{ label: 'Partnerships', displayOrder: 1, stages },
  });
  const stageIds = new Map(
    (pipeline['stages'] as { id: string; label: string }[]).map(({ id, label }) => [label, id]),
  );
  const companies = new Map<string, string>();
  for (const [dealname, stage, ipp_lane, ipp_total, ipp_clearance, amount, hubspot_owner_id] of DEALS) {
    const properties = { dealname, ipp_lane, ipp_total, ipp_clearance, amount, hubspot_owner_id };
    const place = { pipeline: pipeline['id'], dealstage: stageIds.get(stage) };
    const deal = await call('POST', '/crm/objects/2026-09/deals', {
      ...{ properties: { ...properties, ...place }, associations: [] },
    });
    const [name = ''] = dealname.split(' ');
    if (name === 'Loose') continue;
    const owner = { name, ipp_lane, hubspot_owner_id };
    const company = await call('POST', '/crm/objects/2026-09/companies', { properties: owner });
    const [dealId, companyId] = [String(deal['id']), String(company['id'])];
    await call('PUT', `/crm/objects/2026-09/deals/${dealId}/associations/companies/${companyId}`, [
      { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 },
    ]);
    companies.set(name, companyId);
  }
  return companies;
}
