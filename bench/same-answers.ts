import type { LaneOrUndecided } from '../src/icp/lanes.ts';
import type { Profile } from '../src/icp/profile.ts';
import type { Scorecard } from '../src/icp/scorecard.ts';
import { suspicions } from '../src/icp/suspicions.ts';
import { verdict } from '../src/icp/verdict.ts';
import { engineFacts } from './engine-facts.ts';
import type { Finding } from './rules-engine.ts';

/**
 * Checks that both sides of a comparison give the same answers. Otherwise their speeds could not be compared.
 *
 * @throws Error with the first scorecard on which they differ
 */
export async function requireSameAnswers(
  run: (facts: ReturnType<typeof engineFacts>) => Promise<Finding>,
  scorecards: readonly Scorecard[],
  profile: Profile,
  asOf: string,
): Promise<void> {
  for (const scorecard of scorecards) {
    const ours = ourAnswer(scorecard, profile, asOf);
    const theirs = theirAnswer(await run(engineFacts(scorecard, profile, asOf)));
    if (JSON.stringify(ours) !== JSON.stringify(theirs))
      throw new Error(`The sides differ: ${JSON.stringify({ scorecard, ours, theirs })}`);
  }
}

function ourAnswer(scorecard: Scorecard, profile: Profile, asOf: string) {
  const { low, high, total, ratedTotal, scoreLane, computedLane } = verdict(scorecard, profile, asOf);
  const suspected = suspicions(scorecard, profile, scorecard.facts, {}, asOf)
    // the engine has no history of a check
    .filter(({ kind }) => kind === 'suspected')
    .map(({ check }) => check);
  return {
    low,
    high,
    complete: total !== null,
    ratedTotal,
    scoreLane,
    lane: computedLane,
    suspected: suspected.sort(),
  };
}

function theirAnswer({ points, lanes, suspicions: suspected }: Finding) {
  const { counted, rated, countedLow, countedHigh } = points;
  const agreed = (low = lanes['?'], high = lanes['?']): LaneOrUndecided | undefined =>
    low === high ? low : 'undecided';
  return {
    low: counted ?? countedLow,
    high: counted ?? countedHigh,
    complete: counted !== undefined,
    ratedTotal: rated ?? null,
    scoreLane: lanes['rated'] ?? agreed(lanes['ratedLow'], lanes['ratedHigh']),
    lane: lanes['counted'] ?? agreed(lanes['countedLow'], lanes['countedHigh']),
    suspected: suspected.sort(),
  };
}
