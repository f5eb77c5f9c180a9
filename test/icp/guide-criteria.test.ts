import { isPartnerType } from '../../src/icp/partner-types.ts';
import { type Profile, promptsOf } from '../../src/icp/profile.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { SECTIONS } from './guide-criteria/sections.ts';

/** The texts of one part of a profile. */
function textsAt(profile: Profile, at: string): readonly string[] {
  if (at.startsWith('check ')) return profile.checks.find(({ key }) => `check ${key}` === at)?.asks ?? [];
  const dimension = profile.dimensions.find(({ key }) => key === at);
  if (dimension === undefined) return [];
  return [dimension.question, ...dimension.rubric, ...promptsOf(dimension, profile)];
}

test.each(SECTIONS)('every criterion of $section has a line in each profile that it concerns', (part) => {
  const gaps = part.of.flatMap((type) =>
    part.criteria
      .filter(({ places }) => {
        const profile = SHIPPED_PROFILES.find((shipped) => shipped.type === type);
        const [at, words] = places[type] ?? ['nowhere', ''];
        return profile === undefined || !textsAt(profile, at).some((text) => text.includes(words));
      })
      .map(({ criterion }) => `${type}: ${criterion}`),
  );

  expect(gaps).toEqual([]);
});

test.each(SECTIONS)('$section is asked of no type that it does not concern', ({ of, criteria }) => {
  const placed = criteria.flatMap(({ places }) => Object.keys(places));

  expect(placed.filter((type) => !isPartnerType(type) || !of.includes(type))).toEqual([]);
});

test('no two criteria of a profile rest on the same words of a line', () => {
  for (const { type } of SHIPPED_PROFILES) {
    const places = SECTIONS.flatMap(({ criteria }) =>
      criteria.flatMap((criterion) => criterion.places[type] ?? []),
    );
    const words = SECTIONS.flatMap(({ criteria }) =>
      criteria.flatMap((criterion) => criterion.places[type]?.join(' > ') ?? []),
    );
    expect(places.length).toBeGreaterThan(0);
    expect(words.filter((place, index) => words.indexOf(place) !== index)).toEqual([]);
  }
});

test('what only concerns subscription software is shown by every profile, and by none whose portal switched it off', () => {
  for (const profile of SHIPPED_PROFILES) {
    const isShown = (asksSaas: boolean) =>
      profile.dimensions.flatMap((dimension) => promptsOf(dimension, { asksSaas }));
    const ofSaas = profile.dimensions.flatMap(({ saasPrompts = [] }) => saasPrompts);

    expect(profile.asksSaas).toBe(true);
    expect(ofSaas).toHaveLength(3);
    expect(isShown(true)).toEqual(expect.arrayContaining(ofSaas));
    expect(isShown(false).filter((prompt) => ofSaas.includes(prompt))).toEqual([]);
  }
});
