import { differenceLines } from '../../src/icp/difference.ts';
import { profileDifferences } from '../../src/icp/profile-difference.ts';
import { reseller } from '../../src/icp/profiles/reseller.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { DEFAULT_SETTINGS } from '../../src/icp/settings.ts';
import { settingsDifferences } from '../../src/icp/settings-difference.ts';

const linesOf = (from: Profile, to: Profile) => differenceLines(profileDifferences(from, to));

const withWeights = (weights: Readonly<Record<string, number>>): Profile => ({
  ...technology,
  dimensions: technology.dimensions.map((dimension) => ({
    ...dimension,
    weight: weights[dimension.key] ?? dimension.weight,
  })),
});

test('a profile and its copy of another version do not differ', () => {
  expect(profileDifferences(technology, { ...technology, version: 3 })).toEqual([]);
});

test('weights that changed stand in one line', () => {
  const changed = withWeights({ customer_overlap: 40, distribution_reach: 10 });

  expect(linesOf(technology, changed)).toEqual([
    'Weights: customer overlap 30 -> 40, distribution reach 20 -> 10',
  ]);
});

test('floors, minimums, evidence and what a flag does stand in a line each', () => {
  const [first, ...others] = reseller.dimensions;
  if (first === undefined) throw new Error('no dimension');
  const [check, ...checks] = reseller.checks;
  if (check === undefined) throw new Error('no check');
  const changed: Profile = {
    ...reseller,
    floors: { deep: 400, fast: 250 },
    deepNeeds: { ...reseller.deepNeeds, people: 4 },
    dimensions: [{ ...first, evidenceRequired: !first.evidenceRequired }, ...others],
    checks: [{ ...check, caps: { lane: 'pass' } }, ...checks],
  };

  expect(linesOf(reseller, changed)).toEqual([
    'Floors: Deep 380 -> 400',
    'Minimums for Deep: people 3 -> 4',
    'Evidence: people required -> optional',
    'Checks: vanity logo at most Fast lane -> at most No lane',
  ]);
});

test('each text that changed has a line with both', () => {
  const [first, ...others] = technology.dimensions;
  if (first === undefined) throw new Error('no dimension');
  const changed = { ...technology, dimensions: [{ ...first, question: 'Who uses both?' }, ...others] };

  expect(linesOf(technology, changed)).toEqual([
    `Customer overlap, question: "${first.question}" -> "Who uses both?"`,
  ]);
});

test('a dimension that only one profile has, and another order, are said', () => {
  const [first, second, ...others] = technology.dimensions;
  if (first === undefined || second === undefined) throw new Error('no dimensions');
  const changed = { ...technology, dimensions: [second, first, ...others.slice(1)] };

  expect(linesOf(technology, changed)).toEqual([
    'Weights: distribution reach 20 -> none',
    expect.stringMatching(
      /^Dimensions: order Customer overlap, Product complementarity, .* -> Product complementarity, Customer overlap, /,
    ),
  ]);
});

test('settings that differ are named with both values', () => {
  const changed = {
    ...DEFAULT_SETTINGS,
    slots: 3,
    evidenceDays: { ...DEFAULT_SETTINGS.evidenceDays, overlap: 180 },
    factSources: { ...DEFAULT_SETTINGS.factSources, companiesAsking: { property: 'wanted_partner' } },
  };

  expect(settingsDifferences(DEFAULT_SETTINGS, changed)).toEqual([
    { path: 'evidenceDays.overlap', what: 'Look at overlap again after', from: '365 days', to: '180 days' },
    { path: 'slots', what: 'Partners to go deep with in a quarter', from: '2', to: '3' },
    {
      path: 'factSources.companiesAsking',
      what: 'Companies asking are counted by',
      from: 'hand',
      to: 'the deal property wanted_partner',
    },
  ]);
});
