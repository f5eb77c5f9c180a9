// npm run soak [schedules] [first seed]: many more schedules of savers than the suite plays, against one sandbox portal.
import { saveScorecard } from '../src/usecases/scorecard/save.ts';
import { openPortal } from './portal.ts';
import { explore } from './usecases/scorecard/explorer.ts';
import { START } from './usecases/scorecard/play-schedule.ts';
import { firstTime } from './usecases/scorecard/scoring.ts';

const [schedules = 2_000, first = 1_001] = process.argv.slice(2).map(Number);

const portal = await openPortal();
const companyId = await portal.createCompany();
await saveScorecard(portal.context, { companyId, changes: firstTime(START), by: 'ann' });
const scored = await portal.stored(companyId);
const counts = { late: 0, told: 0, changedSince: 0 };
for (let seed = first; seed < first + schedules; seed++) {
  const { late, told, changedSince } = await explore(portal, scored, seed);
  counts.late += late;
  counts.told += told;
  counts.changedSince += changedSince;
}
await portal.close();
console.log(
  `${schedules} schedules: ${counts.told} values replaced unseen, each told to whoever replaced it; ` +
    `${counts.changedSince} values changed before they were read back, each answered as a conflict; ` +
    `${counts.late} writes arrived after their sender gave up.`,
);
