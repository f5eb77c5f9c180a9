import { technology } from '../../../src/icp/profiles/technology.ts';
import { serveFunction } from '../scorecard-card/serve-function.ts';
import { wellKnownLogo, workflowTool } from '../../worked-example.ts';
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
  expect(panel.compared()).toEqual([]);
  panel.tick(2);

  await panel.waitFor(() => expect(JSON.stringify(panel.compared())).toContain('points)'));
  expect(fn.calls.map(({ operation, input }) => ({ operation, input }))).toEqual([
    { operation: 'show-profile', input: { type: 'technology', version: 0 } },
  ]);
  expect(panel.words()).toContain('Workflow tool stands first. Not yet cleared comes before Fast lane.');
  expect(panel.compared().map(([label]) => label)).toEqual(
    expect.arrayContaining(['Total', 'Customer overlap', 'Strategic fit']),
  );
});

test('without the profile ratings are compared without points, and the panel says why', async () => {
  serveFunction(() => ({ error: { code: 'unavailable', message: 'HubSpot is busy.' } }));
  const panel = await openTriage(TWO);

  panel.tick(1);
  panel.tick(2);

  await panel.waitFor(() =>
    expect(panel.words()).toContain('their profile could not be read. HubSpot is busy.'),
  );
  expect(JSON.stringify(panel.compared())).not.toContain('points)');
});

test('a comparison can be closed', async () => {
  serveFunction(() => ({ answer: technology }));
  const panel = await openTriage(TWO);
  panel.tick(1);
  panel.tick(3);
  expect(panel.compared()).not.toEqual([]);

  panel.click('Close the comparison');

  expect(panel.compared()).toEqual([]);
});
