import { type FieldValue, sameValue } from '../../src/icp/fields.ts';
import type { PersonEvent, Ready, Step } from './card-state.ts';
import { loadedValue, shownValue, withEdit } from './drafts.ts';

/** As many steps back as anybody wants, and an end to what is kept. */
export const UNDO_STEPS = 200;

/** Takes in what a person did. */
export function edited(state: Ready, event: PersonEvent): Ready {
  switch (event.what) {
    case 'edited':
      return withValue(state, event);
    case 'left':
      return state.typing === event.name ? { ...state, typing: null } : state;
    case 'undone':
      return undone(state);
    case 'discarded':
      return discarded(state);
    case 'kept-mine': {
      const edit = state.edits[event.name];
      if (edit === undefined) return state;
      const seen = loadedValue(state, event.name);
      return { ...state, edits: { ...state.edits, [event.name]: { ...edit, seen } } };
    }
    case 'took-theirs':
      return withValue(state, { name: event.name, value: loadedValue(state, event.name), isTyping: false });
    case 'put-back': {
      const { field, lost } = event.overwrite;
      return withValue(withoutOverwrite(state, field), { name: field, value: lost, isTyping: false });
    }
    case 'left-alone':
      return withoutOverwrite(state, event.name);
  }
}

function withValue(
  state: Ready,
  { name, value, isTyping }: { name: string; value: FieldValue; isTyping: boolean },
): Ready {
  const before = shownValue(state, name);
  if (sameValue(before, value)) return state;
  const isSameStep = isTyping && state.typing === name;
  const next = { ...state, edits: withEdit(state, name, value), isSaved: false };
  return { ...(isSameStep ? next : withStep(next, [{ name, before }])), typing: isTyping ? name : null };
}

/** Remembers a step for undo. */
export function withStep(state: Ready, step: Step): Ready {
  return { ...state, steps: [...state.steps, step].slice(-UNDO_STEPS) };
}

/** Takes back the last step that still makes a difference. */
function undone(state: Ready): Ready {
  const steps = [...state.steps];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.every(({ name, before }) => sameValue(before, shownValue(state, name)))) continue;
    let { edits } = state;
    for (const { name, before } of step) edits = withEdit({ ...state, edits }, name, before);
    return { ...state, steps, edits, typing: null, isSaved: false };
  }
  return { ...state, steps, typing: null };
}

function discarded(state: Ready): Ready {
  const names = Object.keys(state.edits);
  if (names.length === 0) return state;
  const step = names.map((name) => ({ name, before: shownValue(state, name) }));
  return withStep({ ...state, edits: {}, typing: null, failure: null }, step);
}

function withoutOverwrite(state: Ready, name: string): Ready {
  return { ...state, overwrote: state.overwrote.filter(({ field }) => field !== name) };
}
