import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import type { Gathered, GatheredFacts } from '../../../src/contract/facts.ts';
import { DEFAULT_TRANSPORT, openCrm } from '../../../src/crm/client/client.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import { keepInstallation } from '../../../src/crm/installation.ts';
import { homeInCrm } from '../../../src/crm/policy-home.ts';
import type { FactSources } from '../../../src/icp/settings.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { answerCall } from '../../../src/usecases/answer-call.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { APP_TOKEN, type Portal, openPortal } from '../../portal.ts';
import { ASKED_FOR, BY_PROPERTIES, TOOLS, addSourceProperties, createAskingDeal } from './fact-portal.ts';
import { ask, publishSources } from './labelled-portal/ask-portal.ts';
import { createContactsOf } from './labelled-portal/load.ts';

const SCOPES = [
  ...['companies', 'deals', 'contacts', 'custom'].map((type) => `crm.objects.${type}.read`),
  ...['companies', 'deals', 'custom'].map((type) => `crm.schemas.${type}.read`),
  ...['crm.lists.read', 'crm.objects.owners.read'],
];
const app = { sourceType: 'INTEGRATION', sourceId: '4711' };
const without = (missing: string) => ({
  ...{ ...app, token: `without-${missing}` },
  scopes: SCOPES.filter((scope) => scope !== missing),
});

const STAGES = ['customer'];

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['the daily limit', FAULT_ANSWERS.dailyLimit],
  ['the ten-second limit', FAULT_ANSWERS.rollingLimit],
  ['500', FAULT_ANSWERS.serverError],
  ['no answer', { kind: 'hang', write: 'before' }],
  ['a page of HTML that says 200', FAULT_ANSWERS.htmlPage],
  ['a scope that is missing', FAULT_ANSWERS.missingScope],
];

/** Two kinds of fault are enough where only the calls for shared customers are others. */
const TWO = FAULTS.slice(2, 4);
const WAYS: readonly (readonly [string, FactSources['sharedCustomers'], typeof FAULTS])[] = [
  ['a property', BY_PROPERTIES.sharedCustomers, FAULTS],
  ['a label', { by: 'label', label: 'Uses both', lifecycleStages: STAGES }, TWO],
  ['lists', { by: 'lists', name: 'Users of {partner}' }, TWO],
];

let portal: Portal;
let companyId: string;
beforeAll(async () => {
  const user = { token: 'test-user-token', sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 };
  portal = await openPortal({
    home: true,
    tokens: [{ ...app, token: APP_TOKEN }, user, ...SCOPES.map(without)],
  });
  await addSourceProperties(portal);
  companyId = await portal.createCompany({ name: 'Ledgerlane' });
  const customers = [
    await portal.createCompany({ name: 'One', lifecyclestage: 'customer', [TOOLS]: 'Ledgerlane' }),
    await portal.createCompany({ name: 'Two', lifecyclestage: 'customer', [TOOLS]: 'Ledgerlane' }),
  ];
  for (const customer of customers)
    await createAskingDeal(portal, customer, { [ASKED_FOR]: 'Ledgerlane', amount: '100' });
  await createContactsOf(portal, [{ name: 'Dana', roles: ['Executive sponsor'], partner: companyId }]);
  await addToLabelAndList(customers);
});
afterAll(() => portal.close());

describe.each(WAYS)('counted by %s', (_way, sharedCustomers, faults) => {
  let whole: GatheredFacts;
  beforeAll(async () => {
    await publishSources(portal, { ...BY_PROPERTIES, sharedCustomers });
    whole = await ask(portal, 'gather-facts', { companyId });
    expect(statesOf(whole)).toEqual(['counted', 'counted', 'counted']);
  });

  test.each(faults)(
    '%s at any one call: the other facts stand, and nothing is none that was not read',
    async (_, fault) => {
      for (const isLoaded of [true, false]) {
        const calls = new Set(await portal.callsDuring(() => gatherThrough(portal.app, { isLoaded })));
        for (const call of calls) {
          const answer = await gatherThrough(portal.app, { isLoaded, failing: { call, fault } });

          expectTrue(answer, whole, `${call} fails`);
          // what is needed for every fact was read by the load
          if (isLoaded) expect(answer).toHaveProperty('answer');
        }
      }
    },
  );

  test.each(SCOPES)(
    'without the scope %s the other facts stand, and nothing is none that was not read',
    async (scope) => {
      const access = { baseUrl: portal.sandbox.baseUrl, accessToken: `without-${scope}` };
      const crm = openCrm(access, { ...DEFAULT_TRANSPORT, ...portal.clock });

      const answer = await gatherThrough(crm, { isLoaded: false });

      expectTrue(answer, whole, `without ${scope}`);
    },
  );
});

