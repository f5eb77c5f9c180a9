import { type AskedEvent, type CardState, type Event, LOADING } from './card-state.ts';
import { reduceAnswer } from './reduce-answer.ts';
import { reduceDecision } from './reduce-decision.ts';
import { reduceDraft } from './reduce-draft.ts';
import { reduceFacts } from './facts-state.ts';
import { reduceHistory } from './history-state.ts';
import { reduceEdit } from './reduce-edit.ts';
import { reduceType } from './reduce-type.ts';
import { withRevisions } from './revisions.ts';

/** Holds the state of one card and tells its listeners about changes. */
export type Store = ReturnType<typeof createStore>;

export function createStore() {
  let state = LOADING;
  const listeners = new Set<() => void>();
  return {
    read: (): CardState => state,
    dispatch: (event: Event): void => {
      state = withRevisions(state, reduce(state, event), event);
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The state after an event. Pure. */
export function reduce(state: CardState, event: Event): CardState {
  switch (event.type) {
    case 'asked':
      return asked(state, event);
    case 'loaded':
    case 'saved':
    case 'cleared':
    case 'decided':
    case 'save-undone':
    case 'refused':
      return event.request === state.request ? reduceAnswer(state, event) : state;
    case 'type-picked':
    case 'type-agreed':
    case 'type-kept':
    case 'profile-shown':
    case 'profile-refused':
      return state.phase === 'ready' ? reduceType(state, event) : state;
    case 'decision-entered':
    case 'decision-emptied':
    case 'decision-sent':
    case 'slots-read':
      return state.phase === 'ready' ? reduceDecision(state, event) : state;
    case 'facts-asked':
    case 'facts-gathered':
    case 'facts-refused':
    case 'count-asked':
    case 'fact-counted':
    case 'count-refused':
    case 'role-asked':
    case 'role-refused':
    case 'contacts-read':
      return state.phase === 'ready' ? { ...state, facts: reduceFacts(state.facts, event) } : state;
    case 'history-asked':
    case 'history-read':
    case 'history-refused':
    case 'kinds-chosen':
    case 'lane-only-chosen':
    case 'undo-asked':
      return state.phase === 'ready' ? { ...state, history: reduceHistory(state.history, event) } : state;
    case 'draft-written':
    case 'others-found':
    case 'draft-continued':
    case 'draft-discarded':
      return state.phase === 'ready' ? reduceDraft(state, event) : state;
    default:
      return state.phase === 'ready' ? reduceEdit(state, event) : state;
  }
}

function asked(state: CardState, { request, call }: AskedEvent): CardState {
  if (state.phase !== 'ready') return { phase: 'loading', request };
  return {
    ...state,
    request,
    busy: call,
    failure: null,
    isSaved: false,
    typing: null,
    history: { ...state.history, undone: null },
  };
}
