import type { TriageAct } from '../../../src/contract/triage.ts';
import { type Portal, editOutside, openPortal } from '../../portal.ts';
import { BASIS, clearedCompany, decideNow } from '../decisions/deciding.ts';
import { omar, saveField, scoredCompany } from '../scorecard/scoring.ts';
import { ada, applied, askSigned, previewed, signedByAda, toApply } from './triage-in-portal.ts';

type Decide = Extract<TriageAct, { kind: 'decide' }>;

const WAIT: Decide = {
  ...{ kind: 'decide', decision: 'wait', quarter: '2027-Q1' },
  ...{ reason: 'After their launch', askAgainOn: '2099-03-01' },
};
const goDeep = (quarter: Decide['quarter'], reason = ''): Decide => ({
  ...{ kind: 'decide', decision: 'go-deep', quarter, reason, askAgainOn: null },
});

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
afterEach(() => portal.sandbox.faults.clear());

const signed = () => signedByAda(portal);

test('one decision stands about each company, with who, why and what each one rests on', async () => {
  const [cleared, pending] = [await clearedCompany(portal), await scoredCompany(portal)];

  const plans = await previewed(signed(), WAIT, [cleared, pending]);
  const { results } = await applied(signed(), WAIT, plans);

  expect(plans[0]?.lines).toEqual(['Decision: none -> Wait in 2027-Q1', `Rests on: ${BASIS}`]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  for (const id of [cleared, pending])
    expect(await portal.stored(id)).toMatchObject({
      ...{ ipp_decision: 'wait', ipp_decision_quarter: '2027-Q1', ipp_decided_by: ada },
      ...{ ipp_decision_reason: 'After their launch', ipp_ask_again_on: '2099-03-01' },
    });
  expect((await portal.stored(pending))['ipp_decision_basis']).toContain('Not yet cleared');
});

test('a run that is sent again decides once: the time of the decision stays', async () => {
  const companyId = await clearedCompany(portal);
  const plans = await previewed(signed(), WAIT, [companyId]);
  const at = new Date().toISOString();
  portal.sandbox.faults.add({ kind: 'reset', write: 'after' }, { method: 'PATCH' });

  const first = await applied(signed(), WAIT, plans, at);
  const second = await applied(signed(), WAIT, plans, at);

  expect([first, second].map(({ results: [result] }) => result?.outcome)).toEqual(['done', 'unchanged']);
  expect(await portal.valuesOf(companyId, 'ipp_decided_at')).toHaveLength(1);
});

test('a company that somebody decided about since the preview keeps that decision, and it is told', async () => {
  const [decided, rated] = [await clearedCompany(portal), await clearedCompany(portal)];
  const plans = await previewed(signed(), WAIT, [decided, rated]);
  await decideNow(portal, decided, { decision: 'decline', quarter: '2027-Q2', by: omar });
  await saveField(portal.context, rated, 'strategic_fit', [4, 1], omar);

  const { results } = await applied(signed(), WAIT, plans);

  expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  expect(results[0]?.sentence).toContain('Decision is now Decline, changed by omar@example.com');
  expect(results[1]?.sentence).toMatch(/what the decision rests on is now 415, Deep/);
  expect((await portal.stored(decided))['ipp_decision']).toBe('decline');
  expect(await portal.stored(rated)).not.toHaveProperty('ipp_decision');
});

test('what cannot be decided about is left out, each with why', async () => {
  const plans = await previewed(signed(), goDeep('2031-Q1'), [
    await portal.createCompany(),
    await scoredCompany(portal),
    await clearedCompany(portal),
  ]);

  expect(plans.map(({ seen }) => seen !== null)).toEqual([false, false, true]);
  expect(plans[0]?.reason).toBe('Rate at least one question before you decide.');
  expect(plans[1]?.reason).toMatch(/^This partner is not cleared\. Say why/);
});

test('with a reason a partner that is not cleared is gone deep with, against the checks', async () => {
  const act = goDeep('2031-Q2', 'They bring ten customers');

  const plans = await previewed(signed(), act, [await scoredCompany(portal)]);
  const { results } = await applied(signed(), act, plans);

  expect(plans[0]?.lines[0]).toBe('Decision: none -> Go deep in 2031-Q2, against the checks');
  expect(results).toMatchObject([{ outcome: 'done' }]);
});

test('without a reason no more are gone deep with than there are slots, however many are selected', async () => {
  const ids = [await clearedCompany(portal), await clearedCompany(portal), await clearedCompany(portal)];
  const act = goDeep('2032-Q1');

  const plans = await previewed(signed(), act, ids);
  const { results } = await applied(signed(), act, plans);

  expect(plans.map(({ seen }) => seen !== null)).toEqual([true, true, false]);
  expect(plans[2]?.reason).toMatch(/^The slots of 2032-Q1 are used by/);
  expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
});

test('slots that the same act has used count, although HubSpot’s search does not show them yet', async () => {
  const lagging = await openPortal({ searchLagMs: 3_600_000 });
  const context = signedByAda(lagging);
  const ids = [await clearedCompany(lagging), await clearedCompany(lagging), await clearedCompany(lagging)];
  const act = goDeep('2032-Q2');
  const plans = (await Promise.all(ids.map((id) => previewed(context, act, [id])))).flat();
  const companies = toApply(plans);
  const at = new Date().toISOString();

  const { results } = await askSigned(context, 'apply-triage', { act, companies, at, by: ada });
  const later = await askSigned(context, 'apply-triage', {
    ...{ act, companies: companies.slice(2), at, by: ada },
    deepBefore: ids.slice(0, 2),
  });
  await lagging.close();

  expect(companies).toHaveLength(3);
  expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'refused']);
  expect(results[2]?.sentence).toMatch(/the slots of 2032-Q2 are used by/);
  expect(later.results).toMatchObject([{ outcome: 'refused' }]);
});

test('a decision that cannot stand about any company is refused by field', async () => {
  const companyId = await clearedCompany(portal);
  const act = { ...goDeep('2031-Q3'), askAgainOn: '2099-01-01' };

  await expect(previewed(signed(), act, [companyId])).rejects.toThrow(/^invalid-input: ask_again_on/);
});

test('a decision that stands is replaced only where somebody asks for it', async () => {
  const [decided, open] = [await clearedCompany(portal), await clearedCompany(portal)];
  await decideNow(portal, decided, { decision: 'decline', quarter: '2027-Q2', by: omar });

  const plans = await previewed(signed(), WAIT, [decided, open]);

  expect(plans.map(({ isReplacing }) => isReplacing)).toEqual([true, false]);
  expect(plans[0]?.lines[0]).toBe('Decision: Decline in 2027-Q2 -> Wait in 2027-Q1');
});

test('a decision that was edited in HubSpot since the preview stays', async () => {
  const companyId = await clearedCompany(portal);
  const plans = await previewed(signed(), WAIT, [companyId]);
  await editOutside(portal, companyId, { ipp_decision: 'go-light' });

  const { results } = await applied(signed(), WAIT, plans);

  expect(results).toMatchObject([{ outcome: 'refused' }]);
  expect((await portal.stored(companyId))['ipp_decision']).toBe('go-light');
});
