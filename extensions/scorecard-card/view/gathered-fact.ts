import type {
  CompaniesAsking,
  Gathered,
  GatheredFacts,
  PartnerContacts,
  SharedCustomers,
} from '../../../src/contract/facts.ts';
import { countedInPart, notCountedAgain } from '../../../src/messages/fact-lines.ts';

import type { FactKey } from './facts-of-questions.ts';

/** One of the facts, or why there is none. */
export function gatheredFact(
  { sharedCustomers, companiesAsking, contacts }: GatheredFacts,
  fact: FactKey,
): Gathered<SharedCustomers | CompaniesAsking | PartnerContacts> {
  if (fact === 'contacts') return contacts;
  return fact === 'shared-customers' ? sharedCustomers : companiesAsking;
}

/** What the buttons of each fact are called. */
export const FACT_WORDS: Readonly<
  Record<FactKey, { label: string; list: string; again: string; all: string; things: string }>
> = {
  'shared-customers': {
    label: 'Shared customers',
    list: 'Customers',
    again: 'Count customers again',
    all: 'Count all customers',
    things: 'customers',
  },
  'companies-asking': {
    label: 'Companies asking',
    list: 'Deals',
    again: 'Count deals again',
    all: 'Count all deals',
    things: 'deals',
  },
  contacts: {
    label: 'Contacts',
    list: 'People',
    again: 'Read people again',
    all: '',
    things: 'contacts',
  },
};

/** What became of a count that failed. The figure before it stands. */
export function countFailed(fact: FactKey, { isAtLeast }: { isAtLeast: boolean }): string {
  const { things } = FACT_WORDS[fact];
  return isAtLeast ? countedInPart(things) : notCountedAgain(things);
}
