import { type Portal, editOutside, openPortal, withPortal } from '../../portal.ts';
import { applied, csv, exported, recordsOf } from '../csv/csv-files.ts';
import { firstTime, scoredCompany } from '../scorecard/scoring.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { workflowTool } from '../../worked-example.ts';
import { codesOf, examine, findingOf } from './examine.ts';

let portal: Portal;
beforeEach(async () => (portal = await openPortal({ types: ['technology'] })));
afterEach(() => portal.close());

const READ_ONLY = { kind: 'input-error', error: 'read-only' } as const;

test('a search that knows no scored company yet leaves none out: the companies themselves are looked through', async () => {
  await withPortal({ types: ['technology'], searchLagMs: 5_000 }, async (lagging) => {
    const company = await scoredCompany(lagging);
    await editOutside(lagging, company, { ipp_lane: 'pass' });

    const diagnosis = await examine(lagging);

    expect([diagnosis.healthy, diagnosis.companies]).toEqual([false, 1]);
    expect(codesOf(diagnosis)).toContain('verdict-differs');
    expect(recordsOf(await exported(lagging.context))).toMatchObject([{ record_id: company }]);
  });
});

test('a search that gives fewer companies than it counts leaves the portal unhealthy, and the file is not whole', async () => {
  await scoredCompany(portal);
  const partial = { kind: 'status', status: 200, body: { total: 3, results: [] } } as const;
  portal.sandbox.faults.add(partial, { path: 'companies/search', times: 99 });

  const diagnosis = await examine(portal);

  expect(diagnosis.healthy).toBe(false);
  expect(findingOf(diagnosis, 'search-behind')?.message).toMatch(/more scored companies than it gave/);
  await expect(exported(portal.context)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/^The file is not whole/) as unknown,
  });
});

test('a portal without a scored company is healthy', async () => {
  await portal.createCompany();

  expect(await examine(portal)).toMatchObject({ healthy: true, companies: 0 });
});

test('a repair that HubSpot declines for one company says so with the reason, and is sent once', async () => {
  const [good, bad] = [await scoredCompany(portal), await scoredCompany(portal)];
  for (const company of [good, bad]) await editOutside(portal, company, { ipp_lane: 'pass' });
  portal.sandbox.faults.add(READ_ONLY, { path: 'companies/batch/update', input: bad, times: 99 });

  const diagnosis = await examine(portal, { repair: true });

  expect(findingOf(diagnosis, 'not-writable')).toMatchObject({
    count: 1,
    examples: [expect.stringMatching(`${bad}.*refuses the value of ipp_.*read only`)],
  });
  expect(codesOf(diagnosis)).not.toContain('keeps-changing');
  expect(await portal.stored(good)).toMatchObject({ ipp_lane: 'deep' });
  expect(await portal.stored(bad)).toMatchObject({ ipp_lane: 'pass' });
});

test('a repair that HubSpot answers and does not do is not blamed on a workflow', async () => {
  const company = await scoredCompany(portal);
  await editOutside(portal, company, { ipp_lane: 'pass' });
  portal.sandbox.faults.add({ kind: 'ignored' }, { path: 'companies/batch/update', times: 99 });

  const diagnosis = await examine(portal, { repair: true });

  expect(codesOf(diagnosis)).not.toContain('keeps-changing');
  expect(findingOf(diagnosis, 'not-writable')?.examples[0]).toMatch(/HubSpot did not keep the write/);
});

test('an import whose second of three rows HubSpot declines: two are written, the row carries the reason', async () => {
  const companies = [await scoredCompany(portal), await scoredCompany(portal), await scoredCompany(portal)];
  const [, bad = ''] = companies;
  portal.sandbox.faults.add(READ_ONLY, { path: 'companies/batch/update', input: bad, times: 99 });
  const file = csv(['record_id', 'strategic_fit'], ...companies.map((id) => [id, 5]));

  const calls = await portal.callsDuring(async () => {
    const report = await applied(portal.context, file);

    expect(report).toMatchObject({
      changed: 2,
      faults: [{ line: 3, message: expect.stringMatching(/refuses the value of .*read only/) as unknown }],
      warnings: [],
    });
  });

  expect(calls.filter((call) => call.endsWith('companies/batch/update'))).toHaveLength(1);
  expect(await portal.stored(bad)).toMatchObject({ ipp_strategic_fit: '4' });
});

