import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { gatherFacts } from '../../../src/usecases/facts/gather-facts.ts';
import { setContactRole } from '../../../src/usecases/facts/set-contact-role.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { type Portal, openPortal } from '../../portal.ts';
import {
  ASKED_FOR,
  BY_PROPERTIES,
  TOOLS,
  addSourceProperties,
  createAskingDeal,
  createContactOf,
} from './fact-portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ home: true });
  await addSourceProperties(portal);
  await publishSettings(portal.context, {
    settings: { ...DEFAULT_SETTINGS, factSources: BY_PROPERTIES },
    ...{ reason: 'Where we keep it', by: 'ann@example.com', policy: 0 },
  });
});
afterAll(() => portal.close());

test('customers whose tools name the partner, companies that ask and contacts with their roles are told in words', async () => {
  const partner = await portal.createCompany({ name: 'Ledgerlane, Inc.' });
  const customer = { lifecyclestage: 'customer' };
  await portal.createCompany({ name: 'One', ...customer, [TOOLS]: 'Slack, LEDGERLANE' });
  await portal.createCompany({ name: 'Two', ...customer, [TOOLS]: 'ledgerlane;jira' });
  await portal.createCompany({ name: 'Lead', lifecyclestage: 'lead', [TOOLS]: 'Ledgerlane' });
  await portal.createCompany({ name: 'Other', ...customer, [TOOLS]: 'Ledgerlanes' });
  const asking = await portal.createCompany({ name: 'Harbor' });
  await createAskingDeal(portal, asking, { [ASKED_FOR]: 'Ledgerlane', amount: '1200' });
  await createAskingDeal(portal, asking, { [ASKED_FOR]: 'Ledgerlane', dealstage: 'closedlost' });
  const contactId = await createContactOf(portal, partner);
  await setContactRole(portal.context, { companyId: partner, contactId, role: 'champion', isSet: true });

  const { sharedCustomers, companiesAsking, contacts } = await gatherFacts(portal.context, {
    companyId: partner,
  });

  expect(sharedCustomers).toMatchObject({
    state: 'counted',
    fact: { count: 2, isAtLeast: false, companies: [{ name: 'One' }, { name: 'Two' }] },
  });
  expect(companiesAsking).toMatchObject({ state: 'counted', fact: { count: 1, open: 1, amount: 1200 } });
  expect(contacts).toMatchObject({
    state: 'counted',
    fact: { count: 1, text: 'Champion: Dana Whitt; executive sponsor: none; partner owner: none' },
  });
});
