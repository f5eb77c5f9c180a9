import fc from 'fast-check';

import { technology } from '../../src/icp/profiles/technology.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';
import { TODAY, anyCase, anyFacts } from './arbitraries.ts';

const rated = (ratings: Scorecard['ratings']): Scorecard => ({ ...EMPTY_SCORECARD, ratings });
const flagged = (...checks: string[]): Scorecard['checks'] =>
  Object.fromEntries(checks.map((key) => [key, { state: 'flagged', note: 'seen' }]));

test('the workflow tool of the guide totals 430: deep, and its checks are pending', () => {
  const judged = verdict(rated(workflowTool), technology, TODAY);

  expect(judged).toMatchObject({
    total: 430,
    ratedTotal: 430,
    low: 430,
    high: 430,
    ratedCount: 6,
    counted: workflowTool,
    scoreLane: 'deep',
    computedLane: 'deep',
    lane: 'deep',
    override: null,
    clearance: 'pending',
    evidenceGaps: ['customer_overlap', 'technical_readiness'],
    nextQuestion: null,
  });
  expect(judged.causes.map(({ code }) => code)).toEqual(['ratings']);
});

test('the well-known logo of the guide totals 280: fast, and no clearance is needed', () => {
  const judged = verdict(rated(wellKnownLogo), technology, TODAY);

  expect(judged).toMatchObject({
    total: 280,
    ratedTotal: 280,
    low: 280,
    high: 280,
    ratedCount: 6,
    counted: wellKnownLogo,
    scoreLane: 'fast',
    computedLane: 'fast',
    lane: 'fast',
    clearance: 'not-required',
    evidenceGaps: ['distribution_reach'],
  });
  expect(judged.causes.map(({ code }) => code)).toEqual(['ratings']);
});

test('a vanity logo makes the workflow tool fast and blocked, and leaves its 430 points', () => {
  const judged = verdict({ ...rated(workflowTool), checks: flagged('vanity-logo') }, technology, TODAY);

  expect(judged).toMatchObject({ total: 430, scoreLane: 'deep', lane: 'fast', clearance: 'blocked' });
  expect(judged.causes.map(({ code }) => code)).toEqual(['ratings', 'vanity-logo']);
});

test('a single-prospect request takes the workflow tool from 430 to 340', () => {
  const judged = verdict(
    { ...rated(workflowTool), checks: flagged('single-prospect-request') },
    technology,
    TODAY,
  );

  expect(judged).toMatchObject({ total: 340, ratedTotal: 430, scoreLane: 'deep', lane: 'fast' });
  expect(judged.counted).toEqual({ ...workflowTool, customer_overlap: 2 });
});

test('a dead API takes the workflow tool to 400: still deep, and blocked', () => {
  const judged = verdict({ ...rated(workflowTool), checks: flagged('dead-api') }, technology, TODAY);

  expect(judged).toMatchObject({ total: 400, ratedTotal: 430, lane: 'deep', clearance: 'blocked' });
});

test('the workflow tool is cleared once its evidence is there and every check is clear with a note', () => {
  const answered = Object.fromEntries(
    technology.checks.map(({ key }) => [key, { state: 'clear', note: 'done' }] as const),
  );
  const evidence = { customer_overlap: 'a list', technical_readiness: 'links' };

  const judged = verdict({ ...rated(workflowTool), checks: answered, evidence }, technology, TODAY);

  expect(judged).toMatchObject({ lane: 'deep', clearance: 'cleared', evidenceGaps: [] });
});

test('a company that nobody rated could still be anything from 100 to 500', () => {
  const judged = verdict(EMPTY_SCORECARD, technology, TODAY);

  expect(judged).toMatchObject({
    total: null,
    ratedTotal: null,
    low: 100,
    high: 500,
    ratedCount: 0,
    scoreLane: 'undecided',
    lane: 'undecided',
    clearance: null,
  });
});

