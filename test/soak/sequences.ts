import fc from 'fast-check';

import { anySequence } from '../server/work/sequences/acts.ts';
import { faultsAtRest } from '../server/work/sequences/at-rest.ts';
import { play } from '../server/work/sequences/play.ts';
import { openStage } from '../server/work/sequences/stage.ts';
import { startPostgres } from './temporary-postgres.ts';

/** Sequences that are played side by side in one portal. */
const AT_ONCE = 10;
const TOLD_EVERY = 500;

/**
 * Many more sequences of acts and events than the suite plays.
 *
 * @returns whether every verdict was true at rest
 */
export async function soakSequences(count = 10_000, seed = Date.now() % 1_000_000): Promise<boolean> {
  const postgres = process.env['DATABASE_URL'] === undefined ? await startPostgres() : null;
  if (postgres !== null)
    process.env['DATABASE_URL'] = `${postgres.url}?options=-c%20synchronous_commit%3Doff`;
  const stage = await openStage();
  const from = performance.now();
  const sums = { acts: 0, played: 0 };
  const some = fc.array(anySequence, { minLength: AT_ONCE, maxLength: AT_ONCE });
  const property = fc.asyncProperty(some, async (sequences) => {
    const faults = await faultsAtRest(stage, await play(stage, sequences));
    for (const { length } of sequences) sums.acts += length;
    sums.played += sequences.length;
    if (sums.played % TOLD_EVERY === 0) console.log(`${sums.played} sequences`);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
  const run = await fc.check(property, { numRuns: Math.ceil(count / AT_ONCE), seed, endOnFailure: true });
  await stage.close();
  await postgres?.close();
  const seconds = ((performance.now() - from) / 1_000).toFixed(0);
  console.log(`Seed ${seed}: ${sums.played} sequences of ${sums.acts} acts in ${seconds} s.`);
  if (!run.failed) return true;
  console.log(`At path ${run.counterexamplePath}: ${String(run.errorInstance)}`);
  return false;
}
