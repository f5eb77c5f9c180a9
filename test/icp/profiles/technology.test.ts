import { profileFaults } from '../../../src/icp/profile-faults.ts';
import { technology } from '../../../src/icp/profiles/technology.ts';
import { workflowTool } from '../../worked-example.ts';

const { dimensions, checks } = technology;

test('weights and order are those of the guide', () => {
  expect(dimensions.map(({ key, label, weight }) => [key, label, weight])).toEqual([
    ['customer_overlap', 'Customer overlap', 30],
    ['product_complementarity', 'Product complementarity', 20],
    ['distribution_reach', 'Distribution reach', 20],
    ['technical_readiness', 'Technical readiness', 15],
    ['commercial_alignment', 'Commercial alignment', 10],
    ['strategic_fit', 'Strategic fit', 5],
  ]);
  expect(profileFaults(technology)).toEqual([]);
});

test('the worked example rates exactly these dimensions', () => {
  expect(Object.keys(workflowTool)).toEqual(dimensions.map(({ key }) => key));
});

test('380 is the floor of deep, 250 the floor of fast', () => {
  expect(technology.floors).toEqual({ deep: 380, fast: 250 });
});

test('evidence is required for overlap, reach and readiness', () => {
  expect(dimensions.filter(({ evidenceRequired }) => evidenceRequired).map(({ key }) => key)).toEqual([
    'customer_overlap',
    'distribution_reach',
    'technical_readiness',
  ]);
});

test('each flag does what its anti-pattern calls for', () => {
  expect(Object.fromEntries(checks.map(({ key, caps }) => [key, caps]))).toEqual({
    'vanity-logo': { lane: 'fast' },
    'competitor-in-disguise': { lane: 'pass' },
    'single-prospect-request': { rating: { dimension: 'customer_overlap', at: 2 } },
    'dead-api': { rating: { dimension: 'technical_readiness', at: 2 } },
    'enthusiastic-contact': { lane: 'fast' },
  });
});

test.each(dimensions)(
  '$key has five distinct levels, short beside the rating and longer in the panel',
  (dimension) => {
    for (const [texts, longest] of [
      [dimension.anchors, 60],
      [dimension.rubric, 160],
    ] as const) {
      expect(new Set(texts).size).toBe(5);
      for (const text of texts) expect(text.trim().length).toBeGreaterThan(5);
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(longest);
    }
  },
);

test.each(dimensions)('$key asks one question and says what to look at', ({ question, evidencePrompts }) => {
  expect(question).toMatch(/^[A-Z].*\?$/);
  expect(evidencePrompts.length).toBeGreaterThan(0);
});

test('no level of one dimension reads like a level of another', () => {
  const levels = dimensions.flatMap(({ anchors, rubric }) => [...anchors, ...rubric]);

  expect(new Set(levels).size).toBe(levels.length);
});

test('each lane has its own words and a next step', () => {
  expect(technology.lanes.deep.label).toBe('Deep build');
  expect(technology.lanes.fast).toMatchObject({
    label: 'Fast lane',
    next: expect.stringMatching(/listing.*connector/) as unknown,
  });
  expect(technology.lanes.pass.label).toBe('No lane (pass)');
  for (const { next } of Object.values(technology.lanes)) expect(next).toMatch(/^[A-Z].*\.$/);
});

test('the shipped profile is technology, version 0', () => {
  expect(technology).toMatchObject({ type: 'technology', version: 0, title: 'Technology partner' });
});
