import { Heading, List, Panel, Tag, TextArea, ToggleGroup, Tooltip } from '@hubspot/ui-extensions';

import { technology } from '../../../src/icp/profiles/technology.ts';
import { MAX_PROSE } from '../../../src/icp/scorecard.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { textIn } from '../text-in.ts';
import { createCompany } from './company-in-portal.ts';
import { openCard, openCardOf } from './open-card.tsx';

type Card = Awaited<ReturnType<typeof openCard>>;

test('the workflow tool of the guide shows lane, total and clearance once each while it is rated, and what is next', async () => {
  const card = await openCard();

  card.rate(workflowTool);

  expect(card.tags()).toEqual(['Deep', 'Not yet cleared', '6 unsaved']);
  expect(card.isShown(`${technology.lanes.deep.label} · 430 of 500`)).toBe(true);
  expect(card.words().split('430 of 500')).toHaveLength(2);
  expect(card.words()).toMatch(/Next: check vanity logo, .* and 3 more; add evidence for customer overlap/);
});

test('the well-known logo of the guide shows 280, the fast lane, and clearance only for Deep', async () => {
  const card = await openCard();

  card.rate(wellKnownLogo);

  expect(card.tags()).toEqual(expect.arrayContaining(['Fast lane', 'Only for Deep']));
  expect(card.words()).toContain('280 of 500');
});

