import type { PolicyBody } from '../../../src/contract/policy.ts';
import { DEFAULT_SETTINGS } from '../../../src/icp/settings.ts';
import { DRAFT_FAILED } from '../../../src/messages/cards.ts';
import { type Portal, openPortal } from '../../portal.ts';
import { workflowTool } from '../../worked-example.ts';
import { TODAY, type Values, createCompany, now } from './company-in-portal.ts';
import { JANE, openDrafting as open, openDraftingAgain as openAgain, runOfCard } from './open-drafting.tsx';
import { openCardOf } from './open-card.tsx';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal({ home: true, now });
});
afterAll(() => portal.close());

const EVERY_MS = 20_000;
const OFFERED = /^1 unsaved change from today \d\d:\d\d$/;

const newCompany = (values?: Values) => createCompany(values, { portal });

test('a rating is kept at once, and offered when the record is opened again', async () => {
  const again = await openAgain(await newCompany(), 4);

  expect(again.alerts()).toEqual([expect.stringMatching(OFFERED)]);
  expect(again.words()).toContain('Strategic fit.');
  expect(again.chosen('strategic_fit')).toBe('unknown');
  again.click('Continue');
  await again.waitFor(() => expect(again.chosen('strategic_fit')).toBe('4'));
  expect(again.tags()).toContain('1 unsaved');
  expect(again.alerts()).toEqual([]);
});

test('while somebody types, what is there is kept every 20 seconds, and the rest as the field is left', async () => {
  const card = await open(await newCompany(workflowTool));
  const EVIDENCE = 'strategic_fit_evidence';

  card.type(EVIDENCE, 'Line');
  card.run.pass(EVERY_MS - 1);
  await card.settled();
  expect(card.drafts()).toEqual([]);
  card.run.pass(EVERY_MS);
  await card.settled();
  expect(card.drafts()).toEqual([{ [EVIDENCE]: 'Line' }]);
  card.write(EVIDENCE, 'Line 3');
  await card.settled();

  expect(card.drafts()).toEqual([{ [EVIDENCE]: 'Line' }, { [EVIDENCE]: 'Line 3' }]);
});

test('one write at a time: what was entered meanwhile goes together, the newest values only', async () => {
  const card = await open(await newCompany(workflowTool));
  const letGo = card.hold();
  card.rate({ strategic_fit: 1 });

  card.rate({ strategic_fit: 2 });
  card.rate({ strategic_fit: 3, customer_overlap: 4 });
  card.run.pass(EVERY_MS);
  expect(card.drafts()).toEqual([{ strategic_fit: 1 }]);
  letGo();
  await card.settled();

  expect(card.drafts()).toEqual([{ strategic_fit: 1 }, { strategic_fit: 3, customer_overlap: 4 }]);
});

test('nothing is kept beside a save; what was rated meanwhile is kept after it', async () => {
  const card = await open(await newCompany(workflowTool));
  card.rate({ strategic_fit: 5 });
  await card.settled();
  const letGo = card.hold();
  card.click('Save');

  card.rate({ customer_overlap: 4 });
  card.run.pass(EVERY_MS);
  expect(card.asked()).toEqual(['keep-draft', 'save-scorecard']);
  letGo();
  await card.settled();

  expect(card.asked()).toEqual(['keep-draft', 'save-scorecard', 'keep-draft']);
  expect(card.drafts()[1]).toEqual({ customer_overlap: 4 });
});

test('a save waits for a write under way, at most two seconds', async () => {
  const card = await open(await newCompany(workflowTool));
  const letGo = card.hold();
  card.rate({ strategic_fit: 5 });
  card.click('Save');
  expect(card.asked()).toEqual(['keep-draft']);

  card.run.pass(2_000);
  await card.saved();
  letGo();
  await card.settled();

  expect(card.asked()).toEqual(['keep-draft', 'save-scorecard']);
  expect((await open(card.company)).alerts()).toEqual([]);
});

test('a write that fails is said in a line, disturbs nobody and is tried again', async () => {
  const card = await open(await newCompany(workflowTool));
  card.fn.next(() => Promise.reject(new Error('no connection')));
  card.rate({ strategic_fit: 5 });
  await card.settled();

  expect(card.isShown(DRAFT_FAILED)).toBe(true);
  expect(card.alerts()).toEqual([]);
  expect(card.tags()).toContain('1 unsaved');
  card.run.pass(EVERY_MS);
  await card.settled();

  expect(card.drafts()).toHaveLength(2);
  expect(card.isShown(DRAFT_FAILED)).toBe(false);
  card.click('Save');
  await card.saved();
  expect(await card.company.record()).toMatchObject({ scorecard: { ratings: { strategic_fit: 5 } } });
});

