import type { Section } from './criterion.ts';
import {
  PEOPLE,
  COMPANY,
  OBJECTIVES,
  OPERATIONS_AND_CULTURE,
  MARKET_ACCESS,
  TRAINING,
  PRICING,
  MANDATE,
} from './of-every-type.ts';
import { CHANNEL_PARTNERS, SERVICE_PARTNERS, MARKETING_PARTNERS, PRODUCT_PARTNERS } from './of-categories.ts';
import { SALES, NETWORKS, JOINED_PRODUCTS, SERVICES, SAAS } from './of-one-row.ts';
import { TECHNOLOGY } from './of-technology.ts';

/** Every criterion of both guides, by part of the guide. */
export const SECTIONS: readonly Section[] = [
  PEOPLE,
  COMPANY,
  OBJECTIVES,
  CHANNEL_PARTNERS,
  SERVICE_PARTNERS,
  MARKETING_PARTNERS,
  PRODUCT_PARTNERS,
  SALES,
  NETWORKS,
  JOINED_PRODUCTS,
  SERVICES,
  OPERATIONS_AND_CULTURE,
  MARKET_ACCESS,
  TRAINING,
  PRICING,
  SAAS,
  TECHNOLOGY,
  MANDATE,
];
