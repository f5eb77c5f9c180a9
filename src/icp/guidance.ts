import type { PartnerCategory, PartnerType } from './partner-types.ts';
import { SUCCESS_FACTORS, type SuccessFactor } from './success-factors.ts';

/** Texts that help before the first rating. They come with the loaded record, so that the card does not bundle them. */
export interface Guidance {
  /** One sentence per category. */
  categories: Readonly<Record<PartnerCategory, string>>;
  /** One sentence per type. */
  types: Readonly<Record<PartnerType, string>>;
  successFactors: readonly SuccessFactor[];
}

export const GUIDANCE: Guidance = {
  categories: {
    product: 'Their product and ours do more together.',
    channel: 'They bring us customers, or sell for us.',
    service: 'They put our product to work for customers.',
    marketing: 'They make our name known to their audience.',
  },
  types: {
    technology: 'Connects its product with ours, so that customers use both.',
    reseller: 'Sells our product to its own customers, under its own contract.',
    referral: 'Introduces customers to us and earns a share; we sell.',
    oem: 'Puts our product inside its own and sells both as one.',
    'broker-agent': 'Negotiates for us and closes the deal in our name.',
    fulfillment: 'Delivers what we have sold: setup, training, migration.',
    'managed-service-provider': 'Runs our product for its customers, month after month.',
    solution: 'Combines our product with others into a solution, and installs it.',
    marketing: 'Speaks about us to an audience that listens, and brings leads.',
  },
  successFactors: SUCCESS_FACTORS,
};
