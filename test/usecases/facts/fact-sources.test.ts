import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import type { FactSources } from '../../../src/icp/settings.ts';
import { readFactSources } from '../../../src/usecases/facts/read-fact-sources.ts';
import { testFactSources } from '../../../src/usecases/facts/test-fact-sources.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, withPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { firstTime, jane } from '../scorecard/scoring.ts';
import {
  ASKED_FOR,
  BY_PROPERTIES,
  TOOLS,
  addProperty,
  addSourceProperties,
  createAskingDeal,
} from './fact-portal.ts';

const BY_HAND: FactSources = { sharedCustomers: null, companiesAsking: null };

async function scoredPartner(portal: Portal, name: string): Promise<string> {
  const companyId = await portal.createCompany({ name });
  await saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by: jane });
  return companyId;
}

const customer = (portal: Portal, name: string, tools?: string) =>
  portal.createCompany({ name, lifecyclestage: 'customer', ...(tools !== undefined && { [TOOLS]: tools }) });

const choice = (name: string, label: string, options: readonly string[], fieldType = 'checkbox') => ({
  ...{ name, label, type: 'enumeration', fieldType },
  options: options.map((option, displayOrder) => ({ label: option, value: option, displayOrder })),
});
const COMPANY = { groupName: 'companyinformation' };

/** @returns the id of the label as the first company shows it */
async function addLabel(portal: Portal, name: string, label: string, inverseLabel?: string): Promise<number> {
  const path = '/crm/associations/2026-09/companies/companies/labels';
  const body = { name, label, ...(inverseLabel !== undefined && { inverseLabel }) };
  const answer = await portal.outside.send({ method: 'POST', path, body });
  return (answer as { results: { typeId: number }[] }).results[0]?.typeId ?? 0;
}

async function linkCompanies(portal: Portal, from: string, to: string, label: number): Promise<void> {
  const path = `/crm/objects/2026-09/companies/${from}/associations/companies/${to}`;
  const body = [{ associationCategory: 'USER_DEFINED', associationTypeId: label }];
  await portal.outside.send({ method: 'PUT', path, body });
}

async function addList(portal: Portal, name: string, members: readonly string[] = []): Promise<void> {
  const body = { name, objectTypeId: '0-2', processingType: 'MANUAL' };
  const path = '/crm/lists/2026-09';
  const { list } = (await portal.outside.send({ method: 'POST', path, body })) as {
    list: { listId: string };
  };
  await portal.outside.send({
    ...{ method: 'PUT', path: `${path}/${list.listId}/memberships/add`, body: members },
  });
}

test('choices are the properties that can name a partner, those of the portal first, and none of ours', async () => {
  await withPortal({}, async (portal) => {
    await addSourceProperties(portal);
    await addProperty(portal, 'companies', { ...COMPANY, ...choice('tier', 'Tier', ['A', 'B', 'C']) });
    const text = { type: 'string', fieldType: 'text' };
    await addProperty(portal, 'companies', { ...COMPANY, ...text, name: 'old', label: 'Old', hidden: true });
    const number = { type: 'number', fieldType: 'number' };
    await addProperty(portal, 'companies', { ...COMPANY, ...number, name: 'seats', label: 'Seats' });

    const { companyProperties, dealProperties, lifecycleStages } = await readFactSources(portal.context);

    expect(companyProperties.map(({ value }) => value)).toEqual([
      ...['tier', TOOLS, 'about_us', 'description'],
    ]);
    expect(dealProperties[0]).toEqual({ value: ASKED_FOR, label: 'Asked for' });
    expect(dealProperties.map(({ value }) => value)).not.toContain('dealstage');
    expect(lifecycleStages).toContainEqual({ value: 'customer', label: 'Customer' });
  });
});

test('texts that speak of tools and of requests are the guess before anybody is scored', async () => {
  await withPortal({}, async (portal) => {
    await addSourceProperties(portal);

    const { guess, notes } = await readFactSources(portal.context);

    expect(guess).toEqual(BY_PROPERTIES);
    expect(notes).toEqual([
      'Tools in use: the name of this property speaks of tools.',
      'Asked for: the name of this property speaks of requests.',
    ]);
  });
});

