import { propertyOf } from '../../../src/crm/property-names.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { ratedAs, ratings } from './partners-of-types.ts';
import { jane, saveField } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('choosing a type where there was none empties nothing', async () => {
  const texts = Object.entries(ratings).map(([key, rating]) => [propertyOf(key), String(rating)]);
  const imported = Object.fromEntries(texts) as Record<string, string>;
  const companyId = await portal.createCompany(imported);

  const { verdict, scorecard } = await saveField(portal.context, companyId, 'partner_type', [null, 'oem']);

  expect(verdict?.ratedCount).toBe(6);
  expect(scorecard.toConfirm).toEqual([]);
  expect(await portal.stored(companyId)).toMatchObject({ ...imported, ipp_profile_version: 'oem@0' });
});

async function allowDistributor(): Promise<void> {
  const path = '/crm/properties/2026-09/companies/ipp_partner_type';
  const { options } = (await portal.outside.send({ method: 'GET', path })) as {
    options: { value: string }[];
  };
  if (options.some(({ value }) => value === 'distributor')) return;
  const added = [...options, { value: 'distributor', label: 'Distributor' }];
  await portal.outside.send({ method: 'PATCH', path, body: { options: added } });
}

test('a type that cannot be read is named, kept, and followed by the one that was judged or by another', async () => {
  await allowDistributor();
  const companyId = await ratedAs(portal, 'reseller');
  await editOutside(portal, companyId, { ipp_partner_type: 'distributor' });

  const found = await loadScorecard(portal.context, { companyId });
  const solution = { partner_type: { seen: null, value: 'solution' } };
  const another = saveScorecard(portal.context, { companyId, changes: solution, by: jane });

  expect(found).toMatchObject({ state: 'unjudgeable', scorecard: { type: null } });
  expect(found.problems.map(({ message }) => message).join()).toMatch(/"distributor"/);
  await expect(another).rejects.toThrow(/needs role_criteria empty,/);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_partner_type: 'distributor' });
  const back = await saveField(portal.context, companyId, 'partner_type', [null, 'reseller']);
  expect(back).toMatchObject({ state: 'judged', profileVersion: 'reseller@0', verdict: { ratedCount: 6 } });
});

test('a type that somebody changed in HubSpot is judged again once it is set back, with every answer', async () => {
  const companyId = await ratedAs(portal, 'reseller');
  const before = await loadScorecard(portal.context, { companyId });
  await editOutside(portal, companyId, { ipp_partner_type: 'solution' });

  const { state, problems } = await loadScorecard(portal.context, { companyId });
  const back = await saveField(portal.context, companyId, 'partner_type', ['solution', 'reseller']);

  expect({ state, field: problems[0]?.field }).toEqual({ state: 'unjudgeable', field: 'partner_type' });
  expect(problems[0]?.message).toMatch(/Reseller, as shipped.*Solution partner.*Set the type back/);
  expect({ verdict: back.verdict, scorecard: back.scorecard }).toEqual({
    verdict: before.verdict,
    scorecard: before.scorecard,
  });
});
