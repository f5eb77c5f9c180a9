import { Button, Checkbox, Heading, LoadingSpinner, MultiSelect, Text } from '@hubspot/ui-extensions';

import type { HistoryChange, HistoryEntry, ScorecardHistory } from '../../../src/contract/history.ts';
import { HISTORY_NOT_READ, NO_HISTORY_YET, NO_SUCH_ENTRY } from '../../../src/messages/history-tab.ts';
import { workflowTool } from '../../worked-example.ts';
import { textIn } from '../text-in.ts';
import { createCompany } from './company-in-portal.ts';
import { openCardOf } from './open-card.tsx';
import type { Answer } from './serve-function.ts';

const RATED: HistoryChange = {
  field: 'strategic_fit',
  label: 'Strategic fit',
  from: '4',
  to: '5',
  text: '4 -> 5',
};

function entry(key: string, other: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    ...{ key, at: '2026-11-20T13:38:00Z', on: '2026-11-20', time: '14:38' },
    ...{ by: 'Ana Sousa', who: 'Ana Sousa', source: 'our app', kinds: ['rated'] },
    ...{ title: 'Strategic fit 4 -> 5', lane: null, changes: [RATED] },
    ...other,
  };
}

const DEEP = entry('deep', {
  kinds: ['checked', 'noted'],
  title: 'Fast lane -> Deep',
  lane: { from: 'fast', to: 'deep', cause: 'checked' },
});
const BY_TYPE = entry('type', {
  on: '2026-11-19',
  kinds: ['type-changed', 'rated'],
  lane: { from: 'unknown', to: 'fast', cause: 'type-changed' },
});

function history(entries: readonly HistoryEntry[], other: Partial<ScorecardHistory> = {}): ScorecardHistory {
  return {
    ...{ companyId: '1', companyName: 'Larkspur Flow', entries },
    kinds: [
      { key: 'type-changed', label: 'Type changed' },
      { key: 'checked', label: 'Checked' },
      { key: 'rated', label: 'Rated' },
      { key: 'noted', label: 'Noted' },
    ],
    ...{ isCut: false, end: '', undo: null, noUndo: null },
    ...other,
  };
}

/** The card with the tab open, as these answers to its reading of the history come. */
async function openHistory(...answers: readonly (ScorecardHistory | Answer)[]) {
  const company = await createCompany(workflowTool);
  const left = [...answers];
  const card = await openCardOf({
    ...company,
    answer: (call) => {
      if (call.operation !== 'read-history') return company.answer(call);
      const next = left.length > 1 ? left.shift() : left[0];
      return typeof next === 'function' ? next(call) : { answer: next };
    },
  });
  card.openTab('history');
  const texts = () => card.findAll(Text).map(textIn);
  return {
    ...card,
    texts,
    titles: () => texts().filter((text) => text.startsWith('Write ')),
    read: () => card.waitFor(() => expect(card.maybeFind(LoadingSpinner)).toBeNull()),
    readings: () => card.fn.calls.filter(({ operation }) => operation === 'read-history').length,
    kinds: () => card.find(MultiSelect, { name: 'history_kinds' }).props,
    onlyLanes: (isOnly: boolean) => {
      (card.find(Checkbox, { name: 'history_lanes' }).props.onChange as (is: boolean) => void)(isOnly);
    },
  };
}

test('entries stand under their day, each with its time, who, and what it did', async () => {
  const card = await openHistory(history([DEEP, entry('two', { time: '09:05', who: 'an import' }), BY_TYPE]));
  await card.read();

  expect(card.findAll(Heading).map(textIn)).toEqual(['20 November 2026', '19 November 2026']);
  expect(card.texts()).toEqual(
    expect.arrayContaining(['14:38 · Ana Sousa', '09:05 · an import', 'Strategic fit: 4 -> 5']),
  );
  expect(card.tags()).toEqual(expect.arrayContaining(['Fast lane', 'Deep', 'Checked', 'Unknown']));
});

test('while the history is read a spinner stands, and where nothing happened the tab says so', async () => {
  const card = await openHistory(history([]));

  expect(card.find(LoadingSpinner).props.label).toBe('Reading the history');
  await card.read();

  expect(card.isShown(NO_HISTORY_YET)).toBe(true);
  expect(card.maybeFind(MultiSelect)).toBeNull();
});

test('a reading that fails says why and can be tried again', async () => {
  const card = await openHistory(
    () => ({ error: { code: 'unavailable', message: 'HubSpot is down. Try again in a minute.' } }),
    history([DEEP]),
  );
  await card.waitFor(() => expect(card.alerts()).toEqual([HISTORY_NOT_READ]));
  expect(card.words()).toContain('HubSpot is down. Try again in a minute.');

  card.click('Try again');
  await card.waitFor(() => expect(card.tags()).toContain('Checked'));

  expect(card.alerts()).toEqual([]);
});