test('a choice whose options name scored partners comes before a text that names none', async () => {
  await withPortal({}, async (portal) => {
    await addSourceProperties(portal);
    const options = ['Slack', 'Ledgerlane', 'harbor desk'];
    await addProperty(portal, 'companies', { ...COMPANY, ...choice('products', 'Products used', options) });
    await scoredPartner(portal, 'Ledgerlane, Inc.');
    await scoredPartner(portal, 'Harbor Desk');

    const calls = await portal.callsDuring(async () => {
      const { guess, notes } = await readFactSources(portal.context);

      expect(guess.sharedCustomers).toMatchObject({ by: 'property', property: 'products' });
      expect(notes[0]).toBe(
        'Products used: the name of this property speaks of tools, and it names Ledgerlane, Inc. and 1 other scored partner.',
      );
    });
    expect(calls).toHaveLength(7);
  });
});

test('a text whose values name a scored partner says so', async () => {
  await withPortal({}, async (portal) => {
    await addSourceProperties(portal);
    const text = { type: 'string', fieldType: 'text' };
    await addProperty(portal, 'companies', { ...COMPANY, ...text, name: 'a_stack', label: 'A stack' });
    await scoredPartner(portal, 'Ledgerlane');
    await customer(portal, 'One', 'Slack, ledgerlane');

    const { guess, notes } = await readFactSources(portal.context);

    expect(guess.sharedCustomers).toMatchObject({ property: TOOLS });
    expect(notes[0]).toMatch(/and it names Ledgerlane\.$/);
  });
});

test('without such a property the label with the most companies of scored partners is the guess', async () => {
  await withPortal({}, async (portal) => {
    await addLabel(portal, 'client', 'Client');
    const uses = await addLabel(portal, 'uses', 'Uses');
    await addLabel(portal, 'parent', 'Parent');
    const partner = await scoredPartner(portal, 'Ledgerlane');
    await linkCompanies(portal, partner, await customer(portal, 'One'), uses);

    const { guess, labels, notes } = await readFactSources(portal.context);

    expect(labels.map(({ label }) => label)).toEqual(['Client', 'Uses', 'Parent']);
    expect(guess.sharedCustomers).toEqual({ by: 'label', label: 'Uses', lifecycleStages: ['customer'] });
    expect(notes[0]).toMatch(/^Uses: .* leads to companies of Ledgerlane\.$/);
  });
});

test('without a label either the lists that have a scored partner in their name are the guess', async () => {
  await withPortal({}, async (portal) => {
    await scoredPartner(portal, 'Ledgerlane');
    await addList(portal, 'Uses Ledgerlane');
    await addList(portal, 'Partner ICP: Deep');

    const { guess, notes } = await readFactSources(portal.context);

    expect(guess.sharedCustomers).toEqual({ by: 'lists', name: 'Uses {partner}' });
    expect(notes[0]).toBe('Uses {partner}: lists of this name exist for Ledgerlane.');
  });
});

test('a portal with nothing that fits has no guess, and is told what to add', async () => {
  await withPortal({}, async (portal) => {
    const { guess, notes } = await readFactSources(portal.context);

    expect(guess).toEqual(BY_HAND);
    expect(notes).toEqual([
      expect.stringMatching(/add a property of companies with the tools/) as unknown,
      expect.stringMatching(/add one with the partner/) as unknown,
    ]);
  });
});

test('what the app may not read is left out and named, and the rest is there', async () => {
  await withPortal({}, async (portal) => {
    await addSourceProperties(portal);
    portal.sandbox.faults.add(FAULT_ANSWERS.missingScope, { path: '/crm/properties/2026-09/deals' });

    const { companyProperties, dealProperties, guess, unread } = await readFactSources(portal.context);

    expect(companyProperties).not.toEqual([]);
    expect(dealProperties).toEqual([]);
    expect(guess).toEqual({ ...BY_PROPERTIES, companiesAsking: null });
    expect(unread).toEqual([
      expect.stringMatching(/^The properties of deals cannot be read, so their names have to be typed\./),
    ]);
  });
});

