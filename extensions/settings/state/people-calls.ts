import { ask } from '../../door/ask.ts';
import type { People } from './people.ts';
import type { Store } from './reduce.ts';

/** Reads whom the settings may name, once; after a failure again. */
export async function readPeople(store: Store): Promise<void> {
  const state = store.read();
  if (state.phase !== 'ready' || state.policy.publishing.edition !== 'oauth' || !state.policy.mayPublish)
    return;
  if (state.people.state === 'reading' || state.people.state === 'read') return;
  store.dispatch({ type: 'people', people: { state: 'reading' } });
  const asked = await ask('read-people', {});
  const people: People = asked.ok
    ? { state: 'read', people: asked.answer.people }
    : { state: 'failed', failure: asked.failure };
  store.dispatch({ type: 'people', people });
}
