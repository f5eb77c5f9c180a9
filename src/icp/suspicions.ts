import type { Artifact, Facts } from './facts.ts';
import { PARTNER_TYPES } from './partner-types.ts';
import type { Profile } from './profile.ts';
import { type Rating, type Ratings, ratingOf } from './ratings.ts';
import { type Scorecard, checkAnswer } from './scorecard.ts';

/** A check that ratings or facts give a reason to run. It never changes the verdict. */
export interface Suspicion {
  check: string;
  reason: string;
}

/** An inspection of artifacts older than this many days raises a suspicion. Our value, not the guide's. */
export const INSPECTION_DAYS = 180;

/** Below this many shared customers, one company asking raises a suspicion. Our value, not the guide's. */
export const FEW_SHARED_CUSTOMERS = 5;

interface Signs {
  ratings: Ratings;
  profile: Profile;
  facts: Facts;
  asOf: string;
}

/** Gives the reason, or null. Null too where a dimension or fact is absent or unknown. */
type Rule = (signs: Signs) => string | null;

const RULES_OF_SUSPICION: Readonly<Record<string, Rule>> = {
  'vanity-logo': (signs) => {
    const overlap = askedRating(signs, 'customer_overlap');
    const reach = askedRating(signs, 'distribution_reach');
    if (atMost(overlap, 2) && atLeast(reach, 4))
      return `Reach is rated ${reach}, but customer overlap only ${overlap}.`;
    const compatibility = askedRating(signs, 'compatibility');
    const access = askedRating(signs, 'market_access');
    return isService(signs) && atMost(compatibility, 2) && atLeast(access, 4)
      ? `Market access is rated ${access}, but compatibility only ${compatibility}.`
      : null;
  },
  'competitor-in-disguise': (signs) => {
    const overlap = askedRating(signs, 'customer_overlap');
    const complementarity = askedRating(signs, 'product_complementarity');
    if (complementarity === 1) return 'Product complementarity is rated 1: the products do the same job.';
    if (atLeast(overlap, 4) && atMost(complementarity, 2))
      return `Customer overlap is rated ${overlap}, but product complementarity only ${complementarity}.`;
    const alignment = askedRating(signs, 'company_alignment');
    const access = askedRating(signs, 'market_access');
    return alignment === 1 && atLeast(access, 4)
      ? `Market access is rated ${access}, but company alignment only 1.`
      : null;
  },
  'single-prospect-request': (signs) => {
    const { facts } = signs;
    const overlap = askedRating(signs, 'customer_overlap');
    if (!atLeast(overlap, 3) || facts.companiesAsking !== 1) return null;
    if (facts.sharedCustomers === null)
      return `Customer overlap is rated ${overlap}, but only one company asked, and shared customers are not counted.`;
    return facts.sharedCustomers < FEW_SHARED_CUSTOMERS
      ? `Customer overlap is rated ${overlap}, but only one company asked, and shared customers number ${facts.sharedCustomers}.`
      : null;
  },
  'dead-api': ({ facts, asOf }) => {
    if (facts.artifacts.length === 0 && facts.artifactsCheckedAt === null) return null;
    const missing = INSPECTED.filter(({ key }) => !facts.artifacts.includes(key)).map(({ label }) => label);
    if (missing.length > 0) return `Not seen: ${missing.join(', ')}.`;
    return facts.artifactsCheckedAt !== null && daysBetween(facts.artifactsCheckedAt, asOf) > INSPECTION_DAYS
      ? `The artifacts were last inspected on ${facts.artifactsCheckedAt}, over ${INSPECTION_DAYS} days ago.`
      : null;
  },
  'enthusiastic-contact': (signs) => {
    const people = askedRating(signs, 'people');
    if (atMost(people, 2)) return `People is rated ${people}.`;
    return signs.facts.contacts?.count === 1 && signs.facts.contacts.sponsors === 0
      ? 'One contact is known, and no executive sponsor.'
      : null;
  },
};

const INSPECTED: readonly { key: Artifact; label: string }[] = [
  { key: 'api-docs', label: 'API docs' },
  { key: 'sandbox', label: 'sandbox' },
  { key: 'changelog', label: 'changelog' },
];

/**
 * The checks worth running first, by uncapped ratings and facts. Only open checks are suspected.
 *
 * @param asOf today, `YYYY-MM-DD`
 *
 * Source: partner ICP guide, "Anti-patterns: partners that look good and are not".
 */
export function suspicions(
  scorecard: Pick<Scorecard, 'ratings' | 'checks'>,
  profile: Profile,
  facts: Facts,
  asOf: string,
): Suspicion[] {
  const signs: Signs = { ratings: scorecard.ratings, profile, facts, asOf };
  const found: Suspicion[] = [];
  for (const { key } of profile.checks) {
    if (checkAnswer(scorecard, key).state !== 'open') continue;
    const rule = Object.hasOwn(RULES_OF_SUSPICION, key) ? RULES_OF_SUSPICION[key] : undefined;
    const reason = rule?.(signs) ?? null;
    if (reason !== null) found.push({ check: key, reason });
  }
  return found;
}

/** Unknown unless the profile asks it: a rating may be left over from another type. */
function askedRating({ ratings, profile }: Signs, dimension: string): Rating | null {
  return profile.dimensions.some(({ key }) => key === dimension) ? ratingOf(ratings, dimension) : null;
}

function isService({ profile }: Signs): boolean {
  return PARTNER_TYPES.some(({ key, category }) => key === profile.type && category === 'service');
}

function atLeast(rating: Rating | null, floor: Rating): boolean {
  return rating !== null && rating >= floor;
}

function atMost(rating: Rating | null, ceiling: Rating): boolean {
  return rating !== null && rating <= ceiling;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
