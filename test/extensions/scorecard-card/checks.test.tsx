import { Button, Flex, Heading, Input, Link, Tag, ToggleGroup } from '@hubspot/ui-extensions';

import { technology } from '../../../src/icp/profiles/technology.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { textIn } from '../text-in.ts';
import { createCompany, setClock } from './company-in-portal.ts';
import { openCard, openCardOf } from './open-card.tsx';

type Card = Awaited<ReturnType<typeof openCard>>;

/** The headings of the tab, from top to bottom. */
function headings(card: Card): string[] {
  card.openTab('checks');
  return card.findAll(Heading).map(textIn);
}

function tagsOf(card: Card, check: string): string[] {
  card.openTab('checks');
  return card.findByTestId(Flex, `check-${check}`).findAll(Tag).map(textIn);
}

function noteButton(card: Card, check: string) {
  card.openTab('checks');
  return card.findByTestId(Flex, `check-${check}`).find(Button);
}

const labels = technology.checks.map(({ label }) => label);

test('each check has a heading, what to ask, and what it looks like behind the tooltip', async () => {
  const card = await openCard(workflowTool);

  expect(headings(card)).toEqual(labels);
  for (const { key, asks, looksLike } of technology.checks) {
    const row = card.findByTestId(Flex, `check-${key}`);
    const { label, tooltip } = row.find(ToggleGroup, ({ props }) => props.name.startsWith('check_')).props;
    for (const ask of asks) expect(`${label} ${textIn(row)}`).toContain(ask);
    expect(tooltip).toContain(looksLike);
  }
});

test('a check that nothing points to says nothing about suspicion', async () => {
  const card = await openCard(workflowTool);

  for (const { key } of technology.checks) {
    expect(tagsOf(card, key)).toEqual([]);
    expect(card.row(`check-${key}`)).not.toMatch(/suspect|points to/i);
  }
});

test('a famous name that few customers use is suspected and comes first, until its check is answered', async () => {
  const card = await openCard({ ...wellKnownLogo, product_complementarity: 1, check_dead_api: 'flagged' });

  expect(headings(card).slice(0, 2)).toEqual(['Vanity logo', 'Competitor in disguise']);
  expect(tagsOf(card, 'vanity-logo')).toEqual(['Suspected']);
  expect(card.row('check-vanity-logo')).toContain('Reach is rated 4, but customer overlap only 2.');

  card.check('vanity-logo', 'clear');

  expect(tagsOf(card, 'vanity-logo')).toEqual([]);
});

test('no row moves while a person works on the checks', async () => {
  const card = await openCard(workflowTool);
  const before = headings(card);

  card.find(Input, { name: 'companies_asking' }).props.onChange?.('1');
  expect(card.row('check-single-prospect-request')).toContain('only one company asked');

  expect(card.findAll(Heading).map(textIn)).toEqual(before);
});

test('a clear check whose inspection ran out is to be looked at again, and stays clear', async () => {
  const company = await createCompany({
    ...workflowTool,
    artifacts: ['api-docs', 'developer-portal', 'sandbox', 'changelog', 'path-to-production'],
    artifacts_checked_at: '2026-11-01',
    check_dead_api: 'clear',
    check_dead_api_note: 'Opened all five',
  });
  setClock('2027-06-01T08:00:00Z');

  const card = await openCardOf(company);

  expect(tagsOf(card, 'dead-api')).toEqual(['Look again']);
  expect(card.row('check-dead-api')).toContain('180 days ago');
  expect(card.tabTitles()[1]).toBe('Checks, 4 open, 1 to look at again');
  expect(card.words()).toContain('re-check overdue since');
  expect(card.row('technical_readiness').split('180 days ago')).toHaveLength(2);
  expect(card.chosen('check_dead_api')).toBe('clear');
});

test('a clear check whose mandate is old counts in the title of the tab until it is answered', async () => {
  const company = await createCompany({
    ...workflowTool,
    check_enthusiastic_contact: 'clear',
    check_enthusiastic_contact_note: 'Owner named',
  });
  setClock('2027-06-01T08:00:00Z');
  const card = await openCardOf(company);
  expect(card.tabTitles()[1]).toBe('Checks, 4 open, 1 to look at again');

  card.check('enthusiastic-contact', 'open');

  expect(card.tabTitles()[1]).toBe('Checks, 5 open');
});

test('a flag shows what it does, and the tooltip of an open check what a flag would do', async () => {
  const card = await openCard({ ...workflowTool, check_vanity_logo: 'flagged' });

  expect(card.row('check-vanity-logo')).toContain(
    'The lane is at most Fast lane. The flag blocks clearance for Deep.',
  );
  expect(card.find(ToggleGroup, { name: 'check_single_prospect_request' }).props.tooltip).toContain(
    'If flagged: customer overlap 5 counts as 2 · 430 becomes 340.',
  );
});

test.each([
  ['clear', 'Say why it is clear: without a note this partner is not cleared.'],
  ['flagged', 'Say why it is flagged.'],
] as const)(
  '%s without a note says what is missing, and the button of the note stands out',
  async (state, why) => {
    const card = await openCard(workflowTool);
    expect(noteButton(card, 'dead-api').props.variant).toBe('transparent');

    card.check('dead-api', state);

    expect(card.row('check-dead-api')).toContain(why);
    expect(noteButton(card, 'dead-api').props.variant).toBe('secondary');
    expect(card.textArea('check_dead_api_note').props.description).toBe(why);
  },
);

test('a note is read as text with its links, and edited in place', async () => {
  const note = 'Docs of 2023.\nSeen at https://docs.example/api.';
  const card = await openCard({ ...workflowTool, check_dead_api: 'flagged', check_dead_api_note: note });

  expect(card.row('check-dead-api')).toMatch(/Docs of 2023\. Seen at +https:/);
  expect(card.find(Link).props.href).toEqual({ url: 'https://docs.example/api', external: true });

  card.write('check_dead_api_note', 'A sandbox since May');
  noteButton(card, 'dead-api').trigger('onClick');

  expect(noteButton(card, 'dead-api').text).toBe('Edit note');
  expect(card.row('check-dead-api')).toContain('A sandbox since May');
});

test('an answered check says by whom and when, until it is answered anew', async () => {
  const card = await openCard({ ...workflowTool, check_dead_api: 'clear', check_dead_api_note: 'Seen' });
  expect(card.row('check-dead-api')).toContain('ben@example.com, 22 November 2026');

  card.check('dead-api', 'flagged');

  expect(card.row('check-dead-api')).not.toContain('ben@example.com');
});

test('a note that was written under another type says so, until somebody changes it', async () => {
  const company = await createCompany({
    partner_type: 'reseller',
    people: 4,
    check_vanity_logo: 'clear',
    check_vanity_logo_note: 'Units sold in May',
  });
  const card = await openCardOf(company);
  card.pickType('solution');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Change to Solution partner?']));
  card.click('Change to Solution partner');
  expect(card.row('check-vanity-logo')).toContain('Written for Reseller');
  expect(card.chosen('check_vanity_logo')).toBe('open');
  card.click('Save');
  await card.saved();
  expect(card.row('check-vanity-logo')).toContain('Written for Reseller');

  card.write('check_vanity_logo_note', 'Installations in October');

  expect(card.row('check-vanity-logo')).not.toContain('Written for');
});