/** Asks an instance that has just started, or one that has loaded the scorecard a moment ago. */
async function gatherThrough(
  crm: Crm,
  { isLoaded, failing }: { isLoaded: boolean; failing?: { call: string; fault: Fault } },
): Promise<unknown> {
  const installation = keepInstallation(() => performance.now());
  const context: Context = {
    ...portal.context,
    ...{ crm, installation, policy: keepPolicy(), home: homeInCrm(crm, installation) },
  };
  const answer = (operation: string) => answerCall(() => context, { operation, input: { companyId } });
  if (isLoaded) await answer('load-scorecard');
  const [method = '', path = ''] = failing?.call.split(' ') ?? [];
  if (failing !== undefined) portal.sandbox.faults.add(failing.fault, { method, path, times: Infinity });
  try {
    return await answer('gather-facts');
  } finally {
    portal.sandbox.faults.clear();
  }
}

/** At most one fact is missing, and says why; the others are as without the fault. Or the whole says why. */
function expectTrue(answer: unknown, whole: GatheredFacts, when: string): void {
  if (typeof answer !== 'object' || answer === null || !('answer' in answer)) {
    expect({ when, answer }).toEqual({
      when,
      answer: {
        error: expect.objectContaining({
          code: expect.stringMatching(/^(unavailable|rate-limited|missing-scope)$/) as unknown,
        }) as unknown,
      },
    });
    return;
  }
  const facts = answer.answer as GatheredFacts;
  const wrong = figuresOf(facts).filter((figure, index) => {
    const { state, fact } = figure;
    return state === 'counted' && JSON.stringify(fact) !== JSON.stringify(figuresOf(whole)[index]?.fact);
  });
  const missing = statesOf(facts).filter((state) => state !== 'counted');

  expect({ when, wrong }).toEqual({ when, wrong: [] });
  expect({ when, missing }).toEqual({ when, missing: missing.slice(0, 1) });
}

function statesOf({ sharedCustomers, companiesAsking, contacts }: GatheredFacts): Gathered<never>['state'][] {
  return [sharedCustomers.state, companiesAsking.state, contacts.state];
}

function figuresOf({ sharedCustomers, companiesAsking, contacts }: GatheredFacts) {
  return [sharedCustomers, companiesAsking, contacts].map((gathered) => ({
    state: gathered.state,
    fact: gathered.state === 'counted' ? gathered.fact.count : null,
  }));
}

async function addToLabelAndList(customers: readonly string[]): Promise<void> {
  const { outside } = portal;
  const pair = '/crm/associations/2026-09/companies/companies';
  const body = { name: 'uses_both', label: 'Uses both' };
  const made = (await outside.send({ method: 'POST', path: `${pair}/labels`, body })) as {
    results: { typeId: number }[];
  };
  const types = [{ associationCategory: 'USER_DEFINED', associationTypeId: made.results[0]?.typeId }];
  const inputs = customers.map((id) => ({ from: { id: companyId }, to: { id }, types }));
  await outside.send({ method: 'POST', path: `${pair}/batch/create`, body: { inputs } });
  const lists = '/crm/lists/2026-09';
  const list = { name: 'Users of Ledgerlane', objectTypeId: '0-2', processingType: 'MANUAL' };
  const { list: created } = (await outside.send({ method: 'POST', path: lists, body: list })) as {
    list: { listId: string };
  };
  await outside.send({
    method: 'PUT',
    path: `${lists}/${created.listId}/memberships/add`,
    body: [...customers],
  });
}
