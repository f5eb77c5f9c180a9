import type { Fault } from '../../../sandbox/hubspot/faults/fault.ts';
import { dealProperties } from '../../../src/crm/properties.ts';
import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { install, planInstall } from '../../../src/usecases/install/install.ts';
import { type Portal, deleteProperty, openPortal, withPortal } from '../../portal.ts';
import { codesOf, examine, findingOf } from '../doctor/examine.ts';

const LATE: Fault = { kind: 'late', reads: 3 };
const DEALS = '/crm/properties/2026-09/deals';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ types: ['technology'] });
});
afterEach(() => portal.close());

const lateOnes = (path: string) => portal.sandbox.faults.add(LATE, { path: `${path}/batch/create` });

test('a definition that HubSpot lists late is not said to be deleted still, once it was restored', async () => {
  await deleteProperty(portal, 'ipp_strategic_fit');
  await portal.outside.send({ method: 'DELETE', path: `${DEALS}/ipp_lane` });
  lateOnes('companies');
  lateOnes('deals');

  const diagnosis = await examine(portal, { repair: true });

  expect(findingOf(diagnosis, 'property-missing')).toMatchObject({ count: 2, repaired: 2 });
  expect(codesOf(diagnosis)).toEqual(['property-missing']);
  expect(diagnosis.healthy).toBe(true);
});

test('an installation right after another does not fail on what is not listed yet', async () => {
  const created = dealProperties(SHIPPED_PROFILES).map(({ name }) => `deals: ${name}`);
  for (const { name } of dealProperties(SHIPPED_PROFILES))
    await portal.outside.send({ method: 'DELETE', path: `${DEALS}/${name}` });
  lateOnes('deals');

  const [first, second] = [await install(portal.context), await install(portal.context)];

  expect([first.created, second.created]).toEqual([created, created]);
  expect(await install(portal.context)).toMatchObject({ created: [], clashes: [] });
});

test('a plan says which archived names of companies come back with what they held', async () => {
  await deleteProperty(portal, 'ipp_total');

  const { steps } = await planInstall(portal.context, { types: ['technology', 'oem'] });

  const back = steps.filter(({ sentence }) => /comes back with what it held/.test(sentence));
  expect(back.map(({ name }) => name)).toEqual(['ipp_total']);
});

test('what an earlier tool left under our names comes back, is said, and the doctor brings it in line', async () => {
  await withPortal({ installed: false }, async (other) => {
    const path = '/crm/properties/2026-09/companies';
    const theirs = { type: 'number', fieldType: 'number', groupName: 'companyinformation' };
    for (const name of ['ipp_total', 'ipp_strategic_fit'])
      await other.outside.send({ method: 'POST', path, body: { name, label: `Old ${name}`, ...theirs } });
    const [totalled, rated] = [
      await other.createCompany({ ipp_total: '55' }),
      await other.createCompany({ ipp_strategic_fit: '9' }),
    ];
    for (const name of ['ipp_total', 'ipp_strategic_fit'])
      await other.outside.send({ method: 'DELETE', path: `${path}/${name}` });

    const { cameBack, clashes } = await install(other.context);
    const first = await examine(other);
    const repaired = await examine(other, { repair: true });

    expect({ cameBack, clashes }).toEqual({ cameBack: ['ipp_strategic_fit', 'ipp_total'], clashes: [] });
    expect(findingOf(first, 'verdict-differs')?.examples).toEqual([`Brightdesk (${totalled}): ipp_total`]);
    expect(findingOf(repaired, 'verdict-differs')).toMatchObject({ count: 1, repaired: 1 });
    expect(await other.stored(totalled)).toEqual({});
    expect(await other.stored(rated)).toEqual({ ipp_strategic_fit: '9' });
  });
});
