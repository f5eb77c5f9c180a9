import type { Overwrite } from '../../../src/contract/scorecard-record.ts';
import { type FieldValue, sameValue } from '../../../src/icp/fields.ts';

import type { EditEvent, Ready } from './card-state.ts';
import { loadedValue, shownValue, withEdit } from './drafts.ts';
import { revisionOf } from './revisions.ts';
import { undone, withEdits, withStep } from './steps.ts';
import { CONFIRM_FIELD, TYPE_FIELD, stillToConfirm, typeChange } from '../../../src/icp/type-change.ts';
import { withTheirType } from './reduce-type.ts';
import { isTypeChanging } from './type-choice.ts';

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
    case 'confirmed': {
      const value = waitingNow(state).filter((key) => key !== event.dimension);
      return withValue(state, { name: CONFIRM_FIELD, value, isTyping: false });
    }
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
      return withTheirs(state, event.name);
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
  const edits = withEdit(state, name, value);
  const next = withConfirmation({ ...state, edits, isSaved: false }, name, isTyping);
  if (isTyping && state.typing?.name === name) return next;
  const waiting = { name: CONFIRM_FIELD, before: shownValue(state, CONFIRM_FIELD) };
  const confirms = name !== CONFIRM_FIELD && !sameValue(waiting.before, shownValue(next, CONFIRM_FIELD));
  const after = withStep(next, [{ name, before }, ...(confirms ? [waiting] : [])]);
  return { ...after, typing: isTyping ? { name, from: before } : null };
}

/** A new rating or new evidence confirms what waits. A text that is typed back to what it was confirms nothing. */
function withConfirmation(state: Ready, name: string, isTyping: boolean): Ready {
  const { typing, steps } = state;
  const isTypedBack = isTyping && typing?.name === name && sameValue(shownValue(state, name), typing.from);
  const earlier = steps.at(-1)?.find((one) => one.name === CONFIRM_FIELD)?.before;
  const waiting = isTypedBack && earlier !== undefined ? earlier : withoutConfirmed(waitingNow(state), name);
  if (sameValue(waiting, waitingNow(state))) return state;
  return { ...state, edits: withEdit(state, CONFIRM_FIELD, waiting) };
}

function waitingNow(state: Ready): readonly string[] {
  return shownValue(state, CONFIRM_FIELD) as readonly string[];
}

function withoutConfirmed(toConfirm: readonly string[], name: string): readonly string[] {
  return stillToConfirm({ toConfirm }, (field) => field === name);
}

/** Whether it comes from an input that was made anew since. */
function isLate(state: Ready, { name, revision }: { name: string; revision?: number }): boolean {
  return revision !== undefined && revision !== revisionOf(state, name);
}

/** Drops mine, and with it what it confirmed. */
function withTheirs(state: Ready, name: string): Ready {
  const { [name]: mine, ...edits } = state.edits;
  const { record } = state;
  const change = isTypeChanging(state) ? typeChange(record.scorecard)[CONFIRM_FIELD] : undefined;
  const waiting = (change?.value ?? record.scorecard.toConfirm) as readonly string[];
  const isConfirming = mine !== undefined && withoutConfirmed(waiting, name).length < waiting.length;
  const next = { ...state, edits };
  return withEdits(state, isConfirming ? withEdit(next, CONFIRM_FIELD, waiting) : edits);
}

function discarded(state: Ready): Ready {
  return { ...withEdits(state, {}), failure: null, pendingType: null, isOtherType: false };
}

function withoutOverwrite(state: Ready, overwrite: Overwrite): Ready {
  return { ...state, overwrote: state.overwrote.filter((each) => each !== overwrite) };
}
