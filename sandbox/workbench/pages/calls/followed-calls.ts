import { isUnderWay, type CallEntry } from './call-entry.ts';

/** How many calls the page keeps. */
export const KEPT = 10_000;

/**
 * The id after which to read: the newest, or the one before the oldest call under way, whose status is not known yet.
 *
 * @param known newest first
 * @returns undefined to read the newest ones
 */
export function readFrom(known: readonly CallEntry[]): number | undefined {
  const open = known.findLast(isUnderWay);
  return open === undefined ? known[0]?.id : open.id - 1;
}

/**
 * Merges newly read calls into the known ones.
 *
 * @param known newest first
 * @param after the id after which was read
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