test('a partner without a lane is not shown in red', async () => {
  const card = await openCard({ ...wellKnownLogo, customer_overlap: 1, distribution_reach: 1 });

  expect(card.findAll(Tag).map((tag) => [textIn(tag), tag.props.variant])).toContainEqual([
    'No lane',
    'default',
  ]);
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

test('every question has a heading, its weight, its five anchors in whole words, and itself behind the tooltip', async () => {
  const card = await openCard();

  for (const { key, label, weight, anchors, question } of technology.dimensions) {
    const row = card.row(key);
    expect(card.findAll(Heading).map(textIn)).toContain(label);
    expect(row.replaceAll('\u00a0', ' ')).toContain(`1 ${anchors[0]} · 2 ${anchors[1]} · 3 ${anchors[2]}`);
    expect(card.gives(key)).toBe(`${label}: unknown × ${weight}`);
    expect(tooltips(card)).toContain(question);
  }
});

function tooltips({ getRootNode }: Card): string {
  return getRootNode().toString();
}

test('a rating shows the points that it gives, and a flag what it counts as and which flag that is', async () => {
  const card = await openCard(workflowTool);
  expect(card.gives('customer_overlap')).toBe('Customer overlap: 5 × 30 = 150');

  card.check('single-prospect-request', 'flagged');

  expect(card.gives('customer_overlap')).toBe('Customer overlap: 5 counts as 2 × 30 = 60');
  expect(card.row('customer_overlap')).toContain('Single-prospect request is flagged: counts as at most 2.');
  expect(card.tags()).toEqual(expect.arrayContaining(['Fast lane', 'Blocked', 'Lowered']));
});

test('a rating can go back to unknown, and the total becomes a range', async () => {
  const card = await openCard(workflowTool);

  card.rate({ distribution_reach: null });

  expect(card.words()).toContain('390 to 470 of 500');
  expect(card.gives('distribution_reach')).toBe('Distribution reach: unknown × 20');
});

const addEvidence = (card: Card) => card.button('Add evidence').props.variant;

test('a 5 without required evidence asks for it in a button that stands out, until evidence is typed', async () => {
  const card = await openCard();
  card.rate({ customer_overlap: 5 });
  expect(addEvidence(card)).toBe('secondary');

  card.type('customer_overlap_evidence', '41 shared customers, counted in May');
  card.click('Close evidence');

  expect(card.row('customer_overlap')).toContain('41 shared customers, counted in May');
  expect(card.button('Edit evidence').props.variant).toBe('transparent');
});

test('evidence reads as text, all of it, and opens in place with the question once, prompts and the five levels', async () => {
  const lines = Array.from({ length: 90 }, (_, index) => `Line ${index + 1}`);
  const card = await openCard({ ...workflowTool, customer_overlap_evidence: lines.join('\n') });
  for (const line of lines) expect(card.isShown(line)).toBe(true);
  expect(card.findAll(TextArea)).toEqual([]);

  expect(card.textArea('customer_overlap_evidence').props.value).toBe(lines.join('\n'));

  const [dimension] = technology.dimensions;
  const row = card.row('customer_overlap');
  for (const text of [
    dimension?.question,
    ...(dimension?.rubric ?? []),
    ...(dimension?.evidencePrompts ?? []),
  ])
    expect(row).toContain(text);
  expect(card.question('customer_overlap')).toBe('');
  expect(card.findAll(List)).toHaveLength(2);
});

test('who changed a rating stands in the opened part, not in the row', async () => {
  const card = await openCard(workflowTool);
  expect(card.row('customer_overlap')).not.toContain('Rated by');

  card.textArea('customer_overlap_evidence');

  expect(card.row('customer_overlap')).toContain('Rated by ben@example.com, 22 November 2026.');
});

test('a rating below the minimum says so in its row, as long as the points reach Deep', async () => {
  const card = await openCard({
    ...{ partner_type: 'referral', people: 5, company_alignment: 5, role_criteria: 4 },
    ...{ compatibility: 5, collaboration_support: 4, market_access: 2 },
  });
  expect(card.row('market_access')).toContain('Deep needs 3 here');
  expect(card.row('people')).not.toContain('Deep needs');

  card.rate({ people: 3 });

  expect(card.row('market_access')).not.toContain('Deep needs');
});

test('a suspicion stands in the row whose rating is doubted, and counts in the title of the checks', async () => {
  const card = await openCard(wellKnownLogo);

  expect(card.row('distribution_reach')).toContain(
    'Suspected Vanity logo: Reach is rated 4, but customer overlap only 2.',
  );
  expect(card.row('customer_overlap')).not.toContain('Suspected');
  expect(card.tabTitles()).toEqual([
    'Rate 6/6',
    'Checks, 5 open, 1 suspected',
    'Why',
    'Decide',
    'History',
    'Partner type',
  ]);
});

test('the open tab and what is opened in place survive a save', async () => {
  const card = await openCard(workflowTool);
  card.write('customer_overlap_evidence', '41 shared customers');

  card.click('Save');
  await card.saved();

  expect(card.findAll(TextArea).map(({ props }) => props.name)).toEqual(['customer_overlap_evidence']);
});

test('evidence of 4,001 characters is named below its input and stays', async () => {
  const card = await openCard(workflowTool);

  card.write('strategic_fit_evidence', 'x'.repeat(MAX_PROSE + 1));

  expect(card.textArea('strategic_fit_evidence').props.validationMessage).toContain('4,001');
  expect(card.textArea('strategic_fit_evidence').props.value).toHaveLength(MAX_PROSE + 1);
});

test('a new lane is announced once, with the one before, and not at every keystroke', async () => {
  const card = await openCard(workflowTool);
  card.rate({ strategic_fit: 5 });
  expect(card.laneTold()).toEqual([]);

  card.rate({ customer_overlap: 2 });
  const told = card.laneTold();
  card.type('customer_overlap_evidence', '4');
  card.type('customer_overlap_evidence', '41');

  expect(told).toEqual([expect.stringContaining('It was Deep. Not saved yet.')]);
  expect(card.laneTold()).toEqual(told);
  card.click('Discard');
  expect(card.laneTold()).toEqual([]);
});

test('a saved lane is not announced again when something else is changed', async () => {
  const card = await openCard();
  card.rate(workflowTool);
  card.click('Save');
  await card.saved();

  card.write('customer_overlap_evidence', '41 shared customers');

  expect(card.laneTold()).toEqual([]);
});

test('in a call one question a step is asked with its levels in full, and the step survives a save', async () => {
  const card = await openCard(workflowTool);
  card.click('Score in a call');
  const panel = () => {
    const found = card.button('Score in a call').props.overlay?.find(Panel);
    if (found === undefined) throw new Error('there is no panel');
    return found;
  };
  const act = (text: string) => card.pressIn(panel(), text);

  act('Next');
  act('Next');
  panel()
    .find(ToggleGroup, { name: 'distribution_reach' })
    .props.onChange?.('5' as never);
  expect(textIn(panel())).toContain('470 of 500 · Deep');
  act('Save');
  await card.saved();

  const { options, value } = panel().find(ToggleGroup).props;
  expect([value, options.map(({ description }) => description).slice(1)]).toEqual([
    '5',
    [...(technology.dimensions[2]?.rubric ?? [])],
  ]);
  expect(panel().findAll(Tooltip)).toEqual([]);
});

test('a company never scored is asked its type first, and its questions stand below at once', async () => {
  const card = await openCardOf(await createCompany({}, { context: { defaultType: 'reseller' } }));

  expect(card.typeSelectOnRate()?.value).toBe('reseller');
  expect(card.chosen('people')).toBe('unknown');
  card.rate({ people: 4 });
  card.click('Save');
  await card.saved();

  expect(card.typeSelectOnRate()).toBeNull();
});
