import { portalTurns } from '../../../src/store/work-tables.ts';
import type { Following } from '../../../src/server/work/follow-changes.ts';
import { aroundCalls } from '../../around-calls.ts';
import { editOutside } from '../../portal.ts';
import { scoredCompany } from '../../usecases/scorecard/scoring.ts';
import { type FollowedPortal, KEY, openFollowed } from './followed-portal.ts';

let followed: FollowedPortal;
beforeEach(async () => {
  followed = await openFollowed(['ipp_strategic_fit']);
});
afterEach(() => followed.close());

/** A company whose verdict does not follow any more. */
async function changedCompany(): Promise<string> {
  const companyId = await scoredCompany(followed.portal);
  await editOutside(followed.portal, companyId, { ipp_strategic_fit: '1' });
  await followed.told();
  return companyId;
}

/** As another process sees HubSpot, with something happening before its first call that reads companies. */
function meanwhile(happens: () => Promise<unknown>): Following {
  const { following, portal } = followed;
  const isFirst = (_request: object, count: number) => (count === 1 ? happens() : Promise.resolve());
  const crm = aroundCalls(
    portal.app,
    ({ path }) => path.endsWith('/companies/batch/read'),
    'before',
    isFirst,
  );
  const { contextOf } = following.portals;
  return { ...following, portals: { contextOf: (...given) => ({ ...contextOf(...given), crm }) } };
}

const database = () => followed.server.store.database;

async function secondsLeft(): Promise<number> {
  const [row] = await database().select().from(portalTurns);
  return ((row?.runUntil?.getTime() ?? 0) - Date.now()) / 1_000;
}

const endsNow = () => database().execute(`update portal_turns set run_until = now() - interval '1 second'`);

test('a turn that takes long is renewed while it runs, and no more once it is over', async () => {
  await changedCompany();
  const rings: (() => void)[] = [];
  let left = 0;
  const slow = meanwhile(async () => {
    await endsNow();
    rings.shift()?.();
    for (let looks = 0; looks < 100 && left < 10; looks += 1) left = await secondsLeft();
  });
  const timer: Following['timer'] = (_ms, ring) => {
    rings.push(ring);
    return () => void rings.splice(rings.indexOf(ring), 1);
  };

  await followed.turn({ ...slow, timer });

  expect(left).toBeGreaterThan(10);
  expect(rings).toEqual([]);
  expect(await secondsLeft()).toBeLessThan(0);
});

test('a turn whose time ran out is taken by another process; what the first one does then changes nothing', async () => {
  const companyId = await changedCompany();
  const slow = meanwhile(async () => {
    await endsNow();
    await followed.settle();
  });

  const again = await followed.turn(slow);

  expect(again).toBeNull();
  expect(followed.turns.map(({ repaired }) => repaired)).toEqual([1, 0]);
  expect(await followed.portal.valuesOf(companyId, 'ipp_total')).toHaveLength(2);
  expect((await followed.following.changes.waiting(KEY)).count).toBe(0);
});

test('the turns of a process that has ended are given back at once, those of others are not', async () => {
  const { turns } = followed.following;
  const other = { ...KEY, portalId: 1 };
  await turns.take(KEY, 'ended:1', 20);
  await turns.take(other, 'lives:1', 20);

  await turns.releaseAll('ended');

  expect(await turns.take(KEY, 'lives:2', 20)).toBe(0);
  expect(await turns.take(other, 'ended:2', 20)).toBeNull();
});
