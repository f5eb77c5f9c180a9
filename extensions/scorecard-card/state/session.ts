import { TYPE_FIELD } from '../../../src/icp/type-change.ts';
import { type FieldValue, sameValue } from '../../../src/icp/fields.ts';
import { type PartnerType, isPartnerType } from '../../../src/icp/partner-types.ts';
import type { Overwrite, SaveAnswer } from '../../../src/contract/scorecard-record.ts';

import { ask } from './ask.ts';
import { call } from './call.ts';
import { type Place, isWriting } from './card-state.ts';
import { changesToSend } from './changes-to-send.ts';
import { type Store, createStore } from './store.ts';
import { profileKnown } from './type-choice.ts';

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
  const chooseType = choosing(store);
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
    chooseType,
    agree: () => tell({ what: 'type-agreed' }),
    keepType: () => tell({ what: 'type-kept' }),
    putBack: (overwrite: Overwrite, place: Place) => {
      if (overwrite.field === TYPE_FIELD && isPartnerType(overwrite.lost)) {
        tell({ what: 'left-alone', name: TYPE_FIELD });
        return chooseType(overwrite.lost);
      }
      tell({ what: 'put-back', overwrite });
      return save(place, [overwrite.field]);
    },
    leaveAlone: (name: string) => tell({ what: 'left-alone', name }),
  };
}

function loading(store: Store, { companyId }: Subject) {
  return async (): Promise<void> => {
    if (isWriting(store.read())) return;
    const loaded = await call(store, { operation: 'load-scorecard', call: 'load' }, { companyId });
    if (loaded !== null) store.tell({ what: 'loaded', request: loaded.request, record: loaded.answer });
  };
}

/** @returns saves every unsaved field, or only those named; a save of none repairs the stored verdict */
function saving(store: Store, { companyId, by }: Subject, host: Host) {
  return async (place: Place, only?: readonly string[]): Promise<void> => {
    const before = store.read();
    if (before.phase !== 'ready' || isWriting(before)) return;
    const { sent, changes } = changesToSend(before, only);
    const asked = { operation: 'save-scorecard', call: 'save', place } as const;
    const saved = await call(store, asked, { companyId, changes, by });
    if (saved === null) return;
    store.tell({ what: 'saved', ...saved, sent });
    host.refreshObjectProperties();
    host.addAlert(savedWords(saved.answer));
    tellOfDeals(saved.answer, host);
  };
}

function clearing(store: Store, { companyId, by }: Subject, host: Host) {
  return async (): Promise<void> => {
    if (store.read().phase !== 'ready' || isWriting(store.read())) return;
    const asked = { operation: 'clear-scorecard', call: 'clear', place: 'bottom' } as const;
    const cleared = await call(store, asked, { companyId, by });
    if (cleared === null) return;
    store.tell({ what: 'cleared', ...cleared });
    host.refreshObjectProperties();
    host.addAlert({ type: 'success', message: 'The scorecard is cleared. Undo brings the values back.' });
    tellOfDeals(cleared.answer, host);
  };
}

function savedWords({ conflicts, companyName }: SaveAnswer): {
  type: 'success' | 'warning';
  message: string;
} {
  if (conflicts.length === 0)
    return { type: 'success', message: `The scorecard of ${companyName} is saved.` };
  const isHeld = conflicts.some(({ field, seen, found }) => field === TYPE_FIELD || sameValue(seen, found));
  const message = isHeld
    ? 'Nothing is saved yet: somebody else changed something that the partner type depends on.'
    : 'Saved, except for what somebody else changed meanwhile.';
  return { type: 'warning', message };
}

/** @returns picks a type; its questions are fetched where the card does not know them */
function choosing({ read, tell }: Store) {
  return async (type: PartnerType): Promise<void> => {
    tell({ what: 'type-wished', type });
    const state = read();
    if (state.phase !== 'ready' || state.wish?.type !== type || profileKnown(state, type) !== null) return;
    const asked = await ask('show-profile', { type });
    if (asked.ok) tell({ what: 'profile-shown', profile: asked.answer });
    else tell({ what: 'profile-refused', type, failure: asked.failure });
  };
}

/** A deal that does not show the verdict would mislead a board: it is said, though the scorecard is saved. */
function tellOfDeals({ deals }: SaveAnswer, host: Host): void {
  const message = deals?.message ?? null;
  if (message !== null) host.addAlert({ type: 'warning', message });
}
