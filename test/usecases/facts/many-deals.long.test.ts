import { countFact, gatherFacts } from '../../../src/usecases/facts/gather-facts.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { ASKED_FOR, BY_PROPERTIES, addSourceProperties } from './fact-portal.ts';
import { createMany } from './fact-records.ts';

const DEALS = 5_000;
const COMPANIES = 1_200;
const PRIMARY = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }];

let portal: Portal;
let companyId: string;
beforeAll(async () => {
  portal = await openPortal({ home: true });
  await addSourceProperties(portal);
  await publishSettings(portal.context, {
    settings: { ...DEFAULT_SETTINGS, factSources: BY_PROPERTIES },
    ...{ reason: 'Where we keep it', by: 'ann@example.com', policy: 0 },
  });
  companyId = await portal.createCompany({ name: 'Ledgerlane' });
  const companies = await createMany(
    portal,
    'companies',
    Array.from({ length: COMPANIES }, (_, index) => ({ properties: { name: `Company ${index}` } })),
  );
  await createMany(
    portal,
    'deals',
    Array.from({ length: DEALS }, (_, index) => ({
      properties: {
        dealname: `Deal ${index}`,
        dealstage: 'qualifiedtobuy',
        amount: '2',
        [ASKED_FOR]: 'Ledgerlane',
      },
      associations: [{ to: { id: companies[index % COMPANIES] }, types: PRIMARY }],
    })),
  );
});
afterAll(() => portal.close());
afterEach(() => portal.sandbox.faults.clear());

const count = () => countFact(portal.context, { companyId, fact: 'companies-asking' });

test('of 5,000 deals a first look reads two hundred and says "at least"', async () => {
  const { companiesAsking } = await gatherFacts(portal.context, { companyId });

  expect(companiesAsking).toMatchObject({ fact: { count: 200, isAtLeast: true, amount: 400 } });
});

test('all 5,000 deals are counted, in one search for 200 of them, and the first 1,000 are listed with names', async () => {
  let answer: Awaited<ReturnType<typeof count>> | null = null;
  const calls = await portal.callsDuring(async () => {
    answer = await count();
  });

  expect(answer).toMatchObject({
    gathered: {
      fact: {
        ...{ count: COMPANIES, open: COMPANIES, isAtLeast: false, amount: 2 * DEALS },
        notes: ['Renewals and churn talks are not counted.', 'The list has the first 1,000.'],
      },
    },
  });
  expect(JSON.stringify(answer).length).toBeLessThan(1_000_000);
  expect(calls.filter((call) => call.endsWith('deals/search'))).toHaveLength(DEALS / 200 + 1);
  expect(calls.length).toBeLessThan(45);
});

test('when HubSpot gives out on the way, what was counted stands as "at least", with the reason', async () => {
  portal.sandbox.faults.add(FAULT_ANSWERS.dailyLimit, { path: 'deals/search', skip: 10, times: Infinity });

  expect(await count()).toMatchObject({
    gathered: {
      fact: {
        count: COMPANIES,
        isAtLeast: true,
        notes: [expect.any(String), expect.stringMatching(/^The count ended early/), expect.any(String)],
      },
    },
  });
});
