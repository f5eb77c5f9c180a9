import { Engine } from 'json-rules-engine';

import type { Lane } from '../src/icp/lanes.ts';
import type { Profile } from '../src/icp/profile.ts';
import type { Ratings } from '../src/icp/ratings.ts';
import type { EngineFacts } from './engine-facts.ts';
import { laneRules, suspicionRules } from './engine-rules.ts';

/** One total whose lane the engine finds. */
interface Total {
  name: string;
  /** Whether the caps of flagged checks hold for it. */
  capped: boolean;
  /** What an unknown rating stands for. */
  unknownAs: 1 | 5;
}

export const COMPLETE: readonly Total[] = [
  { name: 'rated', capped: false, unknownAs: 1 },
  { name: 'counted', capped: true, unknownAs: 1 },
];

export const BOTH_ENDS: readonly Total[] = [
  { name: 'ratedLow', capped: false, unknownAs: 1 },
  { name: 'ratedHigh', capped: false, unknownAs: 5 },
  { name: 'countedLow', capped: true, unknownAs: 1 },
  { name: 'countedHigh', capped: true, unknownAs: 5 },
];

/** What the rules engine finds, per name of a total. Without any explanation. */
export interface Finding {
  points: Record<string, number>;
  lanes: Record<string, Lane>;
  suspicions: string[];
}

/**
 * A profile as rules: three lane rules per total, one rule per anti-pattern.
 *
 * Favours the engine: it is created once and run for each scorecard, arithmetic is one plain function per total, and the
 * facts are prepared beforehand.
 */
export function openEngine(
  profile: Profile,
  totals: readonly Total[],
): (facts: EngineFacts) => Promise<Finding> {
  const engine = new Engine([
    ...totals.flatMap(({ name, capped }) => laneRules(name, profile, capped ? profile.checks : [])),
    ...suspicionRules(profile),
  ]);
  for (const total of totals)
    engine.addFact(total.name, async (_, almanac) =>
      pointsOf(await almanac.factValue<EngineFacts['given']>('given'), profile, total),
    );
  return async (facts) => {
    const { events, almanac } = await engine.run(facts);
    const finding: Finding = { points: {}, lanes: {}, suspicions: [] };
    for (const { name } of totals) finding.points[name] = await almanac.factValue<number>(name);
    for (const { type, params } of events)
      if (type === 'suspicion') finding.suspicions.push(params?.['check'] as string);
      else finding.lanes[type] = params?.['lane'] as Lane;
    return finding;
  };
}

function pointsOf(
  { ratings, flagged }: { ratings: Ratings; flagged: readonly string[] },
  { dimensions, checks }: Profile,
  { capped, unknownAs }: Total,
): number {
  let points = 0;
  for (const { key, weight } of dimensions) {
    let counted: number = ratings[key] ?? unknownAs;
    if (capped)
      for (const { key: check, caps } of checks)
        if (caps.rating?.dimension === key && flagged.includes(check))
          counted = Math.min(counted, caps.rating.at);
    points += weight * counted;
  }
  return points;
}
