import { failureOf } from '../../../src/usecases/failure.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import {
  type Portal,
  archiveCompany,
  deleteProperty,
  editOutside,
  openPortal,
  withPortal,
} from '../../portal.ts';
import { jane, meanwhile, saveField, scoredCompany } from './scoring.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

/** A save that is expected to fail: what it says. */
async function failureWith(changes: Parameters<typeof saveScorecard>[1]['changes'], companyId: string) {
  const outcome = saveScorecard(portal.context, { companyId, changes, by: jane });
  return failureOf(
    await outcome.then(
      () => 'saved',
      (error: unknown) => error,
    ),
  );
}

test.each<[string, unknown, unknown]>([
  ['strategic_fit', 4, 0],
  ['strategic_fit', 4, 6],
  ['strategic_fit', 4, 2.5],
  ['strategic_fit', 4, 'x'],
  ['strategic_fit', 4, '5'],
  ['strategic_fit', 4, undefined],
  ['strategic_fit', 9, 5],
  ['strategic_fit', 4, { toString: () => '5' }],
  ['strategic_fit_evidence', '', null],
  ['check_dead_api', 'open', 'maybe'],
  ['check_dead_api', 'open', null],
  ['partner_type', 'technology', 'distributor'],
  ['other_types', [], ['reseller', 'distributor']],
  ['artifacts', [], 'sandbox'],
  ['shared_customers', null, -1],
  ['shared_customers', null, 1.5],
  ['overlap_as_of', null, '2026-02-30'],
  ['overlap_as_of', null, 'soon'],
  ['brand_fit', null, 5],
  ['check_bad_breath', 'open', 'flagged'],
  ['lane', null, 'deep'],
  ['ipp_lane', null, 'deep'],
  ['profile_version', null, 'technology@0'],
  ['override_lane', null, 'deep'],
  ['constructor', null, 5],
])(
  '%s with what is not allowed there is refused by name, and good changes beside it are not written',
  async (field, seen, value) => {
    const companyId = await scoredCompany(portal);
    const before = await portal.stored(companyId);

    const failure = await failureWith(
      { distribution_reach: { seen: 3, value: 5 }, [field]: { seen, value } },
      companyId,
    );

    expect(failure).toMatchObject({ code: 'invalid-input', field });
    expect(failure.message).toMatch(new RegExp(`^${field}: .*Nothing was written\\.$`));
    expect(failure.message.length).toBeLessThan(300);
    expect(await portal.stored(companyId)).toEqual(before);
  },
);

test.each([
  ['a profile version that is not known', { ipp_profile_version: 'technology@7' }, 'unknown-profile-version'],
  ['a verdict by newer rules', { ipp_rules: '3' }, 'newer-rules'],
])('a company with %s is not written to', async (_, edit, code) => {
  const companyId = await scoredCompany(portal);
  await editOutside(portal, companyId, edit);
  const before = await portal.stored(companyId);

  const failure = await failureWith({ strategic_fit: { seen: 4, value: 5 } }, companyId);

  expect(failure).toMatchObject({
    code,
    message: expect.stringMatching(/Nothing was written\.$/) as unknown,
  });
  expect(await portal.stored(companyId)).toEqual(before);
});

test('newer rules that another app wrote in between are not written over', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'after', () => editOutside(portal, companyId, { ipp_rules: '3' }));

  const { state } = await saveField(context, companyId, 'strategic_fit', [4, 5]);

  expect(state).toBe('unjudgeable');
  expect(await portal.stored(companyId)).toMatchObject({ ipp_rules: '3' });
});

test('nothing is saved while a property is deleted, and it is named', () =>
  withPortal({}, async (other) => {
    const companyId = await scoredCompany(other);
    await deleteProperty(other, 'ipp_technical_readiness');
    const before = await other.stored(companyId);

    await expect(saveField(other.context, companyId, 'strategic_fit', [4, 5])).rejects.toMatchObject({
      code: 'not-installed',
      field: 'ipp_technical_readiness',
      message: expect.stringMatching(
        /ipp_technical_readiness is not in this portal.*Nothing was written/,
      ) as unknown,
    });

    expect(await other.stored(companyId)).toEqual(before);
  }));

test('a property deleted in between is named, and nothing is written', () =>
  withPortal({}, async (other) => {
    const companyId = await scoredCompany(other);
    const before = await other.stored(companyId);
    const context = meanwhile(other, 'before', () => deleteProperty(other, 'ipp_total'));

    await expect(saveField(context, companyId, 'strategic_fit', [4, 5])).rejects.toMatchObject({
      code: 'property-missing',
      property: 'ipp_total',
    });

    const { ipp_total: _gone, ...rest } = before;
    expect(await other.stored(companyId)).toEqual(rest);
  }));

test('a rating property deleted right after the write does not spoil the verdict', () =>
  withPortal({}, async (other) => {
    const companyId = await scoredCompany(other);
    const context = meanwhile(other, 'after', () => deleteProperty(other, 'ipp_technical_readiness'));

    const { missing } = await saveField(context, companyId, 'strategic_fit', [4, 5]);

    expect(missing).toEqual(['ipp_technical_readiness']);
    expect(await other.stored(companyId)).toMatchObject({ ipp_lane: 'deep', ipp_total: '435' });
  }));

test('nothing is saved in a portal where the app is not installed', () =>
  withPortal({ installed: false }, async (other) => {
    const companyId = await other.createCompany();

    await expect(saveField(other.context, companyId, 'strategic_fit', [null, 5])).rejects.toMatchObject({
      code: 'not-installed',
      message: expect.stringMatching(/icp install/) as unknown,
    });
  }));

test('a company that is archived between reading and writing is said to be gone', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'before', () => archiveCompany(portal, companyId));

  await expect(saveField(context, companyId, 'strategic_fit', [4, 5])).rejects.toMatchObject({
    code: 'company-not-found',
    field: 'companyId',
  });
});

test('a company archived right after the write does not make the save say that nothing was written', async () => {
  const companyId = await scoredCompany(portal);
  const context = meanwhile(portal, 'after', () => archiveCompany(portal, companyId));

  await expect(saveField(context, companyId, 'strategic_fit', [4, 5])).rejects.toMatchObject({
    code: 'company-not-found',
    message: expect.not.stringMatching(/Nothing was written/) as unknown,
  });
});
