import { MAX_PROSE } from '../../../src/icp/scorecard.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { recordOf } from './function-in-test.ts';
import { openCard } from './open-card.tsx';

test('the workflow tool of the guide shows 430, deep, checks open, while it is rated', async () => {
  const card = await openCard(recordOf());

  card.rate(workflowTool);

  expect(card.tags()).toEqual(expect.arrayContaining(['Deep build', 'Checks open', '6 unsaved']));
  expect(card.isShown('430 of 500')).toBe(true);
  expect(card.isShown('Deep build · 430 of 500 · 5 checks open · 2 ratings unsupported')).toBe(true);
});

test('the well-known logo of the guide shows 280, fast, no clearance needed, and its checks fold away', async () => {
  const card = await openCard(recordOf());

  card.rate(wellKnownLogo);

  expect(card.tags()).toEqual(expect.arrayContaining(['Fast lane', 'Not needed']));
  expect(card.isShown('280 of 500')).toBe(true);
  expect(card.checksAreOpen()).toBe(false);
});

test('six ratings, five checks and a save are twelve clicks from a company never scored', async () => {
  const card = await openCard(recordOf());

  card.rate(workflowTool);
  for (const { key } of recordOf().profile.checks) card.check(key, 'clear');
  card.click('Save');
  await card.saved();

  expect(card.checksAreOpen()).toBe(true);
  expect(card.fn.saves()[0]).toMatchObject({ partner_type: { seen: null, value: 'technology' } });
  expect(Object.keys(card.fn.saves()[0] ?? {})).toHaveLength(12);
});

test('a flagged single-prospect request counts overlap as 2 at once, and says so where it acts', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));

  card.check('single-prospect-request', 'flagged');

  expect(card.isShown('340 of 500')).toBe(true);
  expect(card.row('customer_overlap')).toContain('5 counts as 2 → 60');
  expect(card.row('check-single-prospect-request')).toContain('Customer overlap 5 counts as 2 · 430 → 340.');
  expect(card.tags()).toEqual(expect.arrayContaining(['Fast lane', 'Blocked by a check']));
});

test('before a flag is set its row says what it would do', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));

  expect(card.row('check-single-prospect-request')).toContain('If flagged: customer overlap 5 counts as 2');
  expect(card.row('check-vanity-logo')).toContain('If flagged: the lane is at most Fast lane.');
});

test('a 5 without required evidence is marked unsupported until evidence is typed', async () => {
  const card = await openCard(recordOf());
  card.rate({ customer_overlap: 5 });
  expect(card.row('customer_overlap')).toContain('Unsupported');

  card.type('customer_overlap_evidence', '41 shared customers, counted in May');

  expect(card.row('customer_overlap')).not.toContain('Unsupported');
});

test('a famous name that few customers use is suspected of being a vanity logo, until its check is answered', async () => {
  const card = await openCard(recordOf({ ratings: wellKnownLogo }));
  expect(card.row('check-vanity-logo')).toContain('Reach is rated 4, but customer overlap only 2.');
  expect(card.row('check-vanity-logo')).toContain('Open, suspected');

  card.check('vanity-logo', 'clear');

  expect(card.row('check-vanity-logo')).toContain('Nothing in ratings or facts points to it.');
});

test('a flag without a note asks why', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));

  card.check('dead-api', 'flagged');

  expect(card.textArea('check_dead_api_note').props.description).toBe('Say why it is flagged');
});

test('a rating can go back to unknown, and the total becomes a range', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));

  card.rate({ distribution_reach: null });

  expect(card.isShown('390 to 470 of 500')).toBe(true);
  expect(card.row('distribution_reach')).toContain('Unknown → 20 to 100');
});

test('evidence of 4,001 characters keeps the save back, names the field and stays', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));

  card.write('strategic_fit_evidence', 'x'.repeat(MAX_PROSE + 1));

  expect(card.textArea('strategic_fit_evidence').props.validationMessage).toContain('4,001');
  expect(card.textArea('strategic_fit_evidence').props.value).toHaveLength(MAX_PROSE + 1);
  expect(card.button('Save').props.disabled).toBe(true);
  expect(card.isShown('Nothing can be saved until this is right: Strategic fit: evidence.')).toBe(true);
});
