import fc from 'fast-check';

import { propertyOf } from '../../../src/crm/property-names.ts';
import { encodeField } from '../../../src/crm/scorecard-codec.ts';
import { fieldsOfAll } from '../../../src/icp/fields.ts';
import { PARTNER_TYPES } from '../../../src/icp/partner-types.ts';
import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { anyValueOf } from '../../crm/scorecards.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { changeOfType, changeType, ratedAs, ratings } from './partners-of-types.ts';
import { firstTime, jane, meanwhile, omar, saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const EMPTIED = ['role_criteria', 'compatibility', 'collaboration_support'];
const KEPT = ['people', 'company_alignment', 'market_access'];

function writesDuring(work: () => Promise<unknown>): Promise<string[]> {
  return portal.callsDuring(work).then((calls) => calls.filter((call) => call.startsWith('PATCH')));
}

test('a reseller that becomes a solution partner keeps what both are asked, in one write', async () => {
  const companyId = await ratedAs(portal, 'reseller');

  const writes = await writesDuring(() => changeType(portal, companyId, 'solution'));

  const { verdict, profile, drift } = await loadScorecard(portal.context, { companyId });
  const stored = await portal.stored(companyId);
  expect(writes).toHaveLength(1);
  expect(stored).toMatchObject({
    ...Object.fromEntries(KEPT.map((key) => [`ipp_${key}_evidence`, `${key} seen`])),
    ...{ ipp_people: '4', ipp_company_alignment: '3', ipp_market_access: '3' },
    ...{ ipp_partner_type: 'solution', ipp_profile_version: 'solution@0', ipp_lane: 'undecided' },
  });
  for (const name of EMPTIED) expect(stored).not.toHaveProperty(propertyOf(name));
  expect(verdict).toMatchObject({ ratedCount: 3, lane: 'undecided' });
  expect({ type: profile.type, drift }).toEqual({ type: 'solution', drift: [] });
  expect(await portal.valuesOf(companyId, 'ipp_role_criteria')).toEqual(['', '5']);
  expect(stored).toMatchObject({
    ipp_role_criteria_evidence: 'role_criteria seen',
    ipp_to_confirm: 'people',
  });
});

test.each([
  ['rating', 'people', [4, 2]],
  ['evidence', 'people_evidence', ['people seen', 'their practice lead']],
] as const)(
  'the people of an earlier type wait to be confirmed until there is a new %s',
  async (_, field, change) => {
    const companyId = await ratedAs(portal, 'reseller');

    const changed = await changeType(portal, companyId, 'solution');
    const other = await saveField(portal.context, companyId, 'role_criteria', [null, 3]);
    const confirmed = await saveField(portal.context, companyId, field, change);

    expect([changed, other, confirmed].map(({ scorecard }) => scorecard.toConfirm)).toEqual([
      ['people'],
      ['people'],
      [],
    ]);
  },
);

test('people rated in the same save as the type need no confirmation', async () => {
  const companyId = await ratedAs(portal, 'reseller');

  const { to_confirm: _, ...change } = await changeOfType(portal, companyId, 'oem');
  const changes = { ...change, people: { seen: 4, value: 5 } };
  const { scorecard } = await saveScorecard(portal.context, { companyId, changes, by: jane });

  expect(scorecard.toConfirm).toEqual([]);
});

test('ratings of a technology partner stay untouched while it is a reseller, and hold again afterwards', async () => {
  const companyId = await scoredCompany(portal);
  const before = await portal.stored(companyId);

  await changeType(portal, companyId, 'reseller');
  await saveScorecard(portal.context, { companyId, changes: firstTime(ratings), by: omar });
  const { verdict } = await changeType(portal, companyId, 'technology');

  expect(verdict).toMatchObject({ total: 430, lane: 'deep' });
  for (const [key, rating] of Object.entries(workflowTool))
    expect(await portal.valuesOf(companyId, `ipp_${key}`)).toEqual([String(rating)]);
  expect(await portal.stored(companyId)).toMatchObject({
    ipp_profile_version: 'technology@0',
    ipp_total: before['ipp_total'],
    ipp_people: '4',
  });
});

test('a change that does not say what it does is refused, and nothing is written', async () => {
  const companyId = await ratedAs(portal, 'reseller');
  await saveField(portal.context, companyId, 'check_vanity_logo', ['open', 'clear']);
  const before = await portal.stored(companyId);
  const {
    role_criteria: _,
    to_confirm: __,
    check_vanity_logo: ___,
    ...changes
  } = await changeOfType(portal, companyId, 'solution');

  await expect(saveScorecard(portal.context, { companyId, changes, by: jane })).rejects.toMatchObject({
    code: 'invalid-input',
    field: 'partner_type',
    message: expect.stringMatching(
      /Reseller to Solution partner needs role_criteria empty, to_confirm people, check_vanity_logo open\./,
    ) as unknown,
  });

  expect(await portal.stored(companyId)).toEqual(before);
});

test.each([
  ['an answer that would be emptied', { ipp_compatibility: '1' }],
  ['the rating of the people', { ipp_people: '2' }],
  ['what waits to be confirmed', { ipp_to_confirm: 'market_access' }],
  ['a check that was open', { ipp_check_dead_api: 'clear' }],
  ['the type itself', { ipp_partner_type: 'referral', ipp_profile_version: 'referral@0' }],
])('somebody who meanwhile changed %s holds the whole save back', async (_, edited) => {
  const companyId = await ratedAs(portal, 'reseller');
  const changes = {
    ...(await changeOfType(portal, companyId, 'solution')),
    market_access: { seen: 3, value: 5 },
  };
  await editOutside(portal, companyId, edited);
  const before = await portal.stored(companyId);

  const { conflicts } = await saveScorecard(portal.context, { companyId, changes, by: jane });

  expect(conflicts.map(({ field }) => field)).toEqual(
    expect.arrayContaining([...EMPTIED, 'partner_type', 'to_confirm', 'market_access']),
  );
  expect(await portal.stored(companyId)).toEqual(before);
});

test('a check cleared and people rated while the type was being changed do not count for the new type', async () => {
  const companyId = await portal.createCompany();
  const start = { partner_type: { seen: null, value: 'reseller' }, ...firstTime({ market_access: 4 }) };
  await saveScorecard(portal.context, { companyId, changes: start, by: jane });
  const changes = await changeOfType(portal, companyId, 'solution');
  const meanwhileChecked = {
    check_vanity_logo: { seen: 'open', value: 'clear' },
    ...firstTime({ people: 5 }),
  };
  const context = meanwhile(portal, 'before', (_, count) =>
    count === 1
      ? saveScorecard(portal.context, { companyId, changes: meanwhileChecked, by: omar })
      : Promise.resolve(),
  );

  const { scorecard, drift } = await saveScorecard(context, { companyId, changes, by: jane });

  expect(scorecard).toMatchObject({
    ...{ type: 'solution', ratings: { people: 5 }, toConfirm: ['people'] },
    checks: { 'vanity-logo': { state: 'open' } },
  });
  expect(drift).toEqual([]);
});

test('repeating a change of type, with answers to both types in it, changes nothing', async () => {
  const companyId = await scoredCompany(portal);
  const changes = {
    ...(await changeOfType(portal, companyId, 'reseller')),
    strategic_fit: { seen: 4, value: 5 },
    people: { seen: null, value: 4 },
  };
  const first = await saveScorecard(portal.context, { companyId, changes, by: jane });

  const writes = await writesDuring(async () => {
    const { conflicts, scorecard } = await saveScorecard(portal.context, { companyId, changes, by: omar });
    expect({ conflicts, scorecard }).toEqual({ conflicts: [], scorecard: first.scorecard });
  });

  expect(writes).toEqual([]);
  expect(await portal.valuesOf(companyId, 'ipp_partner_type')).toEqual(['reseller', 'technology']);
});

test('a change of type whose answer was lost is taken for done when it is', async () => {
  const companyId = await scoredCompany(portal);
  const changes = {
    ...(await changeOfType(portal, companyId, 'reseller')),
    strategic_fit: { seen: 4, value: 5 },
  };
  portal.sandbox.faults.add({ kind: 'reset', write: 'after' }, { method: 'PATCH' });

  const { profileVersion, conflicts } = await saveScorecard(portal.context, { companyId, changes, by: jane });

  expect({ profileVersion, conflicts }).toEqual({ profileVersion: 'reseller@0', conflicts: [] });
});

test('clear checks open under another type, with their notes; override, flags and facts stay', async () => {
  const companyId = await scoredCompany(portal);
  const kept = {
    ...{ ipp_override_lane: 'pass', ipp_override_by: 'Kim', ipp_override_until: '2099-01-01' },
    ...{ ipp_check_vanity_logo: 'flagged', ipp_check_dead_api_note: 'opened' },
    ...{ ipp_artifacts: 'sandbox', ipp_shared_customers: '12', ipp_other_types: 'oem;marketing' },
  };
  await editOutside(portal, companyId, { ...kept, ipp_check_dead_api: 'clear' });

  const { verdict, scorecard } = await changeType(portal, companyId, 'marketing');

  expect(await portal.stored(companyId)).toMatchObject({ ...kept, ipp_check_dead_api: 'open' });
  expect(scorecard.override).toMatchObject({ lane: 'pass', by: 'Kim' });
  // no rating is left, so that the override waits
  expect(verdict).toMatchObject({ lane: 'undecided', override: null });
});

test('for any two types and any scorecard, the type and exactly what the rule names differ afterwards', async () => {
  const fields = fieldsOfAll(SHIPPED_PROFILES).filter(({ name }) => name !== 'partner_type');
  const prose = fc.constantFrom('', 'seen', ' \n', 'https://example.com/a;b');
  const values = fc.tuple(...fields.map((field) => (field.kind === 'prose' ? prose : anyValueOf(field))));
  const types = fc.constantFrom(...PARTNER_TYPES.map(({ key }) => key));

  await fc.assert(
    fc.asyncProperty(types, types, values, fc.boolean(), async (from, to, filled, isStamped) => {
      const texts = fields.map(({ name }, index) => [propertyOf(name), encodeField(filled[index] ?? null)]);
      const companyId = await portal.createCompany({
        ...(Object.fromEntries(texts) as Record<string, string>),
        ipp_partner_type: from,
        ...(isStamped && { ipp_profile_version: `${from}@0` }),
      });
      const inputs = ['partner_type', ...fields.map(({ name }) => name)].map(propertyOf);
      const before = await portal.stored(companyId);

      if (from === to) await saveField(portal.context, companyId, 'partner_type', [from, to]);
      else await changeType(portal, companyId, to);

      const after = await portal.stored(companyId);
      const emptied = EMPTIED.map(propertyOf).filter((name) => name in before);
      const opened = inputs.filter((name) => name.startsWith('ipp_check_') && before[name] === 'clear');
      const isWaiting = before['ipp_people'] !== undefined && !before['ipp_to_confirm']?.includes('people');
      const marked = isWaiting ? ['ipp_to_confirm'] : [];
      const expected = from === to ? [] : ['ipp_partner_type', ...emptied, ...opened, ...marked];
      expect(inputs.filter((name) => before[name] !== after[name]).sort()).toEqual(expected.sort());
    }),
    { numRuns: 40 },
  );
});
