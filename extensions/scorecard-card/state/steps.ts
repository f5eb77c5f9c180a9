import { sameValue } from '../../../src/icp/fields.ts';
import { TYPE_FIELD } from '../../../src/icp/type-change.ts';

import type { Ready, Step } from './card-state.ts';
import { type Edits, shownValue, withEdit } from './drafts.ts';

/** Bounds the memory of a long session. */
const UNDO_STEPS = 200;

/** Remembers a step for undo. */
export function withStep(state: Ready, step: Step): Ready {
  return { ...state, steps: [...state.steps, step].slice(-UNDO_STEPS) };
}

/** Replaces the edits in one step. */
export function withEdits(state: Ready, edits: Edits): Ready {
  const next = { ...state, edits };
  const step = Object.keys({ ...state.edits, ...edits })
    .map((name) => ({ name, before: shownValue(state, name) }))
    .filter(({ name, before }) => !sameValue(before, shownValue(next, name)));
  return step.length === 0 ? next : withStep({ ...next, typing: null, isSaved: false }, step);
}

/** Takes back the last step that still makes a difference. */
export function undone(state: Ready): Ready {
  const steps = [...state.steps];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.every(({ name, before }) => sameValue(before, shownValue(state, name)))) continue;
    let { edits } = state;
    // the type first: what it takes away is an edit only while it changes
    const typeFirst = [...step].sort(
      (one, other) => Number(other.name === TYPE_FIELD) - Number(one.name === TYPE_FIELD),
    );
    for (const { name, before } of typeFirst) edits = withEdit({ ...state, edits }, name, before);
    return { ...state, steps, edits, typing: null, isSaved: false };
  }
  return { ...state, steps, typing: null };
}
