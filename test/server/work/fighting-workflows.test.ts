import { type RunningAutomation, startAutomation } from '../../../sandbox/automation/start-automation.ts';
import type { Rule } from '../../../sandbox/workbench/pages/automation/automation.ts';
import { portalsWithWork } from '../../../src/server/work/follow-changes.ts';
import { nameOf, workOfPortals } from '../../../src/store/portal-work.ts';
import { APP_TOKEN, editOutside } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { scoredCompany } from '../../usecases/scorecard/scoring.ts';
import { type FollowedPortal, KEY, openFollowed } from './followed-portal.ts';

const HOUR = 3_600_000;
const ADA = { portalId: KEY.portalId, userId: 7, userEmail: 'ada@example.com' };
const LANE = { objectType: 'companies', property: 'ipp_lane' } as const;
const ALWAYS = { isOn: true, reEnrol: true } as const;

const MAKES_DEEP: Rule = {
  ...{ ...ALWAYS, id: 'a', name: 'Everyone is deep', when: { ...LANE, changes: true } },
  then: { setProperty: { property: 'ipp_lane', value: 'deep' } },
};
const MAKES_PASS: Rule = {
  ...{ ...ALWAYS, id: 'b', name: 'Nobody is deep', when: { ...LANE, becomes: 'deep' } },
  then: { setProperty: { property: 'ipp_lane', value: 'pass' } },
};
/** Runs Judge partner whenever the lane changes. */
async function judges(): Promise<Rule> {
  const found = (await automation.customActions()).find(({ label }) => label === 'Judge partner');
  if (found === undefined) throw new Error('there is no such action');
  const { appId, definitionId, label } = found;
  return {
    ...{ ...ALWAYS, id: 'j', name: 'Judge', when: { ...LANE, changes: true } },
    then: { callAction: { appId, definitionId, label, inputs: {} } },
  };
}

let followed: FollowedPortal;
let automation: RunningAutomation;
let passed = 0;

async function openWith(rules: readonly Rule[]): Promise<string> {
  passed = 0;
  let clock = () => 0;
  const now = () => Date.now() + passed + clock();
  const tokens = [
    { token: APP_TOKEN, sourceType: 'INTEGRATION', sourceId: String(KEY.appId) },
    { token: 'test-user-token', sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 },
    { token: 'rules', sourceType: 'AUTOMATION_PLATFORM', sourceId: 'rules' },
  ];
  followed = await openFollowed(['ipp_lane'], { now: () => new Date(now()), tokens }, { now });
  const { sandbox, clock: skipped } = followed.portal;
  clock = skipped.now;
  const { events, baseUrl: crmBaseUrl, actions } = sandbox;
  const companyId = await scoredCompany(followed.portal, {
    ...workflowTool,
    strategic_fit: 1,
    customer_overlap: 2,
  });
  automation = startAutomation({
    ...{ events, crmBaseUrl, token: 'rules', now: () => new Date(now()), rules },
    customActions: { actions, appIds: [KEY.appId] },
  });
  return companyId;
}
afterEach(async () => {
  await automation.close();
  await followed.close();
});

/** Workflows and turns go on until none of them does anything. @returns after how many rounds */
async function untilQuiet(): Promise<number> {
  const { journal } = followed.portal.sandbox;
  for (let rounds = 1; rounds < 40; rounds++) {
    const before = journal.entries().length;
    await automation.settled();
    await followed.told();
    if ((await followed.following.changes.waiting(KEY)).count > 0) await followed.settle();
    await automation.settled();
    if (journal.entries().length === before) return rounds;
  }
  throw new Error('it does not end');
}

const later = async (ms: number) => {
  passed += ms;
  await portalsWithWork(followed.following);
  await untilQuiet();
};
const noticeOf = async (companyId: string) =>
  (await followed.server.ask('load-scorecard', { companyId }, ADA)).body as { notice?: { message: string } };