test('an answer in an unknown form is a failure that leaves the card as it is', async () => {
  const card = await openHistory(() => ({ answer: { entries: 'none' } }));

  await card.waitFor(() => expect(card.alerts()).toEqual([HISTORY_NOT_READ]));

  expect(card.tags()).toContain('Deep');
});

test('several kinds are chosen with their counts, and what does not occur is no choice', async () => {
  const card = await openHistory(
    history([
      entry('a', { title: 'Write a', kinds: ['checked'] }),
      entry('b', { title: 'Write b', kinds: ['rated', 'noted'] }),
      entry('c', { title: 'Write c', kinds: ['rated'] }),
    ]),
  );
  await card.read();
  expect(card.kinds().options.map(({ label }) => label)).toEqual(['Checked (1)', 'Rated (2)', 'Noted (1)']);

  card.kinds().onChange?.(['noted']);
  expect(card.titles()).toEqual(['Write b']);
  card.kinds().onChange?.(['noted', 'checked']);

  expect(card.titles()).toEqual(['Write a', 'Write b']);
  expect(card.kinds().value).toEqual(['checked', 'noted']);
});

test('lane changes alone are one click away, and their kind is the cause', async () => {
  const card = await openHistory(history([DEEP, entry('plain', { title: 'Write plain' }), BY_TYPE]));
  await card.read();

  card.onlyLanes(true);

  expect(card.titles()).toEqual([]);
  expect(card.tags()).toEqual(expect.arrayContaining(['Checked', 'Type changed']));
  expect(card.kinds().options.map(({ label }) => label)).toEqual(['Type changed (1)', 'Checked (1)']);
});

test('where nothing matches the tab says so and shows all again', async () => {
  const card = await openHistory(history([entry('a', { title: 'Write a' }), entry('b')]));
  await card.read();

  card.onlyLanes(true);
  expect(card.isShown(NO_SUCH_ENTRY)).toBe(true);
  card.click('Show all');

  expect(card.titles()).toEqual(['Write a']);
});

test('of many entries 25 stand there, and the rest in steps; what HubSpot dropped is said at the end', async () => {
  const END = 'HubSpot keeps no older entries.';
  const many = Array.from({ length: 60 }, (_, index) =>
    entry(String(index), { title: `Write ${index + 1}` }),
  );
  const card = await openHistory(history(many, { isCut: true, end: END }));
  await card.read();
  expect(card.titles()).toHaveLength(25);
  expect(card.isShown(END)).toBe(false);

  card.click('Show older (35)');
  card.click('Show older (10)');

  expect(card.titles()).toHaveLength(60);
  expect(card.isShown(END)).toBe(true);
});

test('many changes are folded, and long texts are shown whole on request', async () => {
  const before = `Line 3 of the plan. ${'a'.repeat(120)}`;
  const note: HistoryChange = {
    field: 'strategic_fit_evidence',
    label: 'Evidence',
    from: before,
    to: `${before} And more.`,
    text: 'Line 3 … -> Line 3 …',
  };
  const other = (field: string): HistoryChange => ({ ...RATED, field });
  const card = await openHistory(
    history([entry('a', { changes: [other('b'), other('c'), other('d'), note] })]),
  );
  await card.read();
  expect(card.isShown('Evidence: Line 3 … -> Line 3 …')).toBe(false);

  card.click('Show 4 changes');
  expect(card.isShown('Evidence: Line 3 … -> Line 3 …')).toBe(true);
  expect(card.isShown(before)).toBe(false);
  card.click('Show the whole texts');

  expect(card.isShown(before)).toBe(true);
  expect(card.isShown(`${before} And more.`)).toBe(true);
  card.click('Hide changes');
  expect(card.isShown('Evidence: Line 3 … -> Line 3 …')).toBe(false);
});

test('the history is read again after a save and when the tab is opened again', async () => {
  const card = await openHistory(history([entry('a')]));
  await card.read();
  expect(card.readings()).toBe(1);

  card.rate({ strategic_fit: 5 });
  card.openTab('history');
  await card.waitFor(() => expect(card.readings()).toBe(2));
  card.click('Save');

  await card.waitFor(() => expect(card.readings()).toBe(3));
});

test('an answer that arrives after a newer one is ignored', async () => {
  let letGo: (late: unknown) => void = () => {};
  const card = await openHistory(
    () => new Promise((resolve) => (letGo = resolve)),
    history([entry('newer', { title: 'Write newer' })]),
  );
  card.openTab('why');
  card.openTab('history');
  await card.waitFor(() => expect(card.titles()).toEqual(['Write newer']));

  letGo({ answer: history([entry('older', { title: 'Write older' })]) });
  await card.fn.settled();

  expect(card.titles()).toEqual(['Write newer']);
});

test('why the last save cannot be undone is said', async () => {
  const WHY = 'Somebody changed the partner type since. Change it back first.';
  const card = await openHistory(history([entry('a')], { noUndo: WHY }));
  await card.read();

  expect(card.isShown(WHY)).toBe(true);
  expect(card.findAll(Button).map(textIn)).not.toContain('Undo this save');
});
