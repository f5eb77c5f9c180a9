import { isUnderWay, type CallEntry } from './call-entry.ts';

/** How many calls the page keeps. */
export const KEPT = 10_000;

/**
 * Behind which id to read on: behind the newest call, or behind the one before a call that was still under way, since
 * its status is not known yet.
 *
 * @param known newest first
 * @returns undefined to read the newest ones
 */
export function readFrom(known: readonly CallEntry[]): number | undefined {
  const open = known.findLast(isUnderWay);
  return open === undefined ? known[0]?.id : open.id - 1;
}

/**
 * The calls with those that were read anew.
 *
 * @param known newest first
 * @param after the id behind which was read
 * @param fresh oldest first, as the journal answers
 */
export function withFresh(
  known: readonly CallEntry[],
  after: number | undefined,
  fresh: readonly CallEntry[],
): readonly CallEntry[] {
  const former = after === undefined ? [] : known.filter(({ id }) => id <= after);
  return [...[...fresh].reverse(), ...former].slice(0, KEPT);
}
