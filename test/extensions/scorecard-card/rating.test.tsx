import { Panel } from '@hubspot/ui-extensions';

import { technology } from '../../../src/icp/profiles/technology.ts';
import { MAX_PROSE } from '../../../src/icp/scorecard.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { textIn } from '../text-in.ts';
import { openCard } from './open-card.tsx';

test('the workflow tool of the guide shows 430, deep, checks open, while it is rated', async () => {
  const card = await openCard();

  card.rate(workflowTool);

  expect(card.tags()).toEqual(expect.arrayContaining(['Deep build', 'Checks open', '6 unsaved']));
  expect(card.isShown('430 of 500')).toBe(true);
  expect(card.isShown('Deep build · 430 of 500 · 5 checks open · 2 ratings unsupported')).toBe(true);
});

test('the well-known logo of the guide shows 280, fast, no clearance needed', async () => {
  const card = await openCard();

  card.rate(wellKnownLogo);

  expect(card.tags()).toEqual(expect.arrayContaining(['Fast lane', 'Not needed']));
  expect(card.isShown('280 of 500')).toBe(true);
});

test('six ratings, five checks and a save are twelve clicks from a company never scored', async () => {
  const card = await openCard();

  card.rate(workflowTool);
  for (const { key } of technology.checks) card.check(key, 'clear');
  card.click('Save');
  await card.saved();

  expect(card.fn.saves()[0]).toMatchObject({ partner_type: { seen: null, value: 'technology' } });
  expect(Object.keys(card.fn.saves()[0] ?? {})).toHaveLength(12);
});

test('a flagged single-prospect request counts overlap as 2 at once, and says so where it acts', async () => {
  const card = await openCard(workflowTool);

  card.check('single-prospect-request', 'flagged');

  expect(card.isShown('340 of 500')).toBe(true);
  expect(card.row('customer_overlap')).toContain('5 counts as 2 → 60');
  expect(card.row('check-single-prospect-request')).toContain('Customer overlap 5 counts as 2 · 430 → 340.');
  expect(card.tags()).toEqual(expect.arrayContaining(['Fast lane', 'Blocked by a check']));
});

test('a 5 without required evidence is marked unsupported until evidence is typed', async () => {
  const card = await openCard();
  card.rate({ customer_overlap: 5 });
  expect(card.row('customer_overlap')).toContain('Unsupported');

  card.type('customer_overlap_evidence', '41 shared customers, counted in May');

  expect(card.row('customer_overlap')).not.toContain('Unsupported');
});

test('a rating can go back to unknown, and the total becomes a range', async () => {
  const card = await openCard(workflowTool);

  card.rate({ distribution_reach: null });

  expect(card.isShown('390 to 470 of 500')).toBe(true);
  expect(card.row('distribution_reach')).toContain('Unknown → 20 to 100');
});

test('evidence of 4,001 characters is named below its input and stays', async () => {
  const card = await openCard(workflowTool);

  card.write('strategic_fit_evidence', 'x'.repeat(MAX_PROSE + 1));

  expect(card.textArea('strategic_fit_evidence').props.validationMessage).toContain('4,001');
  expect(card.textArea('strategic_fit_evidence').props.value).toHaveLength(MAX_PROSE + 1);
});

test('every dimension opens its five levels in full', async () => {
  const card = await openCard();

  const panel = card.button('Rubric of customer overlap').props.overlay?.find(Panel);

  for (const level of technology.dimensions[0]?.rubric ?? []) expect(panel && textIn(panel)).toContain(level);
});
