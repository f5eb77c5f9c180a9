import type { BackgroundWork, RejudgingJob } from '../../../src/contract/jobs.ts';
import type { Operations } from '../../../src/contract/operations.ts';
import { CrmError } from '../../../src/crm/client/errors.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import type { PortalJobs } from '../../../src/store/portal-jobs.ts';
import { createStored, storedScorecard } from '../../usecases/policy/portfolio.ts';
import { makeCurrent, otherTechnology } from '../../usecases/policy/published.ts';
import { type FollowedPortal, KEY, openFollowed } from './followed-portal.ts';

const type = 'technology';
const by = 'ada@example.com';
const STRICT = otherTechnology(1, { floors: { deep: 440, fast: 250 } });

let followed: FollowedPortal;
afterEach(() => followed.close());

type Act = 'start-rejudging' | 'read-jobs' | 'pause-job' | 'resume-job';

async function ask(act: Act, userId = 7): Promise<RejudgingJob | undefined> {
  return (await askForWork(act, userId)).jobs[0];
}

async function askForWork(act: Act, userId = 7): Promise<BackgroundWork> {
  const input = act === 'read-jobs' ? {} : { type, by };
  const caller = { portalId: KEY.portalId, userId, userEmail: by };
  const { body } = await followed.server.ask(act, input as Operations[Act]['input'], caller);
  if (body.answer === undefined) throw new Error(body.error?.code);
  return body.answer;
}

/** A portal with so many scorecards that the current profile puts into another lane. */
async function openWith(companies: number): Promise<string[]> {
  followed = await openFollowed([]);
  const all = Array.from({ length: companies }, () => storedScorecard());
  const ids = await createStored(followed.portal, all);
  await makeCurrent(followed.context, STRICT);
  return ids;
}

test('a job goes over all scorecards in turns of two hundred, with differences only, and says what it did', async () => {
  const ids = await openWith(210);
  const begun = await ask('start-rejudging');

  const looked: (number | undefined)[] = [];
  while ((await followed.turn()) === 0) looked.push((await ask('read-jobs'))?.looked);
  const done = await ask('read-jobs');

  expect(begun).toMatchObject({ state: 'waiting', to: 'technology@1', by, looked: 0, total: null });
  expect(looked).toEqual([200, 210]);
  expect(done).toMatchObject({ state: 'done', looked: 210, total: 210, rejudged: 210, current: 0, left: [] });
  expect(done?.lanes).toEqual([{ from: 'deep', to: 'fast', companies: 210 }]);
  expect(await followed.portal.stored(ids[209] ?? '')).toMatchObject({
    ...{ ipp_lane: 'fast', ipp_scored_by: by, ipp_profile_version: 'technology@1' },
  });

  await ask('start-rejudging');
  const calls = await followed.portal.callsDuring(() => followed.settle());
  expect(calls.filter((call) => call.includes('batch/update'))).toEqual([]);
  expect(await ask('read-jobs')).toMatchObject({ state: 'done', rejudged: 0, current: 210 });
});

test('a job that is paused does nothing until it is resumed, and then goes on where it was', async () => {
  await openWith(210);
  await ask('start-rejudging');
  await followed.turn();

  await ask('pause-job');
  const again = await followed.turn();
  const paused = await ask('read-jobs');
  await ask('resume-job');
  await followed.settle();

  expect(again).toBeNull();
  expect(paused).toMatchObject({ state: 'paused', looked: 200 });
  expect(await ask('read-jobs')).toMatchObject({ state: 'done', looked: 210, rejudged: 210 });
});

test('a process that is gone after a page was written: another one goes on, counts it, and writes nothing twice', async () => {
  const ids = await openWith(60);
  await ask('start-rejudging');
  const { jobs } = followed.following;
  // the page is written, and the process ends before it keeps that
  const keep: PortalJobs['keep'] = (job, change) =>
    'position' in change ? Promise.resolve(false) : jobs.keep(job, change);
  const killed = { ...followed.following, jobs: { ...jobs, keep } };
  await followed.turn(killed);
  const before = await ask('read-jobs');
  await followed.settle();

  const done = await ask('read-jobs');

  expect(before).toMatchObject({ looked: 0, state: 'running', rejudged: 0 });
  expect(done).toMatchObject({ state: 'done', looked: 60, rejudged: 60, current: 0 });
  expect(done?.lanes).toEqual([{ from: 'deep', to: 'fast', companies: 60 }]);
  expect(done).not.toHaveProperty('underWay');
  for (const id of [ids[0], ids[59]])
    expect(await followed.portal.valuesOf(id ?? '', 'ipp_profile_version')).toEqual([
      'technology@1',
      'technology@0',
    ]);
});

