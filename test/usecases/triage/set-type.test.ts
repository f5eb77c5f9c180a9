import { FAULT_ANSWERS } from '../../../sandbox/hubspot/faults/named-faults.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { readHistory } from '../../../src/usecases/history/read-history.ts';
import { undoSave } from '../../../src/usecases/history/undo-save.ts';
import { answerCall } from '../../../src/usecases/answer-call.ts';
import { type Portal, archiveCompany, editOutside, mergeCompanies, openPortal } from '../../portal.ts';
import { firstTime, jane, scoredCompany } from '../scorecard/scoring.ts';
import { saveScorecard } from '../../../src/usecases/scorecard/save.ts';
import { ada, applied, askSigned, previewed, signedByAda, toApply } from './triage-in-portal.ts';

const TO_REFERRAL = { kind: 'set-type', type: 'referral' } as const;
const RATED = { people: 4, company_alignment: 3, role_criteria: 4, compatibility: 2, market_access: 5 };

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
afterEach(() => {
  portal.sandbox.faults.clear();
  portal.sandbox.portal.setRules([]);
});

const signed = () => signedByAda(portal);

async function reseller(): Promise<string> {
  const companyId = await portal.createCompany({ ipp_partner_type: 'reseller' });
  await saveScorecard(portal.context, { companyId, changes: firstTime(RATED), by: jane });
  return companyId;
}

const writes = (calls: readonly string[]) => calls.filter((call) => /^PATCH|\/batch\/update/.test(call));

