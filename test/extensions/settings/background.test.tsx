import { ProgressBar } from '@hubspot/ui-extensions';

import { followBackground } from '../../../extensions/settings/state/background.ts';
import { openParts } from '../../../extensions/settings/view/parts.oauth.tsx';
import { jobsOf } from '../../../src/server/jobs.ts';
import { rejudgeNext } from '../../../src/server/work/rejudge-job.ts';
import { changedRecordsIn } from '../../../src/store/changed-records.ts';
import { contestedCompaniesIn } from '../../../src/store/contested-companies.ts';
import type { Install } from '../../../src/store/installs.ts';
import { type PortalJobs, portalJobsIn } from '../../../src/store/portal-jobs.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { oauthRemedies } from '../../../src/usecases/remedies.ts';
import type { Portal } from '../../portal.ts';
import { databaseOfHomes, openInTables } from '../../usecases/policy/both-homes.ts';
import { createStored, storedScorecard } from '../../usecases/policy/portfolio.ts';
import { makeCurrent, otherTechnology } from '../../usecases/policy/published.ts';
import { serveFunction } from '../scorecard-card/serve-function.ts';
import { answerIn, manualAlarms, openSettings } from './open-settings.tsx';

const ada = { userId: '7', email: 'ada@example.com' };
const ADA = { ...ada, installer: ada, isInstaller: true };
const NOW = Date.parse('2026-11-27T14:00:00Z');
const INSTALL = { appId: 4711, installerId: 7, installerEmail: ada.email } as Install;

let portal: Portal;
let portals = 0;
let key: Install;
let jobs: PortalJobs;

beforeEach(async () => {
  portals += 1;
  key = { ...INSTALL, portalId: portals };
  const user = { id: '1', userId: 7, email: ada.email, firstName: 'Ada', lastName: 'Berg' };
  portal = await openInTables({ edition: 'oauth', owners: [user] });
  jobs = portalJobsIn(await databaseOfHomes(), () => NOW);
});
afterEach(() => portal.close());

const oauth = async (): Promise<Context> => {
  const database = await databaseOfHomes();
  const [changes, contested] = [changedRecordsIn(database), contestedCompaniesIn(database, Date.now)];
  return {
    ...portal.context,
    ...{ publishes: 'by-person', edition: 'oauth', person: ADA },
    remedies: oauthRemedies('https://partner-icp.example.com'),
    jobs: jobsOf({ jobs, changes, contested }, key, () => undefined),
  };
};

const open = async () => openSettings(answerIn(portal, await oauth()), { by: ada.email, parts: openParts });

async function openVersions() {
  const page = await open();
  page.openType('technology');
  page.openTab('versions');
  return page;
}

/** As the server works on the job: the next page. */
async function work(): Promise<void> {
  const job = await jobs.next(key);
  const context = await oauth();
  if (job?.kind === 'rejudge') await rejudgeNext({ jobs, portals: { contextOf: () => context } }, key, job);
}

/** So many scorecards that the current profile puts into another lane, and one that is left. */
async function fillWith(companies: number): Promise<void> {
  await createStored(portal, [
    ...Array.from({ length: companies }, () => storedScorecard()),
    storedScorecard({ ipp_rules: '99' }),
  ]);
  await makeCurrent(portal.context, otherTechnology(1, { floors: { deep: 440, fast: 250 } }));
}

test('a job is started on the page, and its progress is read until it is over', async () => {
  await fillWith(201);
  const page = await openVersions();
  await page.waitFor(() => void page.button('Re-judge all scorecards'));
  page.overlayOf('Re-judge all scorecards').press('Re-judge');
  await page.sees(/Started by ada@example\.com on 27 November 2026, 14:00/);
  const first = page.find(ProgressBar).props;
  await work();
  page.alarms.ring();
  await page.waitFor(() => {
    if (page.find(ProgressBar).props.value !== 200) throw new Error('not yet');
  });
  const second = page.find(ProgressBar).props;

  expect(first).toMatchObject({ title: 'Waits for its turn', value: 0, valueDescription: 'Counting' });
  expect(second).toMatchObject({ value: 200, maxValue: 202, valueDescription: '200 of 202' });
  expect(page.words()).toContain('You can close this page');
  expect(page.words()).toContain('Lanes: 200 Deep -> Fast lane.');

  await work();
  await work();
  page.alarms.ring();
  await page.sees(/201 scorecards re-judged; 0 judged by the current profile already/);
  expect(page.alerts()).toContain('All scorecards were gone over');
  expect(page.words()).toMatch(/Partner 201: .*rules 99/);
  expect(page.alarms.waiting()).toEqual([]);
  expect(page.hasButton('Start again')).toBe(true);
});

test('a job is paused and resumed by one button, and started again after a confirmation', async () => {
  await fillWith(205);
  const { jobs: ofPortal } = await oauth();
  await ofPortal?.start({ type: 'technology', to: 'technology@1', person: ADA });
  await work();
  const page = await openVersions();
  await page.waitFor(() => void page.button('Pause'));
  expect(page.hasButton('Start again')).toBe(false);
  page.click('Pause');
  await page.waitFor(() => void page.button('Resume'));

  expect(page.alerts()).toContain('Paused at 200 of 206');
  expect(page.alarms.waiting()).toEqual([]);
  page.click('Resume');
  await page.waitFor(() => void page.button('Pause'));
  expect(page.alarms.waiting()).toEqual([3_000]);

  page.click('Pause');
  await page.waitFor(() => void page.button('Resume'));
  page.overlayOf('Start again').press('Re-judge');
  await page.waitFor(() => void page.button('Pause'));
  expect(page.find(ProgressBar).props.value).toBe(0);
});

