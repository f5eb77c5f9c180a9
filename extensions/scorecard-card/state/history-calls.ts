import { ask } from '../../door/ask.ts';
import { type Caller, alertOfDeals, call } from './calls.ts';
import { isWriting } from './card-state.ts';

/** Reads who changed what. */
export async function readHistory({ store, companyId }: Pick<Caller, 'store' | 'companyId'>): Promise<void> {
  const state = store.read();
  if (state.phase !== 'ready') return;
  const request = state.history.request + 1;
  store.dispatch({ type: 'history-asked', request });
  const asked = await ask('read-history', { companyId });
  store.dispatch(
    asked.ok
      ? { type: 'history-read', request, history: asked.answer }
      : { type: 'history-refused', request, failure: asked.failure },
  );
}

/**
 * Undoes the last save, as a save of its own. Unsaved edits stay. After a failure the history is read again: another save
 * may be the last one by now.
 *
 * @param saved the `key` of the save that the person has seen
 */
export async function undoSave(caller: Caller, saved: string): Promise<void> {
  const { store, companyId, by, host, drafts } = caller;
  const before = store.read();
  if (before.phase !== 'ready' || isWriting(before)) return;
  const input = () => {
    const ofDrafts = drafts.beginSave(before, { everything: null });
    return { companyId, save: saved, by, ...(ofDrafts !== undefined && { drafts: ofDrafts }) };
  };
  const undone = await call(store, { operation: 'undo-save', call: 'undo-save' }, input, drafts);
  if (undone === null) return readHistory(caller);
  store.dispatch({ type: 'save-undone', ...undone });
  host.refreshObjectProperties();
  alertOfDeals(undone.answer, host);
}
