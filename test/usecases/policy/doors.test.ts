import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { answerCall } from '../../../src/usecases/answer-call.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import type { Portal } from '../../portal.ts';
import { anyDraft, weighing } from './any-draft.ts';
import { HOMES } from './both-homes.ts';

const by = 'ann@example.com';
const type = 'technology';
describe.each(HOMES)('with a home %s', (_where, open) => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await open();
  });
  afterEach(() => portal.close());

  const page = (): Context => ({ ...portal.context, publishes: 'by-settings' });
  const ask = (context: Context, operation: string, input: object) =>
    answerCall(() => context, { operation, input });
  const keep = (context: Context, change = weighing(25, 25)) =>
    ask(context, 'save-profile-draft', { type, draft: anyDraft(change), seen: null, by });

  test('a page prepares a draft, and is told to publish it from the terminal', async () => {
    await keep(page());

    const answer = await ask(page(), 'publish-profile', { type, reason: 'Ours', by, policy: 0 });
    const settings = { ...DEFAULT_SETTINGS, publishing: 'page' };
    const own = await ask(page(), 'publish-settings', { settings, reason: 'Ours', by, policy: 0 });

    expect(answer).toMatchObject({ error: { code: 'not-allowed' } });
    expect(JSON.stringify(answer)).toContain('icp profile publish technology');
    expect(own).toMatchObject({ error: { code: 'not-allowed' } });
  });

  test('a page that may not publish puts no right to publish into a draft of the settings', async () => {
    const draft = (publishing: string) => ({ settings: { ...DEFAULT_SETTINGS, publishing }, seen: null, by });

    const forged = await ask(page(), 'save-settings-draft', draft('page'));
    const own = await ask(page(), 'save-settings-draft', draft('terminal'));

    expect(forged).toMatchObject({ error: { code: 'not-allowed', field: 'settings.publishing' } });
    expect(own).toMatchObject({ answer: { conflict: null } });
  });

  test('where the terminal has allowed it the page publishes, and the name is kept as a claim', async () => {
    const settings = { ...DEFAULT_SETTINGS, publishing: 'page' };
    await ask(portal.context, 'publish-settings', { settings, reason: 'We trust us', by, policy: 0 });
    await keep(page());

    await ask(page(), 'publish-profile', { type, reason: 'Ours', by, policy: 1 });

    const { log } = await loadPolicy(portal.context);
    expect(log.map((entry) => entry.by)).toEqual([`${by} (claimed on the page)`, by]);
  });

  test('a draft with faults is kept and answered with them; publishing refuses it by field and keeps it', async () => {
    const kept = await keep(portal.context, weighing(25, 24));
    const published = await ask(portal.context, 'publish-profile', { type, reason: 'Ours', by, policy: 0 });

    expect(JSON.stringify(kept)).toContain('these sum to 99');
    expect(published).toMatchObject({ error: { code: 'invalid-input', field: 'dimensions' } });
    const { types } = await loadPolicy(portal.context);
    expect(types.find((each) => each.type === type)?.draft?.faults).toHaveLength(1);
  });

  test('settings without the name of a property are kept as a draft; publishing refuses them by field', async () => {
    const factSources = { sharedCustomers: null, companiesAsking: { property: '' } };
    const settings = { ...DEFAULT_SETTINGS, factSources };

    await ask(portal.context, 'save-settings-draft', { settings, seen: null, by });
    const published = await ask(portal.context, 'publish-settings', { settings, reason: 'x', by, policy: 0 });

    const { settingsDraft, log } = await loadPolicy(portal.context);
    const field = 'factSources.companiesAsking.property';
    expect(settingsDraft).toMatchObject({ settings, faults: [{ path: field }] });
    expect(published).toMatchObject({ error: { code: 'invalid-input', field: `settings.${field}` } });
    expect(log).toEqual([]);
  });

  test('a link whose day nobody has chosen yet is kept in the draft, with its fault', async () => {
    const draft = anyDraft(weighing(25, 25));
    const hypothesis = { url: 'https://example.com/h', owner: 'Ann', on: '' };
    const half = { ...draft, prerequisites: { ...draft.prerequisites, hypothesis } };

    await ask(portal.context, 'save-profile-draft', { type, draft: half, seen: null, by });

    const { types } = await loadPolicy(portal.context);
    expect(types.find((each) => each.type === type)?.draft).toMatchObject({
      prerequisites: { hypothesis },
      faults: [{ path: 'prerequisites.hypothesis.on' }],
    });
  });

  test('two people with one draft: the second is told what the first saved, and may save over it', async () => {
    await keep(portal.context);
    const bobs = { type, draft: anyDraft(weighing(35, 15)), by: 'bob@example.com' };

    const told = await ask(portal.context, 'save-profile-draft', { ...bobs, seen: null });
    const at = (await loadPolicy(portal.context)).types.find((each) => each.type === type)?.draft?.at;
    const over = await ask(portal.context, 'save-profile-draft', { ...bobs, seen: at });

    expect(told).toMatchObject({ answer: { conflict: { by, profile: weighing(25, 25) } } });
    expect(over).toMatchObject({ answer: { conflict: null } });
  });

  test('two megabytes are refused with a sentence', async () => {
    const draft = anyDraft({ title: 'x'.repeat(2_000_000) });

    const answer = await ask(portal.context, 'save-profile-draft', { type, draft, seen: null, by });

    expect(JSON.stringify(answer)).toMatch(/characters, and a call takes at most 200,000/);
  });

  test('settings in force: days of evidence, types on offer and the prompts of a load', async () => {
    const companyId = await portal.createCompany();
    const changes = { customer_overlap: { seen: null, value: 4 } };
    await ask(portal.context, 'save-scorecard', { companyId, changes, by });
    const before = await loadScorecard(portal.context, { companyId });
    const evidenceDays = { ...DEFAULT_SETTINGS.evidenceDays, overlap: 1 };
    const settings = {
      ...DEFAULT_SETTINGS,
      evidenceDays,
      asksSaas: false,
      enabledTypes: ['reseller'],
      defaultType: 'reseller',
    };

    await ask(portal.context, 'publish-settings', { settings, reason: 'Ours', by, policy: 0 });

    const after = await loadScorecard(portal.context, { companyId });
    expect(Date.parse(before.trail.recheckDue ?? '') - Date.parse(after.trail.recheckDue ?? '')).toBe(
      364 * 86_400_000,
    );
    expect(after).toMatchObject({ readyTypes: ['technology', 'reseller'], profile: { asksSaas: false } });
    const fresh = await loadScorecard(portal.context, { companyId: await portal.createCompany() });
    expect(fresh).toMatchObject({ readyTypes: ['reseller'], profile: { type: 'reseller' } });
  });
});
