import { PARTNER_TYPES } from '../../src/icp/partner-types.ts';
import { presetsFor, withPreset } from '../../src/icp/presets.ts';
import { profileFaults } from '../../src/icp/profile-faults.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { weightWarnings } from '../../src/icp/publish-warnings.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';

test('every preset of every type makes a profile without faults and without a warning about its weights', () => {
  for (const shipped of SHIPPED_PROFILES)
    for (const preset of presetsFor(shipped.type)) {
      const draft = withPreset(shipped, preset);

      expect(draft.dimensions.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
      expect(profileFaults(draft)).toEqual([]);
      expect(weightWarnings(draft)).toEqual([]);
    }
});

test('technology partners have three presets, the other types the shipped weights alone', () => {
  for (const { key } of PARTNER_TYPES)
    expect(presetsFor(key).map((preset) => preset.key)).toEqual(
      key === 'technology' ? ['balanced', 'retention', 'growth'] : ['balanced'],
    );
});

test('the balanced preset changes nothing of a shipped profile', () => {
  for (const shipped of SHIPPED_PROFILES) {
    const [balanced] = presetsFor(shipped.type);

    expect(balanced && withPreset(shipped, balanced)).toEqual(shipped);
  }
});

test('retention raises overlap and complementarity, growth raises reach', () => {
  const [, retention, growth] = presetsFor('technology');
  const weightsOf = (preset = retention) =>
    Object.fromEntries((preset?.weights ?? []).map(({ dimension, weight }) => [dimension, weight]));
  const shipped = Object.fromEntries(technology.dimensions.map(({ key, weight }) => [key, weight]));

  expect(weightsOf(retention)['customer_overlap']).toBeGreaterThan(shipped['customer_overlap'] ?? 0);
  expect(weightsOf(retention)['product_complementarity']).toBeGreaterThan(
    shipped['product_complementarity'] ?? 0,
  );
  expect(weightsOf(growth)['distribution_reach']).toBeGreaterThan(shipped['distribution_reach'] ?? 0);
});
