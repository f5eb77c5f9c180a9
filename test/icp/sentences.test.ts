import fc from 'fast-check';

import { marginSentences, nextQuestionSentence, verdictParagraph } from '../../src/icp/sentences.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { EMPTY_SCORECARD, type Scorecard } from '../../src/icp/scorecard.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';
import { TODAY, anyCase } from './arbitraries.ts';

function question(given: Partial<Scorecard>, profile: Profile = technology): string | null {
  const scorecard = { ...EMPTY_SCORECARD, ...given };
  return nextQuestionSentence(scorecard, profile, verdict(scorecard, profile, TODAY));
}
function margin(given: Partial<Scorecard>, profile: Profile = technology): string[] {
  return marginSentences(profile, verdict({ ...EMPTY_SCORECARD, ...given }, profile, TODAY));
}

test('a decided lane asks nothing', () => {
  expect(question({ ratings: workflowTool })).toBeNull();
});

test('the question says which answers make which lane, the best first', () => {
  const ratings = { ...workflowTool, product_complementarity: 4, distribution_reach: null } as const;

  expect(question({ ratings })).toBe(
    'Ask about distribution reach: 2 or more makes it Deep build, a 1 makes it Fast lane.',
  );
});

test('a single best answer is called by its number', () => {
  const ratings = { ...workflowTool, product_complementarity: 1, distribution_reach: null } as const;

  expect(question({ ratings })).toBe(
    'Ask about distribution reach: a 5 makes it Deep build, 4 or less makes it Fast lane.',
  );
});

test.each([
  [380, '4 or more makes it Deep build, a 2 or 3 makes it Fast lane, a 1 makes it No lane (pass).'],
  [420, 'a 5 makes it Deep build, 2 to 4 makes it Fast lane, a 1 makes it No lane (pass).'],
])('with the floor of deep at %i the answers in between are named together', (deep, answers) => {
  // 270 points without overlap, which adds 30 an answer
  const ratings = { ...workflowTool, customer_overlap: null, strategic_fit: 2 } as const;

  expect(question({ ratings }, { ...technology, floors: { deep, fast: 330 } })).toBe(
    `Ask about customer overlap: ${answers}`,
  );
});

test('answers that leave the lane open are not mentioned', () => {
  const ratings = { ...workflowTool, customer_overlap: null, distribution_reach: null };

  expect(question({ ratings })).toBe(
    'Ask about customer overlap: a 5 makes it Deep build, a 1 makes it Fast lane.',
  );
});

test('a question that settles nothing by itself says so', () => {
  expect(question({})).toMatch(/^Ask about customer overlap: no .*answer settles the lane/);
});

test('the question uses the lane words of the profile', () => {
  const lanes = { ...technology.lanes, deep: { label: 'Joint plan', next: 'Plan.' } };
  const ratings = { ...workflowTool, product_complementarity: 4, distribution_reach: null } as const;

  expect(question({ ratings }, { ...technology, lanes })).toContain('makes it Joint plan');
});

test('each answer of the question leaves exactly the lane that the sentence says', () => {
  fc.assert(
    fc.property(anyCase({ maxUnknown: 3 }), ({ profile, scorecard }) => {
      const judged = verdict(scorecard, profile, TODAY);
      const sentence = nextQuestionSentence(scorecard, profile, judged);
      expect(sentence === null).toBe(judged.nextQuestion === null);
      if (judged.nextQuestion === null || sentence === null) return;
      const { dimension } = judged.nextQuestion;
      for (const answer of [1, 2, 3, 4, 5] as const) {
        const ratings = { ...scorecard.ratings, [dimension]: answer };
        const { computedLane } = verdict({ ...scorecard, ratings }, profile, TODAY);

        expect(laneSaid(sentence, answer)).toBe(
          computedLane === 'undecided' ? 'undecided' : profile.lanes[computedLane].label,
        );
      }
    }),
    { numRuns: 200 },
  );
});

