import { PARTNER_TYPES } from '../../../src/icp/partner-types.ts';
import { SHIPPED, SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { technology } from '../../../src/icp/profiles/technology.ts';
import { listProfiles } from '../../../src/usecases/profiles/list-profiles.ts';
import { Refused } from '../../../src/usecases/refused.ts';
import { showProfile } from '../../../src/usecases/profiles/show-profile.ts';

const EVERY_TYPE = PARTNER_TYPES.map(({ key }) => key);
const published = { ...technology, version: 2 };
const shipped = { ...SHIPPED, defaultType: 'technology' } as const;

test.each(EVERY_TYPE)('the profile that a new scorecard of %s starts under is shown', (type) => {
  expect(showProfile(shipped, { type })).toMatchObject({ type, version: 0 });
});

test('a published version is shown in place of the shipped one', () => {
  const known = { profiles: [...SHIPPED_PROFILES, published], current: { technology: 2 } };

  expect(showProfile(known, { type: 'technology' })).toBe(published);
});

test.each(['distributor', '', 'Reseller', 'constructor', 'x'.repeat(5_000)])(
  'the type %.20j is refused with the ones that exist, in a sentence of bearable length',
  (type) => {
    const show = () => showProfile(shipped, { type });

    expect(show).toThrow(Refused);
    expect(show).toThrow(/is no partner type\. Choose one of technology, reseller, .*marketing\./);
    expect(show).not.toThrow(/.{300}/);
  },
);

test('a type that nobody published a profile for is said to have none', () => {
  expect(() => showProfile({ profiles: [technology], current: {} }, { type: 'oem' })).toThrow(
    /no profile is published for OEM partner/,
  );
});

test('the list has every type in the order of the guide, with its category and current version', () => {
  const listed = listProfiles({
    profiles: [technology, published],
    current: { technology: 2 },
    defaultType: 'technology',
  });

  expect(listed.map(({ type }) => type)).toEqual(EVERY_TYPE);
  expect(listed.slice(0, 2)).toMatchObject([
    { type: 'technology', category: 'product', version: 'technology@2', isDefault: true },
    { type: 'reseller', category: 'channel', version: null, isDefault: false },
  ]);
});