const contested = async () =>
  (await workOfPortals(followed.server.store.database)).get(nameOf(KEY))?.contested ?? 0;
/** How often the app wrote on the company. */
const written = () =>
  followed.portal.sandbox.journal
    .entries()
    .filter(({ method, path }) => method === 'POST' && path.includes('/companies/batch/update')).length;

test('a workflow that keeps setting the lane is undone three times an hour, then named, until it is turned off', async () => {
  const companyId = await openWith([MAKES_DEEP]);
  const { portal } = followed;
  await editOutside(portal, companyId, { ipp_lane: 'pass' });
  await untilQuiet();
  const lanes = (await portal.valuesOf(companyId, 'ipp_lane')).toReversed();
  const first = written();
  const told = await noticeOf(companyId);
  const counted = await contested();

  await editOutside(portal, companyId, { ipp_lane: 'undecided' });
  await later(HOUR / 2);
  const within = written();

  automation.saveRule({ ...MAKES_DEEP, isOn: false });
  await later(HOUR);

  expect(lanes).toEqual(['fast', 'pass', 'deep', 'fast', 'deep', 'fast', 'deep', 'fast', 'deep']);
  expect(first).toBe(3);
  expect(told.notice?.message).toContain('Another automation keeps changing');
  expect(counted).toBe(1);
  expect(within).toBe(first);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_lane: 'fast' });
  expect(written()).toBe(4);
  expect(await noticeOf(companyId)).not.toHaveProperty('notice');
  expect(await contested()).toBe(0);
});

test('a workflow that stays on is undone three times after an hour, and then after twice as long', async () => {
  const companyId = await openWith([MAKES_DEEP]);
  await editOutside(followed.portal, companyId, { ipp_lane: 'pass' });
  await untilQuiet();
  const sums: number[] = [];
  for (let quarter = 0; quarter < 32; quarter++) {
    await later(HOUR / 4);
    sums.push(written());
  }

  // at 1, 2 and 4 hours, then after another 4
  expect([sums[2], sums[4], sums[8], sums[31]]).toEqual([3, 6, 9, 12]);
  expect((await noticeOf(companyId)).notice).toBeDefined();
});

test('two workflows that set the lane against each other and the app end, and nothing is written without end', async () => {
  const companyId = await openWith([MAKES_DEEP, MAKES_PASS]);
  await editOutside(followed.portal, companyId, { ipp_lane: 'undecided' });
  const rounds = await untilQuiet();
  const lanes = await followed.portal.valuesOf(companyId, 'ipp_lane');

  expect(rounds).toBeLessThan(12);
  expect(written()).toBeLessThanOrEqual(3);
  expect(lanes.length).toBeLessThanOrEqual(20);
});

test('a workflow that runs Judge partner whenever the lane changes makes no loop, also beside one that changes it', async () => {
  const companyId = await openWith([]);
  const { portal } = followed;
  automation.saveRule(await judges());
  await editOutside(portal, companyId, { ipp_lane: 'pass' });
  const alone = await untilQuiet();
  const quiet = { writes: written(), lane: (await portal.stored(companyId))['ipp_lane'] };
  automation.saveRule({ ...MAKES_DEEP });
  await editOutside(portal, companyId, { ipp_lane: 'pass' });
  const both = await untilQuiet();

  expect(alone).toBeLessThan(6);
  expect(quiet).toEqual({ writes: 1, lane: 'fast' });
  expect(both).toBeLessThan(12);
  // a turn and an action that write at the same time count the repairs of the hour without each other's
  expect(written()).toBeLessThanOrEqual(6);
  const calls = automation.log().filter(({ rule }) => rule.id === 'j');
  expect(calls.length).toBeGreaterThan(3);
  expect(calls.filter(({ call }) => call?.attempts.some(({ text }) => text !== 'Status 200'))).toEqual([]);
  expect(calls.filter(({ outcome }) => outcome === 'waiting')).toEqual([]);
  expect((await noticeOf(companyId)).notice).toBeDefined();
});
