import { technology } from '../../src/icp/profiles/technology.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';
import { TODAY } from './arbitraries.ts';

const flag = (...checks: string[]): Scorecard['checks'] =>
  Object.fromEntries(checks.map((key) => [key, { state: 'flagged', note: '' }]));

function causes(given: Partial<Scorecard>, profile = technology): [string, string][] {
  return verdict({ ...EMPTY_SCORECARD, ...given }, profile, TODAY).causes.map(({ code, text }) => [
    code,
    text,
  ]);
}
const codes = (given: Partial<Scorecard>): string[] => causes(given).map(([code]) => code);

test('ratings alone say which floor they reach', () => {
  expect(causes({ ratings: workflowTool })).toEqual([
    ['ratings', '430 points of 500 reach the floor of 380 for Deep.'],
  ]);
  expect(causes({ ratings: wellKnownLogo })).toEqual([
    ['ratings', '280 points of 500 reach the floor of 250 for Fast lane, not the 380 for Deep.'],
  ]);
  expect(causes({ ratings: { ...wellKnownLogo, customer_overlap: 1, strategic_fit: 1 } })).toEqual([
    ['ratings', '240 points of 500 stay below the floor of 250 for Fast lane.'],
  ]);
});

test('a decided lane with answers missing says that they do not matter', () => {
  expect(causes({ ratings: { ...workflowTool, strategic_fit: null } })).toEqual([
    ['ratings', '415 to 435 points of 500 reach the floor of 380 for Deep, whatever the open answers are.'],
  ]);
});

test('an undecided lane names the missing answers and the floors in between', () => {
  expect(causes({ ratings: { ...workflowTool, customer_overlap: null } })).toEqual([
    [
      'incomplete',
      'One rating is unknown: 310 to 430 points are possible, on both sides of the floor of 380.',
    ],
  ]);
  expect(causes({})).toEqual([
    [
      'incomplete',
      '6 ratings are unknown: 100 to 500 points are possible, on both sides of the floors of 250 and 380.',
    ],
  ]);
});

test('a floor is crossed by a range that ends on it, not by one that starts on it', () => {
  const onDeep = { ...workflowTool, distribution_reach: 2, technical_readiness: 3 } as const;
  const onFast = { ...workflowTool, technical_readiness: 3, commercial_alignment: 1 } as const;

  expect(causes({ ratings: { ...onDeep, commercial_alignment: 2, strategic_fit: null } })).toEqual([
    [
      'incomplete',
      'One rating is unknown: 360 to 380 points are possible, on both sides of the floor of 380.',
    ],
  ]);
  expect(causes({ ratings: { ...onFast, customer_overlap: null, strategic_fit: null } })).toEqual([
    [
      'incomplete',
      '2 ratings are unknown: 250 to 390 points are possible, on both sides of the floor of 380.',
    ],
  ]);
});

test('a check with a rating cap says what the rating counts as', () => {
  expect(causes({ ratings: workflowTool, checks: flag('single-prospect-request') })).toEqual([
    ['ratings', '340 points of 500 reach the floor of 250 for Fast lane, not the 380 for Deep.'],
    ['single-prospect-request', 'Single-prospect request is flagged: customer overlap 5 counts as 2.'],
  ]);
});

test('a check with a rating cap on an unknown rating says the most that it can count', () => {
  const ratings = { ...workflowTool, customer_overlap: null };

  expect(causes({ ratings, checks: flag('single-prospect-request') })[1]).toEqual([
    'single-prospect-request',
    'Single-prospect request is flagged: customer overlap counts as at most 2.',
  ]);
});

test('a rating cap of 5 never acts, not even on an unknown rating', () => {
  const [first, ...others] = technology.checks;
  if (first === undefined) throw new Error('the technology profile has checks');
  const caps = { rating: { dimension: 'customer_overlap', at: 5 } } as const;
  const profile = { ...technology, checks: [{ ...first, caps }, ...others] };

  const found = causes({ checks: flag('vanity-logo') }, profile).map(([code]) => code);

  expect(found).toEqual(['incomplete']);
});

