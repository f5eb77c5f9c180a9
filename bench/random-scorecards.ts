import { ARTIFACTS } from '../src/icp/facts.ts';
import type { Profile } from '../src/icp/profile.ts';
import { RATINGS, type Rating } from '../src/icp/ratings.ts';
import { CHECK_STATES, type CheckAnswer, EMPTY_SCORECARD, type Scorecard } from '../src/icp/scorecard.ts';

/** Numbers from 0 up to 1, the same in every run (Park and Miller's generator). */
function repeatable(): () => number {
  let state = 20_261;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Scorecards with any ratings, some evidence, mostly open checks and some facts. */
export function randomScorecards(profile: Profile, count: number, unknowns: number): Scorecard[] {
  const random = repeatable();
  const upTo = (limit: number) => Math.floor(random() * limit);
  const anyOf = <Item>(items: readonly [Item, ...Item[]]): Item => items[upTo(items.length)] ?? items[0];
  const maybe = <Item>(item: Item): Item | null => (random() < 0.5 ? item : null);

  const anyRatings = () => {
    const ratings: Record<string, Rating | null> = {};
    const keys = profile.dimensions.map(({ key }) => key);
    for (const key of keys) ratings[key] = anyOf(RATINGS);
    for (let left = unknowns; left > 0; left--) {
      const [key = ''] = keys.splice(upTo(keys.length), 1);
      ratings[key] = null;
    }
    return ratings;
  };
  const anyAnswer = (): CheckAnswer => ({
    state: random() < 0.5 ? 'open' : anyOf(CHECK_STATES),
    note: maybe('Seen on a call.') ?? '',
  });
  return Array.from({ length: count }, () => ({
    ...EMPTY_SCORECARD,
    type: profile.type,
    ratings: anyRatings(),
    evidence: Object.fromEntries(
      profile.dimensions.map(({ key }) => [key, maybe('https://example.com/list') ?? '']),
    ),
    checks: Object.fromEntries(profile.checks.map(({ key }) => [key, anyAnswer()])),
    facts: {
      artifacts: ARTIFACTS.map(({ key }) => key).filter(() => random() < 0.8),
      artifactsCheckedAt: maybe(anyOf(['2026-01-15', '2026-11-02'])),
      sharedCustomers: maybe(upTo(10)),
      companiesAsking: maybe(1 + upTo(3)),
      overlapAsOf: null,
      contacts: maybe({ count: 1 + upTo(2), sponsors: upTo(2) }),
    },
  }));
}
