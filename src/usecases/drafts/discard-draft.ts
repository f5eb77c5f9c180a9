import type { DraftMark } from '../../contract/drafts.ts';
import type { Context } from '../context.ts';
import {
  draftEntry,
  draftKeys,
  isMarked,
  joined,
  standingParts,
  storedDrafts,
  voidEntry,
} from './draft-entry.ts';

interface Discarding {
  companyId: string;
  user: string;
  /** What was written, by which run of the card. */
  marks: readonly DraftMark[];
}

/**
 * Discards what a person wrote up to the marks. Writes that arrive later and are older count for nothing.
 *
 * @throws CrmError
 */
export async function discardDraft(
  { home, policy, now }: Context,
  { companyId, user, marks }: Discarding,
): Promise<{ isDiscarded: true }> {
  const keys = draftKeys(companyId, user);
  const { entries } = await policy.read(home, Object.values(keys));
  const stored = storedDrafts(entries, keys, now().getTime());
  const voided = joined(stored.voided, marks);
  const { by } = stored;
  // first of all, so that a run that is killed in between has discarded
  const entry = voidEntry(keys.voided, voided, { by, now: now() });
  const there = entries.get(keys.voided);
  // a repeat of a call whose answer was lost leaves the entry and its time as they are
  const isRepeat = there?.isIntact === true && there.body === entry.body;
  if (!isRepeat) await home.put(entry);
  if (entries.has(keys.draft)) {
    const left = standingParts(stored).filter((part) => !isMarked(part, voided));
    if (left.length === 0) await home.remove([keys.draft]);
    else await home.put(draftEntry(keys.draft, left, { companyId, by, now: now() }));
  }
  return { isDiscarded: true };
}
