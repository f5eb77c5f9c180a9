import { keepInstallation } from '../../../src/crm/installation.ts';
import { syncDeals } from '../../../src/usecases/deals/sync.ts';
import { clearScorecard } from '../../../src/usecases/scorecard/clear.ts';
import { importScorecards } from '../../../src/usecases/csv/import.ts';
import { install, planInstall } from '../../../src/usecases/install/install.ts';
import { uninstall } from '../../../src/usecases/install/uninstall.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { codesOf, examine, findingOf } from '../doctor/examine.ts';
import { createDeal, editDeal, installedPipeline, valueOfDeal } from '../deals/partner-deals.ts';
import { jane, saveField } from '../scorecard/scoring.ts';

const WHOLE = { extent: 'portal' } as const;

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal({ installed: false });
});
afterEach(() => portal.close());

/** Another team's property under one of our names, in a group of its own. */
async function createTheirs(objectType: 'companies' | 'deals', name: string, shape: object): Promise<void> {
  const path = `/crm/properties/2026-09/${objectType}`;
  const group = { name: 'finance', label: 'Finance', displayOrder: -1 };
  await portal.outside.send({ method: 'POST', path: `${path}/groups`, body: group }).catch(() => undefined);
  const body = { name, label: `Theirs: ${name}`, groupName: 'finance', ...shape };
  await portal.outside.send({ method: 'POST', path, body });
}

const TEXT = { type: 'string', fieldType: 'text' };
const NUMBER = { type: 'number', fieldType: 'number' };

/** Every kind of work that writes. */
async function doEverything(scored: string): Promise<void> {
  await saveField(portal.context, scored, 'strategic_fit', [null, 4]).catch(() => undefined);
  await clearScorecard(portal.context, { companyId: scored, by: jane }).catch(() => undefined);
  const bytes = new TextEncoder().encode(`record_id,partner_type,strategic_fit\n${scored},technology,5\n`);
  await importScorecards(portal.context, { bytes, by: jane, apply: true });
  await syncDeals(portal.context);
  await examine(portal, { repair: true });
  await install(portal.context, WHOLE);
  await uninstall(portal.context, { deleteValues: true });
}

test.each([
  ['of another type', 'ipp_total', TEXT, 'Q3: 12,400 EUR'],
  ['of our type', 'ipp_total', NUMBER, '77'],
  ['for a rating', 'ipp_strategic_fit', NUMBER, '3'],
  ['for a note', 'ipp_check_dead_api_note', { type: 'string', fieldType: 'textarea' }, 'ours'],
])('a property of another team %s keeps its values, whatever is done', async (_, name, shape, value) => {
  await createTheirs('companies', name, shape);
  const [scored, never] = [
    await portal.createCompany({ [name]: value }),
    await portal.createCompany({ [name]: value }),
  ];
  const plan = await planInstall(portal.context, WHOLE);
  await install(portal.context, WHOLE);

  await doEverything(scored);

  expect(plan.steps.find((step) => step.name === name)).toMatchObject({ action: 'clash', work: null });
  for (const id of [scored, never]) {
    expect((await portal.stored(id))[name]).toBe(value);
    expect(await portal.valuesOf(id, name)).toEqual([value]);
  }
});

test('where it would hold a part of the verdict, it counts as missing: nothing is judged or written', async () => {
  await createTheirs('companies', 'ipp_total', TEXT);
  const companyId = await portal.createCompany({ ipp_total: 'Q3' });
  await install(portal.context, WHOLE);

  const loaded = await loadScorecard(portal.context, { companyId });
  await expect(saveField(portal.context, companyId, 'strategic_fit', [null, 4])).rejects.toMatchObject({
    code: 'not-installed',
    message: expect.stringContaining('ipp_total') as unknown,
  });

  expect(loaded).toMatchObject({ state: 'never-scored', missing: ['ipp_total'] });
  expect(await portal.stored(companyId)).toEqual({ ipp_total: 'Q3' });
});

test('the doctor names it, on companies and on deals, and repairs nothing of it', async () => {
  await createTheirs('companies', 'ipp_check_dead_api_note', { type: 'string', fieldType: 'textarea' });
  await createTheirs('deals', 'ipp_total', NUMBER);
  await install(portal.context, WHOLE);

  const diagnosis = await examine(portal, { repair: true });

  expect(codesOf(diagnosis)).toEqual(['property-foreign']);
  expect(findingOf(diagnosis, 'property-foreign')).toMatchObject({
    ...{ count: 2, repaired: 0 },
    message: expect.stringMatching(
      /ipp_check_dead_api_note in the group "finance"; deals: ipp_total in the group "finance"/,
    ) as unknown,
  });
});

test('a deal property of another team is never mirrored into, and the others are', async () => {
  await createTheirs('deals', 'ipp_total', NUMBER);
  await install(portal.context, WHOLE);
  const companyId = await portal.createCompany();
  const dealId = await createDeal(portal, await installedPipeline(portal), companyId);
  await editDeal(portal, dealId, { ipp_total: '12' });
  await editOutside(portal, companyId, { ipp_lane: 'fast', ipp_total: '280' });

  const [first, second] = [await syncDeals(portal.context), await syncDeals(portal.context)];

  expect(await valueOfDeal(portal, dealId, 'ipp_total')).toBe('12');
  expect(await valueOfDeal(portal, dealId, 'ipp_lane')).toBe('fast');
  expect([first.repaired, second.repaired]).toEqual([1, 0]);
});

