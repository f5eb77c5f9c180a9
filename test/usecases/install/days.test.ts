import fc from 'fast-check';

import { readRecordOfInstallation } from '../../../src/crm/installation-record.ts';
import type { Crm } from '../../../src/crm/client/request.ts';
import { dayIn } from '../../../src/icp/day-in.ts';
import { install } from '../../../src/usecases/install/install.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { editOutside, withPortal } from '../../portal.ts';
import { runIcp } from '../../cli/run-icp.ts';
import { codesOf, examine, findingOf } from '../doctor/examine.ts';
import { firstTime, jane } from '../scorecard/scoring.ts';
import { workflowTool } from '../../worked-example.ts';
import { listsOf } from './installed-state.ts';

const APP = { HUBSPOT_ACCESS_TOKEN: 'test-app-token' };
/** The evening of 31 December in Los Angeles, the noon of 1 January in Auckland. */
const TURN_OF_THE_YEAR = new Date('2027-01-01T01:00:00Z');
const UNTIL_NEW_YEAR = { ipp_override_lane: 'pass', ipp_override_until: '2026-12-31' };

test.each([
  ['America/Los_Angeles', '2026-12-31', 'pass', '2027-12-31'],
  ['Pacific/Auckland', '2027-01-01', 'deep', '2028-01-01'],
  ['Etc/UTC', '2027-01-01', 'deep', '2028-01-01'],
])(
  'at 01:00 UTC on 1 January it is %s there: override, review, changes, terminal and doctor say the same',
  async (timeZone, asOf, lane, reviewDue) =>
    withPortal({ account: { timeZone }, now: () => TURN_OF_THE_YEAR }, async (portal) => {
      const companyId = await portal.createCompany();
      await editOutside(portal, companyId, UNTIL_NEW_YEAR);
      const { context } = portal;

      const saved = await saveScorecard(context, { companyId, changes: firstTime(workflowTool), by: jane });
      const loaded = await loadScorecard(context, { companyId });
      const diagnosis = await examine(portal);
      const env = { ...APP, HUBSPOT_BASE_URL: portal.sandbox.baseUrl };
      const { stdout } = await runIcp(['load', companyId, '--json'], env, { now: context.now });

      expect([saved.verdict?.lane, saved.asOf, saved.trail.reviewDue]).toEqual([lane, asOf, reviewDue]);
      expect(loaded).toMatchObject({ asOf, drift: [], verdict: { lane } });
      expect(loaded.trail).toMatchObject({ scoredOn: asOf, laneChangedOn: asOf });
      expect(loaded.changes['customer_overlap']?.on).toBe(asOf);
      expect(JSON.parse(stdout)).toMatchObject({ asOf, verdict: { lane } });
      expect(codesOf(diagnosis)).toEqual([]);
    }),
);

test('a zone that the portal changed is noticed by the doctor, which repairs record and days', async () => {
  const account = { timeZone: 'America/Los_Angeles' };
  await withPortal({ account, now: () => TURN_OF_THE_YEAR }, async (portal) => {
    await install(portal.context, { extent: 'portal' });
    const moved = inZone('Pacific/Auckland');

    const noticed = await examine(portal, { through: moved });
    const repaired = await examine(portal, { through: moved, repair: true });

    expect(findingOf(noticed, 'zone-changed')).toMatchObject({ weight: 'fault', repaired: 0 });
    expect(findingOf(repaired, 'zone-changed')).toMatchObject({ repaired: 1 });
    expect(repaired.healthy).toBe(true);
    expect(await readRecordOfInstallation(portal.outside)).toMatchObject({ zone: 'Pacific/Auckland' });
    expect(findingOf(repaired, 'list-behind')).toMatchObject({
      ...{ weight: 'note', repaired: 3 },
      examples: ['Partner ICP: Review due', 'Partner ICP: Re-check due', 'Partner ICP: Ask again due'],
    });
    expect((await examine(portal, { through: moved })).findings).toEqual([]);
    expect((await loadScorecard(portal.context, { companyId: await portal.createCompany() })).asOf).toBe(
      '2027-01-01',
    );
  });
});

/** An account whose settings say another zone than the sandbox was started with. */
function inZone(timeZone: string | null): (crm: Crm) => Crm {
  return (crm) => ({
    send: async (request) => {
      const answer = await crm.send(request);
      return request.path.endsWith('/details') ? { ...(answer as object), timeZone } : answer;
    },
  });
}

test('where HubSpot says no zone, days are counted in UTC and the doctor says so', () =>
  withPortal({ installed: false, now: () => TURN_OF_THE_YEAR }, async (portal) => {
    const crm = inZone(null)(portal.context.crm);
    await install({ ...portal.context, crm });

    const diagnosis = await examine(portal, { through: inZone(null) });
    const { asOf } = await loadScorecard(portal.context, { companyId: await portal.createCompany() });

    expect(findingOf(diagnosis, 'zone-unknown')).toMatchObject({ weight: 'note' });
    expect(asOf).toBe('2027-01-01');
  }));

test('the list of reviews counts days in the zone of the portal', () =>
  withPortal({ installed: false, account: { timeZone: 'Pacific/Auckland' } }, async (portal) => {
    await install(portal.context, { extent: 'portal' });

    const list = (await listsOf(portal)).find(({ name }) => name === 'Partner ICP: Review due');

    expect(JSON.stringify(list?.filterBranch)).toContain('"zoneId":"Pacific/Auckland"');
  }));

test('a day has one form in every zone that this machine knows, and an unknown zone is UTC', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
      (zone, at) => {
        const days = [-14, 0, 14].map((hours) =>
          new Date(at.getTime() + hours * 3_600_000).toISOString().slice(0, 10),
        );
        const day = dayIn(zone, at);

        expect(day >= (days[0] ?? '') && day <= (days[2] ?? '')).toBe(true);
        expect(dayIn('Mars/Olympus', at)).toBe(days[1]);
      },
    ),
    { numRuns: 50 },
  );
});
