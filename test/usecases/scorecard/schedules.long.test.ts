import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { explore } from './explorer.ts';
import { START } from './play-schedule.ts';
import { firstTime } from './scoring.ts';

/** Among these are races of two lanes, seed 266, and of an import with a clearing. */
const [FIRST, LAST] = [101, 350];

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('whatever the order of savers, clearings, imports and late writes, nothing is lost unsaid and nothing is said that is untrue', async () => {
  const companyId = await portal.createCompany();
  await saveScorecard(portal.context, { companyId, changes: firstTime(START), by: 'ann' });
  const scored = await portal.stored(companyId);
  const counts = { late: 0, told: 0, changedSince: 0 };

  for (let seed = FIRST; seed <= LAST; seed++) {
    const { late, told, changedSince } = await explore(portal, scored, seed);
    counts.late += late;
    counts.told += told;
    counts.changedSince += changedSince;
  }

  expect(counts.told).toBeGreaterThan(50);
  expect(counts.late).toBeGreaterThan(50);
  expect(counts.changedSince).toBeGreaterThan(50);
});
