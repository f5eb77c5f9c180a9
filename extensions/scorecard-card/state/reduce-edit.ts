import type { Overwrite } from '../../../src/contract/scorecard-record.ts';
import { type FieldValue, sameValue } from '../../../src/icp/fields.ts';

import type { EditEvent, Ready } from './card-state.ts';
import { loadedValue, shownValue, withEdit } from './drafts.ts';
import { revisionOf } from './revisions.ts';
import { undone, withEdits, withStep } from './steps.ts';
import { TYPE_FIELD } from '../../../src/icp/type-change.ts';
import { withTheirType } from './reduce-type.ts';

/** Takes in what a person did to the fields. A field that was changed is no longer one that could not be written. */
export function reduceEdit(state: Ready, event: EditEvent): Ready {
  const next = edited(state, event);
  return {
    ...next,
    notWritten: next.notWritten.filter(({ field }) => next.edits[field] === state.edits[field]),
  };
}

function edited(state: Ready, event: EditEvent): Ready {
  switch (event.type) {
    case 'edited':
      return isLate(state, event) ? state : withValue(state, event);
    case 'left':
      return state.typing?.name === event.name ? { ...state, typing: null } : state;
    case 'undone':
      return { ...undone(state), pendingType: null };
    case 'discarded':
      return discarded(state);
    case 'kept-mine': {
      const edit = state.edits[event.name];
      if (edit === undefined) return state;
      const seen = loadedValue(state, event.name);
      return { ...state, edits: { ...state.edits, [event.name]: { seen, value: edit.value } } };
    }
    case 'took-theirs':
      if (event.name === TYPE_FIELD) return withTheirType(state);
      return withValue(state, { name: event.name, value: loadedValue(state, event.name), isTyping: false });
    case 'put-back': {
      const { field, lost } = event.overwrite;
      return withValue(withoutOverwrite(state, event.overwrite), {
        name: field,
        value: lost,
        isTyping: false,
      });
    }
    case 'left-alone':
      return withoutOverwrite(state, event.overwrite);
  }
}

function withValue(
  state: Ready,
  { name, value, isTyping }: { name: string; value: FieldValue; isTyping: boolean },
): Ready {
  const before = shownValue(state, name);
  if (sameValue(before, value)) return state;
  const next = { ...state, edits: withEdit(state, name, value), isSaved: false };
  if (isTyping && state.typing?.name === name) return next;
  return { ...withStep(next, [{ name, before }]), typing: isTyping ? { name, from: before } : null };
}

/** Whether it comes from an input that was made anew since. */
function isLate(state: Ready, { name, revision }: { name: string; revision?: number }): boolean {
  return revision !== undefined && revision !== revisionOf(state, name);
}

function discarded(state: Ready): Ready {
  return { ...withEdits(state, {}), failure: null, pendingType: null, isOtherType: false };
}

function withoutOverwrite(state: Ready, overwrite: Overwrite): Ready {
  return { ...state, overwrote: state.overwrote.filter((each) => each !== overwrite) };
}
