import { ask } from '../../door/ask.ts';
import type { Store } from './reduce.ts';

/** Reads who changed what. */
export async function readHistory({ store, companyId }: { store: Store; companyId: string }): Promise<void> {
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