test.each([
  ['a rating', { ipp_strategic_fit: '4' }, 'strategic_fit', '4'],
  ['evidence alone', { ipp_strategic_fit_evidence: 'seen' }, 'strategic_fit_evidence', 'seen'],
  ['a note alone', { ipp_check_vanity_logo_note: 'asked' }, 'check_vanity_logo_note', 'asked'],
])(
  '%s that an import of HubSpot’s brought in without a type is exported',
  async (_, values, column, text) => {
    const company = await portal.createCompany(values);

    expect(recordsOf(await exported(portal.context))).toMatchObject([{ record_id: company, [column]: text }]);
  },
);

test('ratings without a type are named by the doctor, which says to choose the type', async () => {
  const company = await portal.createCompany({ ipp_strategic_fit: '4' });

  const diagnosis = await examine(portal);

  expect(diagnosis).toMatchObject({ healthy: false, companies: 1 });
  expect(findingOf(diagnosis, 'unjudgeable')?.examples[0]).toMatch(new RegExp(`${company}.*Choose the type`));
});

test('a token that is rotated during a repair: it is said how far the run came', async () => {
  const company = await scoredCompany(portal);
  await editOutside(portal, company, { ipp_lane: 'pass' });
  portal.sandbox.faults.add(
    { kind: 'status', status: 401, body: { category: 'INVALID_AUTHENTICATION' } },
    { path: 'companies/batch/update', skip: 1, times: 99 },
  );

  const finding = findingOf(await examine(portal, { repair: true }), 'wrong-token');

  expect(finding?.message).toMatch(/0 scored companies had been looked at and 0 repaired\. Run it again/);
});

describe('with a rule of the portal that asks for another property', () => {
  const ASKS = /asks for a value in partner_tier\..* HubSpot says: .*partner_tier/;

  beforeEach(async () => {
    const definition = { name: 'partner_tier', label: 'Tier', type: 'string', fieldType: 'text' };
    const body = { ...definition, groupName: 'companyinformation' };
    await portal.outside.send({ method: 'POST', path: '/crm/properties/2026-09/companies', body });
  });

  const setRule = () =>
    portal.sandbox.portal.setRules([
      {
        objectType: 'companies',
        property: 'partner_tier',
        when: { property: 'ipp_lane', isOneOf: ['deep'] },
      },
    ]);

  test('an import row and a repair name the property with HubSpot’s reason, and write nothing twice', async () => {
    const company = await scoredCompany(portal);
    await editOutside(portal, company, { ipp_strategic_fit: '1', ipp_lane: 'fast' });
    setRule();

    const calls = await portal.callsDuring(async () => {
      const report = await applied(portal.context, csv(['record_id', 'strategic_fit'], [company, 5]));
      expect(report).toMatchObject({
        changed: 0,
        faults: [{ line: 2, message: expect.stringMatching(ASKS) as unknown }],
      });
    });
    const diagnosis = await examine(portal, { repair: true });

    expect(calls.filter((call) => call.endsWith('companies/batch/update'))).toHaveLength(1);
    expect(findingOf(diagnosis, 'not-writable')?.examples[0]).toMatch(ASKS);
  });

  test('a save is refused with it after one write, and nothing is kept', async () => {
    const company = await portal.createCompany();
    setRule();

    const calls = await portal.callsDuring(async () => {
      const changes = firstTime(workflowTool);
      await expect(
        saveScorecard(portal.context, { companyId: company, changes, by: 'ann@example.com' }),
      ).rejects.toMatchObject({ code: 'invalid-request', message: expect.stringMatching(ASKS) as unknown });
    });

    expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
    expect(await portal.stored(company)).toEqual({});
  });
});
