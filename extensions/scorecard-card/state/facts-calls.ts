import type { CountedFact } from '../../../src/contract/facts.ts';

import { ask } from '../../door/ask.ts';
import type { RoleWrite } from './facts-state.ts';
import type { Store } from './reduce.ts';

interface Caller {
  store: Store;
  companyId: string;
}

/** Gathers what the CRM knows. Rating never waits for it. */
export async function gatherFacts({ store, companyId }: Caller): Promise<void> {
  const state = store.read();
  if (state.phase !== 'ready') return;
  const request = state.facts.request + 1;
  store.dispatch({ type: 'facts-asked', request });
  const asked = await ask('gather-facts', { companyId });
  store.dispatch(
    asked.ok
      ? { type: 'facts-gathered', request, facts: asked.answer }
      : { type: 'facts-refused', request, failure: asked.failure },
  );
}

/** Counts one fact to the end, with the records behind it. */
export async function countFact({ store, companyId }: Caller, fact: CountedFact): Promise<void> {
  const before = store.read();
  if (before.phase !== 'ready' || before.facts.counting.includes(fact)) return;
  store.dispatch({ type: 'count-asked', fact });
  const asked = await ask('count-fact', { companyId, fact });
  store.dispatch(
    asked.ok
      ? { type: 'fact-counted', counted: asked.answer }
      : { type: 'count-refused', fact, failure: asked.failure },
  );
}

/**
 * Sets or takes away a role of a contact, and shows the contacts as they are then. Several are written one after the other:
 * each answer has all contacts.
 */
export async function setContactRole(
  { store, companyId, host }: Caller & { host: { refreshObjectProperties: () => void } },
  write: RoleWrite,
): Promise<void> {
  const isUnderWay = writesIn(store).length > 0;
  store.dispatch({ type: 'role-asked', write });
  if (isUnderWay) return;
  for (let next = writesIn(store)[0]; next !== undefined; next = writesIn(store)[0]) {
    const asked = await ask('set-contact-role', { companyId, ...next });
    store.dispatch(
      asked.ok
        ? { type: 'contacts-read', contacts: asked.answer }
        : { type: 'role-refused', failure: asked.failure },
    );
  }
  // the record's own list of contacts names the labels
  host.refreshObjectProperties();
}

function writesIn({ read }: Store): readonly RoleWrite[] {
  const state = read();
  return state.phase === 'ready' ? state.facts.roleWrites : [];
}
