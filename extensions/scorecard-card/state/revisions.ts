import { type FieldKind, type FieldValue, sameValue } from '../../../src/icp/fields.ts';
import { TYPE_FIELD } from '../../../src/icp/type-change.ts';

import type { CardState, Event, Ready } from './card-state.ts';
import { shownValue } from './drafts.ts';

/** What an input is drawn from. */
export interface InputValue {
  /** What the input is given. While it is typed into, what it was given before: see `inputValue`. */
  given: FieldValue;
  /** The value of the field. */
  value: FieldValue;
  /** Changes when the input has to be made anew. */
  revision: number;
}

/**
 * What the input of a field is given.
 *
 * HubSpot's inputs are behind a message channel and keep what is typed themselves; its types advise against setting state
 * from `onInput`. A text sent back late could replace a newer letter, so an input is given nothing new while it is typed
 * into. It gets the state's value when the person leaves it. Any other change raises the revision, which is the React key
 * of the input: HubSpot makes a new one, which can hold nothing of before.
 */
export function inputValue(state: Ready, name: string): InputValue {
  const value = shownValue(state, name);
  const given = state.typing?.name === name ? state.typing.from : value;
  return { given, value, revision: revisionOf(state, name) };
}

export function revisionOf({ revisions }: Pick<Ready, 'revisions'>, name: string): number {
  return revisions[name] ?? 0;
}

/** Raises the revision of each field whose value the event changed other than by the field's own input. */
export function withRevisions(before: CardState, after: CardState, event: Event): CardState {
  if (before.phase !== 'ready' || after.phase !== 'ready') return after;
  const changed = changedOutside(before, after, event);
  if (changed.length === 0) return after;
  const revisions = { ...after.revisions };
  for (const name of changed) revisions[name] = revisionOf(after, name) + 1;
  const typing = after.typing !== null && changed.includes(after.typing.name) ? null : after.typing;
  return { ...after, revisions, typing };
}

function changedOutside(before: Ready, after: Ready, event: Event): string[] {
  const isChanged = ({ name }: { name: string }) =>
    !sameValue(shownInInput(before, name), shownInInput(after, name));
  switch (event.type) {
    case 'edited': {
      const field = after.fields.find(({ name }) => name === event.name);
      const isOwn = event.isTyping || field === undefined || !TYPED.includes(field.kind);
      return isOwn || !isChanged(field) ? [] : [field.name];
    }
    case 'type-picked': {
      // a pick that is not taken stays chosen in its input; one that goes back to the stored type restores other fields
      const others = after.fields.filter((field) => field.name !== TYPE_FIELD && isChanged(field));
      const isTaken = shownInInput(after, TYPE_FIELD) === event.partnerType;
      return [...others.map(({ name }) => name), ...(isTaken ? [] : [TYPE_FIELD])];
    }
    // what was typed and never arrived, such as half a date, is discarded too
    case 'discarded':
    case 'cleared':
      return after.fields.map(({ name }) => name);
    default:
      return before === after ? [] : after.fields.filter(isChanged).map(({ name }) => name);
  }
}

/** Kinds whose inputs report every keystroke: an edit without one comes from elsewhere. */
const TYPED: readonly FieldKind[] = ['prose', 'count'];

function shownInInput(state: Ready, name: string): FieldValue {
  return name === TYPE_FIELD ? (state.pendingType?.type ?? shownValue(state, name)) : shownValue(state, name);
}
