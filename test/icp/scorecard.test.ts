import { ARTIFACTS } from '../../src/icp/facts.ts';
import { PARTNER_TYPES, isPartnerType, partnerTypeLabel } from '../../src/icp/partner-types.ts';
import { isRating, ratingOf } from '../../src/icp/ratings.ts';
import { MAX_PROSE, checkAnswer, isBlank } from '../../src/icp/scorecard.ts';

test.each([1, 2, 3, 4, 5])('%i is a rating', (value) => {
  expect(isRating(value)).toBe(true);
});

test.each([0, 6, 2.5, -1, '3', null, undefined, NaN, [3]])('%p is no rating', (value) => {
  expect(isRating(value)).toBe(false);
});

test('a rating that a scorecard does not carry is unknown', () => {
  expect([
    ratingOf({}, 'reach'),
    ratingOf({ reach: null }, 'reach'),
    ratingOf({ reach: 4 }, 'reach'),
  ]).toEqual([null, null, 4]);
});

test('a check that a scorecard does not carry is open, without a note', () => {
  expect(checkAnswer({ checks: {} }, 'dead-api')).toEqual({ state: 'open', note: '' });
});

test.each(['', ' ', '\n\t '])('%j says nothing', (prose) => {
  expect(isBlank(prose)).toBe(true);
});

test('a single letter says something', () => {
  expect(isBlank(' x ')).toBe(false);
});

test('prose may have 4,000 characters', () => {
  expect(MAX_PROSE).toBe(4_000);
});

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

test('five artifacts can be inspected before a build', () => {
  expect(ARTIFACTS.map(({ key }) => key)).toEqual([
    'api-docs',
    'developer-portal',
    'sandbox',
    'changelog',
    'path-to-production',
  ]);
});
