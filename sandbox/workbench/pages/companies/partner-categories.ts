/**
 * Partner types by what a partner contributes. HubSpot keeps no property for it: there, a view of channel partners asks
 * "Partner type is any of" these types. Names of types come from the property's options.
 */
export const PARTNER_CATEGORIES: readonly { value: string; label: string; types: readonly string[] }[] = [
  { value: 'product', label: 'Product', types: ['technology'] },
  { value: 'channel', label: 'Channel', types: ['reseller', 'referral', 'oem', 'broker-agent'] },
  { value: 'service', label: 'Service', types: ['fulfillment', 'managed-service-provider', 'solution'] },
  { value: 'marketing', label: 'Marketing', types: ['marketing'] },
];
