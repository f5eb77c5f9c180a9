import { DateInput, Heading, Input, Panel, TableRow, ToggleGroup } from '@hubspot/ui-extensions';

import { technology } from '../../../src/icp/profiles/technology.ts';
import { MAX_PROSE } from '../../../src/icp/scorecard.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { textIn } from '../text-in.ts';
import { createCompany } from './company-in-portal.ts';
import { openCard, openCardOf } from './open-card.tsx';

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

test('before a flag is set its row says what it would do', async () => {
  const card = await openCard(workflowTool);

  expect(card.row('check-single-prospect-request')).toContain('If flagged: customer overlap 5 counts as 2');
  expect(card.row('check-vanity-logo')).toContain('If flagged: the lane is at most Fast lane.');
});

test('a 5 without required evidence is marked unsupported until evidence is typed', async () => {
  const card = await openCard();
  card.rate({ customer_overlap: 5 });
  expect(card.row('customer_overlap')).toContain('Unsupported');

  card.type('customer_overlap_evidence', '41 shared customers, counted in May');

  expect(card.row('customer_overlap')).not.toContain('Unsupported');
});

test('a famous name that few customers use is suspected of being a vanity logo, until its check is answered', async () => {
  const card = await openCard(wellKnownLogo);
  expect(card.row('check-vanity-logo')).toContain('Reach is rated 4, but customer overlap only 2.');
  expect(card.row('check-vanity-logo')).toContain('Open, suspected');

  card.check('vanity-logo', 'clear');

  expect(card.row('check-vanity-logo')).toContain('Nothing in ratings or facts points to it.');
});

test('a flag without a note asks why', async () => {
  const card = await openCard(workflowTool);

  card.check('dead-api', 'flagged');

  expect(card.textArea('check_dead_api_note').props.description).toBe('Say why it is flagged');
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

test('one company asking and few shared customers raise the suspicion of a single-prospect request', async () => {
  const card = await openCard(workflowTool);

  card.openTab('checks');
  card.find(Input, { name: 'companies_asking' }).props.onChange?.('1');
  card.find(Input, { name: 'shared_customers' }).props.onChange?.('3');

  expect(card.row('check-single-prospect-request')).toContain(
    'only one company asked, and shared customers number 3',
  );
});

test('artifacts without a sandbox raise the suspicion of a dead API', async () => {
  const card = await openCard(workflowTool);

  card.choose('artifacts', ['api-docs', 'changelog']);

  expect(card.row('check-dead-api')).toContain('Suspected: Not seen: sandbox.');
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
  '%s is no count: it stays, is named and keeps the save back',
  async (text) => {
    const card = await openCard(workflowTool);

    card.openTab('checks');
    card.find(Input, { name: 'shared_customers' }).props.onChange?.(text);

    expect(card.find(Input, { name: 'shared_customers' }).props).toMatchObject({
      value: text,
      validationMessage: 'A whole number of 0 or more.',
    });
    expect(card.button('Save').props.disabled).toBe(true);
    expect(card.isShown('Nothing can be saved until this is right: Shared customers.')).toBe(true);
  },
);

test('a profile that lists no facts asks for none', async () => {
  const context = { profiles: [{ ...technology, facts: [] }] };
  const card = await openCardOf(await createCompany({}, { context }));

  card.openTab('checks');
  expect(card.findAll(Heading).map(({ text }) => text)).not.toContain('Facts');
});

test('a profile that lists two facts asks for these two alone', async () => {
  const facts = ['artifacts', 'companies_asking'] as const;

  const card = await openCardOf(
    await createCompany({}, { context: { profiles: [{ ...technology, facts }] } }),
  );

  card.openTab('checks');
  expect(card.findAll(Input).map(({ props }) => props.name)).toEqual(['companies_asking']);
  expect(card.findAll(ToggleGroup).map(({ props }) => props.name)).toContain('artifacts');
  expect(card.findAll(DateInput)).toEqual([]);
});

const cells = (card: Awaited<ReturnType<typeof openCard>>) =>
  card
    .findAll(TableRow)
    .map((row) => row.childNodes.map((cell) => ('childNodes' in cell ? textIn(cell) : '')));

test('the table adds up: weight, rating, what it counts as, points, total', async () => {
  const card = await openCard(workflowTool);

  card.check('single-prospect-request', 'flagged');

  card.openTab('why');
  expect(cells(card)).toEqual([
    ['Dimension', 'Weight', 'Rating', 'Counts as', 'Points'],
    ['Customer overlap', '30', '5', '2', '60'],
    ['Product complementarity', '20', '5', '5', '100'],
    ['Distribution reach', '20', '3', '3', '60'],
    ['Technical readiness', '15', '4', '4', '60'],
    ['Commercial alignment', '10', '4', '4', '40'],
    ['Strategic fit', '5', '4', '4', '20'],
    ['Total of 500', '340'],
  ]);
});

test('while the lane is undecided the card says what to ask next', async () => {
  const card = await openCard({ ...workflowTool, customer_overlap: null });

  card.openTab('why');
  expect(card.words()).toContain('Ask about customer overlap: ');
});

test('a decided lane says its next step and what would change it', async () => {
  const card = await openCard(workflowTool);

  card.openTab('why');
  expect(card.words()).toContain(technology.lanes.deep.next);
  expect(card.words()).toContain('No single rating moved by one would change the lane.');
});

test('the paragraph is copied as a whole', async () => {
  const card = await openCard(workflowTool);

  card.openTab('why');
  card.click('Copy');
  await card.waitFor(() => expect(card.isShown('Copied')).toBe(true));

  expect(card.mocks.actions.copyTextToClipboard.calls[0]?.[0]).toMatch(
    /^Larkspur Flow: Deep build · 430 of 500/,
  );
});

test('a browser that refuses the clipboard is said in words', async () => {
  const card = await openCard(workflowTool);
  card.mocks.actions.copyTextToClipboard.willCall(() => Promise.reject(new Error('denied')));

  card.openTab('why');
  card.click('Copy');

  await card.waitFor(() => expect(card.words()).toContain('copy it by hand'));
});

test('every dimension opens its five levels in full', async () => {
  const card = await openCard();

  const panel = card.button('Rubric of customer overlap').props.overlay?.find(Panel);

  for (const level of technology.dimensions[0]?.rubric ?? []) expect(panel && textIn(panel)).toContain(level);
});
