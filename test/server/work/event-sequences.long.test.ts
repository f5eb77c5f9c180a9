import fc from 'fast-check';

import { anySequence } from './sequences/acts.ts';
import { faultsAtRest } from './sequences/at-rest.ts';
import { play } from './sequences/play.ts';
import { type Stage, openStage } from './sequences/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('whatever happens in a portal, and however HubSpot tells it, every verdict is true at rest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anySequence, { minLength: 1, maxLength: 6 }), async (sequences) => {
      expect(await faultsAtRest(stage, await play(stage, sequences))).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
