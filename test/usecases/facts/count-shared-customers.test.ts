import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import type { FactSources } from '../../../src/icp/settings.ts';
import { type Portal, archiveCompany, deleteProperty, mergeCompanies, openPortal } from '../../portal.ts';
import { TOOLS, addProperty, addSourceProperties } from './fact-portal.ts';
import { createCompanyLabel, createListOf, createMany, labelCompanies, sharedOf } from './fact-records.ts';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal();
});
afterEach(() => portal.close());

const TEXT = { groupName: 'companyinformation', type: 'string', fieldType: 'textarea' };
const customer = { lifecyclestage: 'customer' };
const byProperty = (property: string): FactSources['sharedCustomers'] => ({
  ...{ by: 'property', property, lifecycleStages: ['customer'] },
});
const byLabel = (label: string, lifecycleStages: string[] = []): FactSources['sharedCustomers'] => ({
  ...{ by: 'label', label, lifecycleStages },
});
const LISTS: FactSources['sharedCustomers'] = { by: 'lists', name: 'Uses {partner}' };

async function partnerCalled(name: string) {
  return { id: await portal.createCompany({ name }), name };
}

describe('by a property', () => {
  test.each(['select', 'checkbox'])(
    'of options (%s), the label or the value names the partner',
    async (fieldType) => {
      const options = [
        { label: 'Ledgerlane', value: 'tool_7', displayOrder: 0, hidden: false },
        { label: 'Bookkeeping tool', value: 'Ledgerlane Inc', displayOrder: 1, hidden: false },
        { label: 'Ledgerlanes', value: 'other', displayOrder: 2, hidden: false },
      ];
      const definition = { name: 'tools', label: 'Tools', groupName: 'companyinformation' };
      await addProperty(portal, 'companies', { ...definition, type: 'enumeration', fieldType, options });
      const partner = await partnerCalled('Ledgerlane, Inc.');
      const byItsLabel = await portal.createCompany({ ...customer, tools: 'tool_7' });
      const byItsValue = await portal.createCompany({ ...customer, tools: 'Ledgerlane Inc' });
      await portal.createCompany({ ...customer, tools: 'other' });

      const found = await sharedOf(portal, partner, byProperty('tools'));

      expect(found).toEqual({ count: 2, ids: [byItsLabel, byItsValue].sort(), notes: [] });
    },
  );

  test('an option that was added after the property was first read counts at once', async () => {
    const definition = { name: 'tools', label: 'Tools', groupName: 'companyinformation' };
    const option = (label: string, displayOrder: number) => ({
      ...{ label, displayOrder, value: label, hidden: false },
    });
    const options = [option('Boardmate', 0)];
    const choice = { type: 'enumeration', fieldType: 'checkbox' };
    await addProperty(portal, 'companies', { ...definition, ...choice, options });
    const partner = await partnerCalled('Ledgerlane');
    const before = await sharedOf(portal, partner, byProperty('tools'));
    await portal.outside.send({
      ...{ method: 'PATCH', path: '/crm/properties/2026-09/companies/tools' },
      body: { options: [...options, option('Ledgerlane', 1)] },
    });
    const uses = await portal.createCompany({ ...customer, tools: 'Ledgerlane' });

    expect(before).toMatchObject({ count: 0 });
    expect(await sharedOf(portal, partner, byProperty('tools'))).toMatchObject({ count: 1, ids: [uses] });
  });

  test('a company of another stage, and the partner itself, do not count', async () => {
    await addSourceProperties(portal);
    const partner = await partnerCalled('Ledgerlane');
    await portal.outside.send({
      ...{ method: 'PATCH', path: `/crm/objects/2026-09/companies/${partner.id}` },
      body: { properties: { ...customer, [TOOLS]: 'Ledgerlane' } },
    });
    await portal.createCompany({ lifecyclestage: 'lead', [TOOLS]: 'Ledgerlane' });
    const counts = await portal.createCompany({ ...customer, [TOOLS]: 'Ledgerlane' });

    expect(await sharedOf(portal, partner, byProperty(TOOLS))).toEqual({
      count: 1,
      ids: [counts],
      notes: [],
    });
  });

  test('one that was deleted or never was, or that is a number, is said with its name and where to choose another', async () => {
    const number = { type: 'number', fieldType: 'number', groupName: 'companyinformation' };
    await addProperty(portal, 'companies', { name: 'seats', label: 'Seats', ...number });
    const partner = await partnerCalled('Ledgerlane');

    expect(await sharedOf(portal, partner, byProperty('no_such'))).toMatch(
      /^wrong-source: The property no_such of companies is not there.*settings page/,
    );
    expect(await sharedOf(portal, partner, byProperty('seats'))).toMatch(
      /^wrong-source: The property Seats /,
    );
  });

  test('one that is deleted after it was first read is said at once, and counts again when it is restored', async () => {
    await addSourceProperties(portal);
    const partner = await partnerCalled('Ledgerlane');
    await sharedOf(portal, partner, byProperty(TOOLS));

    await deleteProperty(portal, TOOLS);
    const gone = await sharedOf(portal, partner, byProperty(TOOLS));
    await addProperty(portal, 'companies', { name: TOOLS, label: 'Tools', ...TEXT });

    expect(gone).toMatch(/^wrong-source: The property tools_in_use of companies is not there/);
    expect(await sharedOf(portal, partner, byProperty(TOOLS))).toMatchObject({ count: 0 });
  });

  test('more than one page is "at least" at first, and counted to the end when all is asked for', async () => {
    await addSourceProperties(portal);
    const partner = await partnerCalled('Ledgerlane');
    const properties = { name: 'One', ...customer, [TOOLS]: 'Ledgerlane' };
    await createMany(
      portal,
      'companies',
      Array.from({ length: 203 }, () => ({ properties })),
    );

    expect(await sharedOf(portal, partner, byProperty(TOOLS))).toMatchObject({ count: 'at least 200' });
    expect(await sharedOf(portal, partner, byProperty(TOOLS), true)).toMatchObject({ count: 203 });
  });

  test('a page that HubSpot fails with leaves what was counted before, as "at least"', async () => {
    await addSourceProperties(portal);
    const partner = await partnerCalled('Ledgerlane');
    const properties = { name: 'One', ...customer, [TOOLS]: 'Ledgerlane' };
    await createMany(
      portal,
      'companies',
      Array.from({ length: 203 }, () => ({ properties })),
    );
    portal.sandbox.faults.add(FAULT_ANSWERS.serverError, {
      path: 'companies/search',
      skip: 1,
      times: Infinity,
    });

    expect(await sharedOf(portal, partner, byProperty(TOOLS), true)).toMatchObject({
      ...{ count: 'at least 200', notes: [expect.stringMatching(/^The count ended early/)] },
    });
  });
});

