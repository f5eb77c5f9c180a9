import { CALLS_AT_ONCE, openLimits } from '../../src/server/limits.ts';

const callerOf = (portalId: number, userId: string) => ({
  ...{ key: { appId: 4711, portalId }, userId, email: '' },
});

test('of one portal 30 calls run at once; the next waits, and other portals do not', async () => {
  const { take } = openLimits();
  const taken = await Promise.all(
    Array.from({ length: CALLS_AT_ONCE }, (_, at) => take(callerOf(62_515, `${at}`))),
  );
  const next = await take(callerOf(62_515, '99'));
  const other = await take(callerOf(62_516, '99'));
  const [first] = taken;
  if (first !== undefined && 'release' in first) first.release();
  const after = await take(callerOf(62_515, '99'));

  expect(taken.every((place) => 'release' in place)).toBe(true);
  expect(next).toEqual({ waitSeconds: 1 });
  expect('release' in other).toBe(true);
  expect('release' in after).toBe(true);
});
