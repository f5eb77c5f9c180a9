import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { jane, saveField, scoredCompany } from '../scorecard/scoring.ts';
import { DEFAULT_TRANSPORT, openCrm } from '../../../src/crm/client/client.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import { findingOf, nightly, writesAmong } from './run-nightly.ts';

let now: Date;
let portal: Portal;
let workflow: Crm;
beforeEach(async () => {
  now = new Date('2027-01-01T01:00:00Z');
  portal = await openPortal({
    now: () => now,
    types: ['technology'],
    tokens: [
      { token: 'test-app-token', sourceType: 'INTEGRATION', sourceId: '4711' },
      { token: 'test-user-token', sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 },
      { token: 'test-workflow-token', sourceType: 'AUTOMATION_PLATFORM', sourceId: 'enrollmentId:1' },
    ],
  });
  const access = { baseUrl: portal.sandbox.baseUrl, accessToken: 'test-workflow-token' };
  workflow = openCrm(access, { ...DEFAULT_TRANSPORT, ...portal.clock });
});
afterEach(() => portal.close());

/** A workflow that knows better. */
function setPass(companyId: string): Promise<unknown> {
  const path = `/crm/objects/2026-09/companies/${companyId}`;
  return workflow.send({ method: 'PATCH', path, body: { properties: { ipp_lane: 'pass' } } });
}

function laterBy(minutes: number): void {
  now = new Date(now.getTime() + minutes * 60_000);
}

test('a workflow that answers each repair is written against three times an hour, and named with what it sets', async () => {
  const victim = await scoredCompany(portal);
  const calm = await scoredCompany(portal);
  laterBy(1);
  await setPass(victim);
  const answering = { afterWrite: () => (laterBy(1), setPass(victim)) };

  const report = await nightly(portal, answering);
  const again = await portal.callsDuring(() => nightly(portal, answering));

  expect(report).toMatchObject({ companies: 2, companiesRepaired: 0, left: null });
  expect(findingOf(report, 'keeps-changing')).toMatchObject({
    ...{ count: 1, examples: [`Brightdesk (${victim}): ipp_lane was last set by AUTOMATION_PLATFORM`] },
    message: expect.stringMatching(/another automation keeps changing this/) as unknown,
  });
  expect(await deepOnes(victim)).toBe(4); // the save, and three repairs
  expect(writesAmong(again)).toEqual([]);
  expect(await portal.valuesOf(calm, 'ipp_lane')).toEqual(['deep']);
});

test('runs of one hour count together, and after an hour it is tried again', async () => {
  const victim = await scoredCompany(portal);
  const repaired: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    laterBy(10);
    await setPass(victim);
    repaired.push((await nightly(portal)).companiesRepaired);
  }

  laterBy(60);
  const later = await nightly(portal);

  expect(repaired).toEqual([1, 1, 1, 0, 0]);
  expect(later.companiesRepaired).toBe(1);
});

test('saves of people within the hour are no repairs', async () => {
  const companyId = await scoredCompany(portal);
  for (const [seen, value] of [
    [5, 1],
    [1, 5],
    [5, 1],
    [1, 5],
  ] as const) {
    laterBy(2);
    await saveField(portal.context, companyId, 'customer_overlap', [seen, value]);
  }
  laterBy(1);
  await setPass(companyId);

  const report = await nightly(portal);

  expect(report).toMatchObject({ companiesRepaired: 1, findings: [] });
  expect(await portal.stored(companyId)).toMatchObject({ ipp_lane: 'deep', ipp_scored_by: jane });
  const { drift } = await saveScorecard(portal.context, { companyId, changes: {}, by: jane });
  expect(drift).toEqual([]);
});

async function deepOnes(companyId: string): Promise<number> {
  return (await portal.valuesOf(companyId, 'ipp_lane')).filter((value) => value === 'deep').length;
}