test('a profile that is published in between ends the job in words', async () => {
  await openWith(210);
  await ask('start-rejudging');
  await followed.turn();
  await makeCurrent(followed.context, otherTechnology(2));
  await followed.settle();
  const job = await ask('read-jobs');

  expect(job).toMatchObject({ state: 'failed', looked: 200, rejudged: 200 });
  expect(job?.sentence).toMatch(/Another profile became the current one/);
});

test('who may not publish starts, reads, pauses and resumes nothing', async () => {
  await openWith(1);

  for (const act of ['start-rejudging', 'read-jobs', 'pause-job', 'resume-job'] as const)
    await expect(ask(act, 8)).rejects.toThrow('not-allowed');
});

test('a job ends in words once whoever started it may not publish any more', async () => {
  const ids = await openWith(1);
  const nothing = { rejudged: 0, current: 0, lanes: [], left: [], moreLeft: 0, notes: [] };
  const omar = { userId: '8', email: 'omar@example.com' };
  await followed.following.jobs.start(KEY, {
    ...{ run: 'one', type, version: 'technology@1', ...omar, sums: nothing },
  });

  await followed.settle();

  const job = await ask('read-jobs');
  expect(job).toMatchObject({ state: 'failed', rejudged: 0 });
  expect(job?.sentence).toContain('(installed the app)');
  expect(await followed.portal.stored(ids[0] ?? '')).not.toHaveProperty('ipp_scored_by');
});

test('a job ends where the app is uninstalled in between', async () => {
  await openWith(210);
  await ask('start-rejudging');
  await followed.turn();
  const { database } = followed.server.store;
  await database.execute(
    'update installs set uninstalled_at = now(), access_token = null, refresh_token = null',
  );

  expect(await followed.turn()).toBeNull();

  const jobs = await followed.following.jobs.read(KEY);
  const job = jobs.find(({ kind }) => kind === 'rejudge');
  expect(job).toMatchObject({ state: 'failed', looked: 200, dueAt: null });
  expect(job?.sentence).toContain('uninstalled');
});

test('of two processes at once one does the turn', async () => {
  await openWith(210);
  await ask('start-rejudging');

  await Promise.all([followed.turn(), followed.turn()]);

  expect(await ask('read-jobs')).toMatchObject({ looked: 200, rejudged: 200 });
});

test('what is read says when a job began, when the night is, what waits and what is kept changing', async () => {
  await openWith(1);
  await followed.settle();
  const before = new Date().toISOString();
  await ask('start-rejudging');
  const { jobs, changes, contested } = followed.following;
  const night = new Date(Date.now() + 3_600_000);
  await jobs.planNight(KEY, 'one', night);
  await changes.mark([{ ...KEY, objectType: 'deals', recordId: 5 }]);
  await contested.note(KEY, new Map([['9', null]]));
  const work = await askForWork('read-jobs');

  expect(work).toMatchObject({
    night: { state: 'waiting', startedAt: null, endedAt: null, nextAt: night.toISOString(), sums: {} },
    changes: { count: 1 },
    contested: 1,
  });
  expect(Date.parse(work.jobs[0]?.startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(before));
});

test('a page that HubSpot refuses says why, and when it is tried again', async () => {
  await openWith(1);
  await followed.settle();
  await ask('start-rejudging');
  const { portals } = followed.following;
  const isDown = new CrmError('unavailable', 'HubSpot is down.');
  const refusing: typeof portals = {
    contextOf: (...of) => ({
      ...portals.contextOf(...of),
      crm: { send: () => Promise.reject(isDown) },
      policy: keepPolicy(),
    }),
  };
  await followed.turn({ ...followed.following, portals: refusing });
  const job = await ask('read-jobs');

  expect(job).toMatchObject({ state: 'running', looked: 0, sentence: 'HubSpot is down.' });
  expect(Date.parse(job?.againAt ?? '')).toBeGreaterThan(Date.now());
});