test('a preview says per company what changes from what to what, and writes nothing', async () => {
  const ids = [await portal.createCompany({ name: 'Harbor Foods' }), await reseller()];

  let plans: Awaited<ReturnType<typeof previewed>> = [];
  const calls = await portal.callsDuring(async () => {
    plans = await previewed(signed(), TO_REFERRAL, ids);
  });

  expect(calls.map((call) => call.replace(/ .*\//, ' '))).toEqual(['POST read']);
  expect(plans).toMatchObject([
    {
      companyId: ids[0],
      companyName: 'Harbor Foods',
      lines: ['Partner type: none -> Referral partner'],
      isReplacing: false,
    },
    {
      isReplacing: true,
      lines: [
        'Partner type: Reseller -> Referral partner',
        expect.stringMatching(/^Lane: .+ -> Needs answers \d+ to \d+$/) as string,
        'To be confirmed for the new type: People',
      ],
      losses: ['Role criteria: 4 -> empty', 'Compatibility: 2 -> empty'],
    },
  ]);
});

test('the act sets the type as the card does: what holds for both stays, with Ada as who did it', async () => {
  const [plain, rated] = [await portal.createCompany(), await reseller()];
  const plans = await previewed(signed(), TO_REFERRAL, [plain, rated]);

  const { results, left, stopped } = await applied(signed(), TO_REFERRAL, plans);

  expect(results).toEqual([
    { companyId: plain, outcome: 'done', sentence: '' },
    { companyId: rated, outcome: 'done', sentence: '' },
  ]);
  expect([left, stopped]).toEqual([[], null]);
  expect(await portal.stored(plain)).toEqual({
    ...{ ipp_partner_type: 'referral', ipp_scored_by: ada },
    ipp_scored_at: expect.any(String) as string,
  });
  const stored = await portal.stored(rated);
  expect(stored).toMatchObject({ ipp_partner_type: 'referral', ipp_people: '4', ipp_to_confirm: 'people' });
  expect(stored).toMatchObject({ ipp_market_access: '5', ipp_lane: 'undecided', ipp_scored_by: ada });
  expect(stored).not.toHaveProperty('ipp_role_criteria');
});

test('what the act did to a company can be undone on its card', async () => {
  const companyId = await reseller();
  const before = await portal.stored(companyId);
  await applied(signed(), TO_REFERRAL, await previewed(signed(), TO_REFERRAL, [companyId]));

  const { undo } = await readHistory(portal.context, { companyId });
  await undoSave(portal.context, { companyId, save: undo?.key ?? '', by: ada });

  const after = await portal.stored(companyId);
  for (const name of ['ipp_partner_type', 'ipp_role_criteria', 'ipp_compatibility', 'ipp_lane'])
    expect(after[name]).toBe(before[name]);
});

test('a company that has the type is left out, and so is one that cannot be written, each with why', async () => {
  const there = await portal.createCompany({ ipp_partner_type: 'referral' });
  const newer = await portal.createCompany({
    ipp_partner_type: 'reseller',
    ipp_people: '3',
    ipp_rules: '99',
  });
  const gone = await portal.createCompany();
  await archiveCompany(portal, gone);

  const plans = await previewed(signed(), TO_REFERRAL, [there, newer, gone]);

  expect(plans.map(({ seen }) => seen)).toEqual([null, null, null]);
  expect(plans.map(({ isSoAlready }) => isSoAlready)).toEqual([true, false, false]);
  expect(plans[1]?.reason).toMatch(/A newer version of Partner ICP judged this company/);
  expect(plans[2]?.reason).toBe('There is no such company, or it was deleted.');
});

test('of two that were merged one is previewed, under the id that counts now', async () => {
  const [one, other] = [await portal.createCompany({ name: 'Northwind' }), await portal.createCompany()];
  const id = await mergeCompanies(portal, one, other);

  const plans = await previewed(signed(), TO_REFERRAL, [one, other]);

  expect(plans[0]).toMatchObject({ companyId: id, lines: ['Partner type: none -> Referral partner'] });
  expect(plans[1]?.reason).toBe('It was merged into Northwind, which is selected too.');
});

test('a company whose type or answers somebody changed since the preview stays as it is, and that is told', async () => {
  const [typed, rated] = [await portal.createCompany(), await reseller()];
  const plans = await previewed(signed(), TO_REFERRAL, [typed, rated]);
  await editOutside(portal, typed, { ipp_partner_type: 'oem' });
  await editOutside(portal, rated, { ipp_role_criteria: '1' });
  const before = [await portal.stored(typed), await portal.stored(rated)];

  const calls = await portal.callsDuring(async () => {
    const { results } = await applied(signed(), TO_REFERRAL, plans);
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    expect(results[0]?.sentence).toBe(
      'Changed since the preview: Partner type is now OEM partner, changed by somebody in HubSpot. Nothing was written.',
    );
    expect(results[1]?.sentence).toMatch(/Role criteria is now 1, changed by somebody in HubSpot/);
  });

  expect(writes(calls)).toEqual([]);
  expect([await portal.stored(typed), await portal.stored(rated)]).toEqual(before);
});

test('a company that was merged or deleted since the preview is not written', async () => {
  const [one, other, gone] = await Promise.all([
    portal.createCompany({ name: 'Brightdesk' }),
    portal.createCompany(),
    portal.createCompany(),
  ]);
  const plans = await previewed(signed(), TO_REFERRAL, [one, gone]);
  const merged = await mergeCompanies(portal, one, other);
  await archiveCompany(portal, gone);

  const { results } = await applied(signed(), TO_REFERRAL, plans);

  expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  expect(results[0]?.sentence).toBe(
    'It was merged since the preview, and is Brightdesk now. Nothing was written.',
  );
  expect(results[1]?.sentence).toMatch(/There is no company/);
  expect(await portal.stored(merged)).toEqual({});
});

test('where the app may not edit a company, HubSpot’s reason is passed on and the others are done', async () => {
  const [closed, open] = [await portal.createCompany(), await portal.createCompany()];
  const plans = await previewed(signed(), TO_REFERRAL, [closed, open]);
  portal.sandbox.faults.add(FAULT_ANSWERS.noEditAccess, { method: 'PATCH', path: closed });

  const { results } = await applied(signed(), TO_REFERRAL, plans);

  expect(results).toMatchObject([
    { outcome: 'refused', sentence: expect.stringContaining('edit access') as string },
    { outcome: 'done' },
  ]);
});

test('a rule of the portal that refuses the type is told', async () => {
  const companyId = await portal.createCompany();
  const plans = await previewed(signed(), TO_REFERRAL, [companyId]);
  const when = { property: 'ipp_partner_type', isOneOf: ['referral'] };
  portal.sandbox.portal.setRules([{ objectType: 'companies', property: 'domain', when }]);

  const { results } = await applied(signed(), TO_REFERRAL, plans);

  expect(results).toMatchObject([{ outcome: 'refused' }]);
  expect(results[0]?.sentence).toContain('domain');
});

test('a repeat of the whole act changes nothing and says so', async () => {
  const ids = [await portal.createCompany(), await reseller()];
  const plans = await previewed(signed(), TO_REFERRAL, ids);
  await applied(signed(), TO_REFERRAL, plans);

  const calls = await portal.callsDuring(async () => {
    const { results } = await applied(signed(), TO_REFERRAL, plans);
    expect(results.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  });

  expect(writes(calls)).toEqual([]);
});

test('a write whose answer is lost is read back, and is done', async () => {
  const companyId = await portal.createCompany();
  const plans = await previewed(signed(), TO_REFERRAL, [companyId]);
  portal.sandbox.faults.add({ kind: 'reset', write: 'after' }, { method: 'PATCH', path: companyId });

  const { results } = await applied(signed(), TO_REFERRAL, plans);

  expect(results).toMatchObject([{ outcome: 'done' }]);
  expect(await portal.valuesOf(companyId, 'ipp_partner_type')).toEqual(['referral']);
});

test('a company that was sent and cannot be read back is unknown, and asking again finds it done', async () => {
  const companyId = await portal.createCompany();
  const plans = await previewed(signed(), TO_REFERRAL, [companyId]);
  portal.sandbox.faults.add(FAULT_ANSWERS.unavailable, {
    ...{ method: 'GET', path: companyId, skip: 1, times: Infinity },
  });

  const first = await applied(signed(), TO_REFERRAL, plans);
  portal.sandbox.faults.clear();
  const second = await applied(signed(), TO_REFERRAL, plans);

  expect(first.results).toMatchObject([{ outcome: 'unknown' }]);
  expect(second.results).toMatchObject([{ outcome: 'unchanged' }]);
});

test('of 40 companies those in the middle for which HubSpot fails are named, and going on does the rest', async () => {
  const ids = await Promise.all(Array.from({ length: 40 }, () => portal.createCompany()));
  const plans = await previewed(signed(), TO_REFERRAL, ids);
  const failing = { method: 'GET', times: Infinity } as const;
  for (const id of ids.slice(12, 20))
    portal.sandbox.faults.add(FAULT_ANSWERS.unavailable, { ...failing, path: id });
  const tally = { done: 0, failed: 0, left: 0 };
  const again: (typeof plans)[number][] = [];
  const run = async (some: typeof plans) => {
    const { results, left } = await applied(signed(), TO_REFERRAL, some);
    tally.done += results.filter(({ outcome }) => outcome === 'done').length;
    tally.failed += results.filter(({ outcome }) => outcome === 'failed').length;
    tally.left += left.length;
    const isDone = (id: string) =>
      results.some(({ companyId, outcome }) => companyId === id && outcome === 'done');
    again.push(...some.filter(({ companyId }) => !isDone(companyId)));
  };

  for (const start of [0, 10, 20, 30]) await run(plans.slice(start, start + 10));
  expect(tally.done + again.length).toBe(40);
  expect(tally.done).toBeGreaterThanOrEqual(30);
  expect(tally.failed).toBeGreaterThanOrEqual(2);
  portal.sandbox.faults.clear();
  await run(again.splice(0));

  expect(again).toEqual([]);
  expect(tally.done).toBe(40);
  for (const id of ids) expect(await portal.valuesOf(id, 'ipp_partner_type')).toEqual(['referral']);
});

test('once the time is up no other company is begun: the rest is left', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => portal.createCompany()));
  const plans = await previewed(signed(), TO_REFERRAL, ids);
  let times = 0;
  // each look at the clock is a second later
  const slow = { ...signed(), now: () => new Date(Date.now() + (times += 1) * 1_000) };

  const { results, left, stopped } = await applied(slow, TO_REFERRAL, plans, new Date().toISOString());

  expect(results.length).toBeGreaterThan(0);
  expect([...results.map(({ companyId }) => companyId), ...left].sort()).toEqual([...ids].sort());
  expect(left.length).toBeGreaterThan(0);
  expect(stopped).toBeNull();
});

test('while the limit of calls is used up nothing more is begun, and it is said', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => portal.createCompany()));
  const plans = await previewed(signed(), TO_REFERRAL, ids);
  portal.sandbox.faults.add(FAULT_ANSWERS.dailyLimit, { path: '/companies/', times: Infinity });

  const { results, left, stopped } = await applied(signed(), TO_REFERRAL, plans);

  expect([results, left]).toEqual([[], ids]);
  expect(stopped).toMatch(/limit of calls is used up/);
});

