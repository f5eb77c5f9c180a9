import { Engine, type RuleProperties } from 'json-rules-engine';

import type { Facts } from '../src/icp/facts.ts';
import type { Lane, LaneOrUndecided, Range } from '../src/icp/lanes.ts';
import type { Profile } from '../src/icp/profile.ts';
import type { Scorecard } from '../src/icp/scorecard.ts';
import { laneRules } from './lane-rules.ts';
import { suspicionRules } from './suspicion-rules.ts';

/** What the rules engine finds: totals, lanes and suspicions, and nothing that explains them. */
export interface Finding {
  rated: Range;
  counted: Range;
  scoreLane: LaneOrUndecided;
  lane: LaneOrUndecided;
  suspicions: string[];
}

/** Judges a scorecard on a day. An engine of rules is made once and run for each scorecard. */
export type Judge = (scorecard: Scorecard, facts: Facts, asOf: string) => Promise<Finding>;

type Points = (scorecard: Scorecard) => number;

/**
 * The profile as rules for complete scorecards: two totals, three lane rules for each.
 *
 * Written in the engine's favour: the engine is made once, what needs arithmetic is one fact with a plain function, and
 * nothing is asked of it but what rules can say.
 */
export function engineForComplete(profile: Profile): Judge {
  const rated: Points = ({ ratings }) => pointsOf(ratings, profile, {}, 1);
  const counted: Points = ({ ratings, checks }) => pointsOf(ratings, profile, checks, 1);
  const run = engineOf(profile, { rated, counted });
  return async (...given) => {
    const { points, lanes, suspicions } = await run(...given);
    return {
      rated: { low: points('rated'), high: points('rated') },
      counted: { low: points('counted'), high: points('counted') },
      scoreLane: lanes('rated'),
      lane: lanes('counted'),
      suspicions,
    };
  };
}

/** The profile as rules for scorecards with gaps: both ends of both totals, three lane rules for each. */
export function engineForPartial(profile: Profile): Judge {
  const run = engineOf(profile, {
    ratedLow: ({ ratings }) => pointsOf(ratings, profile, {}, 1),
    ratedHigh: ({ ratings }) => pointsOf(ratings, profile, {}, 5),
    countedLow: ({ ratings, checks }) => pointsOf(ratings, profile, checks, 1),
    countedHigh: ({ ratings, checks }) => pointsOf(ratings, profile, checks, 5),
  });
  return async (...given) => {
    const { points, lanes, suspicions } = await run(...given);
    const agreed = (low: Lane, high: Lane) => (low === high ? low : 'undecided');
    return {
      rated: { low: points('ratedLow'), high: points('ratedHigh') },
      counted: { low: points('countedLow'), high: points('countedHigh') },
      scoreLane: agreed(lanes('ratedLow'), lanes('ratedHigh')),
      lane: agreed(lanes('countedLow'), lanes('countedHigh')),
      suspicions,
    };
  };
}

/** Lane rules take lane caps only where the name of the total begins with `counted`. */
function engineOf(profile: Profile, totals: Readonly<Record<string, Points>>) {
  const names = Object.keys(totals);
  const rules: RuleProperties[] = [
    ...names.flatMap((total) => laneRules(total, profile, total.startsWith('counted') ? profile.checks : [])),
    ...suspicionRules(profile),
  ];
  const engine = new Engine(rules);
  for (const [name, points] of Object.entries(totals))
    engine.addFact(name, async (_, almanac) => points(await almanac.factValue<Scorecard>('scorecard')));
  return async (scorecard: Scorecard, facts: Facts, asOf: string) => {
    const { events, almanac } = await engine.run(factsOf(scorecard, profile, facts, asOf));
    const found = await Promise.all(names.map((name) => almanac.factValue<number>(name)));
    return {
      points: (total: string) => found[names.indexOf(total)] ?? NaN,
      lanes: (total: string) => events.find(({ type }) => type === total)?.params?.['lane'] as Lane,
      suspicions: events.filter(({ type }) => type === 'suspicion').map(({ params }) => params?.['check'] as string),
    };
  };
}
