import { Panel, TableRow } from '@hubspot/ui-extensions';

import { technology } from '../../../src/icp/profiles/technology.ts';
import { workflowTool } from '../../worked-example.ts';
import { recordOf } from './function-in-test.ts';
import { openCard, textIn } from './open-card.tsx';

const cells = (card: Awaited<ReturnType<typeof openCard>>) =>
  card
    .findAll(TableRow)
    .map((row) => row.childNodes.map((cell) => ('childNodes' in cell ? textIn(cell) : '')));

test('the table adds up: weight, rating, what it counts as, points, total', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));

  card.check('single-prospect-request', 'flagged');

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
  const card = await openCard(recordOf({ ratings: { ...workflowTool, customer_overlap: null } }));

  expect(card.words()).toContain('Ask about customer overlap: ');
});

test('a decided lane says its next step and what would change it', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));

  expect(card.words()).toContain(technology.lanes.deep.next);
  expect(card.words()).toContain('No single rating moved by one would change the lane.');
});

test('the paragraph is copied as a whole', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));

  card.click('Copy');
  await card.waitFor(() => expect(card.isShown('Copied')).toBe(true));

  expect(card.mocks.actions.copyTextToClipboard.calls[0]?.[0]).toMatch(
    /^Larkspur Flow: Deep build · 430 of 500/,
  );
});

test('a browser that refuses the clipboard is said in words', async () => {
  const card = await openCard(recordOf({ ratings: workflowTool }));
  card.mocks.actions.copyTextToClipboard.willCall(() => Promise.reject(new Error('denied')));

  card.click('Copy');

  await card.waitFor(() => expect(card.words()).toContain('copy it by hand'));
});

test('every dimension opens its five levels in full', async () => {
  const card = await openCard(recordOf());

  const panel = card.button('Rubric of customer overlap').props.overlay?.find(Panel);

  for (const level of technology.dimensions[0]?.rubric ?? []) expect(panel && textIn(panel)).toContain(level);
});
