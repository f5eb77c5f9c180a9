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

test('no level of one dimension reads like a level of another', () => {
  const levels = dimensions.flatMap(({ anchors, rubric }) => [...anchors, ...rubric]);

  expect(new Set(levels).size).toBe(levels.length);
});

test('each lane has its own words', () => {
  const { deep, fast, pass } = technology.lanes;

  expect([deep.label, fast.label, pass.label]).toEqual(['Full build', 'Directory listing', 'Polite no']);
  expect(fast.next).toMatch(/listing.*connector/);
});

test('one request alone raises no overlap, and talks on terms raise no commercial alignment', () => {
  const [overlap, commercial] = ['customer_overlap', 'commercial_alignment'].map(
    (wanted) => dimensions.find(({ key }) => key === wanted)?.rubric ?? [],
  );

  expect(overlap?.[2]).toMatch(/one request alone/i);
  expect(commercial?.join(' ')).not.toMatch(/terms|agreed|discuss|negotiat|sign/i);
});

test('the shipped profile is technology, version 0', () => {
  expect(technology).toMatchObject({ type: 'technology', version: 0, title: 'Technology partner' });
});
