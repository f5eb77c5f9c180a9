import type { DraftToKeep } from '../../contract/drafts.ts';
import { LONGEST_TEXT } from '../../icp/kept-entry.ts';
import { DRAFT_TOO_LONG } from '../../messages/scorecard.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { draftEntry, draftKeys, isMarked, marksOf, standingParts, storedDrafts } from './draft-entry.ts';

/**
 * Keeps a person's unsaved edits beside those of their other runs of the card. A write that is older than what is there, or
 * that was saved or discarded meanwhile, changes nothing. Two calls.
 *
 * @throws Refused when the draft is too long
 * @throws CrmError
 */
export async function keepDraft(
  { home, policy, now }: Context,
  { companyId, user, by, session, sequence, edits, type, took }: DraftToKeep,
): Promise<{ isKept: boolean }> {
  const keys = draftKeys(companyId, user);
  const read = await policy.read(home, Object.values(keys));
  if (!read.policy.hasHome || !read.policy.settings.keepsDrafts) return { isKept: false };
  const at = now();
  const stored = storedDrafts(read.entries, keys, at.getTime());
  const mark = { session, sequence };
  const known = [...stored.voided, ...marksOf(stored.parts)];
  if (isMarked(mark, known)) return { isKept: true };
  const part = { ...mark, edits, type, at: at.toISOString(), took };
  const others = standingParts({ ...stored, parts: [...stored.parts, part] }).filter(
    (other) => other.session !== session,
  );
  const entry = draftEntry(keys.draft, [...others, part], { companyId, by, now: at });
  if (entry.body.length > LONGEST_TEXT)
    throw new Refused('invalid-input', DRAFT_TOO_LONG, { field: 'edits' });
  return { isKept: (await home.put(entry)) === 'written' };
}
