import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { type Portal, deleteProperty, openPortal, withPortal } from '../../portal.ts';
import { jane, saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('a text that is too long is named, and the fields beside it are saved', async () => {
  const companyId = await scoredCompany(portal);
  const changes = {
    strategic_fit_evidence: { seen: '', value: 'x'.repeat(4_001) },
    strategic_fit: { seen: 4, value: 5 },
  };

  const { notWritten, verdict } = await saveScorecard(portal.context, { companyId, changes, by: jane });

  expect(notWritten).toMatchObject([
    {
      field: 'strategic_fit_evidence',
      reason: 'too-long',
      message: expect.stringMatching(/4,001.*The other fields are saved/) as unknown,
    },
  ]);
  expect(verdict?.total).toBe(435);
});

test('a text of over 4,000 characters that stands in the CRM can be replaced by a shorter one', async () => {
  const companyId = await scoredCompany(portal);
  const long = 'x'.repeat(5_000);
  const path = `/crm/objects/2026-09/companies/${companyId}`;
  await portal.outside.send({
    method: 'PATCH',
    path,
    body: { properties: { ipp_strategic_fit_evidence: long } },
  });

  const { conflicts } = await saveField(portal.context, companyId, 'strategic_fit_evidence', [long, 'short']);

  expect(conflicts).toEqual([]);
  expect(await portal.stored(companyId)).toMatchObject({ ipp_strategic_fit_evidence: 'short' });
});

test.each([
  ['evidence', 'customer_overlap_evidence', '', '12, counted'],
  ['a note', 'check_dead_api_note', '', 'asked their engineers'],
  ['a fact', 'shared_customers', null, 12],
])('%s whose property was deleted is held back alone', (_, field, seen, value) =>
  withPortal({}, async (other) => {
    const companyId = await scoredCompany(other);
    await deleteProperty(other, `ipp_${field}`);
    const changes = { [field]: { seen, value }, strategic_fit: { seen: 4, value: 5 } };

    const answer = await saveScorecard(other.context, { companyId, changes, by: jane });

    expect(answer.notWritten).toMatchObject([{ field, reason: 'property-missing' }]);
    expect(answer.notWritten[0]?.message).toContain(`ipp_${field}`);
    expect(answer.verdict?.total).toBe(435);
    expect(await other.stored(companyId)).toMatchObject({ ipp_strategic_fit: '5', ipp_total: '435' });
    expect((await loadScorecard(other.context, { companyId })).missing).toEqual([`ipp_${field}`]);
  }),
);

test('a save goes on where the property of the trail was deleted', () =>
  withPortal({}, async (other) => {
    const companyId = await scoredCompany(other);
    await deleteProperty(other, 'ipp_lane_change_cause');
    await deleteProperty(other, 'ipp_review_due');

    const { verdict } = await saveField(other.context, companyId, 'customer_overlap', [5, 1]);

    expect(verdict?.lane).toBe('fast');
    expect(await other.stored(companyId)).toMatchObject({ ipp_lane: 'fast', ipp_previous_lane: 'deep' });
  }));
