import type { HomeEntry } from '../../../src/contract/policy-home.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import type { Template } from '../../../src/usecases/policy/parse-template.ts';
import { planTemplate } from '../../../src/usecases/policy/plan-template.ts';
import { discardProfileDraft, saveProfileDraft } from '../../../src/usecases/policy/profile-drafts.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { importTemplate } from '../../../src/usecases/policy/template.ts';
import type { Portal } from '../../portal.ts';
import { anyDraft, weighing } from './any-draft.ts';
import { HOMES } from './both-homes.ts';
import { OTHER_SETTINGS, lena, publishedTemplate } from './two-portals.ts';

describe.each(HOMES)('with a home %s', (_where, open) => {
  let template: Template;
  let portal: Portal;
  beforeAll(async () => {
    const source = await open({ types: ['technology', 'reseller'] });
    template = await publishedTemplate(source.context);
    await source.close();
  });
  beforeEach(async () => {
    portal = await open({ types: ['technology'] });
  });
  afterEach(() => portal.close());

  const typeIn = <Typed extends { type: string }>(types: readonly Typed[], type: string) =>
    types.find((one) => one.type === type);
  const writesDuring = async (work: () => Promise<unknown>) =>
    (await portal.callsDuring(work)).filter(
      (call) => !call.startsWith('GET') && !call.endsWith('/batch/read') && !call.endsWith('/search'),
    );

  test('a template holds the current profiles without their number, no company and no id', () => {
    expect(template.types).toEqual(expect.arrayContaining(['technology', 'reseller']));
    expect(template.profiles.solution).toBeNull();
    expect(template.profiles.technology?.profile).toMatchObject({ floors: { deep: 400, fast: 260 } });
    expect(JSON.stringify(template)).not.toMatch(/"version":[^1]|@example\.com|companyId|policy@/);
  });

  test('the difference is said before anything is written; a type without properties is left out', async () => {
    const state = await loadPolicy(portal.context);
    const plan = planTemplate(state, template);

    expect(typeIn(plan.types, 'technology')).toMatchObject({ act: 'publish', isReady: true, obstacle: null });
    expect(typeIn(plan.types, 'technology')?.lines).toEqual(
      expect.arrayContaining([
        'Weights: customer overlap 30 -> 35, product complementarity 20 -> 15',
        'Floors: Deep 380 -> 400, Fast lane 250 -> 260',
      ]),
    );
    expect(typeIn(plan.types, 'reseller')).toMatchObject({ act: 'publish', isReady: false });
    expect(plan.settings.map(({ path }) => path)).toEqual(['asksSaas', 'slots']);
  });

  test('an import publishes the profile as version 1, then the settings; the next one writes nothing', async () => {
    const report = await importTemplate(portal.context, template, lena);
    const state = await loadPolicy(portal.context);
    const again = await writesDuring(() => importTemplate(portal.context, template, lena));

    expect(report).toMatchObject({ published: ['technology'], hasSettings: true });
    expect(state.log.map(({ act }) => act)).toEqual([
      { kind: 'settings' },
      { kind: 'published', profile: 'technology@1' },
    ]);
    expect(state.settings).toEqual(OTHER_SETTINGS);
    expect(typeIn(state.types, 'technology')).toMatchObject({
      draft: null,
      profile: template.profiles.technology?.profile,
    });
    expect(typeIn(state.types, 'reseller')?.profile.version).toBe(0);
    expect(again).toEqual([]);
  });

  test("somebody's draft is kept and keeps the profile out; once it is discarded the import goes on", async () => {
    const draft = anyDraft(weighing(40, 10));
    const type = 'technology';
    const { state } = await saveProfileDraft(portal.context, {
      type,
      draft,
      seen: null,
      by: 'ann@example.com',
    });
    const seen = typeIn(state.types, type)?.draft?.at ?? '';

    const kept = await importTemplate(portal.context, template, lena);
    const between = typeIn((await loadPolicy(portal.context)).types, type);
    await discardProfileDraft(portal.context, { type, seen, by: 'ann@example.com' });
    const after = await importTemplate(portal.context, template, lena);

    expect(kept).toMatchObject({ published: [], hasSettings: true });
    expect(typeIn(kept.plan.types, type)?.obstacle).toMatch(
      /another draft of this profile by ann@example\.com/,
    );
    expect(between?.draft).toMatchObject({ by: 'ann@example.com', at: seen });
    expect(after).toMatchObject({ published: [type], hasSettings: false });
  });

  test('a portal that refuses profiles without prerequisites is told before anything is written', async () => {
    const settings = { ...DEFAULT_SETTINGS, prerequisites: 'refuse' } as const;
    await publishSettings(portal.context, { settings, ...lena, policy: 0 });
    const { technology } = template.profiles;
    if (technology == null) throw new Error('no technology');
    const bare = { ...technology, prerequisites: { ...technology.prerequisites, thesis: null } };

    const plan = planTemplate(await loadPolicy(portal.context), {
      ...template,
      profiles: { technology: bare },
    });

    expect(plan.types[0]?.obstacle).toMatch(/refuse a profile without a partner thesis/);
  });

  test.each(['2026-01-31', '2999-01-31'])(
    'a day of review that is not within a year, %s, becomes a year from now',
    async (reviewDue) => {
      const { technology } = template.profiles;
      if (technology == null) throw new Error('no technology');
      const other = { ...template, profiles: { technology: { ...technology, reviewDue } } };

      const report = await importTemplate(portal.context, other, lena);
      const again = await importTemplate(portal.context, other, lena);
      const { asOf, types } = await loadPolicy(portal.context);

      expect([report.published, again.published]).toEqual([['technology'], []]);
      const due = typeIn(types, 'technology')?.versions.find(({ isCurrent }) => isCurrent)?.reviewDue;
      expect(due?.slice(0, 4)).toBe(`${Number(asOf.slice(0, 4)) + 1}`);
    },
  );

  test('a profile that says the same as an earlier version of the portal is published again as the next one', async () => {
    await importTemplate(portal.context, template, lena);
    const shipped = { ...template, profiles: { technology: null } };

    const back = await importTemplate(portal.context, shipped, lena);
    const forth = await importTemplate(portal.context, template, lena);

    expect([back.published, forth.published]).toEqual([['technology'], ['technology']]);
    const { types } = await loadPolicy(portal.context);
    expect(typeIn(types, 'technology')?.profile).toMatchObject({ floors: { deep: 400, fast: 260 } });
  });

  test('whoever is overtaken reads what the run had published by then', async () => {
    const overtake = () =>
      publishSettings(
        { ...portal.context, policy: keepPolicy() },
        { settings: { ...DEFAULT_SETTINGS, slots: 9 }, by: 'ann@example.com', reason: 'Nine', policy: 1 },
      );
    const insert = async (entry: HomeEntry) => {
      if (entry.key === 'policy@2') await overtake();
      return portal.context.home.insert(entry);
    };
    const home = { ...portal.context.home, insert };
    const mine = { ...portal.context, home, policy: keepPolicy() };

    const run = importTemplate(mine, template, lena);

    await expect(run).rejects.toMatchObject({ code: 'policy-moved' });
    await expect(run).rejects.toThrow(
      /ann@example\.com published settings .*"Nine".* Published by this run before that: Technology partner\./,
    );
  });
});
