import { technology } from '../../src/icp/profiles/technology.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { SUCCESS_FACTORS, informedBy } from '../../src/icp/success-factors.ts';

const factor = (key: string) => {
  const found = SUCCESS_FACTORS.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no factor ${key}`);
  return found;
};

test('the guide names six factors', () => {
  expect(SUCCESS_FACTORS.map(({ label }) => label)).toEqual([
    'Executive sponsor',
    'Experience with partnerships',
    'Commercial fit',
    'Cultural fit',
    'Operational fit',
    'Complementary offer',
  ]);
});

test('a complementary offer helps to rate technology partners and to tell them from rivals', () => {
  expect(informedBy(factor('complementary-offer'), technology)).toEqual([
    'Product complementarity',
    'Competitor in disguise',
  ]);
});

test('a sponsor helps with people and with the check for a single enthusiast, where a profile has both', () => {
  for (const profile of SHIPPED_PROFILES.filter(({ type }) => type !== 'technology'))
    expect(informedBy(factor('executive-sponsor'), profile)).toEqual(['People', 'Enthusiastic contact']);
});

test('commercial fit is asked of those who earn by our price, and of nobody else', () => {
  const asked = SHIPPED_PROFILES.filter(
    (profile) => informedBy(factor('commercial-fit'), profile).length > 0,
  );

  expect(asked.map(({ type }) => type)).toEqual([
    'technology',
    'reseller',
    'referral',
    'oem',
    'broker-agent',
  ]);
});

test('where compatibility counts as commercial fit, its questions speak of money', () => {
  for (const profile of SHIPPED_PROFILES) {
    if (!informedBy(factor('commercial-fit'), profile).includes('Compatibility')) continue;
    const compatibility = profile.dimensions.find(({ key }) => key === 'compatibility');
    expect(compatibility?.rubric.join(' ')).toMatch(/price|commission|share|fee/i);
  }
});

test('every key that a factor names stands in some shipped profile', () => {
  const known = SHIPPED_PROFILES.flatMap(({ dimensions, checks }) => [...dimensions, ...checks]);

  for (const { informs } of SUCCESS_FACTORS)
    for (const { key, types = [] } of informs) {
      expect(known.map((each) => each.key)).toContain(key);
      for (const type of types)
        expect(
          SHIPPED_PROFILES.find((profile) => profile.type === type)?.dimensions.map((each) => each.key),
        ).toContain(key);
    }
});
