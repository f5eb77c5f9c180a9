import fc from 'fast-check';

import { profileFaults } from '../../src/icp/profile-faults.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { anyProfile } from './arbitraries.ts';

const paths = (faults: { path: string }[]): string[] => faults.map(({ path }) => path);

test('any profile of the generator can be judged by', () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      expect(profileFaults(profile)).toEqual([]);
    }),
  );
});

test('a profile without a heavy dimension is at fault twice: too few points, and a cap that points nowhere', () => {
  const dimensions = technology.dimensions.filter(({ key }) => key !== 'customer_overlap');

  expect(paths(profileFaults({ ...technology, dimensions }))).toEqual([
    'dimensions',
    'checks[2].caps.rating.dimension',
  ]);
});

test('the second of two equal keys is the one at fault', () => {
  const [first, second, ...others] = technology.dimensions;
  if (first === undefined || second === undefined) throw new Error('the technology profile has dimensions');
  const dimensions = [first, { ...second, key: first.key }, ...others];
  const checks = [...technology.checks.slice(0, 2), ...technology.checks.slice(0, 1)];

  expect(paths(profileFaults({ ...technology, dimensions, checks }))).toEqual([
    'dimensions[1].key',
    'checks[2].key',
  ]);
});

test.each([
  [{ deep: 500, fast: 100 }, []],
  [{ deep: 501, fast: 100 }, ['floors.deep']],
  [{ deep: 380, fast: 99 }, ['floors.fast']],
  [{ deep: 250, fast: 250 }, ['floors.deep']],
  [{ deep: 249, fast: 250 }, ['floors.deep']],
])('floors of %j have faults at %j', (floors, expected) => {
  expect(paths(profileFaults({ ...technology, floors }))).toEqual(expected);
});
