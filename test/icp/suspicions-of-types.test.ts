import { NO_FACTS } from '../../src/icp/facts.ts';
import type { Profile } from '../../src/icp/profile.ts';
import type { Ratings } from '../../src/icp/ratings.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { suspicions } from '../../src/icp/suspicions.ts';
import { TODAY } from './arbitraries.ts';

const shipped = (type: string): Profile => {
  const profile = SHIPPED_PROFILES.find((one) => one.type === type);
  if (profile === undefined) throw new Error(`no profile for ${type}`);
  return profile;
};

const suspected = (type: string, ratings: Ratings): string[] =>
  suspicions({ ratings, checks: {} }, shipped(type), NO_FACTS, {}, TODAY).map(({ check }) => check);

test.each([
  ['solution', 2, 4, true],
  ['fulfillment', 1, 5, true],
  ['managed-service-provider', 2, 5, true],
  ['solution', 3, 4, false],
  ['solution', 2, 3, false],
  ['solution', null, 5, false],
  ['reseller', 1, 5, false],
  ['marketing', 1, 5, false],
] as const)(
  'a %s partner with compatibility %p and market access %p: vanity logo suspected is %p',
  (type, compatibility, access, expected) => {
    const ratings = { compatibility, market_access: access };

    expect(suspected(type, ratings).includes('vanity-logo')).toBe(expected);
  },
);

test.each([
  ['reseller', 1, 4, true],
  ['oem', 1, 5, true],
  ['reseller', 2, 5, false],
  ['reseller', 1, 3, false],
  ['reseller', null, 5, false],
  ['technology', 1, 5, false],
] as const)(
  'a %s partner with company alignment %p and market access %p: competitor suspected is %p',
  (type, alignment, access, expected) => {
    const ratings = { company_alignment: alignment, market_access: access };

    expect(suspected(type, ratings).includes('competitor-in-disguise')).toBe(expected);
  },
);
