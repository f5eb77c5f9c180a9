import type { Ratings } from '../../../src/icp/ratings.ts';
import { workflowTool, wellKnownLogo } from '../../worked-example.ts';
import { type Company, openTriage, partner, unscored } from './open-triage.tsx';

const sixty = (): Company[] => [
  ...Array.from({ length: 48 }, (_, index) =>
    partner(index + 1, `Partner ${index + 1}`, {
      ...workflowTool,
      strategic_fit: ((index % 5) + 1) as 1 | 2 | 3 | 4 | 5,
    }),
  ),
  ...Array.from({ length: 12 }, (_, index) => unscored(index + 101)),
];

const THREE = [
  partner(1, 'Well-known logo', wellKnownLogo, { hubspot_owner_id: 'Ana Sousa' }),
  partner(2, 'Workflow tool', workflowTool, {
    ...{ ipp_decision: 'go-deep', ipp_decision_quarter: '2027-Q1', hubspot_owner_id: '77' },
  }),
  partner(3, 'Half known', { ...workflowTool, customer_overlap: null } satisfies Ratings),
];

test('partners stand in the order of the ranking, each with lane, total, missing answers, decision and owner', async () => {
  const panel = await openTriage(THREE);

  expect(panel.names()).toEqual(['Workflow tool', 'Well-known logo', 'Half known']);
  expect(panel.rows().map((row) => row.slice(2))).toEqual([
    ['Deep 430', 'Not yet cleared', 'Go deep in 2027-Q1 Owner 77'],
    ['Fast lane 280', 'Only for Deep', '- Ana Sousa'],
    ['Needs answers 310 to 430 1 of 6 missing', 'Not yet known', '- No owner'],
  ]);
});

test('each partner says why it stands at its place, and the panel says that it only reads', async () => {
  const panel = await openTriage(THREE);

  expect(panel.rows().map(([, company = '']) => /partner (.*?\.) Next: /.exec(company)?.[1])).toEqual([
    'Not yet cleared, 430 points.',
    'Fast lane, 280 points.',
    'Needs answers, 310 points.',
  ]);
  expect(panel.words()).toMatch(/reads with your own permissions and changes nothing/);
});

test('of 60 companies those that are not scored are counted apart', async () => {
  const panel = await openTriage(sixty());

  expect(panel.words()).toContain('48 of 60 ranked. 12 of 60 are not scored.');
  expect(panel.names()).toHaveLength(48);
});

test('a column sorts both ways, unset values last, level ones as the ranking has them', async () => {
  const panel = await openTriage(THREE);

  panel.sort('Company', 'ascending');
  expect(panel.names()).toEqual(['Half known', 'Well-known logo', 'Workflow tool']);
  panel.choose('sort', 'missing');
  expect(panel.names()).toEqual(['Half known', 'Workflow tool', 'Well-known logo']);
  panel.choose('sort', 'owner');
  expect(panel.names()).toEqual(['Well-known logo', 'Workflow tool', 'Half known']);
  panel.sort('Decision', 'descending');
  expect(panel.names()).toEqual(['Workflow tool', 'Well-known logo', 'Half known']);
});

test('a filter offers only what occurs, and filters narrow each other', async () => {
  const panel = await openTriage(THREE);

  expect(panel.choices('group')).toEqual(['All', 'Not yet cleared', 'Fast lane', 'Needs answers']);
  expect(panel.choices('type')).toBeUndefined();
  panel.choose('decision', 'Not decided');
  expect(panel.names()).toEqual(['Well-known logo', 'Half known']);
  panel.choose('owner', 'No owner');
  expect(panel.names()).toEqual(['Half known']);
  panel.choose('group', 'Fast lane');
  expect(panel.words()).toContain('No partner passes these filters.');
  panel.choose('group', '');
  panel.choose('owner', '');
  expect(panel.names()).toEqual(['Well-known logo', 'Half known']);
});

test('the copied table holds what is shown, a line a partner, its places unchanged by sorting and filters', async () => {
  const panel = await openTriage(THREE);
  panel.choose('decision', 'Not decided');

  panel.click('Copy as a table');
  await panel.waitFor(() => expect(panel.words()).toContain('Copied'));

  const lines = (panel.copied[0] ?? '').trimEnd().split('\n');
  expect(lines.map((line) => line.split('\t').slice(0, 4))).toEqual([
    ['Rank', 'Company', 'Lane', 'Total'],
    ['2', 'Well-known logo', 'Fast lane', '280'],
    ['3', 'Half known', 'Needs answers', '310 to 430'],
  ]);
});

test('no copied cell is a formula, and none breaks out of its cell', async () => {
  const names = ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', ' =1', 'two\tcells\nand lines', 'a "quote"'];
  const panel = await openTriage(names.map((name, index) => partner(index + 1, name, workflowTool)));

  panel.click('Copy as a table');
  await panel.waitFor(() => expect(panel.copied).toHaveLength(1));

  const [, ...lines] = (panel.copied[0] ?? '').trimEnd().split('\n');
  expect(lines.map((line) => line.split('\t')[1])).toEqual([
    ...[`"'=HYPERLINK(""x"")"`, "'+1", "'-1", "'@SUM(A1)", "'=1", 'two cells and lines', '"a ""quote"""'],
  ]);
});

test('a clipboard that refuses says so', async () => {
  const panel = await openTriage(THREE, { copyText: () => Promise.reject(new Error('no')) });

  panel.click('Copy as a table');

  await panel.waitFor(() => expect(panel.words()).toContain('The browser refused to copy.'));
});
