import { type ComparedPartner, type Comparison, comparePartners } from '../../../src/icp/compare-partners.ts';
import { dimensionKeysOf } from '../../../src/icp/dimension-keys.ts';
import { type PartnerType, isPartnerType } from '../../../src/icp/partner-types.ts';
import type { Profile } from '../../../src/icp/profile.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';
import type { PartnerRow } from './partner-row.ts';

/** Profiles by version key, `technology@3`. */
export type Profiles = Readonly<Record<string, Profile>>;

/** What to ask for a profile by. @param key `technology@3` @returns null where it names no version of a type */
export function profileAsked(key: string): { type: PartnerType; version: number } | null {
  const [type, version = ''] = key.split('@');
  return isPartnerType(type) && /^\d+$/.test(version) ? { type, version: Number(version) } : null;
}

/** Compares two rows: with points where their profiles are there, else by ratings alone. */
export function compareRows(one: PartnerRow, other: PartnerRow, profiles: Profiles): Comparison {
  return comparePartners(comparedOf(one, profiles), comparedOf(other, profiles));
}

function comparedOf(row: PartnerRow, profiles: Profiles): ComparedPartner {
  return { ...row, dimensions: dimensionsOf(row, profiles) };
}

function dimensionsOf(
  { type, profileVersion }: PartnerRow,
  profiles: Profiles,
): ComparedPartner['dimensions'] {
  const profile = profiles[profileVersion];
  return (
    profile?.dimensions ?? dimensionKeysOf(type).map((key) => ({ key, label: labelOf(key), weight: null }))
  );
}

/** `customer_overlap` is `Customer overlap`: what the card calls it. */
function labelOf(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether flagged checks count less than was rated, so that the points of the answers do not add up to the total. */
export function isCapped(row: PartnerRow, profiles: Profiles): boolean {
  const profile = profiles[row.profileVersion];
  if (profile === undefined || row.missing > 0) return false;
  const points = profile.dimensions.reduce(
    (sum, { key, weight }) => sum + weight * (ratingOf(row.ratings, key) ?? 0),
    0,
  );
  return points !== row.low;
}
