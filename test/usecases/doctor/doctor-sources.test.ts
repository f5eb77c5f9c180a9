import { DEFAULT_SETTINGS, type FactSources } from '../../../src/icp/settings.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { type Portal, deleteProperty, openPortal } from '../../portal.ts';
import { BY_PROPERTIES, TOOLS, addProperty, addSourceProperties } from '../facts/fact-portal.ts';
import { codesOf, examine, findingOf } from './examine.ts';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ home: true });
  await addSourceProperties(portal);
});
afterEach(() => portal.close());

const publish = (factSources: FactSources) =>
  publishSettings(portal.context, {
    settings: { ...DEFAULT_SETTINGS, factSources },
    ...{ reason: 'Where we keep it', by: 'ann@example.com', policy: 0 },
  });

const LABELS = '/crm/associations/2026-09/companies/companies/labels';

test('sources that are there are no finding, and neither are facts by hand and lists', async () => {
  const byHand = await examine(portal);
  await publish(BY_PROPERTIES);
  const byProperties = await examine(portal);

  expect(codesOf(byHand)).toEqual([]);
  expect(codesOf(byProperties)).toEqual([]);
});

test('a property that was deleted is named with the place where another is chosen', async () => {
  await publish(BY_PROPERTIES);
  await deleteProperty(portal, TOOLS);

  const diagnosis = await examine(portal, { repair: true });

  expect(findingOf(diagnosis, 'source-missing')).toMatchObject({
    ...{ weight: 'fault', count: 1, repaired: 0 },
    message: expect.stringMatching(
      /^The property tools_in_use of companies is not there.*settings page/,
    ) as unknown,
  });
  expect(diagnosis.healthy).toBe(false);
});

test('a property that holds numbers, and one of deals that never was, are two findings', async () => {
  const number = { type: 'number', fieldType: 'number', groupName: 'companyinformation' };
  await addProperty(portal, 'companies', { ...number, name: 'seats', label: 'Seats' });
  await publish({
    sharedCustomers: { by: 'property', property: 'seats', lifecycleStages: [] },
    companiesAsking: { property: 'wanted' },
  });

  const diagnosis = await examine(portal);

  expect(codesOf(diagnosis)).toEqual(['source-wrong-type', 'source-missing']);
  expect(findingOf(diagnosis, 'source-wrong-type')?.message).toMatch(/^The property Seats of companies/);
  expect(findingOf(diagnosis, 'source-missing')?.message).toMatch(/^The property wanted of deals/);
});

test('a label is found in any case, and one that was deleted is named', async () => {
  const made = await portal.outside.send({
    method: 'POST',
    path: LABELS,
    body: { name: 'uses', label: 'Uses' },
  });
  await publish({
    sharedCustomers: { by: 'label', label: 'uses', lifecycleStages: [] },
    companiesAsking: null,
  });
  const before = await examine(portal);
  const [type] = (made as { results: { typeId: number }[] }).results;
  await portal.outside.send({ method: 'DELETE', path: `${LABELS}/${type?.typeId ?? ''}` });
  const after = await examine(portal);

  expect(codesOf(before)).toEqual([]);
  expect(findingOf(after, 'source-missing')?.message).toMatch(/no association label "uses"/);
});

test('a lifecycle stage that the portal does not have is named', async () => {
  await publish({
    sharedCustomers: { by: 'property', property: TOOLS, lifecycleStages: ['customer', 'fan'] },
    companiesAsking: null,
  });

  expect(findingOf(await examine(portal), 'source-stage-missing')).toMatchObject({
    ...{ weight: 'fault', count: 1, examples: ['fan'] },
    message: expect.stringMatching(/does not have: fan\. Choose others on the settings page/) as unknown,
  });
});
