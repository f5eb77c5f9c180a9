import fc from 'fast-check';

import { CARD_ROOM, lintProfile } from '../../src/icp/profile-lint.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { anyProfile } from './arbitraries.ts';

test.each(SHIPPED_PROFILES)('the shipped profile of $type has no fault', (profile) => {
  expect(lintProfile(profile, profile, 0)).toEqual([]);
});

const weighing = (weight: number): Profile => ({
  ...technology,
  dimensions: technology.dimensions.map((each, index) => (index === 0 ? { ...each, weight } : each)),
});

test.each([
  [29, 'the weights must sum to 100, these sum to 99'],
  [31, 'the weights must sum to 100, these sum to 101'],
  [0, 'Customer overlap: a weight is a whole number from 1 to 100, not 0'],
  [-5, 'Customer overlap: a weight is a whole number from 1 to 100, not -5'],
  [29.5, 'Customer overlap: a weight is a whole number from 1 to 100, not 29.5'],
])('a weight of %d is named', (weight, message) => {
  const messages = lintProfile(weighing(weight), technology, 0).map((fault) => fault.message);

  expect(messages).toContain(message);
});

const changed = (change: Partial<Profile>): Profile => ({ ...technology, ...change });
const [first, second, ...rest] = technology.dimensions;
if (first === undefined || second === undefined) throw new Error('no dimensions');
const withFirst = (change: Partial<typeof first>) =>
  changed({ dimensions: [{ ...first, ...change }, second, ...rest] });
const [check, ...otherChecks] = technology.checks;
if (check === undefined) throw new Error('no checks');

test.each<[string, Profile, string, RegExp]>([
  [
    'floors reversed',
    changed({ floors: { deep: 300, fast: 370 } }),
    'floors.deep',
    /above the floor of fast/,
  ],
  ['a floor out of range', changed({ floors: { deep: 501, fast: 300 } }), 'floors.deep', /within 100 to 500/],
  ['a fractional floor', changed({ floors: { deep: 400.5, fast: 300 } }), 'floors.deep', /whole number/],
  [
    'a doubled key',
    changed({ dimensions: [first, { ...second, key: first.key }, ...rest] }),
    'dimensions[1].key',
    /stands twice/,
  ],
  [
    'a level missing',
    withFirst({ rubric: [first.rubric[0], '', first.rubric[2], first.rubric[3], first.rubric[4]] }),
    'dimensions[0].rubric[1]',
    /Customer overlap: the level for rating 2 is missing/,
  ],
  [
    'two equal levels',
    withFirst({
      rubric: [first.rubric[0], first.rubric[0], first.rubric[2], first.rubric[3], first.rubric[4]],
    }),
    'dimensions[0].rubric',
    /two levels read the same/,
  ],
  [
    'a long short level',
    withFirst({ anchors: ['A'.repeat(21), 'Bb', 'Cc', 'Dd', 'Ee'] }),
    'dimensions[0].anchors[0]',
    /at most 20 characters, this has 21/,
  ],
  [
    'a sixth question',
    withFirst({ evidencePrompts: Array(6).fill('Who asked?') as string[] }),
    'dimensions[0].evidencePrompts',
    /at most 5/,
  ],
  [
    'a dimension renamed',
    withFirst({ key: 'overlap' }),
    'dimensions[0].key',
    /overlap: a dimension cannot be added or renamed/,
  ],
  [
    'a dimension removed',
    changed({ dimensions: [second, ...rest] }),
    'dimensions',
    /customer overlap \(customer_overlap\) cannot be removed/,
  ],
  ['a check removed', changed({ checks: otherChecks }), 'checks', /cannot be removed or renamed/],
  [
    'a version that does not follow',
    changed({ version: 7 }),
    'version',
    /version 7 does not follow the newest, which is 0: the next one is 1/,
  ],
])('%s is named by field', (_name, profile, path, message) => {
  const faults = lintProfile(profile, technology, 0);

  expect(faults).toContainEqual({ path, message: expect.stringMatching(message) as string });
});

test('in general 3 to 8 dimensions, any caps and any minimums have no fault of the rules', () => {
  const isOfRoom = (path: string) =>
    /label|question|Reason|anchors|rubric|rompts|lanes|checks|title|origin/.test(path);

  fc.assert(
    fc.property(anyProfile, (profile) => {
      expect(lintProfile(profile, null).filter(({ path }) => !isOfRoom(path))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('the room of the card is what the shipped profiles keep to', () => {
  expect(CARD_ROOM).toMatchObject({ anchor: 20, anchors: 95, level: 160, prompt: 90, prompts: 5 });
});
