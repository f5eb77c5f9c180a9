import { type Portal, openPortal } from '../../portal.ts';
import { exploreAll } from './explorer.ts';

/** Among these are races of two lanes, seed 266, and of an import with a clearing. */
const [FIRST, LAST] = [101, 350];

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

test('whatever the order of savers, clearings, imports and late writes, nothing is lost unsaid and nothing is said that is untrue', async () => {
  const counts = await exploreAll(portal, FIRST, LAST);

  expect(counts.told).toBeGreaterThan(50);
  expect(counts.late).toBeGreaterThan(50);
  expect(counts.changedSince).toBeGreaterThan(50);
});