describe('by a label between companies', () => {
  test('upper and lower case are alike, and the stage of the other company decides', async () => {
    const partner = await partnerCalled('A');
    const [typeId = NaN] = await createCompanyLabel(portal, 'Uses Both');
    const [other = NaN] = await createCompanyLabel(portal, 'Rival');
    const counts = await portal.createCompany(customer);
    const lead = await portal.createCompany({ lifecyclestage: 'lead' });
    await labelCompanies(portal, partner.id, [counts, lead], typeId);
    await labelCompanies(portal, partner.id, [await portal.createCompany(customer)], other);

    expect(await sharedOf(portal, partner, byLabel('uses both', ['customer']))).toMatchObject({
      ids: [counts],
    });
    expect(await sharedOf(portal, partner, byLabel('uses both'))).toMatchObject({ count: 2 });
  });

  test.each(['Used by', 'Uses'])('a paired label is found by either of its wordings: %s', async (wording) => {
    const partner = await partnerCalled('Ledgerlane');
    const [usedBy = NaN] = await createCompanyLabel(portal, 'Used by', 'Uses');
    const counts = await portal.createCompany(customer);
    await labelCompanies(portal, partner.id, [counts], usedBy);

    expect(await sharedOf(portal, partner, byLabel(wording, ['customer']))).toEqual({
      ...{ count: 1, ids: [counts], notes: [] },
    });
  });

  test('a label that the portal does not have is said, one that nobody carries counts none', async () => {
    const partner = await partnerCalled('Ledgerlane');
    await createCompanyLabel(portal, 'Uses both');

    expect(await sharedOf(portal, partner, byLabel('Uses both'))).toMatchObject({ count: 0 });
    expect(await sharedOf(portal, partner, byLabel(' uses both '))).toMatchObject({ count: 0 });
    expect(await sharedOf(portal, partner, byLabel('Uses them'))).toMatch(
      /^wrong-source: Companies have no association label "Uses them"/,
    );
  });

  test('more than a page of associations is "at least" at first, and counted to the end', async () => {
    const partner = await partnerCalled('Ledgerlane');
    const [typeId = NaN] = await createCompanyLabel(portal, 'Uses both');
    const many = Array.from({ length: 501 }, () => ({ properties: { name: 'One', ...customer } }));
    await labelCompanies(portal, partner.id, await createMany(portal, 'companies', many), typeId);

    expect(await sharedOf(portal, partner, byLabel('Uses both'))).toMatchObject({ count: 'at least 500' });
    expect(await sharedOf(portal, partner, byLabel('Uses both', ['customer']))).toMatchObject({
      count: 'at least 100',
    });
    expect(await sharedOf(portal, partner, byLabel('Uses both', ['customer']), true)).toMatchObject({
      count: 501,
    });
  });

  test('companies of which HubSpot says nothing may be customers too', async () => {
    const partner = await partnerCalled('Ledgerlane');
    const [typeId = NaN] = await createCompanyLabel(portal, 'Uses both');
    const [one, other] = [await portal.createCompany(customer), await portal.createCompany(customer)];
    await labelCompanies(portal, partner.id, [one, other], typeId);
    portal.sandbox.faults.add(FAULT_ANSWERS.serverError, { path: `companies/${other}`, times: Infinity });
    const fault = { kind: 'input-error', error: 'internal', input: other } as const;
    portal.sandbox.faults.add(fault, { path: 'companies/batch/read', times: Infinity });

    expect(await sharedOf(portal, partner, byLabel('Uses both', ['customer']))).toMatchObject({
      ...{ count: 'at least 1', ids: [one] },
    });
  });
});

