import fc from 'fast-check';

import type { SavedPortal } from '../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { keepPolicy } from '../../../src/usecases/policy/known-policy.ts';
import { loadPolicy } from '../../../src/usecases/policy/load-policy.ts';
import { saveProfileDraft } from '../../../src/usecases/policy/profile-drafts.ts';
import { publishProfile, rollBackProfile } from '../../../src/usecases/policy/publish.ts';
import { rejudgeMany } from '../../../src/usecases/policy/rejudge-many.ts';
import { publishSettings } from '../../../src/usecases/policy/settings.ts';
import { Refused } from '../../../src/usecases/refused.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load.ts';
import { type Portal, editOutside } from '../../portal.ts';
import { examine } from '../doctor/examine.ts';
import { nightly } from '../nightly/run-nightly.ts';
import { saveField } from '../scorecard/scoring.ts';
import { HOME, editEntry } from './a-home.ts';
import { anyDraft, weighing } from './any-draft.ts';
import { HOMES, newHomeInTables } from './both-homes.ts';
import { createStored, storedScorecard } from './portfolio.ts';
import { ada } from './published.ts';

const type = 'technology' as const;

let portal: Portal;
let empty: SavedPortal;
let ids: string[];
/** No hand edits entries there: the database refuses it. */
let isInTables: boolean;

const WEIGHTS: readonly (readonly number[])[] = [
  [25, 20, 25, 15, 10, 5],
  [35, 15, 20, 15, 10, 5],
  [20, 20, 20, 20, 10, 10],
];
const company = fc.nat(1);
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('draft' as const), weights: fc.constantFrom(...WEIGHTS) }),
  },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('publish' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('roll back' as const), version: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('settings' as const), slots: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('re-judge' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('save' as const),
      company,
      rating: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('edit a lane by hand' as const), company }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('nightly' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('edit a body by hand' as const),
      pick: fc.nat(9),
      body: fc.constantFrom('', '{}'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('repair' as const) }) },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** The published entries, as HubSpot keeps them: bodies with who, when and why. */
async function storedEntries(): Promise<Map<string, string>> {
  if (isInTables) return entriesInTables();
  const names = ['ipp_key', 'ipp_kind', 'ipp_body', 'ipp_by', 'ipp_at', 'ipp_reason'];
  const query = { properties: names.join(','), limit: '100' };
  const { results } = (await portal.outside.send({ method: 'GET', path: HOME, query })) as {
    results: { properties: Record<string, string | null> }[];
  };
  return new Map(
    results.flatMap(({ properties }) => {
      if (properties['ipp_kind'] !== 'policy' && properties['ipp_kind'] !== 'profile') return [];
      return [[properties['ipp_key'] ?? '', JSON.stringify(names.map((name) => properties[name]))]];
    }),
  );
}

async function entriesInTables(): Promise<Map<string, string>> {
  const { home } = portal.context;
  const lists = [await home.list('policy'), await home.list('profile')];
  return new Map(lists.flatMap((all) => (all ?? []).map((entry) => [entry.key, JSON.stringify(entry)])));
}

async function stamps(): Promise<(string | undefined)[]> {
  return Promise.all(ids.map(async (id) => (await portal.stored(id))['ipp_profile_version']));
}

/** Does it as a process that knows nothing of the portal. */
async function carryOut(step: Act, context: Context): Promise<void> {
  if (step.act === 'draft' || step.act === 'publish' || step.act === 'roll back' || step.act === 'settings') {
    const state = await loadPolicy(context);
    const signed = { by: ada, reason: 'Asked', policy: state.policy };
    if (step.act === 'draft') {
      const seen = state.types.find((each) => each.type === type)?.draft?.at ?? null;
      await saveProfileDraft(context, { type, draft: anyDraft(weighing(...step.weights)), seen, by: ada });
    } else if (step.act === 'publish') await publishProfile(context, { type, ...signed });
    else if (step.act === 'roll back')
      await rollBackProfile(context, { type, version: step.version, ...signed });
    else await publishSettings(context, { settings: { ...DEFAULT_SETTINGS, slots: step.slots }, ...signed });
  }
  if (step.act === 're-judge') await rejudgeMany(context, { type, by: ada, apply: true, companies: ids });
  if (step.act === 'save') {
    const id = ids[step.company] ?? '';
    const { scorecard } = await loadScorecard(context, { companyId: id });
    await saveField(context, id, 'strategic_fit', [scorecard.ratings['strategic_fit'] ?? null, step.rating]);
  }
  if (step.act === 'edit a lane by hand')
    await editOutside(portal, ids[step.company] ?? '', { ipp_lane: 'pass' });
  if (step.act === 'nightly') await nightly(portal, { context, tasks: false });
  if (step.act === 'repair') await examine({ ...portal, context }, { repair: true });
}

/** What a person is told in words, such as that there is no draft, changes nothing. */
async function tried(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

/** @returns the keys of what was published, and how often hand edits were seen */
async function play(acts: readonly Act[]): Promise<{ keys: string[]; edits: number }> {
  portal.sandbox.portal.restore(empty);
  if (isInTables) portal = { ...portal, context: { ...portal.context, home: await newHomeInTables() } };
  /** Every entry as it was published. */
  const published = new Map<string, string>();
  const edited = new Set<string>();
  let edits = 0;
  for (const step of acts) {
    const before = await stamps();
    if (step.act === 'edit a body by hand') {
      const keys = [...published.keys()];
      const key = keys[step.pick % Math.max(1, keys.length)];
      if (key === undefined || isInTables) continue;
      await editEntry(portal, key, { ipp_body: step.body });
      edited.add(key);
    } else await tried(carryOut(step, { ...portal.context, policy: keepPolicy() }));
    if (step.act === 'repair') edited.clear();

    const now = await storedEntries();
    for (const [key, text] of now) if (!published.has(key)) published.set(key, text);
    const changed = [...published].filter(([key, text]) => now.get(key) !== text).map(([key]) => key);
    // only what was edited by hand, until it is repaired
    expect(changed.filter((key) => !edited.has(key))).toEqual([]);
    edits += changed.length > 0 ? 1 : 0;
    if (step.act !== 're-judge') expect(await stamps()).toEqual(before);
  }
  return { keys: [...published.keys()], edits };
}

describe.each(HOMES)('with a home %s', (where, open) => {
  beforeAll(async () => {
    isInTables = where === 'in tables';
    portal = await open({ types: [type] });
    ids = await createStored(portal, [storedScorecard(), storedScorecard({ ipp_strategic_fit: '2' })]);
    empty = portal.sandbox.portal.dump();
  });
  afterAll(() => portal.close());

  test('a published version never changes, and only re-judging changes by which a company is judged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), async (acts) => {
        await play(acts);
      }),
      { numRuns: isInTables ? 2 : 5 },
    );
  });

  test('saving, the nightly run and repairs change no version, also of a body that was edited by hand', async () => {
    const { keys, edits } = await play([
      { act: 'draft', weights: [35, 15, 20, 15, 10, 5] },
      { act: 'publish' },
      { act: 're-judge' },
      { act: 'edit a body by hand', pick: 0, body: '{}' },
      { act: 'save', company: 0, rating: 2 },
      { act: 'nightly' },
      { act: 'repair' },
      { act: 'roll back', version: 0 },
      { act: 'edit a lane by hand', company: 1 },
      { act: 'nightly' },
      { act: 'save', company: 1, rating: 3 },
    ]);

    expect(keys.sort()).toEqual(['policy@1', 'policy@2', 'technology@1']);
    // until the repair
    expect(edits).toBe(isInTables ? 0 : 3);
  });
});