test('continuing where somebody else changed the field meanwhile is a conflict, and writes over nobody', async () => {
  const company = await newCompany(workflowTool);
  const first = await open(company);
  first.rate({ strategic_fit: 2 });
  await first.settled();
  await company.save({ strategic_fit: 5 });

  const again = await open(company);
  again.click('Continue');
  await again.settled();

  expect(again.alerts()).toEqual(['Somebody else changed 1 field meanwhile']);
  expect(again.row('conflict-strategic_fit')).toContain('Mine 2');
  again.click('Save');
  await again.settled();
  expect(await company.record()).toMatchObject({ scorecard: { ratings: { strategic_fit: 5 } } });
});

test('what is entered while the offer stands is kept beside it, and counts above it', async () => {
  const company = await newCompany(workflowTool);
  const card = await openAgain(company, 3);

  card.rate({ strategic_fit: 5, customer_overlap: 4 });
  await card.settled();
  expect(card.alerts()).toEqual([expect.stringMatching(OFFERED)]);
  card.click('Continue');
  await card.settled();

  expect(card.alerts()).toEqual([]);
  expect([card.chosen('strategic_fit'), card.chosen('customer_overlap')]).toEqual(['5', '4']);
  const third = await open(company);
  third.click('Continue');
  await third.settled();
  expect([third.chosen('strategic_fit'), third.chosen('customer_overlap')]).toEqual(['5', '4']);
});

test('a draft under another partner type comes back with the questions of that type', async () => {
  const company = await newCompany();
  const first = await open(company);
  first.pickType('reseller');
  await first.settled();
  first.rate({ market_access: 4 });
  await first.settled();

  const again = await open(company);
  expect(again.isAsking('customer_overlap')).toBe(true);
  again.click('Continue');
  await again.settled();

  expect(again.isAsking('customer_overlap')).toBe(false);
  expect(again.chosen('market_access')).toBe('4');
  expect(again.typeSelect().value).toBe('reseller');
  expect(again.alerts()).toEqual([]);
});

test('what was discarded is offered no more', async () => {
  const company = await newCompany(workflowTool);
  const card = await openAgain(company);

  card.click('Discard them');
  await card.settled();

  expect(card.alerts()).toEqual([]);
  expect(card.asked()).toEqual(['discard-draft']);
  expect((await open(company)).alerts()).toEqual([]);
});

test('what is undone is kept no more', async () => {
  const company = await newCompany(workflowTool);
  const card = await open(company);
  card.rate({ strategic_fit: 5 });
  await card.settled();

  card.click('Undo');
  await card.settled();

  expect((await open(company)).alerts()).toEqual([]);
});

test('where the settings keep no drafts, nothing is asked for and nothing written', async () => {
  const without = await openPortal({ home: true, now });
  const policy: PolicyBody = {
    version: 1,
    settings: { ...DEFAULT_SETTINGS, keepsDrafts: false },
    current: {},
    act: { kind: 'settings' },
  };
  await without.context.home.insert({
    ...{ key: 'policy@1', kind: 'policy', body: JSON.stringify(policy) },
    ...{ by: JANE.email, at: `${TODAY}T06:00:00.000Z`, reason: '' },
  });
  const card = await openCardOf(await createCompany(workflowTool, { portal: without }), { run: runOfCard() });

  card.rate({ strategic_fit: 5 });
  await card.fn.settled();

  expect(card.fn.calls.map(({ operation }) => operation)).toEqual(['load-scorecard']);
  await without.close();
});

test('where the settings are switched off under an open card, it stops after the first try', async () => {
  const card = await open(await newCompany(workflowTool));
  card.fn.next(() => ({ answer: { isKept: false } }));
  card.rate({ strategic_fit: 5 });
  await card.settled();

  card.rate({ strategic_fit: 3 });
  card.run.pass(EVERY_MS);
  await card.settled();

  expect(card.drafts()).toHaveLength(1);
  expect(card.alerts()).toEqual([]);
});