test('one that took the place of ours after the installation is left alone by every door', async () => {
  await install(portal.context, WHOLE);
  const path = '/crm/properties/2026-09/companies/ipp_total';
  await portal.outside.send({ method: 'DELETE', path });
  await createTheirs('companies', 'ipp_total', TEXT);
  const companyId = await portal.createCompany({ ipp_total: 'Q3', ipp_strategic_fit: '4' });

  const { missing } = await loadScorecard(anew(), { companyId });
  await expect(saveField(anew(), companyId, 'strategic_fit', [4, 5])).rejects.toThrow(/ipp_total/);
  const diagnosis = await examine(portal, { repair: true });

  expect(missing).toEqual(['ipp_total']);
  expect(codesOf(diagnosis)).toContain('property-changed');
  expect(await portal.stored(companyId)).toEqual({ ipp_total: 'Q3', ipp_strategic_fit: '4' });
});

test('a deal property that took the place of ours after the installation keeps its values', async () => {
  await install(portal.context, WHOLE);
  const path = '/crm/properties/2026-09/deals/ipp_total';
  await portal.outside.send({ method: 'DELETE', path });
  await createTheirs('deals', 'ipp_total', NUMBER);
  const companyId = await portal.createCompany();
  const dealId = await createDeal(portal, await installedPipeline(portal), companyId);
  await editDeal(portal, dealId, { ipp_total: '12' });

  const { deals } = await saveField(anew(), companyId, 'strategic_fit', [null, 4]);
  await syncDeals(anew());
  await examine(portal, { repair: true, context: anew() });

  expect(deals).toEqual({ mirrored: 1, of: 1, message: null });
  expect(await valueOfDeal(portal, dealId, 'ipp_total')).toBe('12');
  expect(await valueOfDeal(portal, dealId, 'ipp_lane')).toBe('undecided');
});

test.each([
  ['a rating', 'ipp_market_access', NUMBER],
  ['evidence', 'ipp_people_evidence', { type: 'string', fieldType: 'textarea' }],
])('%s that another team made in our group after the installation is theirs', async (_, name, shape) => {
  await install(portal.context, { types: ['technology'] });
  await createTheirs('companies', name, { ...shape, groupName: 'partner_icp' });
  const companyId = await portal.createCompany({ [name]: '3' });

  const { clashes } = await install(anew(), { types: ['reseller'] });
  await clearScorecard(anew(), { companyId, by: jane }).catch(() => undefined);
  await examine(portal, { repair: true, context: anew() });

  expect(clashes).toMatchObject([{ name }]);
  expect(await portal.valuesOf(companyId, name)).toEqual(['3']);
});

test('a property of ours that an admin moves stays ours, also where the installation made no more than properties', async () => {
  await install(portal.context);
  const path = '/crm/properties/2026-09/companies/ipp_total';
  const body = { groupName: 'companyinformation', label: 'Points' };
  await portal.outside.send({ method: 'PATCH', path, body });

  const { missing } = await loadScorecard(anew(), { companyId: await portal.createCompany() });

  expect(missing).toEqual([]);
  expect((await examine(portal, { context: anew() })).healthy).toBe(true);
});

test('what an admin gave to ours stays ours: another group, label or description', async () => {
  await install(portal.context, WHOLE);
  const path = '/crm/properties/2026-09/companies';
  const move = (name: string, body: object) =>
    portal.outside.send({ method: 'PATCH', path: `${path}/${name}`, body });
  await move('ipp_total', { groupName: 'companyinformation', label: 'Points' });
  await move('ipp_lane', { groupName: 'companyinformation', description: 'Ask Ann.' });
  await move('ipp_clearance', { label: 'Cleared?', description: 'Ask Ann.' });

  const { clashes, repaired, created } = await install(portal.context, WHOLE);
  const diagnosis = await examine(portal);

  expect({ clashes, repaired, created }).toEqual({ clashes: [], repaired: [], created: [] });
  expect(diagnosis.healthy).toBe(true);
});

test('a portal without a record is read by name: what others made stays untouched there too', async () => {
  await createTheirs('companies', 'ipp_override_reason', TEXT);
  await install(portal.context, WHOLE);
  const path = '/crm/properties/2026-09/companies/ipp_installation_record';
  await portal.outside.send({ method: 'DELETE', path });
  const companyId = await portal.createCompany({ ipp_override_reason: 'theirs' });
  const other = anew();

  const loaded = await loadScorecard(other, { companyId });
  await clearScorecard(other, { companyId, by: jane }).catch(() => undefined);

  expect(loaded.missing).toEqual(['ipp_override_reason']);
  expect(await portal.stored(companyId)).toEqual({ ipp_override_reason: 'theirs' });
});

/** As another process: nothing is known of the portal yet. */
function anew() {
  return { ...portal.context, installation: keepInstallation(() => performance.now()) };
}
