/**
 * What a partner contributes, and the operational roles in which it does so.
 *
 * Source: ideal partner profile guide, "Partner Categories and Their IPP Requirements". The sentences are ours.
 */
export const PARTNER_CATEGORIES = [
  { key: 'product', label: 'Product', sentence: 'Their product and ours do more together.' },
  { key: 'channel', label: 'Channel', sentence: 'They bring us customers, or sell for us.' },
  { key: 'service', label: 'Service', sentence: 'They put our product to work for customers.' },
  { key: 'marketing', label: 'Marketing', sentence: 'They make our name known to their audience.' },
] as const;

/**
 * The partner types and the category of each.
 *
 * Source: ideal partner profile guide, "Partner Type specific criteria"; technology partners are its product partners.
 */
export const PARTNER_TYPES = [
  {
    key: 'technology',
    category: 'product',
    label: 'Technology partner',
    sentence: 'Connects its product with ours, so that customers use both.',
  },
  {
    key: 'reseller',
    category: 'channel',
    label: 'Reseller',
    sentence: 'Sells our product to its own customers, under its own contract.',
  },
  {
    key: 'referral',
    category: 'channel',
    label: 'Referral partner',
    sentence: 'Introduces customers to us and earns a share; we sell.',
  },
  {
    key: 'oem',
    category: 'channel',
    label: 'OEM partner',
    sentence: 'Puts our product inside its own and sells both as one.',
  },
  {
    key: 'broker-agent',
    category: 'channel',
    label: 'Broker or agent',
    sentence: 'Negotiates for us and closes the deal in our name.',
  },
  {
    key: 'fulfillment',
    category: 'service',
    label: 'Fulfillment partner',
    sentence: 'Delivers what we have sold: setup, training, migration.',
  },
  {
    key: 'managed-service-provider',
    category: 'service',
    label: 'Managed service provider',
    sentence: 'Runs our product for its customers, month after month.',
  },
  {
    key: 'solution',
    category: 'service',
    label: 'Solution partner',
    sentence: 'Combines our product with others into a solution, and installs it.',
  },
  {
    key: 'marketing',
    category: 'marketing',
    label: 'Marketing partner',
    sentence: 'Speaks about us to an audience that listens, and brings leads.',
  },
] as const;

export type PartnerType = (typeof PARTNER_TYPES)[number]['key'];
export type PartnerCategory = (typeof PARTNER_CATEGORIES)[number]['key'];

export function isPartnerType(value: unknown): value is PartnerType {
  return PARTNER_TYPES.some(({ key }) => key === value);
}

export function partnerTypeLabel(type: PartnerType): string {
  return PARTNER_TYPES.find(({ key }) => key === type)?.label ?? type;
}
