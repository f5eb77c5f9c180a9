import { failureOf } from '../../../src/usecases/failure.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { jane, saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
  const body = { name: 'partner_tier', label: 'Partner tier', type: 'string', fieldType: 'text' };
  await portal.outside.send({
    method: 'POST',
    path: '/crm/properties/2026-09/companies',
    body: { ...body, groupName: 'companyinformation' },
  });
});
afterEach(() => portal.sandbox.portal.setRules([]));
afterAll(() => portal.close());

const writes = (calls: readonly string[]) => calls.filter((call) => call.startsWith('PATCH'));

function setRule(property: string, whenProperty: string, ...values: string[]): void {
  const when = { property: whenProperty, isOneOf: values };
  portal.sandbox.portal.setRules([{ objectType: 'companies', property, when }]);
}

test.each([
  ['partner_tier', 'ipp_lane', 'fast'],
  ['domain', 'ipp_strategic_fit', '5'],
])(
  'a rule that asks for %s stops the save at its first write, and its reason names the property',
  async (property, when, value) => {
    const companyId = await scoredCompany(portal);
    const before = await portal.stored(companyId);
    setRule(property, when, value);
    const changes = {
      customer_overlap: { seen: 5, value: 1 },
      strategic_fit: { seen: 4, value: 5 },
    };

    let failure: unknown;
    const calls = await portal.callsDuring(async () => {
      failure = await saveScorecard(portal.context, { companyId, changes, by: jane }).then(
        () => null,
        failureOf,
      );
    });

    expect(failure).toMatchObject({
      code: 'invalid-request',
      message: expect.stringMatching(new RegExp(`${property}.*\\b${when}\\b`, 's')) as unknown,
    });
    expect(writes(calls)).toHaveLength(1);
    expect(await portal.stored(companyId)).toEqual(before);
  },
);

test.each([
  ['a rating', 'strategic_fit', 4, null],
  ['evidence', 'strategic_fit_evidence', 'two deals', ''],
] as const)(
  'a rule on %s holds back that field alone, and the rest is judged anew',
  async (_, field, seen, value) => {
    const companyId = await scoredCompany(portal);
    await editOutside(portal, companyId, { [`ipp_${field}`]: String(seen) });
    setRule(`ipp_${field}`, 'ipp_customer_overlap', '4');
    const changes = { [field]: { seen, value }, customer_overlap: { seen: 5, value: 4 } };

    const answer = await saveScorecard(portal.context, { companyId, changes, by: jane });

    expect(answer.notWritten).toMatchObject([{ field, reason: 'refused' }]);
    expect(answer.notWritten[0]?.message).toMatch(/ipp_customer_overlap/);
    expect(answer.conflicts).toEqual([]);
    expect(await portal.stored(companyId)).toMatchObject({
      [`ipp_${field}`]: String(seen),
      ipp_customer_overlap: '4',
      ipp_total: '400',
      ipp_lane: 'deep',
    });
  },
);

test('a rule that refuses part of a change of type leaves the whole change', async () => {
  const companyId = await scoredCompany(portal);
  const before = await portal.stored(companyId);
  setRule('ipp_strategic_fit', 'ipp_partner_type', 'reseller');
  const changes = {
    partner_type: { seen: 'technology', value: 'reseller' },
    strategic_fit: { seen: 4, value: null },
  };

  const calls = await portal.callsDuring(() =>
    expect(saveScorecard(portal.context, { companyId, changes, by: jane })).rejects.toThrow(
      /ipp_strategic_fit/,
    ),
  );

  expect(writes(calls)).toHaveLength(1);
  expect(await portal.stored(companyId)).toEqual(before);
});

test('where the refused field was the only one, nothing is left to write', async () => {
  const companyId = await scoredCompany(portal);
  const before = await portal.stored(companyId);
  setRule('ipp_strategic_fit', 'ipp_scored_by', jane);

  const calls = await portal.callsDuring(async () => {
    const { notWritten } = await saveField(portal.context, companyId, 'strategic_fit', [4, null]);
    expect(notWritten).toMatchObject([{ field: 'strategic_fit', reason: 'refused' }]);
  });

  expect(writes(calls)).toHaveLength(1);
  expect(await portal.stored(companyId)).toEqual(before);
});
