import type {
  PolicyState,
  ProfileDraft,
  ProfileDraftBody,
  ProfileDraftInput,
} from '../../contract/policy.ts';
import { aYearAfter } from '../../icp/draft-faults.ts';
import type { PartnerType } from '../../icp/partner-types.ts';
import { type Context, today } from '../context.ts';
import { Refused } from '../refused.ts';
import { type Seen, discardDraft, keepDraft } from './drafts.ts';
import { draftKey, openPolicy } from './open-policy.ts';
import { draftOf, stateOf } from './policy-state.ts';
import { requireFits } from './publish-entry.ts';

/**
 * Keeps the draft of a profile, whatever its faults. The draft that somebody else has saved since `seen` is not written
 * over: it is answered as the conflict, and a caller who has read it may save once more.
 *
 * @throws Refused `no-home`, or `invalid-input` for a draft that is too long to keep
 * @throws CrmError
 */
export async function saveProfileDraft(
  outside: Context,
  { type, draft, seen, by }: { type: PartnerType; draft: ProfileDraftInput } & Seen,
): Promise<{ state: PolicyState; conflict: ProfileDraft | null }> {
  if (draft.profile.type !== type)
    throw new Refused(
      'invalid-input',
      `draft.profile.type: this is the draft of another type than ${type}.`,
      {
        field: 'draft.profile.type',
      },
    );
  const open = await openPolicy(outside);
  const reviewDue = draft.reviewDue ?? aYearAfter(today(open.context));
  const body: ProfileDraftBody = { ...draft, reviewDue };
  requireFits(body);
  const kept = await keepDraft(
    open,
    { key: draftKey(type), body, seen, by },
    draftOf(type, open)?.at ?? null,
  );
  const conflict = kept.isConflict ? draftOf(type, kept.open) : null;
  return { state: stateOf(kept.open), conflict };
}

/** Deletes the draft of a profile as it was seen. @throws Refused `policy-moved` when somebody has changed it since */
export async function discardProfileDraft(
  outside: Context,
  { type, ...who }: { type: PartnerType; seen: string; by: string },
): Promise<PolicyState> {
  const open = await openPolicy(outside);
  return stateOf(await discardDraft(open, draftKey(type), who));
}
