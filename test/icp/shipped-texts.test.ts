import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ANTI_PATTERNS } from '../../src/icp/anti-patterns.ts';
import { GUIDANCE } from '../../src/icp/guidance.ts';
import { PARTNER_TYPES } from '../../src/icp/partner-types.ts';
import { parseProfile } from '../../src/icp/parse-profile.ts';
import type { Profile } from '../../src/icp/profile.ts';
import { profileFaults } from '../../src/icp/profile-faults.ts';
import {
  TRIAL_MINIMUM,
  METHOD_MINIMUM,
  MARKET_ACCESS_MINIMUM,
  MINIMUM_REASONS,
  ORIGIN,
  companyAlignment,
  marketAccess,
} from '../../src/icp/profiles/shared-questions.ts';
import { SHIPPED_PROFILES } from '../../src/icp/shipped-profiles.ts';

const eight = SHIPPED_PROFILES.filter(({ type }) => type !== 'technology');

/** Every text that a person reads of a profile, in order. */
function textsOf({ origin, dimensions, minimumReasons, lanes, checks }: Profile): string[] {
  return [
    origin,
    ...Object.values(minimumReasons),
    ...dimensions.flatMap(
      ({ weightReason, question, anchors, rubric, evidencePrompts, saasPrompts = [] }) => [
        weightReason,
        question,
        ...anchors,
        ...rubric,
        ...evidencePrompts,
        ...saasPrompts,
      ],
    ),
    ...Object.values(lanes).flatMap(({ label, next }) => [label, next]),
    ...checks.flatMap(({ looksLike, whyItFails, asks }) => [looksLike, whyItFails, ...asks]),
  ];
}

/** Texts that several profiles may share, because the guide gives them once for all. */
const COMMON = new Set([
  ORIGIN,
  companyAlignment.weightReason,
  ...Object.values(MINIMUM_REASONS),
  MARKET_ACCESS_MINIMUM,
  TRIAL_MINIMUM,
  METHOD_MINIMUM,
  ...[companyAlignment, marketAccess].flatMap(({ question, anchors, rubric, evidencePrompts }) => [
    question,
    ...anchors,
    ...rubric,
    ...evidencePrompts,
  ]),
  ...ANTI_PATTERNS.flatMap(({ looksLike, whyItFails, asks }) => [looksLike, whyItFails, ...asks]),
]);

test('there is one profile for each of the nine types, titled as the type', () => {
  expect(SHIPPED_PROFILES.map(({ type, title }) => [type, title])).toEqual(
    PARTNER_TYPES.map(({ key, label }) => [key, label]),
  );
});

const PEOPLE_AND_REACH = { weights: [25, 15, 15, 10, 10, 25], third: 'market_access' };
const PRODUCTS_JOINED = { weights: [20, 15, 15, 20, 15, 15], third: 'compatibility' };
const WORK_DONE = { weights: [20, 15, 20, 20, 15, 10], third: 'compatibility' };
const AUDIENCE = { weights: [20, 15, 15, 15, 10, 25], third: 'market_access' };

test.each([
  ['reseller', PEOPLE_AND_REACH],
  ['referral', PEOPLE_AND_REACH],
  ['broker-agent', PEOPLE_AND_REACH],
  ['oem', PRODUCTS_JOINED],
  ['solution', PRODUCTS_JOINED],
  ['fulfillment', WORK_DONE],
  ['managed-service-provider', WORK_DONE],
  ['marketing', AUDIENCE],
])('%s asks six questions, weighted by what the partner brings, with three minimums', (type, expected) => {
  const profile = eight.find((each) => each.type === type);

  expect(profile?.dimensions.map(({ key, label, weight }) => [key, label, weight])).toEqual([
    ['people', 'People', expected.weights[0]],
    ['company_alignment', 'Company alignment', expected.weights[1]],
    ['role_criteria', 'Role criteria', expected.weights[2]],
    ['compatibility', 'Compatibility', expected.weights[3]],
    ['collaboration_support', 'Collaboration and support', expected.weights[4]],
    ['market_access', 'Market access', expected.weights[5]],
  ]);
  expect(profile?.deepNeeds).toEqual({ people: 3, company_alignment: 2, [expected.third]: 3 });
});

