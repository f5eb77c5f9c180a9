import fc from 'fast-check';
import { type RankCandidate, rankGroupOf, rankPartners, tiebreakersOf } from '../../src/icp/ranking.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { rankedSentences } from '../../src/icp/why-ranked.ts';
import { anyCandidates } from './rank-candidates.ts';

const cleared = (
  companyId: string,
  points: number,
  ratings: RankCandidate['ratings'] = {},
): RankCandidate => ({
  ...{ companyId, points, ratings },
  ...{ type: 'technology', lane: 'deep', clearance: 'cleared' },
});

const idsOf = (candidates: readonly RankCandidate[]) =>
  rankPartners(candidates).map(({ candidate }) => candidate.companyId);

test('every partner has a place of its own, from 1', () => {
  fc.assert(
    fc.property(anyCandidates(9), (candidates) => {
      const ranked = rankPartners(candidates);

      expect(ranked.map(({ rank }) => rank)).toEqual(candidates.map((_, index) => index + 1));
      expect(new Set(ranked.map(({ candidate }) => candidate))).toEqual(new Set(candidates));
    }),
  );
});

test('the order in which partners come does not matter, and stays as it was', () => {
  fc.assert(
    fc.property(
      anyCandidates(9).chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([candidates, shuffled]) => {
        const before = [...shuffled];

        expect(idsOf(shuffled)).toEqual(idsOf(candidates));
        expect(shuffled).toEqual(before);
      },
    ),
  );
});

test('a ranking equals one that takes the best partner left, one place after the other', () => {
  fc.assert(
    fc.property(anyCandidates(9), (candidates) => {
      expect(idsOf(candidates)).toEqual(rankedByHand(candidates));
    }),
  );
});

/** Slow and plain: opens a band at the best total left, and takes from it whoever no other one beats. */
function rankedByHand(candidates: readonly RankCandidate[]): string[] {
  const places: string[] = [];
  for (const group of ['cleared', 'pending', 'blocked', 'fast', 'undecided', 'pass']) {
    let left = candidates.filter((candidate) => rankGroupOf(candidate) === group);
    while (left.length > 0) {
      const best = Math.max(...left.map(({ points }) => points));
      let band = left.filter(({ points }) => points >= best - 10);
      left = left.filter(({ points }) => points < best - 10);
      while (band.length > 0) {
        const winner = band.find((one) => band.every((other) => one === other || beats(one, other)));
        if (winner === undefined) throw new Error('two partners share a place');
        places.push(winner.companyId);
        band = band.filter((one) => one !== winner);
      }
    }
  }
  return places;
}

function beats(one: RankCandidate, other: RankCandidate): boolean {
  const ours = valuesOf(one);
  const theirs = valuesOf(other);
  const at = ours.findIndex((value, index) => value !== theirs[index]);
  return (ours[at] ?? 0n) > (theirs[at] ?? 0n);
}

function valuesOf({ type, ratings, points, companyId }: RankCandidate): bigint[] {
  const keys =
    type === 'technology' ? ['strategic_fit', 'distribution_reach'] : ['company_alignment', 'market_access'];
  return [...keys.map((key) => ratings[key] ?? 0), points, -BigInt(companyId)].map(BigInt);
}

test('a clearance decides the group; without one the lane does', () => {
  const groups = (['cleared', 'pending', 'blocked', 'not-required', null] as const).map((clearance) =>
    (['deep', 'fast', 'pass', 'undecided'] as const).map((lane) => rankGroupOf({ clearance, lane })),
  );

  expect(groups).toEqual([
    ['cleared', 'cleared', 'cleared', 'cleared'],
    ['pending', 'pending', 'pending', 'pending'],
    ['blocked', 'blocked', 'blocked', 'blocked'],
    ['pending', 'fast', 'pass', 'undecided'],
    ['pending', 'fast', 'pass', 'undecided'],
  ]);
});

test('10 points below the best are in its band, 11 open the next one', () => {
  const near = [cleared('1', 430), cleared('2', 420, { strategic_fit: 5 })];
  const far = [cleared('1', 430), cleared('2', 419, { strategic_fit: 5 })];

  expect(idsOf(near)).toEqual(['2', '1']);
  expect(idsOf(far)).toEqual(['1', '2']);
});

test('a band is measured from the partner that opened it, not from neighbour to neighbour', () => {
  const ranked = rankPartners([
    cleared('1', 430),
    cleared('2', 424, { strategic_fit: 2 }),
    cleared('3', 418, { strategic_fit: 5 }),
  ]);

  expect(ranked.map(({ candidate, bandTop }) => [candidate.companyId, bandTop])).toEqual([
    ['2', 430],
    ['1', 430],
    ['3', 418],
  ]);
});

test('an unknown tiebreaker comes after a 1', () => {
  expect(idsOf([cleared('1', 430), cleared('2', 425, { strategic_fit: 1 })])).toEqual(['2', '1']);
});

test('of two equal partners the lower record id stands first, by number', () => {
  expect(idsOf([cleared('100', 430), cleared('99', 430)])).toEqual(['99', '100']);
});

test('the questions that decide are asked by the profiles, under these names', () => {
  for (const { type, dimensions } of SHIPPED_PROFILES)
    for (const key of tiebreakersOf(type))
      expect(dimensions.find((dimension) => dimension.key === key)?.label.toLowerCase()).toBe(
        key.replaceAll('_', ' '),
      );
});

test('each place of a ranking is told with its group, its points and what decides', () => {
  const ranked = rankPartners([
    cleared('1', 430, { strategic_fit: 3, distribution_reach: 3 }),
    cleared('2', 425, { strategic_fit: 5 }),
    cleared('3', 425, { strategic_fit: 3, distribution_reach: 2 }),
    cleared('4', 425, { strategic_fit: 3, distribution_reach: 2 }),
    cleared('5', 421, { strategic_fit: 3, distribution_reach: 2 }),
    cleared('6', 415),
    { ...cleared('7', 480), clearance: 'blocked' },
  ]);

  expect(rankedSentences(ranked)).toEqual([
    'Cleared, 425 points. Within 10 points of the next: strategic fit decides, 5 over 3.',
    'Cleared, 430 points. Within 10 points of the one above: strategic fit decides, 5 over 3.',
    'Cleared, 425 points. Within 10 points of the one above: level in strategic fit, distribution reach decides, 3 over 2.',
    'Cleared, 425 points. Within 10 points of the one above: level in strategic fit and distribution reach, level in total too, so the lower record id stands first.',
    'Cleared, 421 points. Within 10 points of the one above: level in strategic fit and distribution reach, the total decides, 425 over 421.',
    'Cleared, 415 points, more than 10 below 430.',
    'Blocked, 480 points.',
  ]);
});
