import { technology } from '../../../src/icp/profiles/technology.ts';
import { serveFunction } from '../scorecard-card/serve-function.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
import { textIn } from '../text-in.ts';
import { openTriage, partner } from './open-triage.tsx';

const TWO = [
  partner(1, 'Workflow tool', workflowTool),
  partner(2, 'Well-known logo', wellKnownLogo),
  partner(3, 'Third', workflowTool),
];

test('two ticked partners stand side by side, with points by the profile that they are judged by', async () => {
  const fn = serveFunction(() => ({ answer: technology }));
  const panel = await openTriage(TWO);

  panel.tick(1);
  expect(panel.comparisons()).toEqual([]);
  panel.tick(2);
  expect(panel.words()).toContain('Workflow tool stands first. Not yet cleared comes before Fast lane.');
  expect(fn.calls).toEqual([]);
  panel.comparisons()[0]?.trigger('onClick');

  await panel.waitFor(() => expect(JSON.stringify(panel.compared())).toContain('points)'));
  expect(fn.calls.map(({ operation, input }) => ({ operation, input }))).toEqual([
    { operation: 'show-profile', input: { type: 'technology', version: 0 } },
  ]);
  expect(panel.comparedWords()).toContain('Workflow tool stands first.');
  expect(panel.compared().map(([label]) => label)).toEqual(
    expect.arrayContaining(['Total', 'Customer overlap', 'Strategic fit']),
  );
});

test('without the profile ratings are compared without points, and the panel says why', async () => {
  serveFunction(() => ({ error: { code: 'unavailable', message: 'HubSpot is busy.' } }));
  const panel = await openTriage(TWO);

  panel.tick(1);
  panel.tick(2);
  panel.comparisons()[0]?.trigger('onClick');

  await panel.waitFor(() =>
    expect(panel.comparedWords()).toContain('their profile could not be read. HubSpot is busy.'),
  );
  expect(JSON.stringify(panel.compared())).not.toContain('points)');
});

test('each of the two rows offers the comparison, and one ticked row says to tick one more', async () => {
  const panel = await openTriage(TWO);
  panel.tick(1);
  expect(panel.words()).toContain('Tick one more to see both side by side.');
  panel.tick(2);

  expect(panel.comparisons().map(textIn)).toEqual([
    'Side by side with Well-known logo',
    'Side by side with Workflow tool',
  ]);
});

test('a comparison can be closed, and both unticked at once', async () => {
  serveFunction(() => ({ answer: technology }));
  const panel = await openTriage(TWO);
  panel.tick(1);
  panel.tick(3);

  panel.closeComparison();
  expect(panel.closed).toEqual(['side-by-side-1']);
  panel.click('Untick');

  expect(panel.comparisons()).toEqual([]);
});
