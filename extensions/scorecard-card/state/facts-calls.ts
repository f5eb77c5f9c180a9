import type { CountedFact } from '../../../src/contract/facts.ts';
import type { ContactRole } from '../../../src/icp/crm-facts.ts';

import { ask } from '../../door/ask.ts';
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
  store.dispatch({ type: 'count-asked', fact });
  const asked = await ask('count-fact', { companyId, fact });
  store.dispatch(
    asked.ok
      ? { type: 'fact-counted', counted: asked.answer }
      : { type: 'count-refused', fact, failure: asked.failure },
  );
}

/** Sets or takes away the role of a contact, and shows the contacts as they are then. */
export async function setContactRole(
  { store, companyId }: Caller,
  contactId: string,
  role: ContactRole,
  isSet: boolean,
): Promise<void> {
  store.dispatch({ type: 'role-asked', contactId });
  const asked = await ask('set-contact-role', { companyId, contactId, role, isSet });
  store.dispatch(
    asked.ok
      ? { type: 'contacts-read', contacts: asked.answer }
      : { type: 'role-refused', failure: asked.failure },
  );
}
