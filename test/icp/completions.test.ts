import fc from 'fast-check';

import { verdict } from '../../src/icp/verdict.ts';
import { TODAY, anyCase } from './arbitraries.ts';
import { clearanceByHand, lanesAtEnds, possible, withoutChecks } from './by-hand.ts';

test('the range runs from the lowest to the highest total that any completion reaches', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const { low, high } = verdict(scorecard, profile, TODAY);
      const { totals } = possible(scorecard, profile);

      expect({ low, high }).toEqual({ low: Math.min(...totals), high: Math.max(...totals) });
    }),
  );
});

test('the lane is decided exactly when every completion agrees on it', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const [first, ...others] = possible(scorecard, profile).lanes;

      expect(verdict(scorecard, profile, TODAY).computedLane).toBe(others.length === 0 ? first : 'undecided');
    }),
    { numRuns: 150 },
  );
});

test('the score lane is decided exactly when every completion agrees, whatever the checks say', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const [first, ...others] = possible(withoutChecks(scorecard), profile).lanes;

      expect(verdict(scorecard, profile, TODAY).scoreLane).toBe(others.length === 0 ? first : 'undecided');
    }),
    { numRuns: 150 },
  );
});

test('with as many as six answers missing, range and lane still follow from every completion', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 6 }), ({ profile, scorecard }) => {
      const { low, high, computedLane } = verdict(scorecard, profile, TODAY);
      const { totals, lanes } = possible(scorecard, profile);

      expect([low, high]).toEqual([Math.min(...totals), Math.max(...totals)]);
      expect(computedLane === 'undecided').toBe(lanes.size > 1);
    }),
    { numRuns: 15 },
  );
});

test('total and rated total exist exactly when nothing is unknown', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 1 }), ({ profile, scorecard }) => {
      const { total, ratedTotal, ratedCount } = verdict(scorecard, profile, TODAY);
      const complete = ratedCount === profile.dimensions.length;
      const only = (totals: Set<number>): number | null => (complete ? Math.min(...totals) : null);

      expect(total).toBe(only(possible(scorecard, profile).totals));
      expect(ratedTotal).toBe(only(possible(withoutChecks(scorecard), profile).totals));
    }),
  );
});

test('the rated count is the number of ratings that are known', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 8 }), ({ profile, scorecard }) => {
      const known = profile.dimensions.filter(({ key }) => typeof scorecard.ratings[key] === 'number');

      expect(verdict(scorecard, profile, TODAY).ratedCount).toBe(known.length);
    }),
  );
});

test('clearance is the first decision of the list that holds', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 2 }), ({ profile, scorecard }) => {
      expect(verdict(scorecard, profile, TODAY).clearance).toBe(clearanceByHand(scorecard, profile, TODAY));
    }),
    { numRuns: 500 },
  );
});

test('under a higher rating neither the lowest nor the highest possible lane falls', () => {
  fc.assert(
    fc.property(anyCase(), fc.nat(), ({ profile, scorecard }, pick) => {
      const { key } = profile.dimensions[pick % profile.dimensions.length] ?? { key: '' };
      const rating = scorecard.ratings[key] ?? null;
      fc.pre(rating !== null && rating < 5);
      const raised = { ...scorecard, ratings: { ...scorecard.ratings, [key]: (rating + 1) as 5 } };

      const [before, after] = [lanesAtEnds(scorecard, profile), lanesAtEnds(raised, profile)];
      const lane = verdict(raised, profile, TODAY).computedLane;

      expect(after.low).toBeGreaterThanOrEqual(before.low);
      expect(after.high).toBeGreaterThanOrEqual(before.high);
      expect(lane === 'undecided').toBe(after.low !== after.high);
    }),
  );
});

test('under a flag neither the lowest nor the highest possible lane rises', () => {
  fc.assert(
    fc.property(anyCase(), fc.nat(), ({ profile, scorecard }, pick) => {
      fc.pre(profile.checks.length > 0);
      const { key } = profile.checks[pick % profile.checks.length] ?? { key: '' };
      const before = {
        ...scorecard,
        checks: { ...scorecard.checks, [key]: { state: 'clear', note: '' } },
      } as const;
      const flagged = {
        ...scorecard,
        checks: { ...scorecard.checks, [key]: { state: 'flagged', note: '' } },
      } as const;

      const [was, is] = [verdict(before, profile, TODAY), verdict(flagged, profile, TODAY)];

      expect(is.low).toBeLessThanOrEqual(was.low);
      expect(is.high).toBeLessThanOrEqual(was.high);
      const [wasAt, isAt] = [lanesAtEnds(before, profile), lanesAtEnds(flagged, profile)];
      expect(isAt.low).toBeLessThanOrEqual(wasAt.low);
      expect(isAt.high).toBeLessThanOrEqual(wasAt.high);
      expect(is.scoreLane).toBe(was.scoreLane);
    }),
  );
});
