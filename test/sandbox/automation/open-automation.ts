import { type RunningAutomation, startAutomation } from '../../../sandbox/automation/start-automation.ts';
import type { AppOptions } from '../../../sandbox/hubspot/apps/integrations.ts';
import { type SandboxCrm, startSandboxCrm } from '../../../sandbox/hubspot/start-sandbox-crm.ts';
import type { Rule } from '../../../sandbox/workbench/pages/automation/automation.ts';
import { type Send, sendAs } from '../../send-as.ts';

export const OWNER = {
  id: '501',
  userId: 9001,
  email: 'ines@example.com',
  firstName: 'Ines',
  lastName: 'Vale',
};

const choice = (name: string, values: readonly string[]) => ({
  name,
  label: name,
  groupName: 'companyinformation',
  type: 'enumeration',
  fieldType: 'select',
  options: values.map((value, displayOrder) => ({ value, label: value, displayOrder })),
});

const DECIDED_AT = {
  ...{ name: 'ipp_decided_at', label: 'Decided at', groupName: 'companyinformation' },
  ...{ type: 'datetime', fieldType: 'date' },
};

export interface OpenAutomation {
  readonly crm: SandboxCrm;
  readonly automation: RunningAutomation;
  /** Lets time go by on the account's clock, and what is due by then happen. */
  readonly pass: (ms: number) => Promise<void>;
  readonly call: Send;
  /** Creates a company and answers its id. */
  readonly company: (properties: Record<string, string>) => Promise<string>;
  /** Sets properties of a company, and waits for what rules make of it. */
  readonly set: (id: string, properties: Record<string, string>) => Promise<void>;
  /** Subjects of all tasks, oldest first. */
  readonly subjects: () => Promise<string[]>;
}

/** Runs a test against rules over a sandbox of their own, whose clock stands at noon of 1 September 2026. */
export async function withAutomation(
  rules: readonly Rule[] | undefined,
  run: (open: OpenAutomation) => Promise<void>,
  apps: readonly AppOptions[] = [],
): Promise<void> {
  let passed = 0;
  const now = () => new Date(Date.parse('2026-09-01T12:00:00Z') + passed);
  const crm = await startSandboxCrm({
    now,
    apps,
    owners: [OWNER],
    tokens: [
      { token: 'person', sourceType: 'CRM_UI', sourceId: 'userId:9001', userId: 9001 },
      { token: 'rules', sourceType: 'AUTOMATION_PLATFORM', sourceId: 'rules', sourceLabel: 'Automation' },
    ],
  });
  const automation = startAutomation({
    events: crm.events,
    crmBaseUrl: crm.baseUrl,
    token: 'rules',
    now,
    customActions: { actions: crm.actions, appIds: [4711] },
    ...(rules === undefined ? {} : { rules }),
  });
  const call = sendAs(crm.baseUrl, 'person');
  await call('POST', '/crm/properties/2026-09/companies', choice('ipp_lane', ['deep', 'fast', 'pass']));
  await call('POST', '/crm/properties/2026-09/companies', choice('ipp_clearance', ['pending', 'cleared']));
  const decision = choice('ipp_decision', ['go-deep', 'go-light', 'wait', 'decline']);
  await call('POST', '/crm/properties/2026-09/companies', decision);
  await call('POST', '/crm/properties/2026-09/companies', DECIDED_AT);
  try {
    const pass = async (ms: number) => {
      passed += ms;
      await crm.actions.settled();
    };
    await run({ crm, automation, pass, call, ...companiesOf(call, automation) });
  } finally {
    await automation.close();
    await crm.close();
  }
}

function companiesOf(call: OpenAutomation['call'], automation: RunningAutomation) {
  const companies = '/crm/objects/2026-09/companies';
  return {
    company: async (properties: Record<string, string>) => {
      const { id } = await call('POST', companies, { properties });
      await automation.settled();
      return String(id);
    },
    set: async (id: string, properties: Record<string, string>) => {
      await call('PATCH', `${companies}/${id}`, { properties });
      await automation.settled();
    },
    subjects: async () => {
      const { results } = (await call(
        'GET',
        '/crm/objects/2026-09/tasks?limit=100&properties=hs_task_subject',
      )) as { results: { properties: { hs_task_subject: string } }[] };
      return results.map(({ properties }) => properties.hs_task_subject);
    },
  };
}
