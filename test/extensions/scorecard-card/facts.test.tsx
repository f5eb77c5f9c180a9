import { Accordion, DateInput, Flex, Input } from '@hubspot/ui-extensions';

import { technology } from '../../../src/icp/profiles/technology.ts';
import { workflowTool } from '../../worked-example.ts';
import { createCompany } from './company-in-portal.ts';
import { openCard, openCardOf } from './open-card.tsx';

test('the facts that a check reads stand folded in its row, and tell what is known', async () => {
  const card = await openCard({ ...workflowTool, shared_customers: 3, overlap_as_of: '2026-10-10' });

  card.openTab('checks');

  expect(card.findAll(Accordion).map(({ props }) => props.title)).toEqual([
    'Facts: 3 shared customers, counted on 10 October 2026',
    'Facts: none yet',
  ]);
  const row = card.findByTestId(Flex, 'check-dead-api');
  expect(row.findAll(DateInput).map(({ props }) => props.name)).toEqual(['artifacts_checked_at']);
});

test('artifacts without a sandbox raise the suspicion of a dead API', async () => {
  const card = await openCard(workflowTool);

  card.choose('artifacts', ['api-docs', 'changelog']);

  expect(card.row('check-dead-api')).toContain('Not seen: sandbox.');
});

test('a day is saved as YYYY-MM-DD, and an emptied day as unknown', async () => {
  const card = await openCard(workflowTool);
  card.openTab('checks');
  const day = () => card.find(DateInput, { name: 'artifacts_checked_at' });

  day().props.onChange?.({ year: 2026, month: 10, date: 3 });
  card.click('Save');
  await card.saved();
  day().props.onChange?.(null as never);
  card.click('Save');
  await card.waitFor(() => expect(card.fn.saves()).toHaveLength(2));

  expect(card.fn.saves()).toEqual([
    { artifacts_checked_at: { seen: null, value: '2026-11-03' } },
    { artifacts_checked_at: { seen: '2026-11-03', value: null } },
  ]);
});

test.each(['-1', 'about 40', '1.5'])(
  '%s is no count: it stays, is named and is left out of a save alone',
  async (text) => {
    const card = await openCard(workflowTool);

    card.openTab('checks');
    card.find(Input, { name: 'shared_customers' }).props.onChange?.(text);

    expect(card.find(Input, { name: 'shared_customers' }).props).toMatchObject({
      value: text,
      validationMessage: 'A whole number of 0 or more.',
    });
    expect(card.button('Save').props.disabled).toBe(true);
    const notice = 'Not saved until it is right: Shared customers. The rest can be saved.';
    expect(card.alerts()).toContain(notice);
    card.openTab('why');
    card.click('Go to shared customers');
    expect(card.find(Accordion).props.defaultOpen).toBe(true);
    card.openTab('rate');
    card.rate({ strategic_fit: 5 });
    card.click('Save');
    await card.waitFor(() => expect(card.tags()).toContain('1 unsaved'));

    expect(Object.keys(card.fn.saves()[0] ?? {})).toEqual(['strategic_fit', 'partner_type']);
    expect(card.alerts()).toContain(notice);
    expect(card.tags()).not.toContain('Saved');
  },
);

test('a profile that lists no facts asks for none', async () => {
  const context = { profiles: [{ ...technology, facts: [] }] };
  const card = await openCardOf(await createCompany({}, { context }));

  card.openTab('checks');
  expect(card.findAll(Accordion)).toEqual([]);
});

test('a fact that no check of the profile reads is asked below the checks', async () => {
  const facts = ['artifacts', 'companies_asking'] as const;
  const checks = technology.checks.filter(({ key }) => key === 'dead-api');

  const card = await openCardOf(
    await createCompany({}, { context: { profiles: [{ ...technology, facts, checks }] } }),
  );

  card.openTab('checks');
  expect(card.findAll(Input).map(({ props }) => props.name)).toEqual(['companies_asking']);
  expect(card.findByTestId(Flex, 'check-dead-api').findAll(Input)).toEqual([]);
});
