/**
 * What a partner contributes.
 *
 * Source: ideal partner profile guide, "Partner Categories and Their IPP Requirements".
 */
export const PARTNER_CATEGORIES = [
  { key: 'product', label: 'Product' },
  { key: 'channel', label: 'Channel' },
  { key: 'service', label: 'Service' },
  { key: 'marketing', label: 'Marketing' },
] as const;

/**
 * The partner types and their categories. guidance.ts has a sentence about each.
 *
 * Source: ideal partner profile guide, "Partner Type specific criteria"; the guide calls technology partners product partners.
 */
export const PARTNER_TYPES = [
  { key: 'technology', category: 'product', label: 'Technology partner' },
  { key: 'reseller', category: 'channel', label: 'Reseller' },
  { key: 'referral', category: 'channel', label: 'Referral partner' },
  { key: 'oem', category: 'channel', label: 'OEM partner' },
  { key: 'broker-agent', category: 'channel', label: 'Broker or agent' },
  { key: 'fulfillment', category: 'service', label: 'Fulfillment partner' },
  { key: 'managed-service-provider', category: 'service', label: 'Managed service provider' },
  { key: 'solution', category: 'service', label: 'Solution partner' },
  { key: 'marketing', category: 'marketing', label: 'Marketing partner' },
] as const;

export type PartnerType = (typeof PARTNER_TYPES)[number]['key'];
export type PartnerCategory = (typeof PARTNER_CATEGORIES)[number]['key'];

export function isPartnerType(value: unknown): value is PartnerType {
  return PARTNER_TYPES.some(({ key }) => key === value);
}

export function partnerTypeLabel(type: PartnerType): string {
  return PARTNER_TYPES.find(({ key }) => key === type)?.label ?? type;
}
