import type { PartnerType } from '../../../src/icp/partner-types.ts';

/**
 * Where a criterion is asked in a profile: the dimension (or `check <key>`), and words of its text. One place per type,
 * because nothing is rated twice.
 */
export type Place = readonly [at: string, words: string];

/** One criterion of the guides, in our words. */
export interface Criterion {
  criterion: string;
  /** For each type that the guide names. */
  places: Readonly<Partial<Record<PartnerType, Place>>>;
}

/** A part of the guides: how many criteria it has, and for which types. */
export interface Section {
  section: string;
  of: readonly PartnerType[];
  criteria: readonly Criterion[];
}

export const CHANNEL = ['reseller', 'referral', 'oem', 'broker-agent'] as const;
export const SERVICE = ['fulfillment', 'managed-service-provider', 'solution'] as const;
export const TABLE = [...CHANNEL, ...SERVICE] as const;
export const ALL_BUT_TECHNOLOGY = [...TABLE, 'marketing'] as const;

export function everywhere(of: readonly PartnerType[], ...place: Place): Criterion['places'] {
  return Object.fromEntries(of.map((type) => [type, place]));
}

/** The same dimension for each type, in other words. */
export function each(
  at: string,
  words: Readonly<Partial<Record<PartnerType, string>>>,
): Record<string, Place> {
  return Object.fromEntries(Object.entries(words).map(([type, text]) => [type, [at, text] as const]));
}
