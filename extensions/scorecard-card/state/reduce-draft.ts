import type { Ready, DraftEvent } from './card-state.ts';
import { withoutStored } from './drafts.ts';
import { withProfiles } from './reduce-type.ts';
import { profileShown } from './type-choice.ts';

/** Takes in what became of drafts, and what a person decided about an earlier one. */
export function reduceDraft(state: Ready, event: DraftEvent): Ready {
  switch (event.type) {
    case 'draft-written':
      return { ...state, isDraftFailed: !event.isKept };
    case 'others-found':
      return { ...state, others: event.drafts };
    case 'draft-discarded':
      return { ...state, offered: null };
    case 'draft-continued':
      return continued(state, event);
  }
}

/**
 * Makes the earlier edits unsaved changes again, below those made since. They keep what their author saw, so that a value of
 * somebody else is a conflict. Undo does not take them back: nothing would be left of them.
 */
function continued(state: Ready, { profile }: DraftEvent & { type: 'draft-continued' }): Ready {
  const { offered, record, took } = state;
  if (offered === null) return state;
  const known =
    profile === null ? state : { ...state, ...withProfiles(record, [...state.profiles, profile]) };
  const edits = withoutStored({ ...known, edits: { ...offered.edits, ...state.edits } });
  const next = { ...known, edits, offered: null, took: [...took, ...offered.marks], isSaved: false };
  return { ...next, isOtherType: state.isOtherType || profileShown(next).type !== offered.type };
}

/** Without the offered edits of fields that were saved meanwhile. */
export function offeredWithout(offered: Ready['offered'], fields: readonly string[]): Ready['offered'] {
  if (offered === null) return null;
  const left = Object.entries(offered.edits).filter(([name]) => !fields.includes(name));
  return left.length === 0 ? null : { ...offered, edits: Object.fromEntries(left) };
}