test('a job that ended early says why, and cannot be resumed under another profile', async () => {
  await fillWith(1);
  const { jobs: ofPortal } = await oauth();
  await ofPortal?.start({ type: 'technology', to: 'technology@0', person: ADA });
  const [job] = await jobs.read(key);
  if (job !== undefined) await jobs.keep(job, { state: 'failed', sentence: 'Another profile.', dueAt: null });
  const page = await openVersions();
  await page.waitFor(() => void page.button('Start again'));

  expect(page.alerts()).toContain('Ended early');
  expect(page.words()).toContain('Another profile. ¦ What was written stays. Start again begins');
  expect(page.hasButton('Resume')).toBe(false);
});

test('an act that is refused says so, and what was read stays', async () => {
  await fillWith(1);
  const page = await openVersions();
  await page.waitFor(() => void page.button('Re-judge all scorecards'));
  page.fn.next(() => ({ error: { code: 'rate-limited', message: 'HubSpot is busy.' } }));
  page.overlayOf('Re-judge all scorecards').press('Re-judge');
  await page.sees(/HubSpot is busy/);

  expect(page.alerts()).toContain('Not started');
  expect(page.hasButton('Re-judge all scorecards')).toBe(true);
});

test('a reading that fails is said, tried again by a button, and later by itself while something runs', async () => {
  await fillWith(1);
  const { jobs: ofPortal } = await oauth();
  await ofPortal?.start({ type: 'technology', to: 'technology@1', person: ADA });
  const page = await openVersions();
  await page.waitFor(() => void page.button('Pause'));
  page.fn.next(() => ({ error: { code: 'unavailable', message: 'No answer.' } }));
  page.alarms.ring();
  await page.sees(/No answer/);

  expect(page.alerts()).toContain('Not up to date');
  expect(page.alarms.waiting()).toEqual([15_000]);
  page.click('Read again');
  await page.waitFor(() => {
    if (page.alerts().includes('Not up to date')) throw new Error('not yet');
  });
  expect(page.alarms.waiting()).toEqual([3_000]);
});

test('an answer that was asked for before an act, and comes after it, takes nothing back', async () => {
  await fillWith(1);
  const { jobs: ofPortal } = await oauth();
  await ofPortal?.start({ type: 'technology', to: 'technology@1', person: ADA });
  const page = await openVersions();
  await page.waitFor(() => void page.button('Pause'));
  let arrive: () => void = () => undefined;
  const old = (await ofPortal?.read()) ?? {};
  page.fn.next(() => new Promise((resolve) => (arrive = () => resolve({ answer: old }))));
  page.alarms.ring();
  page.click('Pause');
  await page.waitFor(() => void page.button('Resume'));
  arrive();
  await page.fn.settled();

  expect(page.hasButton('Resume')).toBe(true);
});

test('the page shows what runs, the night, changes that wait and what is kept changing', async () => {
  await fillWith(1);
  const { jobs: ofPortal } = await oauth();
  await ofPortal?.start({ type: 'technology', to: 'technology@1', person: ADA });
  const database = await databaseOfHomes();
  await changedRecordsIn(database).mark([{ ...key, objectType: 'companies', recordId: 5 }]);
  await contestedCompaniesIn(database, Date.now).note(key, new Map([['9', null]]));
  await jobs.planNight(key, 'night', new Date(NOW + 3_600_000));
  const planned = (await jobs.read(key)).find(({ kind }) => kind === 'nightly');
  const page = await open();
  await page.sees(/Re-judging: Technology partner/);
  page.openTab('background');
  await page.sees(/The first one begins on 27 November 2026, 15:00/);

  expect(page.words()).toContain('1 change waits to be followed, the first for less than a minute.');
  expect(page.words()).toContain('Another automation keeps changing the verdict of 1 company.');
  const sums = { companies: 130, companiesRepaired: 3, deals: 1, dealsRepaired: 0, tasks: 2, 'not-read': 4 };
  const dueAt = new Date(NOW + 86_400_000);
  if (planned !== undefined)
    await jobs.keep(planned, { state: 'done', sums, startedAt: new Date(NOW), dueAt });
  page.click('Read again');
  await page.sees(/The last one was on 27 November 2026, 14:00/);
  expect(page.words()).toContain('130 companies looked at, 3 repaired; 1 deal looked at, 0 repaired.');
  expect(page.words()).toContain('2 tasks made for what is due. ¦ 4 companies left as they are');
  expect(page.words()).toContain('The next one begins on 28 November 2026, 14:00.');
});

test('leaving the page ends the reading, and nothing else', async () => {
  await fillWith(1);
  const { jobs: ofPortal } = await oauth();
  await ofPortal?.start({ type: 'technology', to: 'technology@1', person: ADA });
  const fn = serveFunction(answerIn(portal, await oauth()));
  const alarms = manualAlarms();
  const background = followBackground({ by: ada.email, now: () => new Date(NOW), after: alarms.after });
  background.open();
  await fn.settled();
  expect(alarms.waiting()).toEqual([3_000]);
  background.close();

  expect(alarms.waiting()).toEqual([]);
  expect((await jobs.read(key))[0]).toMatchObject({ state: 'waiting' });
});

test('who may not publish sees no background, and the server is not asked', async () => {
  const other = { ...ADA, userId: '8', email: 'omar@example.com', isInstaller: false };
  const context = { ...(await oauth()), person: other };
  const page = await openSettings(answerIn(portal, context), { parts: openParts });
  page.openType('technology');
  page.openTab('versions');

  expect(page.words()).toContain('whoever may publish does so for all');
  expect(page.fn.calls.map(({ operation }) => operation)).not.toContain('read-jobs');
});
