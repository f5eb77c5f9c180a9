import fc from 'fast-check';

import { LANE_LABELS } from '../../src/icp/lanes.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { type CheckAnswer, EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';
import { TODAY, anyCase } from './arbitraries.ts';

function next(given: Partial<Scorecard>, profile: Profile = technology): string {
  return verdict({ ...EMPTY_SCORECARD, ...given }, profile, TODAY).next;
}

const answered = (
  state: CheckAnswer['state'],
  note: string,
  ...checks: string[]
): Record<string, CheckAnswer> => Object.fromEntries(checks.map((key) => [key, { state, note }]));
const allClear = answered('clear', 'seen', ...technology.checks.map(({ key }) => key));
const evidence = { customer_overlap: 'a list', distribution_reach: 'figures', technical_readiness: 'links' };

test('a pending partner reads which checks to run and which evidence to add', () => {
  expect(next({ ratings: workflowTool })).toBe(
    'Check vanity logo, competitor in disguise and 3 more; add evidence for customer overlap and technical readiness.',
  );
});

test('a cleared partner reads the next step of the profile', () => {
  expect(next({ ratings: workflowTool, evidence, checks: allClear })).toBe(technology.lanes.deep.next);
});

test('a partner below deep reads the next step of its lane', () => {
  expect(next({ ratings: wellKnownLogo })).toBe(technology.lanes.fast.next);
});

test('a blocked partner reads what to resolve first', () => {
  const checks = { ...allClear, ...answered('flagged', '', 'vanity-logo', 'dead-api') };

  expect(next({ ratings: workflowTool, evidence, checks })).toBe('Resolve vanity logo and dead API.');
});

test('a clear check without a note is to be explained', () => {
  const checks = { ...allClear, ...answered('clear', ' ', 'dead-api') };

  expect(next({ ratings: workflowTool, evidence, checks })).toBe('Note why dead API is clear.');
});

test('a rating that was given for another type is to be confirmed, below deep too', () => {
  expect(next({ ratings: wellKnownLogo, toConfirm: ['strategic_fit'] })).toBe(
    'Confirm strategic fit for this type.',
  );
});

test('a rating that cannot change the lane is still asked for before a partner is cleared', () => {
  const ratings = { ...workflowTool, strategic_fit: null };

  expect(next({ ratings, evidence, checks: allClear })).toBe('Rate strategic fit.');
});

test('while an override holds, no answer is said to make another lane', () => {
  const override = { lane: 'pass', reason: '', by: 'Kim', until: TODAY } as const;
  const ratings = { ...workflowTool, distribution_reach: null, product_complementarity: 4 } as const;

  expect(next({ ratings, override })).toBe(technology.lanes.pass.next);
  expect(next({ ratings, evidence, checks: allClear, override: { ...override, lane: 'deep' } })).toBe(
    'Rate distribution reach.',
  );
});

test('the question says which answers make which lane, the best first', () => {
  const ratings = { ...workflowTool, product_complementarity: 4, distribution_reach: null } as const;

  expect(next({ ratings })).toBe(
    'Ask about distribution reach: 2 or more makes it Deep, a 1 makes it Fast lane.',
  );
});

test('a single best answer is called by its number', () => {
  const ratings = { ...workflowTool, product_complementarity: 1, distribution_reach: null } as const;

  expect(next({ ratings })).toBe(
    'Ask about distribution reach: a 5 makes it Deep, 4 or less makes it Fast lane.',
  );
});

test.each([
  [380, '4 or more makes it Deep, a 2 or 3 makes it Fast lane, a 1 makes it No lane.'],
  [420, 'a 5 makes it Deep, 2 to 4 makes it Fast lane, a 1 makes it No lane.'],
])('with the floor of deep at %i the answers in between are named together', (deep, answers) => {
  // 270 points without overlap, which adds 30 an answer
  const ratings = { ...workflowTool, customer_overlap: null, strategic_fit: 2 } as const;

  expect(next({ ratings }, { ...technology, floors: { deep, fast: 330 } })).toBe(
    `Ask about customer overlap: ${answers}`,
  );
});

test('answers that leave the lane open are not mentioned', () => {
  const ratings = { ...workflowTool, customer_overlap: null, distribution_reach: null };

  expect(next({ ratings })).toBe('Ask about customer overlap: a 5 makes it Deep, a 1 makes it Fast lane.');
});

test('a question that settles nothing by itself says so', () => {
  expect(next({})).toMatch(/^Ask about customer overlap: no .*answer settles the lane/);
});

test('each answer of the question leaves exactly the lane that the sentence says', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 3 }), ({ profile, scorecard }) => {
      const judged = verdict(scorecard, profile, TODAY);
      if (judged.nextQuestion === null || judged.override !== null) return;
      const [sentence = ''] = judged.next.split('; ');
      const { dimension } = judged.nextQuestion;
      for (const answer of [1, 2, 3, 4, 5] as const) {
        const ratings = { ...scorecard.ratings, [dimension]: answer };
        const { computedLane } = verdict({ ...scorecard, ratings }, profile, TODAY);

        expect(laneSaid(sentence, answer)).toBe(
          computedLane === 'undecided' ? 'undecided' : LANE_LABELS[computedLane],
        );
      }
    }),
    { numRuns: 200 },
  );
});

/** The lane that the sentence gives for the answer, or `undecided`. */
function laneSaid(sentence: string, answer: number): string {
  for (const [, first = '', word, second, lane] of sentence.matchAll(
    /(?:an? )?(\d)(?: (or|to) (more|less|\d))? makes it (.+?)(?=, (?:an? )?\d|\.?$)/g,
  )) {
    const from = second === 'less' ? 1 : Number(first);
    const to =
      second === 'more' ? 5 : word === undefined || second === 'less' ? Number(first) : Number(second);
    if (from <= answer && answer <= to) return lane ?? '';
  }
  return 'undecided';
}
