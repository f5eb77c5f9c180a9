import type { PartnerType } from './partner-types.ts';

const OF_TECHNOLOGY = [
  'customer_overlap',
  'product_complementarity',
  'distribution_reach',
  'technical_readiness',
  'commercial_alignment',
  'strategic_fit',
] as const;

const OF_OTHER_TYPES = [
  'people',
  'company_alignment',
  'role_criteria',
  'compatibility',
  'collaboration_support',
  'market_access',
] as const;

/**
 * The keys of the six questions of a type, in the order of its shipped profile. A profile of a portal may not change them,
 * so that whoever counts answers needs no profile with its rubrics.
 */
export function dimensionKeysOf(type: PartnerType): readonly string[] {
  return type === 'technology' ? OF_TECHNOLOGY : OF_OTHER_TYPES;
}
