import { technology } from '../../src/icp/profiles/technology.ts';
import type { Calendar } from './calendar.ts';
import { drawRatings, isOpen, isSurely, type Prospect, rated } from './draw-ratings.ts';
import type { Random } from './random.ts';
import { CHECK_FIELDS, clearChecks, evidence, flaggedCheck } from './scorecard-texts.ts';
import type { Filled } from './step.ts';

/** Kinds of invented technology partners. */
export type KindName =
  | 'cleared'
  | 'pending'
  | 'champion-only'
  | 'stale-docs'
  | 'flagged-logo'
  | 'flagged-request'
  | 'flagged-api'
  | 'rival'
  | 'logo'
  | 'fast'
  | 'fast-with-gap'
  | 'pass'
  | 'undecided'
  | 'undecided-low';

type Fill = (random: Random, calendar: Calendar) => Filled;

const ALL_ARTIFACTS = ['api-docs', 'developer-portal', 'sandbox', 'changelog', 'path-to-production'];

const isDeep = isSurely('deep');
const isFast = isSurely('fast');
/** Ratings that raise no suspicion of a rival or a mere logo. */
const isPlain = (prospect: Prospect) =>
  rated(prospect, 'product_complementarity') >= 3 && rated(prospect, 'customer_overlap') >= 3;

/** Makes a random scorecard of each kind. */
export const FILLS: Readonly<Record<KindName, Fill>> = {
  cleared: (random, calendar) => ({
    ...ratingsOf(random, (prospect) => isDeep(prospect) && isPlain(prospect)),
    ...facts(random, calendar, random.whole(20, 45)),
    ...clearChecks(random, CHECK_FIELDS),
  }),
  pending: (random, calendar) => ({
    ...ratingsOf(random, (prospect) => isDeep(prospect) && isPlain(prospect)),
    ...facts(random, calendar, random.whole(20, 80)),
    ...clearChecks(random, random.shuffled(CHECK_FIELDS).slice(0, random.whole(1, 4))),
  }),
  'champion-only': (random, calendar) => ({
    ...ratingsOf(random, (prospect) => isDeep(prospect) && isPlain(prospect)),
    ...facts(random, calendar, random.whole(20, 60)),
    ...clearChecks(random, ['vanity_logo', 'dead_api']),
  }),
  'stale-docs': (random, calendar) => ({
    ...ratingsOf(random, (prospect) => isDeep(prospect) && isPlain(prospect)),
    ...facts(random, calendar, random.whole(190, 260)),
  }),
  'flagged-logo': (random) => ({ ...ratingsOf(random, isDeep), ...flaggedCheck('vanity_logo') }),
  'flagged-request': (random) => ({
    ...ratingsOf(random, (prospect) => isDeep(prospect) && rated(prospect, 'customer_overlap') >= 4),
    companies_asking: 1,
    shared_customers: random.whole(1, 4),
    ...flaggedCheck('single_prospect_request'),
  }),
  'flagged-api': (random, calendar) => ({
    ...ratingsOf(random, (prospect) => isDeep(prospect) && rated(prospect, 'technical_readiness') >= 4),
    artifacts: ['api-docs'],
    artifacts_checked_at: calendar.day(random.whole(20, 60)),
    ...flaggedCheck('dead_api'),
  }),
  rival: (random) =>
    ratingsOf(
      random,
      (prospect) =>
        isFast(prospect) &&
        rated(prospect, 'customer_overlap') >= 4 &&
        rated(prospect, 'product_complementarity') <= 2,
    ),
  logo: (random) =>
    ratingsOf(
      random,
      (prospect) =>
        isFast(prospect) &&
        rated(prospect, 'customer_overlap') <= 2 &&
        rated(prospect, 'distribution_reach') >= 4,
    ),
  fast: (random, calendar) => ({
    ...ratingsOf(random, (prospect) => isFast(prospect) && isPlain(prospect)),
    shared_customers: random.whole(6, 20),
    companies_asking: random.whole(2, 6),
    overlap_as_of: calendar.day(random.whole(20, 70)),
  }),
  'fast-with-gap': (random) => ratingsOf(random, isFast, ['strategic_fit']),
  pass: (random) => ratingsOf(random, isSurely('pass')),
  undecided: (random) =>
    ratingsOf(random, (prospect) => isOpen(prospect) && prospect.highLane === 'deep', [
      'customer_overlap',
      random.pick(['commercial_alignment', 'technical_readiness', 'distribution_reach']),
    ]),
  'undecided-low': (random) =>
    ratingsOf(random, (prospect) => isOpen(prospect) && prospect.highLane === 'fast', [
      'product_complementarity',
    ]),
};

function ratingsOf(random: Random, fits: (prospect: Prospect) => boolean, unknown: string[] = []): Filled {
  return drawRatings(random, technology, fits, { unknown });
}

/** Everything that was looked up, with its evidence. */
function facts(random: Random, calendar: Calendar, inspectedDaysAgo: number): Filled {
  const sharedCustomers = random.whole(12, 34);
  return {
    ...evidence(random, sharedCustomers),
    artifacts: ALL_ARTIFACTS,
    artifacts_checked_at: calendar.day(inspectedDaysAgo),
    shared_customers: sharedCustomers,
    companies_asking: random.whole(4, 9),
    overlap_as_of: calendar.day(inspectedDaysAgo),
  };
}
