import { companyProperties } from '../../../src/crm/properties.ts';
import { PARTNER_TYPES, type PartnerType } from '../../../src/icp/partner-types.ts';
import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { type Portal, deleteProperty, openPortal } from '../../portal.ts';
import { scoredCompany } from '../scorecard/scoring.ts';

const PROPERTIES = '/crm/properties/2026-09/companies';
const DEAL_PROPERTIES = '/crm/properties/2026-09/deals';
const EVERY_TYPE = PARTNER_TYPES.map(({ key }) => key);
const BESIDE_TECHNOLOGY = EVERY_TYPE.filter((type) => type !== 'technology');

const RECORD = 'ipp_installation_record';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ installed: false });
});
afterEach(() => portal.close());

interface Definition {
  name: string;
}

/** Every definition of ours but the record, as the portal holds it. */
async function definitions(): Promise<Definition[]> {
  const answer = (await portal.outside.send({ method: 'GET', path: PROPERTIES })) as {
    results: Definition[];
  };
  return answer.results.filter(({ name }) => name.startsWith('ipp_') && name !== RECORD);
}

function namesFor(...types: PartnerType[]): string[] {
  return companyProperties(SHIPPED_PROFILES.filter(({ type }) => types.includes(type)))
    .map(({ name }) => name)
    .sort();
}

async function installedNames(): Promise<string[]> {
  return (await definitions()).map(({ name }) => name).sort();
}

test('at first the portal gets the properties of the default type alone', async () => {
  const { types } = await install(portal.context);

  expect(types).toEqual(['technology']);
  expect(await installedNames()).toEqual(namesFor('technology'));
  expect(namesFor('technology')).not.toContain('ipp_people');
});

test.each(EVERY_TYPE)('only the properties of %s exist when only that was chosen', async (type) => {
  const { clashes } = await install(portal.context, { types: [type] });

  expect(clashes).toEqual([]);
  expect(await installedNames()).toEqual(namesFor(type));
});

test('the types beside technology share their properties: one of them makes all eight ready', async () => {
  const first = await install(portal.context, { types: ['solution'] });
  const second = await install(portal.context);

  expect(first.types).toEqual(BESIDE_TECHNOLOGY);
  expect(second).toMatchObject({ types: BESIDE_TECHNOLOGY, created: [] });
});

test('adding a type later makes what is new, and touches neither properties nor companies that are there', async () => {
  await install(portal.context);
  const companyId = await scoredCompany(portal);
  const before = { definitions: await definitions(), stored: await portal.stored(companyId) };

  let created: string[] = [];
  const calls = await portal.callsDuring(async () => {
    ({ created } = await install(portal.context, { types: ['reseller'] }));
  });

  const isNew = (name: string) => !before.definitions.some((earlier) => earlier.name === name);
  expect(created.sort()).toEqual(namesFor('technology', 'reseller').filter(isNew));
  expect((await definitions()).filter(({ name }) => !isNew(name))).toEqual(before.definitions);
  expect(await portal.stored(companyId)).toEqual(before.stored);
  expect(calls.sort()).toEqual([
    'GET /account-info/2026-09/details',
    'GET /crm/limits/2026-09/custom-properties',
    `GET ${PROPERTIES}`,
    `GET ${PROPERTIES}`,
    `GET ${DEAL_PROPERTIES}`,
    `PATCH ${PROPERTIES}/${RECORD}`,
    `POST ${PROPERTIES}/batch/create`,
  ]);
});

test('adding a type again, alone or with others, changes nothing', async () => {
  await install(portal.context, { types: EVERY_TYPE });
  const before = await definitions();

  const again = await install(portal.context, { types: ['marketing'] });

  expect(again).toMatchObject({ types: EVERY_TYPE, created: [], repaired: [], clashes: [] });
  expect(await definitions()).toEqual(before);
});

test('a later run for another type also repairs what an earlier one made', async () => {
  await install(portal.context);
  await deleteProperty(portal, 'ipp_strategic_fit');
  const path = `${PROPERTIES}/ipp_artifacts`;
  await portal.outside.send({
    method: 'PATCH',
    path,
    body: { options: [{ value: 'sandbox', label: 'Sandbox' }] },
  });

  const { created, repaired, types } = await install(portal.context, { types: ['oem'] });

  expect(created).toEqual(expect.arrayContaining(['ipp_strategic_fit', 'ipp_people']));
  expect(repaired).toEqual(['ipp_artifacts']);
  expect(types).toEqual(EVERY_TYPE);
});
