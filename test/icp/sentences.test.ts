import fc from 'fast-check';

import { LANE_LABELS } from '../../src/icp/lanes.ts';
import { marginSentences, unblockSentences, verdictParagraph } from '../../src/icp/sentences.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { EMPTY_SCORECARD, type Scorecard, checkAnswer } from '../../src/icp/scorecard.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';
import { TODAY, anyCase } from './arbitraries.ts';

function margin(given: Partial<Scorecard>, profile: Profile = technology): string[] {
  return marginSentences(profile, verdict({ ...EMPTY_SCORECARD, ...given }, profile, TODAY));
}

test('a margin of nothing says that the lane is firm', () => {
  const checks = margin({ ratings: workflowTool }).slice(0, -2);
  expect(checks).toEqual([
    'If vanity logo were flagged it would be Fast lane.',
    'If competitor in disguise were flagged it would be No lane.',
    'If single-prospect request were flagged it would be Fast lane.',
    'If enthusiastic contact were flagged it would be Fast lane.',
  ]);
  expect(margin({ ratings: workflowTool }).slice(-2)).toEqual([
    'No single rating moved by one would change the lane.',
    'With a weight of 51 instead of 20 for distribution reach it would be Fast lane.',
  ]);
});

test('a rating that would change the lane is named with both values', () => {
  const ratings = { ...wellKnownLogo, customer_overlap: 1 } as const;

  const sentences = margin({ ratings });

  expect(sentences).toContain('Strategic fit at 2 instead of 3 would make it No lane.');
  expect(sentences.join(' ')).not.toContain('No single rating');
});

test('while the lane is undecided nothing is said about ratings and weights', () => {
  expect(margin({}).every((sentence) => sentence.includes('flagged'))).toBe(true);
});

test('a flag that keeps a partner from deep says what clearing it would give', () => {
  const checks = { 'enthusiastic-contact': { state: 'flagged', note: 'left' } } as const;

  expect(margin({ ratings: workflowTool, checks })).toContain(
    'If enthusiastic contact were clear it would be Deep.',
  );
});

test('what is said about each check is what changing it alone gives; a flag raises no lane and a clear check lowers none', () => {
  fc.assert(
    fc.property(anyCase(), ({ profile, scorecard }) => {
      const judged = verdict(scorecard, profile, TODAY);
      const order = ['pass', 'fast', 'deep'];
      for (const [index, { check, to }] of judged.margin.checks.entries()) {
        const answer = { ...checkAnswer(scorecard, check), state: to };
        const changed = { ...scorecard, checks: { ...scorecard.checks, [check]: answer } };
        const { computedLane } = verdict(changed, profile, TODAY);
        expect(marginSentences(profile, judged)[index]).toMatch(
          `were ${to} it would be ${LANE_LABELS[computedLane]}`,
        );
        if (computedLane === 'undecided' || judged.computedLane === 'undecided') continue;
        const rise = order.indexOf(computedLane) - order.indexOf(judged.computedLane);
        expect(Math.sign(rise)).toBe(to === 'clear' ? 1 : -1);
      }
    }),
  );
});

test('the paragraph holds headline, profile, ratings, causes, clearance and the next step', () => {
  const scorecard = { ...EMPTY_SCORECARD, ratings: wellKnownLogo };
  const judged = verdict(scorecard, technology, TODAY);

  const paragraph = verdictParagraph('Blue Harbour', scorecard, technology, judged, 'Shipped profile');

  expect(paragraph).toMatch(/^Blue Harbour: Fast lane · .* · 280 of 500/);
  expect(paragraph).toContain(
    'Technology partner, shipped profile: Customer overlap 2, Product complementarity 3,',
  );
  expect(paragraph).toContain(judged.causes.map(({ text }) => text).join(' '));
  expect(paragraph).toContain('Clearance for Deep: Only for Deep.');
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
    'Shipped profile',
  );

  expect(paragraph).toContain('Customer overlap 5 (counts as 2), Product complementarity 5,');
});

test('the paragraph of an undecided partner has the question as its next step', () => {
  const scorecard = { ...EMPTY_SCORECARD, ratings: { ...workflowTool, customer_overlap: null } };

  const paragraph = verdictParagraph(
    'Tideline',
    scorecard,
    technology,
    verdict(scorecard, technology, TODAY),
    'Shipped profile',
  );

  expect(paragraph).toContain('Customer overlap unknown,');
  expect(paragraph).toContain('Clearance for Deep: not yet known.');
  expect(paragraph).toContain('Next: Ask about customer overlap:');
});

test('a blocked partner reads, for each flag, what lifts it', () => {
  const checks = { 'dead-api': { state: 'flagged', note: 'No docs' } } as const;
  const scorecard = { ...EMPTY_SCORECARD, ratings: workflowTool, checks };
  const judged = verdict(scorecard, technology, TODAY);

  const [only, ...more] = unblockSentences(scorecard, technology, judged);

  expect(more).toEqual([]);
  expect(only).toMatch(
    /^Dead API is flagged\. Mark it clear, with a note, once this is answered: Open the docs/,
  );
});

test('a partner out of reach of Deep has nothing to unblock, whatever is flagged', () => {
  const checks = { 'vanity-logo': { state: 'flagged', note: '' } } as const;
  const scorecard = { ...EMPTY_SCORECARD, ratings: wellKnownLogo, checks };

  expect(unblockSentences(scorecard, technology, verdict(scorecard, technology, TODAY))).toEqual([]);
});