test.each(SHIPPED_PROFILES)(
  '$type says in one sentence why each weight and each minimum is there',
  ({ dimensions, deepNeeds, minimumReasons }) => {
    expect(Object.keys(minimumReasons)).toEqual(Object.keys(deepNeeds));
    for (const reason of [...dimensions.map((each) => each.weightReason), ...Object.values(minimumReasons)])
      expect(reason).toMatch(/^[A-Z][^.]{20,118}\.$/);
  },
);

test.each(eight)('$type is checked for three anti-patterns', ({ checks, floors }) => {
  expect(checks.map(({ key, caps }) => [key, caps])).toEqual([
    ['vanity-logo', { lane: 'fast' }],
    ['competitor-in-disguise', { lane: 'pass' }],
    ['enthusiastic-contact', { lane: 'fast' }],
  ]);
  expect(floors).toEqual({ deep: 380, fast: 250 });
});

test.each(SHIPPED_PROFILES)(
  '$type can be judged by, and reads the same after a trip through JSON',
  (profile) => {
    expect(profileFaults(profile)).toEqual([]);
    expect(parseProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  },
);

test.each(SHIPPED_PROFILES)('no text stands twice within $type', (profile) => {
  const texts = textsOf(profile);

  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

test('no two profiles share a text where the guide differs', () => {
  const seen = new Map<string, string>();
  const shared: string[] = [];
  for (const profile of SHIPPED_PROFILES)
    for (const text of textsOf(profile).filter((one) => !COMMON.has(one))) {
      const other = seen.get(text);
      if (other !== undefined) shared.push(`${other}, ${profile.type}: ${text}`);
      seen.set(text, profile.type);
    }

  expect(shared).toEqual([]);
});

test.each(eight.filter(({ type }) => type !== 'oem' && type !== 'solution'))(
  '$type speaks of nothing that is integrated or built',
  (profile) => {
    const texts = textsOf(profile).filter((text) => !/a relationship to build on/.test(text));

    expect(
      texts.filter((text) => /\b(integrat\w*|api|connector|build\w*|sandbox|changelog)\b/i.test(text)),
    ).toEqual([]);
  },
);

test.each(SHIPPED_PROFILES)('$type says which of its figures are only our starting values', ({ origin }) => {
  expect(origin).toMatch(/(are|is) our|are ours/);
});

/**
 * Every run of six words of the two guides, as the first eight digits of its SHA-256 (lower case, letters and digits only,
 * without apostrophes). Copied sentences are found without keeping the text of the guides here.
 */
const GUIDE = new Set(readFileSync(join(__dirname, 'guide-shingles.txt'), 'utf8').split(/\s+/));

function runsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[a-z0-9]+/g) ?? [];
  return words.slice(5).map((_, index) => words.slice(index, index + 6).join(' '));
}

function isOfGuide(run: string): boolean {
  return GUIDE.has(createHash('sha256').update(run).digest('hex').slice(0, 8));
}

test('a sentence of a guide would be found', () => {
  const [found] = runsOf('The best technology partners are the ones').filter(isOfGuide);

  expect(found).toBe('the best technology partners are the');
});

test('no text of a profile, check, type or category repeats six words of a guide', () => {
  const texts = [
    ...SHIPPED_PROFILES.flatMap(textsOf),
    ...Object.values(GUIDANCE.types),
    ...Object.values(GUIDANCE.categories),
    ...GUIDANCE.successFactors.map(({ ask }) => ask),
  ];

  expect(texts.flatMap(runsOf).filter(isOfGuide)).toEqual([]);
});
