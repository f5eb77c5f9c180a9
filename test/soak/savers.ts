import { openPortal } from '../portal.ts';
import { exploreAll } from '../usecases/scorecard/explorer.ts';

/** Many more schedules of savers than the suite plays, against one sandbox portal. */
export async function soakSavers(schedules = 2_000, first = 1_001): Promise<void> {
  const portal = await openPortal();
  const counts = await exploreAll(portal, first, first + schedules - 1);
  await portal.close();
  console.log(
    `${schedules} schedules: ${counts.told} values replaced unseen, each told to whoever replaced it; ` +
      `${counts.changedSince} values changed before they were read back, each answered as a conflict; ` +
      `${counts.late} writes arrived after their sender gave up.`,
  );
}