test('sources are tried on three scored partners, those first for which both find something', async () => {
  await withPortal({}, async (portal) => {
    await addSourceProperties(portal);
    for (const name of ['Nobody', 'Nothing', 'Nowhere']) await scoredPartner(portal, name);
    await scoredPartner(portal, 'Harbor');
    await scoredPartner(portal, 'Ledgerlane');
    for (const name of ['One', 'Two', 'Three', 'Four']) await customer(portal, name, 'Ledgerlane; Harbor');
    const asking = await customer(portal, 'Asking');
    await createAskingDeal(portal, asking, { [ASKED_FOR]: 'Ledgerlane' });

    const calls = await portal.callsDuring(async () => {
      const { examples, message } = await testFactSources(portal.context, { factSources: BY_PROPERTIES });

      expect(message).toBeNull();
      expect(examples.map(({ companyName }) => companyName)).toEqual(['Ledgerlane', 'Harbor', 'Nobody']);
      expect(examples[0]?.sharedCustomers).toMatchObject({
        state: 'counted',
        fact: { count: 4, companies: [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }] },
      });
      expect(examples[0]?.companiesAsking).toMatchObject({
        state: 'counted',
        fact: { count: 1, deals: [{ name: 'Seats', company: { name: 'Asking' } }] },
      });
      expect(examples[2]?.sharedCustomers).toMatchObject({ state: 'counted', fact: { count: 0 } });
    });
    expect(calls.length).toBeLessThanOrEqual(16);
  });
});

test('lists are tried by name, their first members too, and a partner without one is told which to make', async () => {
  await withPortal({}, async (portal) => {
    await scoredPartner(portal, 'Harbor');
    await scoredPartner(portal, 'Ledgerlane');
    await addList(portal, 'Uses Ledgerlane', [await customer(portal, 'One')]);
    const factSources: FactSources = { ...BY_HAND, sharedCustomers: { by: 'lists', name: 'Uses {partner}' } };

    const { examples } = await testFactSources(portal.context, { factSources });

    expect(examples.map(({ companyName }) => companyName)).toEqual(['Ledgerlane', 'Harbor']);
    expect(examples[0]?.sharedCustomers).toMatchObject({ fact: { companies: [{ name: 'One' }] } });
    expect(examples[1]?.sharedCustomers).toMatchObject({
      state: 'wrong-source',
      message: expect.stringMatching(/no list of companies called "Uses Harbor"/) as unknown,
    });
  });
});

test.each(['Ledger$& Co', ' Harbor '])(
  'the partner "%s" comes first where the list of its name exists',
  async (name) => {
    await withPortal({}, async (portal) => {
      for (const other of ['Nobody', 'Nothing', 'Nowhere']) await scoredPartner(portal, other);
      await scoredPartner(portal, name);
      await addList(portal, `Uses ${name.trim()}`, [await customer(portal, 'One')]);
      const factSources: FactSources = {
        ...BY_HAND,
        sharedCustomers: { by: 'lists', name: 'Uses {partner}' },
      };

      const { examples } = await testFactSources(portal.context, { factSources });

      expect(examples[0]).toMatchObject({
        companyName: name.trim(),
        sharedCustomers: { fact: { companies: [{ name: 'One' }] } },
      });
    });
  },
);

