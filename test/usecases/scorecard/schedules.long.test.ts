import { type Portal, openPortal } from '../../portal.ts';
import { exploreAll } from './explorer.ts';

/** Among these are races of two lanes, seed 266, and of an import with a clearing. `npm run soak savers` plays many more. */
const [FIRST, LAST] = [251, 350];

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('in any order of savers, clearings, imports and late writes, whoever replaces a value unseen is told so, and told nothing else', async () => {
  const counts = await exploreAll(portal, FIRST, LAST);

  expect(counts.told).toBeGreaterThan(80);
  expect(counts.late).toBeGreaterThan(40);
  expect(counts.changedSince).toBeGreaterThan(70);
});
