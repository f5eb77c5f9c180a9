import { type Portal, mergeCompanies, openPortal } from '../../portal.ts';
import { ASKED_FOR, addProperty, addSourceProperties, createAskingDeal } from './fact-portal.ts';
import { type Named, askingOf } from './fact-records.ts';

const NOW = new Date('2026-11-27T12:00:00Z');
const DAY_MS = 86_400_000;
const PRIMARY = 'hs_primary_associated_company';

let portal: Portal;
let partner: Named;
beforeEach(async () => {
  portal = await openPortal({ now: () => NOW });
  await addSourceProperties(portal);
  partner = { id: await portal.createCompany({ name: 'Ledgerlane' }), name: 'Ledgerlane' };
});
afterEach(() => portal.close());

const asks = { [ASKED_FOR]: 'Ledgerlane' };
const company = (name = 'Harbor') => portal.createCompany({ name });
const found = (isWhole = false) => askingOf(portal, partner, ASKED_FOR, isWhole);

/** Made so many days ago. */
async function oldDeal(days: number, properties: Record<string, string>): Promise<string> {
  portal.sandbox.skewClock(-days * DAY_MS);
  const companyId = await company();
  await createAskingDeal(portal, companyId, { ...asks, ...properties });
  portal.sandbox.skewClock(0);
  return companyId;
}

test('open, stalled and lost deals count by company, a won one does not, and the sum is theirs', async () => {
  await createAskingDeal(portal, await company(), { ...asks, amount: '1000' });
  await oldDeal(61, { amount: '200' });
  await oldDeal(60, { amount: '30' });
  await createAskingDeal(portal, await company(), { ...asks, dealstage: 'closedlost', amount: '4' });
  await createAskingDeal(portal, await company(), { ...asks, dealstage: 'closedwon', amount: '5' });

  expect(await found()).toMatchObject({
    ...{ count: 4, open: 2, stalled: 1, lost: 1, amount: 1234, isAtLeast: false, newestOn: '2026-11-27' },
    text: '4 companies asked: 2 open, 1 lost, 1 stalled, 1,234 EUR',
    notes: ['Renewals and churn talks are not counted.'],
  });
});

test('a company counts once, under the state that is furthest from lost', async () => {
  const companyId = await company();
  await createAskingDeal(portal, companyId, { ...asks, dealstage: 'closedlost', amount: '100' });
  await createAskingDeal(portal, companyId, { ...asks, amount: '20' });

  expect(await found()).toMatchObject({ count: 1, open: 1, lost: 0, amount: 120 });
});

test("the partner's own deals ask for nothing, and a deal without primary company is told", async () => {
  await createAskingDeal(portal, partner.id, { ...asks, amount: '100' });
  await createAskingDeal(portal, null, { ...asks, amount: '20' });

  expect(await found()).toMatchObject({
    ...{ count: 0, withoutCompany: 1, amount: null, text: '0 companies asked' },
    deals: [{ company: null }],
    notes: [
      'Renewals and churn talks are not counted.',
      'One deal that names the partner has no primary company and is not counted.',
    ],
  });
});

test('the day of the newest request is that of the portal, and the hoped-for close of an open deal is none', async () => {
  const late = await openPortal({
    now: () => new Date('2026-11-27T23:30:00Z'),
    account: { timeZone: 'Europe/Berlin' },
  });
  await addSourceProperties(late);
  const id = await late.createCompany({ name: 'Ledgerlane' });
  await createAskingDeal(late, await late.createCompany(), { ...asks, closedate: '2027-03-01T00:00:00Z' });

  const fact = await askingOf(late, { id, name: 'Ledgerlane' }, ASKED_FOR);
  await late.close();

  expect(fact).toMatchObject({ newestOn: '2026-11-28' });
});

test('companies that were merged are one, and the partner is known by any id that was merged into it', async () => {
  const [one, other] = [await company(), await company()];
  await createAskingDeal(portal, one, asks);
  await createAskingDeal(portal, other, asks);
  const double = await portal.createCompany({ name: 'Ledgerlane' });
  await createAskingDeal(portal, double, asks);

  await mergeCompanies(portal, one, other);
  await mergeCompanies(portal, partner.id, double);

  expect(await found(true)).toMatchObject({ count: 1 });
});

test('amounts are summed in the currency of the portal, and one of another currency alone is left out and said', async () => {
  const deal = { [PRIMARY]: '7', [ASKED_FOR]: 'Ledgerlane', amount: '100' };
  const deals = [
    deal,
    { ...deal, deal_currency_code: 'EUR', amount: '20.1' },
    { ...deal, deal_currency_code: 'USD', amount_in_home_currency: '3.2' },
    { ...deal, deal_currency_code: 'USD' },
    { ...deal, deal_currency_code: 'USD', amount: '' },
  ];
  const results = deals.map((properties, index) => ({ id: `${index + 1}`, properties }));
  const answer = { kind: 'status', status: 200, body: { total: results.length, results } } as const;
  portal.sandbox.faults.add(answer, { path: 'deals/search' });

  expect(await found()).toMatchObject({
    ...{ count: 1, amount: 123.3, currency: 'EUR', otherCurrency: 1 },
    notes: [expect.any(String), 'The amount of one deal is in another currency and left out.'],
    evidence: expect.stringContaining('left out.') as string,
  });
});

test('an amount that was entered in another currency counts by what it is worth at home', async () => {
  const account = { timeZone: 'Etc/UTC', exchangeRates: { USD: 0.875 } };
  const withDollars = await openPortal({ now: () => NOW, account });
  await addSourceProperties(withDollars);
  const id = await withDollars.createCompany({ name: 'Ledgerlane' });
  const asking = await withDollars.createCompany();
  await createAskingDeal(withDollars, asking, { ...asks, amount: '1200', deal_currency_code: 'USD' });
  await createAskingDeal(withDollars, asking, { ...asks, amount: '50' });

  const fact = await askingOf(withDollars, { id, name: 'Ledgerlane' }, ASKED_FOR);
  await withDollars.close();

  expect(fact).toMatchObject({ amount: 1100, otherCurrency: 0, text: '1 company asked: 1 open, 1,100 EUR' });
});

test('a search that gives fewer deals than it says there are is "at least"', async () => {
  const properties = { [PRIMARY]: '7', [ASKED_FOR]: 'Ledgerlane' };
  const body = { total: 3, results: [{ id: '1', properties }] };
  portal.sandbox.faults.add({ kind: 'status', status: 200, body }, { path: 'deals/search' });

  expect(await found(true)).toMatchObject({ count: 1, isAtLeast: true });
});

test('a whole count names the companies, a first one their record ids', async () => {
  const companyId = await company('Harbor');
  await createAskingDeal(portal, companyId, { ...asks, dealname: 'Seats' });

  expect(await found()).toMatchObject({
    deals: [{ company: { id: companyId, name: `record ${companyId}` } }],
  });
  expect(await found(true)).toMatchObject({ deals: [{ name: 'Seats', company: { name: 'Harbor' } }] });
});

test('a property of deals that is gone is said with its name', async () => {
  expect(await askingOf(portal, partner, 'no_such')).toMatch(
    /^wrong-source: The property no_such of deals is not there/,
  );
  await addProperty(portal, 'deals', {
    ...{ name: 'due', label: 'Due', groupName: 'dealinformation', type: 'date', fieldType: 'date' },
  });
  expect(await askingOf(portal, partner, 'due')).toMatch(/^wrong-source: The property Due of deals/);
});
