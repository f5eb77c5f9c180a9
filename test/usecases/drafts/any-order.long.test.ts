import fc from 'fast-check';

import type { DraftEdit } from '../../../src/contract/drafts.ts';
import type { Portal } from '../../portal.ts';
import { HOMES } from '../policy/both-homes.ts';
import { omar } from '../scorecard/scoring.ts';
import { draftsOf } from './drafting.ts';

const KEYS = ['strategic_fit', 'distribution_reach', 'commercial_alignment'] as const;
type Key = (typeof KEYS)[number];
const nameOf = (key: Key) => `${key}_evidence` as const;

const key = fc.constantFrom(...KEYS);
const tab = fc.constantFrom<'one' | 'two'>('one', 'two');
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('edit' as const), tab, key }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('write' as const), tab, arrives: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('arrive' as const), pick: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('save' as const), tab, isKilled: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('discard' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('reopen' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('edit by Omar' as const), key }) },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

type Texts = Map<Key, string>;

/** One run of the card, and what is known of its writes. */
interface Run {
  session: string;
  sequence: number;
  edits: Map<Key, DraftEdit>;
  stored: Map<Key, { text: string; at: string | null }>;
  /** Everything that was typed in it. */
  typed: Set<string>;
  /** Of the newest write that arrived, unless it was saved or discarded. */
  arrived: { sequence: number; texts: Texts };
  voided: number;
}

/** Jane in two tabs, Omar, and a home that hears of some of it, some of it late. Every text is typed once only. */
async function play(portal: Portal, acts: readonly Act[]): Promise<void> {
  const drafts = draftsOf(portal.context, await portal.createCompany());
  const all: Run[] = [];
  const writes: (() => Promise<void>)[] = [];
  /** Saved or discarded. */
  const gone = new Set<string>();
  /** When Jane last saved a field. */
  const savedAt = new Map<Key, string>();
  let turn = 0;

  const open = async (): Promise<Run> => {
    const { scorecard, changes } = await drafts.load();
    const stored = new Map(
      KEYS.map((each) => {
        const at = changes[nameOf(each)]?.at ?? null;
        return [each, { text: scorecard.evidence[each] ?? '', at }] as const;
      }),
    );
    const nothing = { sequence: 0, texts: new Map() };
    const run = { session: `run-${all.length}`, sequence: 0, voided: 0, arrived: nothing };
    all.push({ ...run, edits: new Map(), stored, typed: new Set() });
    return all.at(-1) as Run;
  };
  const tabs = { one: await open(), two: await open() };

  const save = async (run: Run, isKilled: boolean) => {
    run.sequence += 1;
    const { session, sequence } = run;
    const named = [...run.edits].map(([each, { seen, value }]) => [nameOf(each), { seen, value }] as const);
    const told = { session, sequence, edited: named.map(([name]) => name) };
    const answer = await drafts.save(Object.fromEntries(named), isKilled ? undefined : told);
    for (const each of [...run.edits.keys()]) {
      if (answer.conflicts.some(({ field }) => field === nameOf(each))) continue;
      gone.add(String(run.edits.get(each)?.value));
      run.edits.delete(each);
      const at = answer.changes[nameOf(each)]?.at ?? null;
      run.stored.set(each, { text: answer.scorecard.evidence[each] ?? '', at });
      if (at !== null) savedAt.set(each, at);
      // Jane's later save of a field stands for what she had typed there before, in whichever tab
      for (const { arrived } of all) arrived.texts.delete(each);
    }
    if (isKilled) return;
    run.voided = sequence - 1;
    for (const each of [...run.arrived.texts.keys()])
      if (!run.edits.has(each)) run.arrived.texts.delete(each);
  };

  const takeTurn = async (step: Act) => {
    turn += 1;
    if (step.act === 'arrive') return writes[step.pick % Math.max(1, writes.length)]?.();
    if (step.act === 'edit by Omar') {
      const { scorecard } = await drafts.load();
      const change = { seen: scorecard.evidence[step.key] ?? '', value: `Omar's ${turn}` };
      await drafts.save({ [nameOf(step.key)]: change }, undefined, omar);
      return;
    }
    const run = tabs[step.tab];
    if (step.act === 'edit') {
      const { text = '', at = null } = run.stored.get(step.key) ?? {};
      const value = `Jane's ${turn}`;
      run.edits.set(step.key, { seen: run.edits.get(step.key)?.seen ?? text, value, since: at });
      run.typed.add(value);
    }
    if (step.act === 'write' && run.edits.size > 0) {
      run.sequence += 1;
      const { session, sequence } = run;
      const edits = new Map(run.edits);
      const write = async () => {
        const named = [...edits].map(([each, edit]) => [nameOf(each), edit] as const);
        await drafts.keep(session, sequence, Object.fromEntries(named));
        if (sequence <= Math.max(run.arrived.sequence, run.voided)) return;
        const open = [...edits].filter(
          ([each, { value, since }]) =>
            !gone.has(String(value)) && (since ?? '') >= (savedAt.get(each) ?? ''),
        );
        run.arrived = { sequence, texts: new Map(open.map(([each, { value }]) => [each, String(value)])) };
      };
      writes.push(write);
      if (step.arrives) await write();
    }
    if (step.act === 'save' && run.edits.size > 0) await save(run, step.isKilled);
    if (step.act === 'discard' && run.sequence > 0) {
      await drafts.discard([{ session: run.session, sequence: run.sequence }]);
      for (const text of run.typed) gone.add(text);
      run.edits.clear();
      run.voided = run.sequence;
      run.arrived.texts.clear();
    }
    if (step.act === 'reopen' && all.length < 5) tabs[step.tab] = await open();
  };

  for (const step of acts) {
    await takeTurn(step);
    // what is only in a tab changes nothing of what is offered
    if (step.act === 'edit' || (step.act === 'write' && !step.arrives)) continue;
    const offered = new Set(Object.values(await drafts.offered()).map(String));
    expect([...offered].filter((text) => gone.has(text))).toEqual([]);
    // of a field that two runs have, the newer one is offered
    for (const each of KEYS) {
      const texts = all.flatMap(({ arrived }) => arrived.texts.get(each) ?? []);
      if (texts.length > 0) expect(texts.filter((text) => offered.has(text))).toHaveLength(1);
    }
  }
}

describe.each(HOMES)('with a home %s', (where, open) => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await open({ types: ['technology'] });
  });
  afterAll(() => portal.close());

  test('what was saved or discarded is never offered again, and what was typed and arrived is', async () => {
    const property = fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 25 }), (acts) =>
      play(portal, acts),
    );
    await fc.assert(property, { numRuns: where === 'in tables' ? 5 : 25 });
  });
});