/** The lane that the sentence gives for the answer, or `undecided`. */
function laneSaid(sentence: string, answer: number): string {
  for (const [, first = '', word, second, lane] of sentence.matchAll(
    /(?:an? )?(\d)(?: (or|to) (more|less|\d))? makes it (.+?)(?=, (?:an? )?\d|\.$|, once)/g,
  )) {
    const from = second === 'less' ? 1 : Number(first);
    const to =
      second === 'more' ? 5 : word === undefined || second === 'less' ? Number(first) : Number(second);
    if (from <= answer && answer <= to) return lane ?? '';
  }
  return 'undecided';
}

test('a margin of nothing says that the lane is firm', () => {
  expect(margin({ ratings: workflowTool })).toEqual([
    'No single rating moved by one would change the lane.',
    'With a weight of 51 instead of 20 for distribution reach it would be Fast lane.',
  ]);
});

test('a rating that would change the lane is named with both values', () => {
  const ratings = { ...wellKnownLogo, customer_overlap: 1 } as const;

  const sentences = margin({ ratings });

  expect(sentences).toContain('Strategic fit at 2 instead of 3 would make it No lane (pass).');
  expect(sentences.join(' ')).not.toContain('No single rating');
});

test('while the lane is undecided nothing is said about its margin', () => {
  expect(margin({})).toEqual([]);
});

test('an abbreviation in a label keeps its capitals in a sentence', () => {
  const [first, ...others] = technology.dimensions;
  if (first === undefined) throw new Error('the technology profile has dimensions');
  const profile = { ...technology, dimensions: [{ ...first, label: 'API readiness' }, ...others] };

  expect(question({}, profile)).toMatch(/^Ask about API readiness/);
});

test('the paragraph holds headline, profile, ratings, causes, clearance and the next step', () => {
  const scorecard = { ...EMPTY_SCORECARD, ratings: wellKnownLogo };
  const judged = verdict(scorecard, technology, TODAY);

  const paragraph = verdictParagraph('Blue Harbour', scorecard, technology, judged);

  expect(paragraph).toMatch(/^Blue Harbour: Fast lane · 280 of 500/);
  expect(paragraph).toContain(
    'Technology partner, technology@0: Customer overlap 2, Product complementarity 3,',
  );
  expect(paragraph).toContain(judged.causes.map(({ text }) => text).join(' '));
  expect(paragraph).toContain('Clearance: Not needed.');
  expect(paragraph).toContain(`Next: ${technology.lanes.fast.next}`);
  expect(paragraph).not.toContain('counts as');
});

test('the paragraph says what a capped rating counts as', () => {
  const checks = { 'single-prospect-request': { state: 'flagged', note: '' } } as const;
  const scorecard = { ...EMPTY_SCORECARD, ratings: workflowTool, checks };

  const paragraph = verdictParagraph(
    'Tideline',
    scorecard,
    technology,
    verdict(scorecard, technology, TODAY),
  );

  expect(paragraph).toContain('Customer overlap 5 (counts as 2), Product complementarity 5,');
});

test('the paragraph of an undecided partner has the question instead of a next step', () => {
  const scorecard = { ...EMPTY_SCORECARD, ratings: { ...workflowTool, customer_overlap: null } };

  const paragraph = verdictParagraph(
    'Tideline',
    scorecard,
    technology,
    verdict(scorecard, technology, TODAY),
  );

  expect(paragraph).toContain('Customer overlap unknown,');
  expect(paragraph).toContain('Clearance: not yet known.');
  expect(paragraph).toContain('Ask about customer overlap:');
  expect(paragraph).not.toContain('Next:');
});

test('while an override holds, no sentence promises without a word of it that an answer makes the lane', () => {
  const override = { lane: 'pass', reason: '', by: 'Kim', until: TODAY } as const;
  const ratings = { ...workflowTool, distribution_reach: null, product_complementarity: 4 } as const;

  const sentence = question({ ratings, override });

  expect(sentence === null || /override/i.test(sentence)).toBe(true);
});
