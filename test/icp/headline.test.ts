import type { Profile } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { type CheckAnswer, EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';
import { TODAY } from './arbitraries.ts';

const profile: Profile = {
  ...technology,
  lanes: {
    deep: { label: 'Integration', next: 'Plan the build.' },
    fast: { label: 'Listing', next: 'List it.' },
    pass: { label: 'Decline', next: 'Decline.' },
  },
};

const answered = (
  state: CheckAnswer['state'],
  note: string,
  ...checks: string[]
): Record<string, CheckAnswer> => Object.fromEntries(checks.map((key) => [key, { state, note }]));
const allClear = answered('clear', 'seen', ...technology.checks.map(({ key }) => key));
const evidence = { customer_overlap: 'a list', technical_readiness: 'links' };

function headline(given: Partial<Scorecard>): string {
  return verdict({ ...EMPTY_SCORECARD, ...given }, profile, TODAY).headline;
}

test('a pending partner lists what is left to do', () => {
  expect(headline({ ratings: workflowTool, evidence })).toBe(
    'Deep · Integration · 430 of 500 · 5 checks open',
  );
  expect(headline({ ratings: workflowTool })).toBe(
    'Deep · Integration · 430 of 500 · 5 checks open · evidence missing for 2 questions',
  );
});

test('what is done is not counted as left to do', () => {
  expect(headline({ ratings: workflowTool, checks: allClear })).toBe(
    'Deep · Integration · 430 of 500 · evidence missing for 2 questions',
  );
});

test('what is left to do is counted in the singular too', () => {
  const ratings = { ...workflowTool, strategic_fit: null };
  const checks = { ...allClear, ...answered('clear', '', 'vanity-logo') };
  delete checks['dead-api'];

  expect(headline({ ratings, checks, evidence: { customer_overlap: 'a list' } })).toBe(
    'Deep · Integration · 415 to 435 of 500 · 1 answer missing · 1 check open · evidence missing for 1 question · 1 clear check without a note',
  );
});

test('a partner whose checks are all clear says so', () => {
  expect(headline({ ratings: workflowTool, evidence, checks: allClear })).toBe(
    'Deep · Integration · 430 of 500 · checks clear',
  );
});

test('a blocked partner names every flag, and the answers that are missing', () => {
  const checks = answered('flagged', '', 'vanity-logo', 'enthusiastic-contact');

  expect(headline({ ratings: workflowTool, checks })).toBe(
    'Fast lane · Listing · 430 of 500 · blocked by vanity logo, enthusiastic contact',
  );
  expect(headline({ ratings: { ...workflowTool, strategic_fit: null }, checks })).toBe(
    'Fast lane · Listing · 415 to 435 of 500 · blocked by vanity logo, enthusiastic contact · 1 answer missing',
  );
});

test('an abbreviation keeps its capitals', () => {
  expect(headline({ ratings: workflowTool, checks: answered('flagged', '', 'dead-api') })).toBe(
    'Deep · Integration · 400 of 500 · blocked by dead API',
  );
});

test('a partner below deep says by how many points it misses the next lane', () => {
  const low = { ...wellKnownLogo, customer_overlap: 1, strategic_fit: 2 } as const;

  expect(headline({ ratings: wellKnownLogo })).toBe(
    'Fast lane · Listing · 280 of 500 · 100 points below Deep',
  );
  expect(headline({ ratings: low })).toBe('No lane · Decline · 245 of 500 · 5 points below Fast lane');
});

test('a partner on the floor of fast says how far deep is', () => {
  expect(headline({ ratings: { ...wellKnownLogo, customer_overlap: 1 } })).toBe(
    'Fast lane · Listing · 250 of 500 · 130 points below Deep',
  );
});

test('a partner below deep with answers missing names them, and no distance', () => {
  expect(headline({ ratings: { ...wellKnownLogo, strategic_fit: null } })).toBe(
    'Fast lane · Listing · 270 to 290 of 500 · 1 answer missing',
  );
});

test('a flag on a partner below deep is named', () => {
  expect(
    headline({ ratings: wellKnownLogo, checks: answered('flagged', '', 'competitor-in-disguise') }),
  ).toBe('No lane · Decline · 280 of 500 · flagged: competitor in disguise');
});

test('an undecided partner counts the missing answers', () => {
  expect(headline({})).toBe('Needs answers · 100 to 500 of 500 · 6 answers missing');
});

test('an override in force shows its last day and the lane by ratings and checks', () => {
  const override = { lane: 'fast', reason: '', by: 'Kim', until: '2026-12-31' } as const;

  expect(headline({ ratings: workflowTool, evidence, override })).toBe(
    'Fast lane · Listing · 430 of 500 · override until 31 December 2026, by ratings and checks Deep',
  );
});

test('a rating that waits to be confirmed is named', () => {
  expect(headline({ ratings: workflowTool, evidence, checks: allClear, toConfirm: ['strategic_fit'] })).toBe(
    'Deep · Integration · 430 of 500 · 1 rating to confirm',
  );
});

test('an override to deep names what clearance still waits for', () => {
  const override = { lane: 'deep', reason: '', by: 'Kim', until: '2026-12-31' } as const;

  expect(headline({ ratings: wellKnownLogo, checks: allClear, override })).toBe(
    'Deep · Integration · 280 of 500 · evidence missing for 3 questions · override until 31 December 2026, by ratings and checks Fast lane',
  );
});
