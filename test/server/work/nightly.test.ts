import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { portalHealthIn } from '../../../src/store/portal-health.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { nextNight } from '../../../src/icp/next-night.ts';
import { archiveCompany, editOutside } from '../../portal.ts';
import { scoredCompany } from '../../usecases/scorecard/scoring.ts';
import { type FollowedPortal, KEY, openFollowed } from './followed-portal.ts';

let followed: FollowedPortal;
afterEach(() => followed.close());

test('a portal is gone over in its night, once, and then again in the next one', async () => {
  let now = Date.now();
  followed = await openFollowed([], {}, { now: () => now });
  const { portal, following } = followed;
  const companyId = await scoredCompany(portal);
  const total = async () => (await portal.stored(companyId))['ipp_total'];
  await followed.settle();
  const before = await total();
  const night = nextNight('Etc/UTC', KEY.portalId, new Date(now));
  await following.jobs.planNight(KEY, 'first', night);
  await editOutside(portal, companyId, { ipp_strategic_fit: '1' });

  now = night.getTime() - 1;
  await followed.turn();
  const early = await total();
  now = night.getTime();
  await followed.settle();

  const [job] = await following.jobs.read(KEY);
  expect(early).toBe(before);
  expect(Number(await total())).toBeLessThan(Number(before));
  expect(job).toMatchObject({ kind: 'nightly', state: 'done', sums: { companies: 1, companiesRepaired: 1 } });
  expect(job?.dueAt?.getTime()).toBe(night.getTime() + 86_400_000);
  expect(await following.jobs.due()).toEqual([]);

  const ada = { portalId: KEY.portalId, userId: 7, userEmail: 'ada@example.com' };
  const { body } = await followed.server.ask('read-jobs', {}, ada);
  expect(body.answer?.night).toMatchObject({
    ...{ state: 'done', startedAt: night.toISOString(), endedAt: night.toISOString(), sentence: '' },
    ...{ nextAt: job?.dueAt?.toISOString(), sums: { companies: 1, companiesRepaired: 1 } },
  });
});

test('a portal that uninstalled the app has no night', async () => {
  followed = await openFollowed([]);
  const { following, server } = followed;
  await following.jobs.planNight(KEY, 'first', new Date(0));
  await server.store.database.execute(
    'update installs set uninstalled_at = now(), access_token = null, refresh_token = null',
  );

  await followed.turn();

  expect(await following.jobs.due()).toEqual([]);
  expect(await following.jobs.read(KEY)).toMatchObject([{ kind: 'nightly', state: 'failed', dueAt: null }]);
});

test('what kept changing a lane is named no more once the night has put it right', async () => {
  let now = Date.now();
  followed = await openFollowed(
    ['ipp_lane'],
    { now: () => new Date(now) },
    {
      now: () => now,
    },
  );
  const { portal, following } = followed;
  const [companyId, other] = [await scoredCompany(portal), await scoredCompany(portal)];
  for (let edit = 0; edit < 4; edit++) {
    now += 60_000;
    await editOutside(portal, companyId, { ipp_lane: 'pass' });
    await editOutside(portal, other, { ipp_lane: 'pass' });
    await followed.settle();
  }
  const before = await following.contested.list(KEY);
  await archiveCompany(portal, other);

  now += 2 * 3_600_000;
  await following.jobs.planNight(KEY, 'first', new Date(now));
  await followed.settle();

  expect(before).toEqual([Number(companyId), Number(other)]);
  expect((await portal.stored(companyId))['ipp_lane']).toBe('deep');
  expect(await following.contested.list(KEY)).toEqual([]);
});

test('the sums of a night say how many edited verdicts wait for a person', async () => {
  followed = await openFollowed([]);
  const { portal, following, context, server } = followed;
  const settings = { ...DEFAULT_SETTINGS, editedVerdicts: 'ask' } as const;
  await publishSettings(context, { settings, reason: 'Ours', by: 'ada@example.com', policy: 0 });
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_lane: 'pass' });
  await followed.settle();
  await editOutside(portal, companyId, { ipp_lane: 'pass' });
  await following.jobs.planNight(KEY, 'first', new Date(0));

  await followed.settle();

  const [state] = await portalHealthIn(server.store.database).list();
  expect(state?.work.jobs).toMatchObject([{ kind: 'nightly', state: 'done', edited: 1 }]);
  expect((await portal.stored(companyId))['ipp_lane']).toBe('pass');
});
