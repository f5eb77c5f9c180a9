import fc from 'fast-check';

import { profileDifferences } from '../../src/icp/profile-difference.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { TODAY, anyProfile, anyScorecard } from './arbitraries.ts';

type Path = readonly (string | number)[];

/** What tells a profile or its parts apart is no content of it. */
const IDENTITY = new Set(['type', 'version', 'key']);

/** Every text, number, flag and list of a profile, by its path. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return IDENTITY.has(String(path.at(-1))) ? [] : [path];
  const inner = Object.entries(value).flatMap(([key, each]) => placesOf(each, [...path, key]));
  return Array.isArray(value) && value.length > 1 ? [path, ...inner] : inner;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => Object.entries(inner ?? {}).find(([each]) => each === String(key))?.[1],
    value,
  );
}

function changedAt(value: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((each: unknown, index) =>
      index === Number(key) ? changedAt(each, rest, change) : each,
    );
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([each, inner]: [string, unknown]) => [
      each,
      each === key ? changedAt(inner, rest, change) : inner,
    ]),
  );
}

/** Another value of the same kind: another order of a list. */
function other(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[]).slice(1), (value as unknown[])[0]];
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return value === 'pass' ? 'fast' : value === 'fast' ? 'pass' : `${String(value)}!`;
}

const change = (profile: Profile, path: Path) => changedAt(profile, path, other) as Profile;
const differs = (from: Profile, to: Profile) => profileDifferences(from, to).length > 0;

test.each(SHIPPED_PROFILES)(
  'each text, figure, flag and order of the profile of $type that is another one shows',
  (profile) => {
    const unseen = placesOf(profile).filter((path) => {
      const changed = change(profile, path);
      return (
        JSON.stringify(changed) !== JSON.stringify(profile) &&
        !differs(profile, changed) &&
        !differs(changed, profile)
      );
    });

    expect(unseen).toEqual([]);
  },
);

test('any change of any profile that changes a verdict shows in the difference, in both directions', () => {
  const cases = anyProfile.chain((profile) =>
    fc.record({
      profile: fc.constant(profile),
      scorecard: anyScorecard(profile),
      path: fc.constantFrom(...placesOf(profile)),
    }),
  );
  fc.assert(
    fc.property(cases, ({ profile, scorecard, path }) => {
      const changed = change(profile, path);
      const [before, after] = [profile, changed].map((each) =>
        JSON.stringify(verdict(scorecard, each, TODAY)),
      );
      fc.pre(before !== after);
      expect(at(changed, path)).not.toEqual(at(profile, path));
      expect([differs(profile, changed), differs(changed, profile)]).toEqual([true, true]);
    }),
    { numRuns: 300 },
  );
});

test('lists that read alike once joined, and questions with equal labels, are told apart', () => {
  const [first] = SHIPPED_PROFILES;
  if (first === undefined) throw new Error('no profile');
  const withPrompts = (...evidencePrompts: string[]) => ({
    ...first,
    dimensions: first.dimensions.map((dimension) => ({ ...dimension, label: 'Fit', evidencePrompts })),
  });
  const [one, two] = [withPrompts('Who / what?'), withPrompts('Who', 'what?')];
  const { dimensions } = one;

  expect(differs(one, two)).toBe(true);
  expect(differs(one, { ...one, dimensions: [...dimensions].reverse() })).toBe(true);
});
