import fc from 'fast-check';
import type { RankCandidate } from '../../src/icp/ranking.ts';
import { anyRating } from './arbitraries.ts';

const TIEBREAKERS = ['strategic_fit', 'distribution_reach', 'company_alignment', 'market_access'];

/** Partners with ids of their own, close enough in points and ratings that every rule decides now and then. */
export const anyCandidates = (most: number): fc.Arbitrary<RankCandidate[]> =>
  fc.uniqueArray(anyCandidate, { maxLength: most, selector: ({ companyId }) => companyId });

const anyCandidate: fc.Arbitrary<RankCandidate> = fc.record({
  companyId: fc.oneof(fc.integer({ min: 1, max: 120 }).map(String), fc.constant('90071992547409931')),
  type: fc.constantFrom('technology' as const, 'reseller' as const),
  lane: fc.constantFrom('deep' as const, 'fast' as const, 'pass' as const, 'undecided' as const),
  clearance: fc.constantFrom(...(['cleared', 'pending', 'blocked', 'not-required'] as const), null),
  points: fc.integer({ min: 78, max: 86 }).map((fives) => fives * 5),
  ratings: fc
    .tuple(...TIEBREAKERS.map(() => fc.option(anyRating, { freq: 3 })))
    .map((given) => Object.fromEntries(TIEBREAKERS.map((key, index) => [key, given[index] ?? null]))),
});
