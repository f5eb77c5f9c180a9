import type { SavedPortal } from '../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import type { WantedChange } from '../../../src/contract/wanted-change.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { ASKED_FOR, BY_PROPERTIES, TOOLS, addSourceProperties } from './fact-portal.ts';
import { ask, counted, publishSources, suspicionsOnCard } from './labelled-portal/ask-portal.ts';
import { createAll, createContactsOf, dealTo } from './labelled-portal/load.ts';
import { COUNTED_THOUGH_WRONG, DEMANDS, NAMES, SUSPECTED, type Situation } from './near-misses.ts';

const NOW = new Date('2026-11-27T12:00:00Z');
const DAY_MS = 86_400_000;

let portal: Portal;
let empty: SavedPortal;
beforeAll(async () => {
  portal = await openPortal({ home: true, now: () => NOW });
  await addSourceProperties(portal);
  await publishSources(portal, BY_PROPERTIES);
  empty = portal.sandbox.portal.dump();
});
afterEach(() => portal.sandbox.portal.restore(empty));
afterAll(() => portal.close());

test.each([...NAMES, ...COUNTED_THOUGH_WRONG])('%s: shared customers', async (_, situation, shared) => {
  const companyId = await make(situation);

  const { sharedCustomers } = await ask(portal, 'gather-facts', { companyId });

  expect(counted(sharedCustomers)).toMatchObject({ count: shared, isAtLeast: false });
});

test.each(DEMANDS)('%s: companies asking', async (_, deals, said) => {
  const companyId = await make({ deals });

  const { companiesAsking } = await ask(portal, 'gather-facts', { companyId });

  expect(counted(companiesAsking).text).toBe(said);
});

test.each(SUSPECTED)('%s: suspicions', async (_, situation, said) => {
  const companyId = await make(situation);
  const record = await ask(portal, 'load-scorecard', { companyId });

  const gathered = await ask(portal, 'gather-facts', { companyId });

  expect(
    suspicionsOnCard(record, gathered).map(({ check, kind }) =>
      kind === 'suspected' ? check : `${kind} at ${check}`,
    ),
  ).toEqual(said);
});

async function make(situation: Situation): Promise<string> {
  const { name = 'Ledgerlane', tools = [], deals = [], contacts = [], scored = 0 } = situation;
  portal.sandbox.skewClock(-scored * DAY_MS);
  const partner = await portal.createCompany({ name, lifecyclestage: 'customer', [TOOLS]: name });
  await score(partner, situation);
  portal.sandbox.skewClock(0);
  await createAll(
    portal,
    'companies',
    tools.map((tool) => {
      const { text, stage } = typeof tool === 'string' ? { text: tool, stage: 'customer' } : tool;
      return { name: 'Account', [TOOLS]: text, ...(stage !== '' && { lifecyclestage: stage }) };
    }),
  );
  const companies = new Map([['partner', partner]]);
  for (const { by, text = 'Ledgerlane', stage = 'qualifiedtobuy', age = 0 } of deals) {
    if (by !== null && !companies.has(by)) companies.set(by, await portal.createCompany({ name: by }));
    portal.sandbox.skewClock(-age * DAY_MS);
    const deal = { dealname: 'Seats', dealstage: stage, [ASKED_FOR]: text };
    await createAll(portal, 'deals', [deal], [by === null ? [] : dealTo(companies.get(by) ?? '')]);
    portal.sandbox.skewClock(0);
  }
  await createContactsOf(
    portal,
    contacts.map((roles, index) => ({ name: `Person ${index}`, roles, partner })),
  );
  return partner;
}

async function score(
  companyId: string,
  { type, ratings = {}, inspected, checks = {} }: Situation,
): Promise<void> {
  const values = {
    ...(type !== undefined && { partner_type: type }),
    ...ratings,
    ...Object.fromEntries(Object.entries(checks).map(([check, state]) => [`check_${check}`, state])),
  };
  const changes: Record<string, WantedChange> = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      { seen: field.startsWith('check_') ? 'open' : null, value },
    ]),
  );
  if (inspected !== undefined) {
    const day = new Date(NOW.getTime() - inspected * DAY_MS).toISOString().slice(0, 10);
    changes['artifacts'] = { seen: [], value: ['api-docs', 'sandbox', 'changelog'] };
    changes['artifacts_checked_at'] = { seen: null, value: day };
  }
  if (Object.keys(changes).length > 0)
    await ask(portal, 'save-scorecard', { companyId, changes, by: 'ann@example.com' });
}
