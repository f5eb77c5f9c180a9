import { ask } from '../../door/ask.ts';
import type { KnownSources } from './known-sources.ts';
import type { Store } from './reduce.ts';

/** Reads what the portal has, once; after a failure again. */
export async function readFactSources(store: Store): Promise<void> {
  const known = knownSources(store);
  if (known === null || known.choices.state === 'reading' || known.choices.state === 'read') return;
  store.dispatch({ type: 'fact-sources', known: { choices: { state: 'reading' } } });
  const asked = await ask('read-fact-sources', {});
  const choices = asked.ok
    ? ({ state: 'read', answer: asked.answer } as const)
    : ({ state: 'failed', failure: asked.failure } as const);
  store.dispatch({ type: 'fact-sources', known: { choices } });
}

/** Tries the sources as they are edited, saved or not. */
export async function testFactSources(store: Store): Promise<void> {
  const known = knownSources(store);
  const state = store.read();
  if (state.phase !== 'ready' || known === null || known.test.state === 'reading') return;
  const { factSources: of } = state.settings.body;
  store.dispatch({ type: 'fact-sources', known: { test: { state: 'reading' } } });
  const asked = await ask('test-fact-sources', { factSources: of });
  const test = asked.ok
    ? ({ state: 'read', answer: { ...asked.answer, of } } as const)
    : ({ state: 'failed', failure: asked.failure } as const);
  store.dispatch({ type: 'fact-sources', known: { test } });
}

/** Null where there is nothing to set: the portal has no home, or the page is not loaded. */
function knownSources(store: Store): KnownSources | null {
  const state = store.read();
  return state.phase === 'ready' && state.policy.hasHome ? state.factSources : null;
}