test('an override holds on its last day and no longer', () => {
  const override = { lane: 'pass', reason: 'Agreed', by: 'Kim', until: '2026-11-22' } as const;
  const scorecard = { ...rated(workflowTool), override };

  const lanes = ['2026-11-21', '2026-11-22', '2026-11-23'].map(
    (day) => verdict(scorecard, technology, day).lane,
  );

  expect(lanes).toEqual(['pass', 'pass', 'deep']);
});

test('an override in force sets the lane, and computed lane, points and the other causes stay', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const without = verdict({ ...scorecard, override: null }, profile, TODAY);
      const judged = verdict(scorecard, profile, TODAY);
      const isRated = without.ratedCount > 0;
      const inForce = isRated && scorecard.override !== null && scorecard.override.until >= TODAY;

      expect(judged.lane).toBe(inForce ? scorecard.override?.lane : without.computedLane);
      expect(judged.override).toEqual(inForce ? scorecard.override : null);
      expect(judged.causes.some(({ code }) => code === 'override')).toBe(inForce);
      expect(judged.causes.filter(({ code }) => code !== 'override')).toEqual(without.causes);
      const keys = ['low', 'high', 'counted', 'scoreLane', 'computedLane', 'nextQuestion', 'margin'] as const;
      for (const key of keys) expect(judged[key]).toEqual(without[key]);
      if (!inForce) expect(judged).toEqual(without);
    }),
  );
});

test('an override waits while nothing is rated', () => {
  const override = { lane: 'deep', reason: '', by: 'Kim', until: TODAY } as const;
  const judged = verdict({ ...EMPTY_SCORECARD, override }, technology, TODAY);

  expect(judged).toMatchObject({ lane: 'undecided', override: null, clearance: null });
});

test('an override to deep clears nobody whom the checks keep shut', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const override = { lane: 'deep', reason: '', by: 'Kim', until: TODAY } as const;
      const { clearance } = verdict({ ...scorecard, override }, profile, TODAY);
      const isDone = profile.checks.every(({ key }) => scorecard.checks[key]?.state === 'clear');

      if (!isDone) expect(clearance).not.toBe('cleared');
    }),
  );
});

test('facts, the type and further types never change the verdict', () => {
  fc.assert(
    fc.property(anyCase(), anyFacts, ({ profile, scorecard }, facts) => {
      const elsewhere: Scorecard = { ...scorecard, facts, type: 'reseller', otherTypes: ['oem'] };

      expect(verdict(elsewhere, profile, TODAY)).toEqual(verdict(scorecard, profile, TODAY));
    }),
  );
});

test('what a scorecard says about dimensions and checks of another profile is ignored', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const kept: Scorecard = {
        ...scorecard,
        ratings: { charm: 1, ...scorecard.ratings },
        evidence: { charm: 'met twice', ...scorecard.evidence },
        checks: { ...flagged('bad-breath'), ...scorecard.checks },
      };

      expect(verdict(kept, profile, TODAY)).toEqual(verdict(scorecard, profile, TODAY));
    }),
  );
});

test('a rating said to be unknown and a rating that is absent are the same', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const spelled = Object.fromEntries(
        profile.dimensions.map(({ key }) => [key, scorecard.ratings[key] ?? null]),
      );

      expect(verdict({ ...scorecard, ratings: spelled }, profile, TODAY)).toEqual(
        verdict(scorecard, profile, TODAY),
      );
    }),
  );
});

test('judging changes neither scorecard nor profile, and judging twice gives the same', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const frozen = { profile: deepFreeze(profile), scorecard: deepFreeze(scorecard) };

      const once = verdict(frozen.scorecard, frozen.profile, TODAY);

      expect(verdict(frozen.scorecard, frozen.profile, TODAY)).toEqual(once);
    }),
  );
});

test('no dimension is rated before somebody rates it, not even one called constructor', () => {
  const [first, ...others] = technology.dimensions;
  if (first === undefined) throw new Error('the technology profile has dimensions');
  const odd = { ...technology, dimensions: [{ ...first, key: 'constructor' }, ...others] };

  const judged = verdict(EMPTY_SCORECARD, odd, TODAY);

  expect(judged).toMatchObject({ ratedCount: 0, low: 100, high: 500 });
});

/** In strict mode, writing to a frozen object throws. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
