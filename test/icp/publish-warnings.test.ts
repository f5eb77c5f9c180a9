import type { PortfolioCard } from '../../src/icp/portfolio-card.ts';
import { previewProfile } from '../../src/icp/preview.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import {
  hasShares,
  holdWarnings,
  laneWarnings,
  prerequisiteWarnings,
  weightWarnings,
} from '../../src/icp/publish-warnings.ts';
import { EMPTY_SCORECARD } from '../../src/icp/scorecard.ts';
import { wellKnownLogo, workflowTool } from '../worked-example.ts';
import { TODAY } from './arbitraries.ts';

function previewOf(deep: number, others: number) {
  const cards = Array.from({ length: deep + others }, (_, index): PortfolioCard => ({
    companyId: `${index}`,
    companyName: `Company ${index}`,
    profileVersion: 'technology@0',
    scorecard: {
      ...EMPTY_SCORECARD,
      type: 'technology',
      ratings: index < deep ? workflowTool : wellKnownLogo,
    },
    before: { lane: 'fast', total: 280, low: 280, high: 280 },
  }));
  return previewProfile(technology, cards, TODAY);
}

const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

test('more than 40 % deep is warned of, 40 % is not', () => {
  expect(codes(laneWarnings(previewOf(9, 11)))).toEqual(['too-many-deep']);
  expect(codes(laneWarnings(previewOf(8, 12)))).toEqual([]);
});

test('nobody deep is warned of', () => {
  expect(codes(laneWarnings(previewOf(0, 20)))).toEqual(['nobody-deep']);
});

test('fewer than 20 complete scorecards give neither shares nor warnings', () => {
  expect(laneWarnings(previewOf(19, 0))).toEqual([]);
  expect(hasShares(previewOf(19, 0))).toBe(false);
  expect(hasShares(previewOf(20, 0))).toBe(true);
});

test('a dimension that weighs more than overlap is warned of, one that weighs the same is not', () => {
  const withReach = (reach: number, overlap: number) => ({
    ...technology,
    dimensions: technology.dimensions.map((dimension) => {
      if (dimension.key === 'distribution_reach') return { ...dimension, weight: reach };
      return dimension.key === 'customer_overlap' ? { ...dimension, weight: overlap } : dimension;
    }),
  });

  expect(codes(weightWarnings(withReach(30, 20)))).toEqual(['overlap-not-heaviest']);
  expect(weightWarnings(withReach(25, 25))).toEqual([]);
  expect(weightWarnings({ ...withReach(30, 20), type: 'oem' })).toEqual([]);
});

test('a profile is held through its review day, and late the day after', () => {
  expect(codes(holdWarnings('2027-03-03', '2027-03-03'))).toEqual(['held']);
  expect(codes(holdWarnings('2027-03-03', '2027-03-04'))).toEqual(['review-passed']);
  expect(holdWarnings(null, '2027-03-04')).toEqual([]);
});

test('missing links, an unmet gate and a small pool are each named', () => {
  const link = { url: 'https://example.com' };
  const timing = { productMarketFit: true, goToMarket: false, programReady: true };

  const warnings = prerequisiteWarnings({ hypothesis: link, customerIcp: null, thesis: null, timing }, 7);

  expect(codes(warnings)).toEqual(['prerequisites-missing', 'timing', 'pool-small']);
  expect(warnings[0]?.message).toContain('the customer ICP, the partner thesis of the year');
  expect(warnings[1]?.message).toContain('a proven go-to-market');
});
