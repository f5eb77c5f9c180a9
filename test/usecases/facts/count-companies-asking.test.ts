import { type Portal, mergeCompanies, openPortal } from '../../portal.ts';
import { ASKED_FOR, addProperty, addSourceProperties, createAskingDeal } from './fact-portal.ts';
import { type Named, askingOf } from './fact-records.ts';

const NOW = new Date('2026-11-27T12:00:00Z');
const DAY_MS = 86_400_000;

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
