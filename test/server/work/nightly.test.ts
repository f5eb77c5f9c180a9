import { nextNight } from '../../../src/icp/next-night.ts';
import { editOutside } from '../../portal.ts';
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
