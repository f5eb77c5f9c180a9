import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { archiveCompany, editOutside, mergeCompanies } from '../../portal.ts';
import { createDeal, installedPipeline, valueOfDeal } from '../../usecases/deals/partner-deals.ts';
import { scoredCompany } from '../../usecases/scorecard/scoring.ts';
import { type FollowedPortal, KEY, openFollowed } from './followed-portal.ts';

const FOLLOWED = ['ipp_strategic_fit', 'ipp_customer_overlap', 'ipp_lane', 'ipp_partner_type'];

let followed: FollowedPortal;
afterEach(() => followed.close());

const waiting = async () => (await followed.following.changes.waiting(KEY)).count;

test('a rating that somebody edits in HubSpot is followed by total and lane', async () => {
  followed = await openFollowed(FOLLOWED);
  const { portal } = followed;
  const companyId = await scoredCompany(portal);
  const before = await portal.stored(companyId);
  await followed.settle();

  await editOutside(portal, companyId, { ipp_strategic_fit: '1' });
  await followed.told();
  const marked = await waiting();
  await followed.settle();
  const after = await portal.stored(companyId);

  expect(marked).toBe(1);
  expect(Number(after['ipp_total'])).toBeLessThan(Number(before['ipp_total']));
  expect(after).toMatchObject({ ipp_lane_change_cause: 'rated', ipp_scored_by: before['ipp_scored_by'] });
  expect(await waiting()).toBe(0);
});

test('an edited lane is put right again', async () => {
  followed = await openFollowed(FOLLOWED);
  const { portal } = followed;
  const companyId = await scoredCompany(portal);
  const { ipp_lane: lane } = await portal.stored(companyId);
  await followed.settle();

  await editOutside(portal, companyId, { ipp_lane: lane === 'pass' ? 'deep' : 'pass' });
  await followed.settle();

  expect((await portal.stored(companyId))['ipp_lane']).toBe(lane);
});

test('what a turn writes is no new change: it costs one reading of what is in order', async () => {
  followed = await openFollowed(FOLLOWED);
  const { portal } = followed;
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_strategic_fit: '1' });
  await followed.settle();
  await followed.told();

  const again = await waiting();
  await followed.following.changes.mark([{ ...KEY, objectType: 'companies', recordId: Number(companyId) }]);
  const calls = await portal.callsDuring(() => followed.settle());

  expect(again).toBe(0);
  expect(calls.filter((call) => call.endsWith('/batch/update'))).toEqual([]);
  expect(calls.filter((call) => call.endsWith('companies/batch/read'))).toHaveLength(1);
});

test('a company that was merged or archived is followed to its survivor, and is not asked for again', async () => {
  followed = await openFollowed(FOLLOWED);
  const { portal } = followed;
  const [one, other, gone] = [
    await scoredCompany(portal),
    await scoredCompany(portal),
    await scoredCompany(portal),
  ];
  await followed.settle();

  await editOutside(portal, one, { ipp_customer_overlap: '1' });
  const survivor = await mergeCompanies(portal, one, other);
  await archiveCompany(portal, gone);
  await followed.settle();

  expect(await waiting()).toBe(0);
  expect(await portal.stored(survivor)).toMatchObject({ ipp_customer_overlap: '1' });
});

test('a company that is marked while a turn looks at it is looked at once more', async () => {
  followed = await openFollowed(FOLLOWED);
  const { changes } = followed.following;
  const change = (recordId: number) => ({ ...KEY, objectType: 'companies', recordId }) as const;
  const some = { behind: 0, most: 10 };
  await changes.mark([change(5), change(5), change(6)]);
  const taken = await changes.take(KEY, 'companies', { ...some, turn: 'one' });
  await changes.mark([change(5), change(7)]);

  await changes.clear(KEY, 'companies', 'one', taken);

  expect(taken).toEqual([5, 6]);
  expect(await changes.take(KEY, 'companies', { ...some, turn: 'another' })).toEqual([5, 7]);
});

test('a turn that was taken for dead clears nothing that another one has taken', async () => {
  followed = await openFollowed(FOLLOWED);
  const { changes } = followed.following;
  const some = { behind: 0, most: 10 };
  await changes.mark([{ ...KEY, objectType: 'companies', recordId: 5 }]);
  const taken = await changes.take(KEY, 'companies', { ...some, turn: 'one' });
  await changes.take(KEY, 'companies', { ...some, turn: 'another' });

  await changes.clear(KEY, 'companies', 'one', taken);

  expect(await waiting()).toBe(1);
});

