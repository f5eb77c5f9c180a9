import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildOnce } from '../../sandbox/build/build-once.ts';
import { DEFAULT_SEED } from '../../sandbox/demo/plan-demo-portal.ts';
import { openDemo } from '../sandbox/demo/open-demo.ts';
import { type StartedWorkbench, startWorkbench } from '../started-workbench.ts';

/** Starts the workbench on a copy of today's demo portal, which is seeded once for each day and state of the sources. */
export async function startOnKeptDemo(): Promise<StartedWorkbench> {
  const now = new Date();
  const kept = await buildOnce(`demo-${now.toISOString().slice(0, 10)}`, async (draft) => {
    const { saved } = await openDemo(DEFAULT_SEED, now);
    await writeFile(join(draft, 'portal.json'), JSON.stringify(saved));
  });
  const folder = await mkdtemp(join(tmpdir(), 'demo-portal-'));
  const file = join(folder, 'portal.json');
  await copyFile(join(kept, 'portal.json'), file);
  const workbench = await startWorkbench('--data', file);
  return {
    ...workbench,
    stop: async () => {
      await workbench.stop();
      await rm(folder, { recursive: true });
    },
  };
}
