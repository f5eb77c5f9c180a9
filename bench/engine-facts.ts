import type { Profile } from '../src/icp/profile.ts';
import type { Ratings } from '../src/icp/ratings.ts';
import type { Scorecard } from '../src/icp/scorecard.ts';

/** A scorecard as the flat facts of a rules engine: by name, `null` for unknown. */
export type EngineFacts = Record<string, unknown> & {
  /** What the totals are weighed from, in one fact, so that they cost one look-up each. */
  given: { ratings: Ratings; flagged: readonly string[] };
};

const DAY_MS = 86_400_000;

/** The name of the fact that holds the state of a check. */
export const stateOf = (check: string) => `state of ${check}`;

/** @param asOf `YYYY-MM-DD` */
export function engineFacts(
  { ratings, checks, facts }: Scorecard,
  profile: Profile,
  asOf: string,
): EngineFacts {
  const { artifacts, artifactsCheckedAt, sharedCustomers, companiesAsking, contacts } = facts;
  const states = profile.checks.map(({ key }) => [stateOf(key), checks[key]?.state ?? 'open'] as const);
  const flagged = profile.checks.filter(({ key }) => checks[key]?.state === 'flagged').map(({ key }) => key);
  return {
    // A rule asks for it, though not every profile has the question.
    people: null,
    ...Object.fromEntries(profile.dimensions.map(({ key }) => [key, ratings[key] ?? null])),
    ...Object.fromEntries(states),
    artifacts,
    artifactCount: artifacts.length,
    inspectedDaysAgo: artifactsCheckedAt && (Date.parse(asOf) - Date.parse(artifactsCheckedAt)) / DAY_MS,
    sharedCustomers,
    companiesAsking,
    contacts: contacts?.count ?? null,
    sponsors: contacts?.sponsors ?? null,
    given: { ratings, flagged },
  };
}
