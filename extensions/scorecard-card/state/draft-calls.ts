import { ask } from '../../door/ask.ts';
import type { DraftWriter } from './draft-writer.ts';
import type { Store } from './reduce.ts';
import { profileKnown } from './type-choice.ts';

interface Caller {
  store: Store;
  drafts: DraftWriter;
}

/** Who else has unsaved edits is good to know, and nothing waits for it. */
export async function findOthers(store: Store, subject: { companyId: string; user: string }): Promise<void> {
  const found = await ask('find-drafts', subject);
  if (found.ok && found.answer.drafts.length > 0)
    store.dispatch({ type: 'others-found', drafts: found.answer.drafts });
}

/** Makes the offered draft unsaved edits again. Fetches the questions that it answers where the card does not know them. */
export async function continueDraft({ store }: Pick<Caller, 'store'>): Promise<void> {
  const state = store.read();
  if (state.phase !== 'ready' || state.offered === null) return;
  const { type } = state.offered;
  if (profileKnown(state, type) !== null) {
    store.dispatch({ type: 'draft-continued', profile: null });
    return;
  }
  const asked = await ask('show-profile', { type });
  if (asked.ok) store.dispatch({ type: 'draft-continued', profile: asked.answer });
  else store.dispatch({ type: 'refused', request: state.request, call: 'load', failure: asked.failure });
}

/** Forgets the offered draft. */
export function discardDraft({ store, drafts }: Caller): void {
  const state = store.read();
  if (state.phase !== 'ready' || state.offered === null) return;
  store.dispatch({ type: 'draft-discarded' });
  drafts.discard(state.offered.marks);
}
