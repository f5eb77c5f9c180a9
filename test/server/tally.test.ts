import { openDifferences, openTally } from '../../src/server/tally.ts';

test('of two processes one tells what it has counted since the last time, and the other has the sum', () => {
  const [beside, server] = [openTally(), openTally()];
  const differences = openDifferences(beside);
  const tell = () => {
    for (const { what, outcome, count } of differences()) server.add(what, outcome, count);
  };
  server.add('turn', 'done');
  beside.add('turn', 'done', 2);
  tell();
  beside.add('turn', 'done');
  beside.add('turn', 'failed');
  beside.add('repair', 'done', 0);
  tell();
  tell();

  expect(server.all()).toEqual([
    { what: 'turn', outcome: 'done', count: 4 },
    { what: 'turn', outcome: 'failed', count: 1 },
  ]);
});
