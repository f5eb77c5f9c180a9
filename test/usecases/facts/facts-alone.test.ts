import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import type { GatheredFacts } from '../../../src/contract/facts.ts';
import { DEFAULT_SETTINGS, type FactSources } from '../../../src/icp/settings.ts';
import { gatherFacts } from '../../../src/usecases/facts/gather-facts.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { type Portal, archiveCompany, mergeCompanies, openPortal } from '../../portal.ts';
import {
  ASKED_FOR,
  BY_PROPERTIES,
  TOOLS,
  addSourceProperties,
  createAskingDeal,
  createContactOf,
} from './fact-portal.ts';
import { createCompanyLabel, createListOf, labelCompanies } from './fact-records.ts';

let portal: Portal;
let partner: string;
beforeEach(async () => {
  portal = await openPortal({ home: true });
  await addSourceProperties(portal);
  partner = await portal.createCompany({ name: 'Ledgerlane' });
  const asking = await portal.createCompany({
    name: 'Harbor',
    lifecyclestage: 'customer',
    [TOOLS]: 'Ledgerlane',
  });
  await createAskingDeal(portal, asking, { [ASKED_FOR]: 'Ledgerlane' });
  await createContactOf(portal, partner);
});
afterEach(() => portal.close());

const gather = (companyId = partner) => gatherFacts(portal.context, { companyId });
const load = () => loadScorecard(portal.context, { companyId: partner });

const publish = (factSources: FactSources) =>
  publishSettings(portal.context, {
    settings: { ...DEFAULT_SETTINGS, factSources },
    ...{ reason: 'Where we keep it', by: 'ann@example.com' },
    policy: portal.context.policy.current().version,
  });

const statesOf = ({ sharedCustomers, companiesAsking, contacts }: GatheredFacts) =>
  [sharedCustomers, companiesAsking, contacts].map(({ state }) => state);

test.each([
  ['companies/search', ['failed', 'counted', 'counted']],
  ['deals/search', ['counted', 'failed', 'counted']],
  ['companies/contacts/batch/read', ['counted', 'counted', 'failed']],
  ['contacts/batch/read', ['counted', 'counted', 'failed']],
])('a failure of %s leaves the other facts alone', async (path, states) => {
  await publish(BY_PROPERTIES);
  portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { path, times: Infinity });

  expect(statesOf(await gather())).toEqual(states);
});

test.each([
  ['companies/search', ['not-allowed', 'counted', 'counted']],
  ['deals/search', ['counted', 'not-allowed', 'counted']],
  ['companies/contacts/batch/read', ['counted', 'counted', 'not-allowed']],
])('a scope that %s lacks is named, and the other facts are counted', async (path, states) => {
  await publish(BY_PROPERTIES);
  portal.sandbox.faults.add(FAULT_ANSWERS.missingScope, { path, times: Infinity });

  const facts = await gather();

  expect(statesOf(facts)).toEqual(states);
  expect(JSON.stringify(facts)).toMatch(
    /HubSpot does not allow the app to read this\. The app may not do this: it needs the scope /,
  );
});

test('sources that are not set say where to set them, and contacts are read', async () => {
  const facts = await gather();

  expect(statesOf(facts)).toEqual(['not-set', 'not-set', 'counted']);
  expect(facts.sharedCustomers).toMatchObject({
    message: expect.stringContaining('on the settings page') as string,
  });
});

test.each(['A', '🚀', '', 'X, Inc.'])(
  'for a partner called "%s" it is said that nothing can be looked for',
  async (name) => {
    await publish(BY_PROPERTIES);
    const companyId = await portal.createCompany({ name });

    expect(statesOf(await gather(companyId))).toEqual(['no-name', 'no-name', 'counted']);
  },
);

test('an id that was merged away answers for the company that survives, its contacts included', async () => {
  await publish(BY_PROPERTIES);
  const survivor = await mergeCompanies(portal, partner, await portal.createCompany({ name: 'Double' }));

  const facts = await gather();

  expect(facts).toMatchObject({
    ...{ companyId: survivor, companyName: 'Ledgerlane' },
    contacts: { state: 'counted', fact: { count: 1 } },
  });
});

test('a company that is not there is refused', async () => {
  await archiveCompany(portal, partner);

  await expect(gather()).rejects.toMatchObject({ code: 'company-not-found' });
});

describe('after a load, gathering takes at most six calls', () => {
  const callsOf = (work: () => Promise<unknown>) => portal.callsDuring(work).then(({ length }) => length);
  const LABEL = 'Uses both';

  test.each<[string, FactSources['sharedCustomers'], number, number]>([
    ['a property', BY_PROPERTIES.sharedCustomers, 6, 5],
    ['a label', { by: 'label', label: LABEL, lifecycleStages: ['customer'] }, 6, 6],
    ['lists', { by: 'lists', name: 'Uses {partner}' }, 6, 6],
    ['nothing', null, 4, 4],
  ])('customers counted by %s: %#', async (_by, sharedCustomers, first, again) => {
    const customer = await portal.createCompany({ lifecyclestage: 'customer' });
    const [typeId = NaN] = await createCompanyLabel(portal, LABEL);
    await labelCompanies(portal, partner, [customer], typeId);
    await createListOf(portal, 'Uses Ledgerlane', [customer]);
    await publish({ ...BY_PROPERTIES, sharedCustomers });
    await load();

    // the first time with the definitions of the sources, later with the company read anew
    expect([await callsOf(() => gather()), await callsOf(() => gather())]).toEqual([first, again]);
  });

  test('without a load the company and the policy are read as well', async () => {
    await publish(BY_PROPERTIES);

    expect([await callsOf(() => gather()), await callsOf(() => gather())]).toEqual([8, 6]);
  });
});

test('a company that was renamed after the gathering that followed a load is looked for by its new name', async () => {
  await publish(BY_PROPERTIES);
  await load();
  await gather();
  await portal.outside.send({
    ...{ method: 'PATCH', path: `/crm/objects/2026-09/companies/${partner}` },
    body: { properties: { name: 'Harborline' } },
  });

  expect((await gather()).companyName).toBe('Harborline');
});
