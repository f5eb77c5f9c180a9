import { Accordion, TableRow, Text } from '@hubspot/ui-extensions';

import { technology } from '../../../src/icp/profiles/technology.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { textIn } from '../text-in.ts';
import { profileOf } from './company-in-portal.ts';
import { openCard } from './open-card.tsx';
import { RATED } from './typed-cards.tsx';

async function openWhy(values: Parameters<typeof openCard>[0]) {
  const card = await openCard(values);
  card.openTab('why');
  return card;
}

const cells = (card: Awaited<ReturnType<typeof openCard>>) =>
  card
    .findAll(TableRow)
    .map((row) => row.childNodes.map((cell) => ('childNodes' in cell ? textIn(cell) : '')));

test('the table adds up: rating, what it counts as, weight, points, total', async () => {
  const card = await openWhy({ ...workflowTool, check_single_prospect_request: 'flagged' });

  expect(cells(card)).toEqual([
    ['Question', 'Rating', 'Counted', 'Weight', 'Points'],
    ['Customer overlap', '5', '2', '30', '60'],
    ['Product complementarity', '5', '5', '20', '100'],
    ['Distribution reach', '3', '3', '20', '60'],
    ['Technical readiness', '4', '4', '15', '60'],
    ['Commercial alignment', '4', '4', '10', '40'],
    ['Strategic fit', '4', '4', '5', '20'],
    ['Total of 500', '340'],
  ]);
});

test('a profile with minimums shows them in the table, with their reasons below', async () => {
  const card = await openWhy({ partner_type: 'reseller', ...RATED });
  const profile = profileOf('reseller');

  expect(cells(card)[0]?.at(-1)).toBe('Deep needs');
  expect(
    cells(card)
      .slice(1, -1)
      .map((row) => row.at(-1)),
  ).toEqual(profile.dimensions.map(({ key }) => String(profile.deepNeeds[key] ?? '–')));
  for (const reason of [
    ...profile.dimensions.map(({ weightReason }) => weightReason),
    ...Object.values(profile.minimumReasons),
    profile.origin,
  ])
    expect(card.words()).toContain(reason);
});

test('the profile is called by words, never by its key', async () => {
  const card = await openWhy(workflowTool);

  expect(card.find(Accordion).props.title).toBe('Weights and reasons: Shipped profile');
  expect(card.findAll(Text).map(textIn).join(' ')).not.toMatch(/technology@0: /);
});

test('while the lane is undecided the card says what to ask next', async () => {
  const card = await openWhy({ ...workflowTool, customer_overlap: null });

  expect(card.words()).toContain('Ask about customer overlap: ');
});

test('what to do next comes first, then what would change it, flags included', async () => {
  const card = await openWhy({ ...workflowTool, check_enthusiastic_contact: 'flagged' });
  const words = card.words();

  expect(words.indexOf('Resolve enthusiastic contact')).toBeGreaterThan(-1);
  expect(words.indexOf('If enthusiastic contact were clear it would be Deep.')).toBeGreaterThan(
    words.indexOf('Resolve enthusiastic contact'),
  );
  expect(words).toContain('No single rating moved by one would change the lane.');
});

test('a blocked partner reads what would unblock it, also where the flag leaves the lane as it is', async () => {
  const card = await openWhy({ ...workflowTool, technical_readiness: 2, check_dead_api: 'flagged' });

  expect(card.words()).toContain('Dead API is flagged. Mark it clear, with a note, once this is answered: ');
});

test('the paragraph is copied as a whole', async () => {
  const card = await openWhy(workflowTool);

  card.click('Copy');
  await card.waitFor(() => expect(card.isShown('Copied')).toBe(true));

  expect(card.mocks.actions.copyTextToClipboard.calls[0]?.[0]).toMatch(
    /^Larkspur Flow: Deep · .* · 430 of 500 .*Technology partner, shipped profile: Customer overlap 5/,
  );
});

test('a browser that refuses the clipboard is said in words', async () => {
  const card = await openWhy(workflowTool);
  card.mocks.actions.copyTextToClipboard.willCall(() => Promise.reject(new Error('denied')));

  card.click('Copy');

  await card.waitFor(() => expect(card.words()).toContain('copy it by hand'));
});

test('a company never scored has nothing to explain, and reads what would count', async () => {
  const card = await openWhy({});

  expect(card.words()).toContain('Nothing to explain yet: no rating is given, or nothing can be judged.');
  expect(card.words()).toContain(technology.origin);
});

test('a partner in Fast lane gets a reply to copy, in sight before it is copied', async () => {
  const card = await openCard(wellKnownLogo);
  card.openTab('why');
  const { reply } = (await card.company.record()).texts.decision;
  expect(card.words()).toContain(reply.split('\n')[0]);

  card.click('Copy a reply');
  await card.waitFor(() => expect(card.words()).toContain('Copied'));

  expect(card.mocks.actions.copyTextToClipboard.calls).toEqual([[reply]]);
});

test('a Deep partner gets no kind no', async () => {
  const card = await openCard(workflowTool);

  card.openTab('why');

  expect(() => card.button('Copy a reply')).toThrow();
});

test('the page for the meeting is fetched and copied', async () => {
  const card = await openCard(workflowTool);
  card.openTab('why');

  card.click('Copy the page for the meeting');
  await card.waitFor(() => expect(card.words()).toContain('Copied'));

  expect(card.fn.calls.at(-1)).toMatchObject({ operation: 'meeting-page' });
  expect(card.mocks.actions.copyTextToClipboard.calls[0]?.[0]).toContain('Larkspur Flow');
});

test('a page for the meeting that could not be made says why; one that the browser refuses is shown', async () => {
  const card = await openCard(workflowTool);
  card.openTab('why');
  card.fn.next(() => ({ error: { code: 'rate-limited', message: 'HubSpot is busy.' } }));

  card.click('Copy the page for the meeting');
  await card.waitFor(() => expect(card.alerts()).toEqual(['The page could not be made']));
  card.mocks.actions.copyTextToClipboard.willCall(() => Promise.reject(new Error('denied')));
  card.fn.next(() => ({ answer: { text: 'Page about Larkspur' } }));
  card.click('Copy the page for the meeting');

  await card.waitFor(() => expect(card.isShown('Page about Larkspur')).toBe(true));
  expect(card.alerts()).toEqual([]);
});
