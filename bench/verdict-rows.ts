import type { Profile } from '../src/icp/profile.ts';
import { technology } from '../src/icp/profiles/technology.ts';
import type { Scorecard } from '../src/icp/scorecard.ts';
import { suspicions } from '../src/icp/suspicions.ts';
import { verdict } from '../src/icp/verdict.ts';
import { engineFacts } from './engine-facts.ts';
import { randomScorecards } from './random-scorecards.ts';
import { percentile, race } from './rounds.ts';
import { type Row, atMostRow, fasterRow } from './row.ts';
import { BOTH_ENDS, COMPLETE, openEngine } from './rules-engine.ts';
import { requireSameAnswers } from './same-answers.ts';

const AS_OF = '2026-11-22';
const SCORECARDS = 400;
const ROUNDS = 11;
/** How often our side repeats the scorecards in a round, so that it lasts long enough to be timed. */
const PASSES = 20;

/** A whole verdict with suspicions, compared with a rules engine that finds totals, lanes and suspicions. */
export async function verdictRows(): Promise<Row[]> {
  const half = technology.dimensions.length / 2;
  return [
    fasterRow('complete verdict', 'json-rules-engine', await raceEngine(0, COMPLETE), 50),
    fasterRow('verdict, half unknown', 'json-rules-engine', await raceEngine(half, BOTH_ENDS), 5),
    ...slowestRows(),
  ];
}

async function raceEngine(unknowns: number, totals: Parameters<typeof openEngine>[1]) {
  const scorecards = randomScorecards(technology, SCORECARDS, unknowns);
  const engine = openEngine(technology, totals);
  await requireSameAnswers(engine, scorecards, technology, AS_OF);
  const laidOut = scorecards.map((scorecard) => engineFacts(scorecard, technology, AS_OF));
  return race(
    ROUNDS,
    () => {
      let judged = 0;
      for (let pass = 0; pass < PASSES; pass++)
        for (const scorecard of scorecards) if (judge(scorecard, technology)) judged += 1;
      return judged;
    },
    async () => {
      for (const facts of laidOut) await engine(facts);
      return SCORECARDS;
    },
  );
}

/** Uses the result, so that the engine of JavaScript cannot skip the work. */
function judge(scorecard: Scorecard, profile: Profile): boolean {
  const suspected = suspicions(scorecard, profile, scorecard.facts, {}, AS_OF);
  return verdict(scorecard, profile, AS_OF).headline.length + suspected.length > 0;
}

/** The slowest verdict: eight dimensions, all unknown. */
function slowestRows(): Row[] {
  const profile = eightDimensions();
  const scorecards = randomScorecards(profile, SCORECARDS, profile.dimensions.length);
  for (const scorecard of scorecards) verdict(scorecard, profile, AS_OF);
  const times = Array.from({ length: ROUNDS }, () =>
    scorecards.map((scorecard) => timesOf(() => verdict(scorecard, profile, AS_OF))),
  ).flat();
  // On a busy machine about every hundredth verdict is interrupted, which must not count.
  const row = (share: number) => ({
    what: `verdict, eight unknown, p${share * 100} of CPU time`,
    figure: percentile(
      times.map(({ cpuMs }) => cpuMs),
      share,
    ),
    unit: 'ms',
    comparison: {
      what: 'by the clock',
      figure: percentile(
        times.map(({ clockMs }) => clockMs),
        share,
      ),
    },
  });
  const p99 = row(0.99);
  return [row(0.5), { ...p99, ...atMostRow(p99.what, p99.figure, p99.unit, 2) }];
}

function timesOf(work: () => unknown): { cpuMs: number; clockMs: number } {
  const cpuBefore = process.cpuUsage();
  const clockBefore = performance.now();
  work();
  const clockMs = performance.now() - clockBefore;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpuMs: (user + system) / 1_000, clockMs };
}

function eightDimensions(): Profile {
  const { dimensions } = technology;
  const more = dimensions.slice(0, 2).map((dimension) => ({ ...dimension, key: `${dimension.key}_again` }));
  // No two sums of weights are equal, so that few totals coincide.
  const weights = [23, 19, 16, 13, 11, 8, 6, 4];
  return {
    ...technology,
    dimensions: [...dimensions, ...more].map((dimension, index) => ({
      ...dimension,
      weight: weights[index] ?? 0,
    })),
  };
}