test('a label is tried on the partners that have companies under it', async () => {
  await withPortal({}, async (portal) => {
    const uses = await addLabel(portal, 'uses', 'Uses');
    await scoredPartner(portal, 'Harbor');
    const partner = await scoredPartner(portal, 'Ledgerlane');
    await linkCompanies(portal, partner, await customer(portal, 'One'), uses);
    const sharedCustomers = { by: 'label', label: 'Uses', lifecycleStages: ['customer'] } as const;

    const { examples } = await testFactSources(portal.context, {
      factSources: { ...BY_HAND, sharedCustomers },
    });

    expect(examples[0]).toMatchObject({
      companyName: 'Ledgerlane',
      sharedCustomers: { fact: { count: 1, companies: [{ name: 'One' }] } },
      companiesAsking: { state: 'not-set' },
    });
  });
});

test('a label that is worded otherwise on the side of the partner is tried on the partners that have it', async () => {
  await withPortal({}, async (portal) => {
    const usedBy = await addLabel(portal, 'uses', 'Used by', 'Uses');
    for (const name of ['Nobody', 'Nothing', 'Nowhere']) await scoredPartner(portal, name);
    const partner = await scoredPartner(portal, 'Ledgerlane');
    await linkCompanies(portal, partner, await customer(portal, 'One'), usedBy);
    const sharedCustomers = { by: 'label', label: ' uses', lifecycleStages: [] } as const;

    const { examples } = await testFactSources(portal.context, {
      factSources: { ...BY_HAND, sharedCustomers },
    });

    expect(examples[0]).toMatchObject({
      companyName: 'Ledgerlane',
      sharedCustomers: { fact: { count: 1, companies: [{ name: 'One' }] } },
    });
  });
});

test('a source that is not there says so in every example, and the other one is counted', async () => {
  await withPortal({}, async (portal) => {
    await addSourceProperties(portal);
    await scoredPartner(portal, 'Ledgerlane');

    const { examples } = await testFactSources(portal.context, {
      factSources: { ...BY_PROPERTIES, companiesAsking: { property: 'gone' } },
    });

    expect(examples[0]?.companiesAsking.state).toBe('wrong-source');
    expect(examples[0]?.sharedCustomers.state).toBe('counted');
  });
});

test('a property that was made after a test did not find it is found by the next test', async () => {
  await withPortal({}, async (portal) => {
    await scoredPartner(portal, 'Ledgerlane');
    const before = await testFactSources(portal.context, { factSources: BY_PROPERTIES });
    await addSourceProperties(portal);

    const after = await testFactSources(portal.context, { factSources: BY_PROPERTIES });

    expect(before.examples[0]?.sharedCustomers.state).toBe('wrong-source');
    expect(after.examples[0]?.sharedCustomers.state).toBe('counted');
    expect(after.examples[0]?.companiesAsking.state).toBe('counted');
  });
});

test.each<[string, FactSources, RegExp]>([
  [
    'factSources.companiesAsking.property',
    { ...BY_HAND, companiesAsking: { property: 'Asked for' } },
    /internal name/,
  ],
  [
    'factSources.sharedCustomers.name',
    { ...BY_HAND, sharedCustomers: { by: 'lists', name: 'Uses' } },
    /\{partner\}/,
  ],
  [
    'factSources.sharedCustomers.label',
    { ...BY_HAND, sharedCustomers: { by: 'label', label: ' ', lifecycleStages: [] } },
    /association label/,
  ],
])('a fault in %s is refused by its name before anything is read', async (field, factSources, message) => {
  await withPortal({}, async (portal) => {
    const calls = await portal.callsDuring(() =>
      expect(testFactSources(portal.context, { factSources })).rejects.toMatchObject({
        ...{ code: 'invalid-input', field, message: expect.stringMatching(message) as unknown },
      }),
    );

    expect(calls).toEqual([]);
  });
});

test('without a scored partner, and with both by hand, the answer says what to do', async () => {
  await withPortal({}, async (portal) => {
    const none = await testFactSources(portal.context, { factSources: BY_PROPERTIES });
    const byHand = await testFactSources(portal.context, { factSources: BY_HAND });

    expect(none).toEqual({ examples: [], message: expect.stringMatching(/Score one/) as unknown });
    expect(byHand).toEqual({ examples: [], message: expect.stringMatching(/Choose a source/) as unknown });
  });
});
