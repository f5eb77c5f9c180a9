import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { archiveCompany, editOutside } from '../../portal.ts';
import { scoredCompany } from '../../usecases/scorecard/scoring.ts';
import { type ActionsInTest, PORTAL, openActions } from './actions-in-test.ts';

let actions: ActionsInTest;

beforeAll(async () => {
  actions = await openActions();
});
afterAll(() => actions.close());

test('a workflow gets lane, total, clearance, next step and causes of a partner, and nothing is written', async () => {
  const companyId = await scoredCompany(actions.portal);
  const before = await actions.portal.stored(companyId);

  expect(await actions.run('judge-partner', companyId)).toMatchObject({
    state: 'succeeded',
    outputFields: {
      ...{ lane: 'deep', total: 430, clearance: 'pending' },
      next_step: expect.stringMatching(/^Check /) as unknown,
      causes: '430 points of 500 reach the floor of 380 for Deep.',
      message: expect.stringMatching(/^Deep.*430/) as unknown,
    },
  });
  expect(await actions.portal.stored(companyId)).toEqual(before);
});

test('a verdict that does not follow is repaired, and nobody is named as who worked on it', async () => {
  const { portal } = actions;
  const companyId = await scoredCompany(portal);
  const { ipp_scored_by: by, ipp_scored_at: at } = await portal.stored(companyId);
  await editOutside(portal, companyId, { ipp_customer_overlap: '1', ipp_distribution_reach: '1' });

  const { outputFields } = await actions.run('judge-partner', companyId);

  expect(outputFields).toMatchObject({ lane: 'fast', total: 270 });
  expect(outputFields['message']).toMatch(/another verdict, and was repaired\.$/);
  expect(await portal.stored(companyId)).toMatchObject({
    ...{ ipp_lane: 'fast', ipp_total: '270', ipp_previous_lane: 'deep' },
    ...{ ipp_scored_by: by, ipp_scored_at: at, ipp_lane_change_cause: 'edited-in-hubspot' },
  });
});

test('where another automation keeps changing the verdict, the fourth repair within an hour is refused in words', async () => {
  const { portal } = actions;
  const companyId = await scoredCompany(portal);
  const states: string[] = [];
  for (let round = 0; round < 4; round++) {
    await editOutside(portal, companyId, { ipp_lane: 'pass' });
    const { state, outputFields } = await actions.run('judge-partner', companyId);
    states.push(state);
    if (round === 3)
      expect(outputFields).toMatchObject({
        lane: 'deep',
        message: expect.stringMatching(
          /repaired 3 times within an hour.*ipp_lane was last set by/,
        ) as unknown,
      });
  }

  expect(states).toEqual(['succeeded', 'succeeded', 'succeeded', 'failed']);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_lane: 'pass' });
});

test('while answers are missing there is no total, and the next step is the question to ask', async () => {
  const companyId = await scoredCompany(actions.portal, { customer_overlap: 5 });

  const { state, outputFields } = await actions.run('judge-partner', companyId);

  expect(state).toBe('succeeded');
  expect(outputFields).toMatchObject({ lane: 'undecided' });
  expect(outputFields['next_step']).toMatch(/^Ask about /);
  expect(outputFields).not.toHaveProperty('total');
});

test('a company without a rating has no lane, and that is said', async () => {
  const companyId = await actions.portal.createCompany();

  expect(await actions.run('judge-partner', companyId)).toMatchObject({
    state: 'succeeded',
    outputFields: {
      message: 'Nothing is rated yet, so there is no lane. Rate a question on the Partner ICP card.',
    },
  });
});

test('a scorecard that cannot be judged is a fault in words', async () => {
  const { portal } = actions;
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_profile_version: 'technology@7' });

  expect(await actions.run('judge-partner', companyId)).toMatchObject({
    state: 'failed',
    outputFields: { message: expect.stringMatching(/Technology partner, v7/) as unknown },
  });
});

test('a company that was deleted between enrolment and call is a fault in words', async () => {
  const { portal } = actions;
  const companyId = await portal.createCompany();
  portal.sandbox.faults.add(
    {
      kind: 'status',
      status: 404,
      body: { status: 'error', message: 'gone', category: 'OBJECT_NOT_FOUND' },
    },
    { path: `/crm/objects/2026-09/companies/${companyId}`, times: 1 },
  );

  const { state, outputFields } = await actions.run('judge-partner', companyId);
  await archiveCompany(portal, companyId);

  expect(state).toBe('failed');
  expect(outputFields['message']).toMatch(companyId);
});

test('where the settings ask, an edited verdict is left, and the outcome says so', async () => {
  const { portal, server } = actions;
  const ada = { portalId: PORTAL, userId: 7, userEmail: 'ada@example.com' };
  const settings = { ...DEFAULT_SETTINGS, editedVerdicts: 'ask' } as const;
  const chosen = { settings, reason: 'Ours', by: ada.userEmail, policy: 0 };
  expect((await server.ask('publish-settings', chosen, ada)).body).toHaveProperty('answer');
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, { ipp_lane: 'pass' });

  const { outputFields } = await actions.run('judge-partner', companyId);

  expect(outputFields).toMatchObject({
    lane: 'deep',
    message: expect.stringMatching(/somebody overwrote it, and the settings ask/) as unknown,
  });
  expect((await portal.stored(companyId))['ipp_lane']).toBe('pass');
});
