import type { FieldValue } from '../../src/icp/fields.ts';
import type { Overwrite, SaveAnswer } from '../../src/icp/scorecard-record.ts';
import { ask } from './ask.ts';
import { type CardState, type Event, LOADING, type Place } from './card-state.ts';
import { type Edits, clashesOf } from './drafts.ts';
import { nextState } from './next-state.ts';

/** What the card asks of the page around it. */
export interface Host {
  addAlert: (alert: { type: 'success' | 'warning'; message: string }) => void;
  refreshObjectProperties: () => void;
}

/** Whose scorecard it is, and who works on it: the function treats `by` as a claim. */
export interface Subject {
  companyId: string;
  by: string;
}

/** One card on one company's record: what it knows, and everything that a person can do with it. */
export type Session = ReturnType<typeof startSession>;

/**
 * Starts a session that has loaded nothing yet.
 *
 * The state lives here and not in React: a click may arrive before the change that the same click committed was drawn,
 * and it must save that change too.
 */
export function startSession(subject: Subject, host: Host) {
  const store = createStore();
  const { tell } = store;
  const save = saving(store, subject, host);
  return {
    read: store.read,
    subscribe: store.subscribe,
    load: loading(store, subject),
    save,
    clear: clearing(store, subject, host),
    edit: (name: string, value: FieldValue) => tell({ what: 'edited', name, value, isTyping: false }),
    type: (name: string, text: string) => tell({ what: 'edited', name, value: text, isTyping: true }),
    leave: (name: string) => tell({ what: 'left', name }),
    undo: () => tell({ what: 'undone' }),
    discard: () => tell({ what: 'discarded' }),
    keepMine: (name: string, place: Place) => {
      tell({ what: 'kept-mine', name });
      return save(place, [name]);
    },
    takeTheirs: (name: string) => tell({ what: 'took-theirs', name }),
    putBack: (overwrite: Overwrite, place: Place) => {
      tell({ what: 'put-back', overwrite });
      return save(place, [overwrite.field]);
    },
    leaveAlone: (name: string) => tell({ what: 'left-alone', name }),
  };
}

type Store = ReturnType<typeof createStore>;

function createStore() {
  let state = LOADING;
  const listeners = new Set<() => void>();
  return {
    read: (): CardState => state,
    tell: (event: Event): void => {
      state = nextState(state, event);
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

function loading({ read, tell }: Store, { companyId }: Subject) {
  return async (): Promise<void> => {
    if (isWriting(read())) return;
    const request = read().request + 1;
    tell({ what: 'asked', request, call: 'load' });
    const asked = await ask('load-scorecard', { companyId });
    if (asked.ok) tell({ what: 'loaded', request, record: asked.answer });
    else tell({ what: 'refused', request, call: 'load', failure: asked.failure });
  };
}

/** @returns saves every unsaved field, or only those named; a save of none repairs the stored verdict */
function saving({ read, tell }: Store, { companyId, by }: Subject, host: Host) {
  return async (place: Place, only?: readonly string[]): Promise<void> => {
    const before = read();
    if (before.phase !== 'ready' || isWriting(before)) return;
    const request = before.request + 1;
    const sent = changesToSend(before.edits, only);
    tell({ what: 'asked', request, call: 'save', place });
    const asked = await ask('save-scorecard', { companyId, changes: sent, by });
    if (!asked.ok) {
      tell({ what: 'refused', request, call: 'save', failure: asked.failure });
      return;
    }
    tell({ what: 'saved', request, answer: asked.answer, sent });
    host.refreshObjectProperties();
    const after = read();
    host.addAlert(
      after.phase === 'ready' && clashesOf(after).length > 0
        ? { type: 'warning', message: 'Saved, except for what somebody else changed meanwhile.' }
        : { type: 'success', message: `The scorecard of ${asked.answer.companyName} is saved.` },
    );
    tellOfDeals(asked.answer, host);
  };
}

function clearing({ read, tell }: Store, { companyId, by }: Subject, host: Host) {
  return async (): Promise<void> => {
    if (read().phase !== 'ready' || isWriting(read())) return;
    const request = read().request + 1;
    tell({ what: 'asked', request, call: 'clear', place: 'bottom' });
    const asked = await ask('clear-scorecard', { companyId, by });
    if (!asked.ok) {
      tell({ what: 'refused', request, call: 'clear', failure: asked.failure });
      return;
    }
    tell({ what: 'cleared', request, answer: asked.answer });
    host.refreshObjectProperties();
    host.addAlert({ type: 'success', message: 'The scorecard is cleared. Undo brings the values back.' });
    tellOfDeals(asked.answer, host);
  };
}

/** A deal that does not show the verdict would mislead a board: it is said, though the scorecard is saved. */
function tellOfDeals({ deals }: SaveAnswer, host: Host): void {
  const message = deals?.message ?? null;
  if (message !== null) host.addAlert({ type: 'warning', message });
}

function isWriting(state: CardState): boolean {
  return state.phase === 'ready' && (state.busy === 'save' || state.busy === 'clear');
}

function changesToSend(edits: Edits, only: readonly string[] | undefined): Edits {
  if (only === undefined) return edits;
  return Object.fromEntries(Object.entries(edits).filter(([name]) => only.includes(name)));
}