describe('by one list a partner', () => {
  test('the members of the list of its exact name count, without the partner itself', async () => {
    const partner = await partnerCalled('Ledgerlane "Pay" & Söhne');
    const member = await portal.createCompany();
    await createListOf(portal, 'Uses Ledgerlane "Pay" & Söhne', [member, partner.id]);

    expect(await sharedOf(portal, partner, LISTS, true)).toEqual({ count: 1, ids: [member], notes: [] });
  });

  test('an active list counts as well', async () => {
    const partner = await partnerCalled('Ledgerlane');
    const member = await portal.createCompany({ name: 'Member', domain: 'member.example' });
    const filter = {
      ...{ filterType: 'PROPERTY', property: 'domain' },
      operation: { operationType: 'MULTISTRING', operator: 'IS_EQUAL_TO', values: ['member.example'] },
    };
    await portal.outside.send({
      ...{ method: 'POST', path: '/crm/lists/2026-09' },
      body: {
        ...{ name: 'Uses Ledgerlane', objectTypeId: '0-2', processingType: 'DYNAMIC' },
        filterBranch: {
          ...{ filterBranchType: 'OR', filters: [] },
          filterBranches: [{ filterBranchType: 'AND', filters: [filter], filterBranches: [] }],
        },
      },
    });

    expect(await sharedOf(portal, partner, LISTS)).toMatchObject({ count: 1, ids: [member] });
  });

  test('none of that name, one of contacts, and a deleted one are said', async () => {
    const partner = await partnerCalled('Ledgerlane');
    const absent = /^wrong-source: There is no list of companies called "Uses Ledgerlane"/;

    expect(await sharedOf(portal, partner, LISTS)).toMatch(absent);
    await createListOf(portal, 'Uses Ledgerlane', [], '0-1');
    expect(await sharedOf(portal, partner, LISTS)).toMatch(absent);

    const other = await partnerCalled('Other');
    const id = await createListOf(portal, 'Uses Other', []);
    await portal.outside.send({ method: 'DELETE', path: `/crm/lists/2026-09/${id}` });
    expect(await sharedOf(portal, other, LISTS)).toMatch(/^wrong-source/);
  });

  test('more than a page of members is "at least" at first, and counted to the end', async () => {
    const partner = await partnerCalled('Ledgerlane');
    const many = Array.from({ length: 253 }, () => ({ properties: { name: 'One' } }));
    await createListOf(portal, 'Uses Ledgerlane', await createMany(portal, 'companies', many));

    expect(await sharedOf(portal, partner, LISTS)).toMatchObject({ count: 'at least 250' });
    expect(await sharedOf(portal, partner, LISTS, true)).toMatchObject({ count: 253 });
  });
});

test('customers that were merged count once, and a deleted one does not count', async () => {
  const partner = await partnerCalled('Ledgerlane');
  const [typeId = NaN] = await createCompanyLabel(portal, 'Uses both');
  const [one = '', other = '', gone = ''] = await createMany(
    portal,
    'companies',
    Array.from({ length: 3 }, () => ({ properties: { name: 'One', ...customer } })),
  );
  await labelCompanies(portal, partner.id, [one, other, gone], typeId);

  await archiveCompany(portal, gone);
  const merged = await mergeCompanies(portal, one, other);

  expect(await sharedOf(portal, partner, byLabel('Uses both', ['customer']))).toMatchObject({
    ids: [merged],
  });
});
