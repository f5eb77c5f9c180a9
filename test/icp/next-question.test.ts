import fc from 'fast-check';

import { lanesByAnswer } from '../../src/icp/next-question.ts';
import type { Dimension, Profile } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { EMPTY_SCORECARD } from '../../src/icp/scorecard.ts';
import { countedRange } from '../../src/icp/totals.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { workflowTool } from '../worked-example.ts';
import { TODAY, anyCase } from './arbitraries.ts';
import { nextQuestionByHand } from './by-hand.ts';

test('the next question is the one that a count over all completions finds', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const { nextQuestion } = verdict(scorecard, profile, TODAY);
      const expected = nextQuestionByHand(scorecard, profile);

      expect(nextQuestion?.dimension).toBe(expected?.dimension);
      expect(nextQuestion?.bits ?? 0).toBeCloseTo(expected?.bits ?? 0, 9);
    }),
    { numRuns: 150 },
  );
});

test('the next question agrees with the count for as many as six missing answers', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 6 }), ({ profile, scorecard }) => {
      const { nextQuestion } = verdict(scorecard, profile, TODAY);

      expect(nextQuestion?.dimension).toBe(nextQuestionByHand(scorecard, profile)?.dimension);
    }),
    { numRuns: 15 },
  );
});

test('there is a next question exactly while the lane is undecided, and it asks for an unknown rating', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 8 }), ({ profile, scorecard }) => {
      const { computedLane, nextQuestion } = verdict(scorecard, profile, TODAY);

      expect(nextQuestion !== null).toBe(computedLane === 'undecided');
      if (nextQuestion === null) return;
      expect(profile.dimensions.map(({ key }) => key)).toContain(nextQuestion.dimension);
      expect(scorecard.ratings[nextQuestion.dimension] ?? null).toBeNull();
      expect(nextQuestion.bits).toBeGreaterThanOrEqual(-1e-12);
    }),
  );
});

test('the first question about a technology partner is its heaviest dimension', () => {
  const { nextQuestion } = verdict(EMPTY_SCORECARD, technology, TODAY);

  expect(nextQuestion?.dimension).toBe('customer_overlap');
});

test('the only missing answer is worth the whole entropy of the lane', () => {
  // 350 points without reach: a 1 makes 370, a 2 makes 390, so one answer of five is fast
  const ratings = { ...workflowTool, product_complementarity: 4, distribution_reach: null } as const;
  const expected = -(0.2 * Math.log2(0.2) + 0.8 * Math.log2(0.8));

  const { low, high, nextQuestion } = verdict({ ...EMPTY_SCORECARD, ratings }, technology, TODAY);

  expect({ low, high }).toEqual({ low: 370, high: 450 });
  expect(nextQuestion).toEqual({
    dimension: 'distribution_reach',
    bits: expect.closeTo(expected, 12) as number,
  });
});

const question = (key: string, weight: number): Dimension => ({
  key,
  label: key,
  question: key,
  weight,
  weightReason: 'Chosen by the test.',
  anchors: ['1', '2', '3', '4', '5'],
  rubric: ['1', '2', '3', '4', '5'],
  evidenceRequired: false,
  evidencePrompts: [],
});

test('of equally telling questions the earlier one is asked', () => {
  const twins: Profile = {
    ...technology,
    dimensions: [question('first', 20), question('second', 40), question('third', 40)],
    checks: [],
  };

  expect(verdict(EMPTY_SCORECARD, twins, TODAY).nextQuestion?.dimension).toBe('second');
});

test('of equally telling questions the heavier one is asked, even when it comes later', () => {
  // deep needs a 5 everywhere: each answer tells the same, whatever it weighs
  const profile: Profile = {
    ...technology,
    dimensions: [question('light', 10), question('middle', 30), question('heavy', 60)],
    floors: { deep: 500, fast: 100 },
    checks: [],
  };

  expect(verdict(EMPTY_SCORECARD, profile, TODAY).nextQuestion?.dimension).toBe('heavy');
});

test('a lighter question that tells a little more is asked before a heavier one', () => {
  // The light question tells 0.2110 bits, the heavy ones 0.2108.
  const profile: Profile = {
    ...technology,
    dimensions: [question('heavy', 35), question('heavy_too', 35), question('light', 30)],
    floors: { deep: 340, fast: 320 },
    checks: [],
  };

  expect(verdict(EMPTY_SCORECARD, profile, TODAY).nextQuestion?.dimension).toBe('light');
});

test('a capped dimension tells less, so another one is asked', () => {
  const ratings = { ...workflowTool, customer_overlap: null, distribution_reach: null };
  const checks = { 'single-prospect-request': { state: 'flagged', note: '' } } as const;

  const free = verdict({ ...EMPTY_SCORECARD, ratings }, technology, TODAY);
  const capped = verdict({ ...EMPTY_SCORECARD, ratings, checks }, technology, TODAY);

  expect(free.nextQuestion?.dimension).toBe('customer_overlap');
  expect(capped.nextQuestion?.dimension).toBe('distribution_reach');
});

test('the lane of each answer is the lane of the verdict with that answer', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const flagged = profile.checks.filter(({ key }) => scorecard.checks[key]?.state === 'flagged');
      for (const { key } of profile.dimensions) {
        const tried = ([1, 2, 3, 4, 5] as const).map(
          (answer) =>
            verdict({ ...scorecard, ratings: { ...scorecard.ratings, [key]: answer } }, profile, TODAY)
              .computedLane,
        );

        const range = countedRange(profile, { ...scorecard.ratings, [key]: null }, flagged);
        expect(lanesByAnswer(range, profile, flagged, key)).toEqual(tried);
      }
    }),
    { numRuns: 30 },
  );
});