test('a rating cap that is not reached does not act', () => {
  expect(codes({ ratings: wellKnownLogo, checks: flag('single-prospect-request') })).toEqual(['ratings']);
});

test('a lane cap acts only on a lane above it', () => {
  const fast = { ratings: wellKnownLogo };

  expect(codes({ ...fast, checks: flag('vanity-logo') })).toEqual(['ratings']);
  expect(causes({ ...fast, checks: flag('competitor-in-disguise') })[1]).toEqual([
    'competitor-in-disguise',
    'Competitor in disguise is flagged: the lane is at most No lane.',
  ]);
});

test('a lane cap that decides what ratings leave open is the only cause', () => {
  expect(codes({ checks: flag('competitor-in-disguise') })).toEqual(['competitor-in-disguise']);
});

test('a lane cap that leaves the lane open stands beside the missing answers', () => {
  expect(codes({ checks: flag('vanity-logo') })).toEqual(['incomplete', 'vanity-logo']);
});

test('checks that act come in the order of the profile, and the override last', () => {
  const override = { lane: 'deep', reason: 'Agreed', by: 'Kim', until: TODAY } as const;

  expect(
    codes({ ratings: workflowTool, checks: flag('enthusiastic-contact', 'vanity-logo'), override }),
  ).toEqual(['ratings', 'vanity-logo', 'enthusiastic-contact', 'override']);
});

test('a check with two caps names both effects in one sentence', () => {
  const caps = { lane: 'fast', rating: { dimension: 'customer_overlap', at: 4 } } as const;
  const [first, ...others] = technology.checks;
  if (first === undefined) throw new Error('the technology profile has checks');

  const [, cause] = causes(
    { ratings: workflowTool, checks: flag('vanity-logo') },
    { ...technology, checks: [{ ...first, caps }, ...others] },
  );

  expect(cause?.[1]).toBe(
    'Vanity logo is flagged: customer overlap 5 counts as 4, and the lane is at most Fast lane.',
  );
});

test('an override says who, what, until when and why', () => {
  const override = { lane: 'pass', reason: 'Agreed', by: 'Kim', until: '2026-12-31' } as const;

  expect(causes({ ratings: workflowTool, override })[1]).toEqual([
    'override',
    'Kim set No lane until 31 December 2026: Agreed.',
  ]);
  expect(causes({ ratings: workflowTool, override: { ...override, reason: '' } })[1]).toEqual([
    'override',
    'Kim set No lane until 31 December 2026.',
  ]);
});

test('a reason of blanks is no reason', () => {
  const override = { lane: 'pass', reason: '  ', by: 'Kim', until: '2026-12-31' } as const;

  expect(causes({ ratings: workflowTool, override })[1]?.[1]).toBe('Kim set No lane until 31 December 2026.');
});

test('a reason that ends its own sentence gets no second full stop', () => {
  const override = { lane: 'pass', reason: 'Agreed with Ann.', by: 'Kim', until: '2026-12-31' } as const;

  expect(causes({ ratings: workflowTool, override })[1]?.[1]).toMatch(/Agreed with Ann\.$/);
});

test('of two caps on one rating no sentence says more than the rating counts as', () => {
  const traps = technology.checks.slice(0, 2).map((check, index) => ({
    ...check,
    caps: { rating: { dimension: 'customer_overlap', at: index === 0 ? (3 as const) : (2 as const) } },
  }));
  const checks = flag('vanity-logo', 'competitor-in-disguise');

  const texts = causes({ ratings: workflowTool, checks }, { ...technology, checks: traps }).map(
    ([, text]) => text,
  );

  expect(texts.join(' ')).not.toContain('customer overlap 5 counts as 3');
});
