import { DateInput, Heading, NumberInput, ToggleGroup } from '@hubspot/ui-extensions';

import { technology } from '../../../src/icp/profiles/technology.ts';
import { workflowTool } from '../../worked-example.ts';
import { recordOf } from './function-in-test.ts';
import { openCard } from './open-card.tsx';

test('one company asking and few shared customers raise the suspicion of a single-prospect request', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));

  card.find(NumberInput, { name: 'companies_asking' }).props.onChange?.(1);
  card.find(NumberInput, { name: 'shared_customers' }).props.onChange?.(3);

  expect(card.row('check-single-prospect-request')).toContain(
    'only one company asked, and shared customers number 3',
  );
});

test('artifacts without a sandbox raise the suspicion of a dead API', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));

  card.choose('artifacts', ['api-docs', 'changelog']);

  expect(card.row('check-dead-api')).toContain('Suspected: Not seen: sandbox.');
});

test('a day is saved as YYYY-MM-DD, and an emptied day as unknown', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));
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

test('a negative count is named below its input and keeps the save back', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));

  card.find(NumberInput, { name: 'shared_customers' }).props.onChange?.(-1);

  expect(card.find(NumberInput, { name: 'shared_customers' }).props.validationMessage).toBe(
    'A whole number of 0 or more.',
  );
  expect(card.button('Save').props.disabled).toBe(true);
});

test('a profile that lists no facts asks for none', async () => {
  const card = await openCard(recordOf({}, { profile: { ...technology, facts: [] } }));

  expect(card.findAll(Heading).map(({ text }) => text)).not.toContain('Facts');
});

test('a profile that lists two facts asks for these two alone', async () => {
  const facts = ['artifacts', 'companies_asking'] as const;

  const card = await openCard(recordOf({}, { profile: { ...technology, facts } }));

  expect(card.findAll(NumberInput).map(({ props }) => props.name)).toEqual(['companies_asking']);
  expect(card.findAll(ToggleGroup).map(({ props }) => props.name)).toContain('artifacts');
  expect(card.findAll(DateInput)).toEqual([]);
});
