import { evidenceFor, evidenceGaps } from '../../src/icp/evidence.ts';
import { technology } from '../../src/icp/profiles/technology.ts';

test('a dimension without an entry has no evidence, not even one called constructor', () => {
  const evidence = { reach: 'a list' };

  expect(['reach', 'overlap', 'constructor'].map((key) => evidenceFor({ evidence }, key))).toEqual([
    'a list',
    '',
    '',
  ]);
});

test('a 4 or 5 without required evidence is a gap; a 3 is none', () => {
  const ratings = { customer_overlap: 4, distribution_reach: 3, technical_readiness: 5 } as const;

  expect(evidenceGaps({ ratings, evidence: {} }, technology, false)).toEqual([
    'customer_overlap',
    'technical_readiness',
  ]);
});

test('a dimension that asks for no evidence has no gap', () => {
  const ratings = { product_complementarity: 5, commercial_alignment: 5, strategic_fit: 5 } as const;

  expect(evidenceGaps({ ratings, evidence: {} }, technology, false)).toEqual([]);
});

test('evidence of blanks is no evidence', () => {
  const ratings = { customer_overlap: 5, distribution_reach: 5 } as const;
  const evidence = { customer_overlap: '  \n\t', distribution_reach: ' https://example.com ' };

  expect(evidenceGaps({ ratings, evidence }, technology, false)).toEqual(['customer_overlap']);
});

test('under an override to deep every required evidence is asked for, whatever the rating', () => {
  const ratings = { customer_overlap: 1, technical_readiness: null } as const;

  expect(evidenceGaps({ ratings, evidence: {} }, technology, true)).toEqual([
    'customer_overlap',
    'distribution_reach',
    'technical_readiness',
  ]);
});
