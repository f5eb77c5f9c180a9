import { PARTNER_TYPES, type PartnerType } from '../icp/partner-types.ts';

/** A partner type with its category: `Reseller (channel)`. */
export function typeInWords(type: PartnerType): string {
  const known = PARTNER_TYPES.find(({ key }) => key === type);
  return known === undefined ? type : `${known.label} (${known.category})`;
}