test('where HubSpot has signed nobody, the three operations are refused in words', async () => {
  const companyId = await portal.createCompany();
  const companies = toApply(await previewed(signed(), TO_REFERRAL, [companyId]));
  const inputs = {
    'triage-choices': {},
    'preview-triage': { act: TO_REFERRAL, companyIds: [companyId] },
    'apply-triage': { act: TO_REFERRAL, companies, at: new Date().toISOString(), by: ada },
  };

  for (const [operation, input] of Object.entries(inputs)) {
    const answer = await answerCall(() => portal.context, { operation, input });
    expect(answer).toMatchObject({
      error: { code: 'not-allowed', message: expect.stringMatching(/one by one on their cards/) as string },
    });
  }
  expect(await portal.stored(companyId)).toEqual({});
});

test('the choices are the types that the portal enables, and the quarters from this one on', async () => {
  const { types, startType, quarters, today } = await askSigned(signed(), 'triage-choices', {});

  expect(types).toHaveLength(9);
  expect(startType).toBe('technology');
  expect(quarters).toHaveLength(5);
  expect(today).toBe(new Date().toISOString().slice(0, 10));
});

test('nobody acts under another name', async () => {
  const companyId = await scoredCompany(portal);
  const plans = await previewed(signed(), TO_REFERRAL, [companyId]);

  const input = { act: TO_REFERRAL, companies: toApply(plans), at: new Date().toISOString(), by: jane };

  await expect(askSigned(signed(), 'apply-triage', input)).rejects.toThrow(/another person/);
  expect((await loadScorecard(portal.context, { companyId })).scorecard.type).toBe('technology');
});
