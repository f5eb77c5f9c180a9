import type { Ratings } from '../src/icp/ratings.ts';

/** The two candidates that the guide scores by hand. Source: partner ICP guide, "Scoring a candidate against the profile". */
export const workflowTool = {
  customer_overlap: 5,
  product_complementarity: 5,
  distribution_reach: 3,
  technical_readiness: 4,
  commercial_alignment: 4,
  strategic_fit: 4,
} as const satisfies Ratings;

export const wellKnownLogo = {
  customer_overlap: 2,
  product_complementarity: 3,
  distribution_reach: 4,
  technical_readiness: 3,
  commercial_alignment: 2,
  strategic_fit: 3,
} as const satisfies Ratings;
