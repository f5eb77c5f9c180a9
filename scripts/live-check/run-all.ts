import { findLeftovers } from './leftovers.ts';
import { type Ledger, leftText, openLedger, removeAll } from './ledger.ts';
import type { LiveCheck } from './live-check.ts';
import { openLive } from './live.ts';
import type { Paced } from './pace.ts';
import type { Finding } from './probe.ts';
import { PROBES } from './probes.ts';
import type { Run } from './report.ts';
import { runProbe } from './run-probe.ts';

const INDEX_LAG_MS = 15_000;

type Outcomes = Pick<Run, 'findings' | 'stopped' | 'leftBehind'>;

/** One probe after the other, each followed by its clean-up; at the end a search for whatever is left. */
export async function runAll(check: LiveCheck, paced: Paced): Promise<Outcomes> {
  const findings: Finding[] = [];
  let stopped: string | undefined;
  const ledger = openLedger();
  const live = openLive(paced, check.clock, ledger, check.run);
  let leftBehind: readonly string[] = [];
  try {
    for (const probe of check.probes ?? PROBES) {
      check.say(probe.name);
      const ran = await runProbe(live, probe);
      findings.push(...ran.findings);
      stopped = ran.stopped?.message;
      if (stopped !== undefined) break;
      await ledger.cleanUp(paced.send);
    }
  } finally {
    leftBehind = await cleanUp(check, paced, ledger);
  }
  return { findings, stopped, leftBehind };
}

/** Once more everything that is known, then whatever is found by its name. */
async function cleanUp(check: LiveCheck, paced: Paced, ledger: Ledger): Promise<readonly string[]> {
  paced.cleanUp();
  const known = await ledger.cleanUp(paced.send);
  // What was made without our knowing is found by a search, and the search index lags.
  if (paced.lostAnswers() > 0) await check.clock.sleep(INDEX_LAG_MS);
  const found = await removeAll(paced.send, await findLeftovers(paced.send, check.run));
  return [...new Set([...known, ...found].map(leftText))];
}
