import type { PartnerType } from './partner-types.ts';
import { type Profile, versionKey } from './profile.ts';
import { brokerAgent } from './profiles/broker-agent.ts';
import { fulfillment } from './profiles/fulfillment.ts';
import { managedServiceProvider } from './profiles/managed-service-provider.ts';
import { marketing } from './profiles/marketing.ts';
import { oem } from './profiles/oem.ts';
import { referral } from './profiles/referral.ts';
import { reseller } from './profiles/reseller.ts';
import { solution } from './profiles/solution.ts';
import { technology } from './profiles/technology.ts';

/** The profiles that come with the product, one for each partner type. */
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

/** The profile with this version key, `technology@0`, or null. */
export function findProfile(profiles: readonly Profile[], key: string): Profile | null {
  return profiles.find((profile) => versionKey(profile) === key) ?? null;
}

/** The highest version for a partner type, or null where none is published. */
export function currentProfile(profiles: readonly Profile[], type: PartnerType): Profile | null {
  let current: Profile | null = null;
  for (const profile of profiles)
    if (profile.type === type && profile.version > (current?.version ?? -1)) current = profile;
  return current;
}
