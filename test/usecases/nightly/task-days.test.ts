import { newestTasksOf } from '../../../src/crm/tasks.ts';
import { dayIn } from '../../../src/icp/day-in.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { openPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { firstTime, jane } from '../scorecard/scoring.ts';
import { nightly } from './run-nightly.ts';

const ZONES = ['Pacific/Kiritimati', 'Pacific/Auckland', 'Etc/UTC', 'Pacific/Pago_Pago'];

test.each(ZONES)('in %s a task is due on the day that its subject names', async (timeZone) => {
  let now = new Date('2026-06-03T18:00:00Z');
  const portal = await openPortal({ now: () => now, types: ['technology'], account: { timeZone } });
  try {
    const companyId = await portal.createCompany();
    await saveScorecard(portal.context, { companyId, changes: firstTime(workflowTool), by: jane });
    const due = dayIn(timeZone, now).replace('2026', '2027');
    now = new Date('2027-06-05T18:00:00Z');

    await nightly(portal);

    const ids = (await newestTasksOf(portal.outside, [companyId])).get(companyId) ?? [];
    const body = { inputs: ids.map((id) => ({ id })), properties: ['hs_timestamp'] };
    const path = '/crm/objects/2026-09/tasks/batch/read';
    const { results } = (await portal.outside.send({ method: 'POST', path, body })) as {
      results: { properties: { hs_timestamp: string } }[];
    };
    const days = results.map(({ properties }) => dayIn(timeZone, new Date(properties.hs_timestamp)));
    expect(days).toEqual([due, due]);
  } finally {
    await portal.close();
  }
});
