import fc from 'fast-check';

import { fieldsOf } from '../../src/icp/fields.ts';
import { parseProfile } from '../../src/icp/parse-profile.ts';
import { profileFaults } from '../../src/icp/profile-faults.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { EMPTY_SCORECARD } from '../../src/icp/scorecard.ts';
import { verdict } from '../../src/icp/verdict.ts';
import { TODAY, anyProfile } from './arbitraries.ts';
import { exampleProfile, refusalOf } from './example-profile.ts';

const [overlap, complementarity] = exampleProfile.dimensions;

test('a profile written by hand is read, with our texts for the checks that we know', () => {
  const profile = parseProfile(exampleProfile);

  expect(profile).toMatchObject({ type: 'technology', version: 1, floors: { deep: 380, fast: 250 } });
  expect(profile.checks.map(({ label }) => label)).toEqual(['Dead API', 'Competitor in disguise']);
  expect(profile.checks.map(({ caps }) => caps)).toEqual([
    { rating: { dimension: 'technical_readiness', at: 2 } },
    { lane: 'pass' },
  ]);
});

test('what is left out has its default: rubric as anchors, no evidence, no prompts, no reasons, our words', () => {
  const [first, second] = parseProfile(exampleProfile).dimensions;

  expect(first).toMatchObject({ evidenceRequired: true, evidencePrompts: [], anchors: overlap?.rubric });
  expect(second).toMatchObject({ evidenceRequired: false, anchors: complementarity?.rubric });
  expect(first?.weightReason).toBe('Set by this portal.');
  expect(parseProfile(exampleProfile)).toMatchObject({
    origin: 'Written by this portal.',
    asksSaas: false,
  });
});

test('a minimum has the reason that is given for it, or none but that the portal set it', () => {
  const deepNeeds = { customer_overlap: 3, technical_readiness: 2 };
  const minimumReasons = { customer_overlap: 'Without it nobody switches it on.' };

  expect(parseProfile({ ...exampleProfile, deepNeeds, minimumReasons }).minimumReasons).toEqual({
    customer_overlap: 'Without it nobody switches it on.',
    technical_readiness: 'Set by this portal.',
  });
});

test('a profile written by hand judges a partner', () => {
  const profile = parseProfile(exampleProfile);
  const ratings = { customer_overlap: 5, product_complementarity: 4, technical_readiness: 2 } as const;

  expect(verdict({ ...EMPTY_SCORECARD, ratings }, profile, TODAY)).toMatchObject({
    total: 410,
    lane: 'deep',
  });
});

test('texts of a check can be given, and a check of our own making needs none', () => {
  const checks = [
    { key: 'dead-api', label: 'No API', asks: ['Open it.'], caps: { lane: 'fast' } },
    { key: 'paper-partner', caps: { lane: 'pass' } },
  ];

  const [known, unknown] = parseProfile({ ...exampleProfile, checks }).checks;

  expect(known).toMatchObject({ label: 'No API', asks: ['Open it.'] });
  expect(known?.whyItFails).not.toBe('');
  expect(unknown).toMatchObject({ key: 'paper-partner', label: 'Paper partner' });
  expect(unknown?.asks).toHaveLength(1);
});

test.each([
  [['dead-api'], ['artifacts', 'artifacts_checked_at']],
  [['single-prospect-request'], ['shared_customers', 'companies_asking', 'overlap_as_of']],
  [
    ['single-prospect-request', 'dead-api'],
    ['artifacts', 'artifacts_checked_at', 'shared_customers', 'companies_asking', 'overlap_as_of'],
  ],
  [['vanity-logo', 'competitor-in-disguise', 'enthusiastic-contact'], []],
  [[], []],
])('a profile without facts asks for those of its checks %j: %j', (keys, facts) => {
  const checks = keys.map((key) => ({ key, caps: { lane: 'fast' } }));

  expect(parseProfile({ ...exampleProfile, checks }).facts).toEqual(facts);
});

test('a profile with facts asks for these alone, whatever its checks look at', () => {
  expect(parseProfile({ ...exampleProfile, facts: ['shared_customers'] }).facts).toEqual([
    'shared_customers',
  ]);
  expect(parseProfile({ ...exampleProfile, facts: [] }).facts).toEqual([]);
});

test('spaces around a text are dropped', () => {
  expect(parseProfile({ ...exampleProfile, title: '  Small  ' }).title).toBe('Small');
});

test('the technology profile survives a trip through JSON', () => {
  expect(parseProfile(JSON.parse(JSON.stringify(technology)))).toEqual(technology);
});

test('any profile survives a trip through JSON', () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      expect(parseProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
    }),
    { numRuns: 50 },
  );
});

test('a profile that is accepted has no faults and no two fields of one name', () => {
  const profile = parseProfile(exampleProfile);
  const names = fieldsOf(profile).map(({ name }) => name);

  expect(profileFaults(profile)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('any JSON value is a profile or an InvalidProfile, never another error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(refusalOf(value)).toMatch(/^The profile cannot be used\. .+\.$/);
    }),
  );
});

test('the example with any one part replaced by any JSON value is a profile or an InvalidProfile', () => {
  const paths = pathsOf(exampleProfile);
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
      expect(refusalOf(replaced(exampleProfile, path, value))).toMatch(
        /^(accepted|The profile cannot be used\. )/,
      );
    }),
    { numRuns: 200 },
  );
});

function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inner = Object.entries(value).flatMap(([key, child]) => pathsOf(child).map((path) => [key, ...path]));
  return [[], ...inner];
}

function replaced(value: unknown, [step, ...rest]: string[], by: unknown): unknown {
  if (step === undefined) return by;
  const entries = Object.entries(value as object).map(([key, child]) => [
    key,
    key === step ? replaced(child, rest, by) : (child as unknown),
  ]);
  const copy = Object.fromEntries(entries) as Record<string, unknown>;
  return Array.isArray(value) ? Object.values(copy) : copy;
}
