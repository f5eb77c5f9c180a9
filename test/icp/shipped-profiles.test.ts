import { factsOfChecks } from '../../src/icp/anti-patterns.ts';
import { FACT_NAMES } from '../../src/icp/facts.ts';
import { profileFaults } from '../../src/icp/profile-faults.ts';
import { reseller } from '../../src/icp/profiles/reseller.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { currentProfile, findProfile } from '../../src/icp/profile.ts';
import { EMPTY_SCORECARD } from '../../src/icp/scorecard.ts';
import { SHIPPED, SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { TODAY } from './arbitraries.ts';

const third = { ...technology, version: 3 };
const tenth = { ...technology, version: 10 };
const otherType = { ...technology, type: 'reseller', version: 11 } as const;
const published = [technology, tenth, third, otherType];

test('every shipped profile can be judged by and is version 0 of its type', () => {
  expect(SHIPPED_PROFILES.flatMap(profileFaults)).toEqual([]);
  expect(SHIPPED_PROFILES.map(({ version }) => version)).toEqual(SHIPPED_PROFILES.map(() => 0));
  expect(new Set(SHIPPED_PROFILES.map(({ type }) => type)).size).toBe(SHIPPED_PROFILES.length);
});

test.each(SHIPPED_PROFILES)(
  '380 points make a partner of type $type deep, 250 make it fast',
  ({ floors }) => {
    expect(floors).toEqual({ deep: 380, fast: 250 });
  },
);

test.each([
  [{ people: 5, company_alignment: 4, role_criteria: 4 }, 380, 'deep'],
  [{ people: 5, company_alignment: 4, role_criteria: 3 }, 365, 'fast'],
  [{ people: 1, company_alignment: 3, role_criteria: 3 }, 250, 'fast'],
  [{ people: 1, company_alignment: 3, role_criteria: 2 }, 235, 'pass'],
] as const)('a reseller rated %j and 3 elsewhere has %i points: %s', (rated, total, lane) => {
  const ratings = { compatibility: 3, collaboration_support: 3, market_access: 3, ...rated } as const;

  expect(verdict({ ...EMPTY_SCORECARD, ratings }, reseller, TODAY)).toMatchObject({ total, lane });
});

test('every type but technology requires evidence for people and for market access', () => {
  for (const { type, dimensions } of SHIPPED_PROFILES.filter((profile) => profile !== technology))
    expect([
      type,
      dimensions.filter(({ evidenceRequired }) => evidenceRequired).map(({ key }) => key),
    ]).toEqual([type, ['people', 'market_access']]);
});

test('every shipped profile lists the facts that its checks look at', () => {
  for (const { type, facts, checks } of SHIPPED_PROFILES)
    expect([type, facts]).toEqual([type, factsOfChecks(checks)]);
});

test('technology alone asks for facts, and for all of them', () => {
  const asking = SHIPPED_PROFILES.filter(({ facts }) => facts.length > 0);

  expect(asking.map(({ type, facts }) => [type, facts])).toEqual([['technology', FACT_NAMES]]);
});

test('a profile is found by its version key alone', () => {
  expect(findProfile(published, 'technology@3')).toBe(third);
  expect(findProfile(published, 'technology@0')).toBe(technology);
});

test.each(['technology@4', 'technology@', 'technology', 'reseller@3', '', 'technology@03'])(
  'no profile goes by %j',
  (key) => {
    expect(findProfile(published, key)).toBeNull();
  },
);

test('the current profile is the version that is said to be current, else the shipped one', () => {
  const known = { profiles: published, current: { technology: 3 } };

  expect(currentProfile(known, 'technology')).toBe(third);
  expect(currentProfile({ ...known, current: { technology: 10 } }, 'technology')).toBe(tenth);
  expect(currentProfile(SHIPPED, 'technology')).toBe(technology);
});

test('a type whose current version is not there has no current profile', () => {
  expect(currentProfile({ profiles: published, current: { technology: 4 } }, 'technology')).toBeNull();
  expect(currentProfile({ profiles: published, current: {} }, 'oem')).toBeNull();
});