test('deals of a company whose scorecard was emptied show nothing any more, nor do those whose type was', async () => {
  followed = await openFollowed(FOLLOWED);
  const { portal } = followed;
  const pipeline = await installedPipeline(portal);
  const scored = await scoredCompany(portal);
  const typed = await portal.createCompany({ ipp_partner_type: 'reseller' });
  const deals = [await createDeal(portal, pipeline, scored), await createDeal(portal, pipeline, typed)];
  await followed.settle();
  const shown = (property: string) => Promise.all(deals.map((deal) => valueOfDeal(portal, deal, property)));
  const before = [await shown('ipp_partner_type'), await shown('ipp_lane')];

  const filled = Object.keys(await portal.stored(scored));
  await editOutside(portal, scored, Object.fromEntries(filled.map((name) => [name, ''])));
  await editOutside(portal, typed, { ipp_partner_type: '' });
  await followed.settle();

  expect(before).toEqual([
    ['technology', 'reseller'],
    ['deep', null],
  ]);
  expect([await shown('ipp_partner_type'), await shown('ipp_lane')]).toEqual([
    [null, null],
    [null, null],
  ]);
});

test('what keeps changing a lane is put right three times an hour, and then named on the card', async () => {
  followed = await openFollowed(FOLLOWED);
  const { portal, server } = followed;
  const ada = { portalId: KEY.portalId, userId: 7, userEmail: 'ada@example.com' };
  const companyId = await scoredCompany(portal);
  const { ipp_lane: lane } = await portal.stored(companyId);
  const other = lane === 'pass' ? 'deep' : 'pass';
  const lanes: unknown[] = [];
  for (let edit = 0; edit < 4; edit++) {
    await editOutside(portal, companyId, { ipp_lane: other });
    await followed.settle();
    lanes.push((await portal.stored(companyId))['ipp_lane']);
  }
  const told = await server.ask('load-scorecard', { companyId }, ada);
  await editOutside(portal, companyId, { ipp_lane: lane ?? '' });
  await followed.settle();
  const quiet = await server.ask('load-scorecard', { companyId }, ada);

  expect(lanes).toEqual([lane, lane, lane, other]);
  expect(told.body).toMatchObject({
    notice: { message: expect.stringContaining('Another automation keeps changing') as unknown },
  });
  expect(quiet.body).not.toHaveProperty('notice');
});

test('where the settings ask, an edited lane stays until a person updates it, and a stale one is followed', async () => {
  followed = await openFollowed(FOLLOWED);
  const { portal, server, context } = followed;
  const ada = { portalId: KEY.portalId, userId: 7, userEmail: 'ada@example.com' };
  const settings = { ...DEFAULT_SETTINGS, editedVerdicts: 'ask' } as const;
  await publishSettings(context, { settings, reason: 'Ours', by: ada.userEmail, policy: 0 });
  const [edited, stale] = [await scoredCompany(portal), await scoredCompany(portal)];
  const deal = await createDeal(portal, await installedPipeline(portal), edited);
  await followed.settle();

  await editOutside(portal, edited, { ipp_lane: 'pass' });
  await editOutside(portal, stale, { ipp_customer_overlap: '1' });
  await followed.settle();
  const lanes = [(await portal.stored(edited))['ipp_lane'], (await portal.stored(stale))['ipp_lane']];
  const onDeal = await valueOfDeal(portal, deal, 'ipp_lane');
  const shown = await server.ask('load-scorecard', { companyId: edited }, ada);
  const marked = await waiting();
  await server.ask('save-scorecard', { companyId: edited, changes: {}, by: ada.userEmail }, ada);

  expect(lanes).toEqual(['pass', 'fast']);
  expect(onDeal).toBe('pass');
  expect(marked).toBe(0);
  expect(await followed.following.contested.count(KEY)).toBe(0);
  const [notice] = shown.body.answer?.texts.notices ?? [];
  expect(notice).toMatchObject({ action: { label: 'Update' } });
  expect(notice?.sentences.join(' ')).toMatch(/The verdict itself was edited: .*It stays as it was edited/);
  expect((await portal.stored(edited))['ipp_lane']).toBe('deep');
  expect(await valueOfDeal(portal, deal, 'ipp_lane')).toBe('deep');
});
