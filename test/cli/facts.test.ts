import { DEFAULT_SETTINGS } from '../../src/icp/settings.ts';
import { setContactRole } from '../../src/usecases/facts/set-contact-role.ts';
import { publishSettings } from '../../src/usecases/policy/settings.ts';
import { APP_TOKEN, type Portal, openPortal } from '../portal.ts';
import {
  ASKED_FOR,
  BY_PROPERTIES,
  TOOLS,
  addSourceProperties,
  createAskingDeal,
  createContactOf,
} from '../usecases/facts/fact-portal.ts';
import { createMany } from '../usecases/facts/fact-records.ts';
import { runIcp } from './run-icp.ts';

const NOW = new Date('2026-11-27T12:00:00Z');

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ home: true, now: () => NOW });
  await addSourceProperties(portal);
});
afterAll(() => portal.close());

function icp(...args: string[]) {
  const env = { HUBSPOT_ACCESS_TOKEN: APP_TOKEN, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
  return runIcp(['facts', ...args], env, { now: portal.context.now });
}

test('before a source is set each figure says where to set it, and contacts are read', async () => {
  const companyId = await portal.createCompany({ name: 'Brightdesk' });

  const { exit, stdout } = await icp(companyId);

  expect(exit).toBe(0);
  expect(stdout).toBe(
    [
      `Brightdesk (${companyId}) · counted on 27 November 2026`,
      'Shared customers: unknown. Shared customers are not counted: the settings name no source. Set one on the settings page under Facts from the CRM, or fill in the number by hand.',
      'Companies asking: unknown. Companies asking are not counted: the settings name no deal property. Set one on the settings page under Facts from the CRM, or fill in the number by hand.',
      'Contacts: Champion: none; executive sponsor: none; partner owner: none',
      '',
    ].join('\n'),
  );
});

describe('with sources', () => {
  let partner: string;
  let asking: string;
  beforeAll(async () => {
    await publishSettings(portal.context, {
      settings: { ...DEFAULT_SETTINGS, factSources: BY_PROPERTIES },
      ...{ reason: 'Where we keep it', by: 'ann@example.com', policy: 0 },
    });
    partner = await portal.createCompany({ name: 'Ledgerlane' });
    const uses = { lifecyclestage: 'customer', [TOOLS]: 'Ledgerlane' };
    await createMany(
      portal,
      'companies',
      Array.from({ length: 201 }, (_, index) => ({ properties: { name: `C${index}`, ...uses } })),
    );
    asking = await portal.createCompany({ name: 'Harbor' });
    await createAskingDeal(portal, asking, { [ASKED_FOR]: 'Ledgerlane', amount: '1200' });
    const contactId = await createContactOf(portal, partner);
    await setContactRole(portal.context, { companyId: partner, contactId, role: 'champion', isSet: true });
  });

  test('a first count says that there are more, and what is not counted', async () => {
    const { stdout } = await icp(partner);

    expect(stdout).toContain(
      'Shared customers: At least 200 customers use both (property Tools in use, 27 November 2026)\n  There are more. With --all they are counted to the end.\n',
    );
    expect(stdout).toContain(
      'Companies asking: 1 company asked: 1 open, 1,200 EUR\n  Renewals and churn talks are not counted.\n',
    );
    expect(stdout).toMatch(/\n {2}Dana Whitt \(\d+\) https:\S+, Champion\n/);
    expect(stdout).not.toContain('C1 (');
  });

  test('--all counts to the end, and lists companies and deals', async () => {
    const { stdout } = await icp(partner, '--all');
    const json = JSON.parse((await icp(partner, '--all', '--json')).stdout) as object;

    expect(stdout).toContain('Shared customers: 201 customers use both');
    expect(stdout).toMatch(/\n {2}C200 \(\d+\)/);
    expect(stdout).toContain(`\n  Harbor (${asking}), open, 1,200 EUR: Seats (`);
    expect(json).toMatchObject({
      companyId: partner,
      sharedCustomers: { state: 'counted', fact: { count: 201, isAtLeast: false } },
      companiesAsking: { state: 'counted', fact: { count: 1, amount: 1200, currency: 'EUR' } },
      contacts: { state: 'counted', fact: { count: 1, sponsors: 0 } },
    });
  });

  test('a company that is not there ends with the code of the CRM', async () => {
    const { exit, stderr } = await icp('4711');

    expect(exit).toBe(3);
    expect(stderr).toContain('4711');
  });
});
