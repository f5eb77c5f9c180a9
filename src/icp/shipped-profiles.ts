import type { KnownProfiles, Profile } from './profile.ts';
import { brokerAgent } from './profiles/broker-agent.ts';
import { fulfillment } from './profiles/fulfillment.ts';
import { managedServiceProvider } from './profiles/managed-service-provider.ts';
import { marketing } from './profiles/marketing.ts';
import { oem } from './profiles/oem.ts';
import { referral } from './profiles/referral.ts';
import { reseller } from './profiles/reseller.ts';
import { solution } from './profiles/solution.ts';
import { technology } from './profiles/technology.ts';

/** The profiles that the product ships, one per partner type. */
export const SHIPPED_PROFILES: readonly Profile[] = [
  technology,
  reseller,
  referral,
  oem,
  brokerAgent,
  fulfillment,
  managedServiceProvider,
  solution,
  marketing,
];

/** What a portal knows that has published nothing. */
export const SHIPPED: KnownProfiles = { profiles: SHIPPED_PROFILES, current: {} };
