import { PARTNER_TYPES, isPartnerType, partnerTypeLabel } from '../../src/icp/partner-types.ts';

test('nine partner types fall into four categories', () => {
  const categories = PARTNER_TYPES.map(({ key, category }) => `${category}: ${key}`);

  expect(categories).toEqual([
    'product: technology',
    'channel: reseller',
    'channel: referral',
    'channel: oem',
    'channel: broker-agent',
    'service: fulfillment',
    'service: managed-service-provider',
    'service: solution',
    'marketing: marketing',
  ]);
});

test('a partner type is known by its key alone', () => {
  expect(['oem', 'OEM', 'distributor', '', null, 1].map(isPartnerType)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(partnerTypeLabel('oem')).toBe('OEM partner');
});
