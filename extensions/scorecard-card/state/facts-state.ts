import type { CountedFact, Gathered, GatheredFacts, PartnerContacts } from '../../../src/contract/facts.ts';
import type { Operations } from '../../../src/contract/operations.ts';
import type { CrmFacts } from '../../../src/icp/crm-facts.ts';

import type { Failure } from '../../door/ask.ts';

type Counted = Operations['count-fact']['answer'];

/** What is known of the facts from the CRM. */
export interface FactsState {
  /** Number of the newest call; answers to older ones are ignored. */
  request: number;
  isGathering: boolean;
  /** As last gathered; null before the first answer. */
  gathered: GatheredFacts | null;
  /** Why the last try failed as a whole. */
  failure: Failure | null;
  /** Facts that were counted to the end, with the records behind them. */
  whole: { readonly [Fact in CountedFact]?: Extract<Counted, { fact: Fact }>['gathered'] };
  /** The facts that are being counted to the end. */
  counting: readonly CountedFact[];
  countFailure: { fact: CountedFact; failure: Failure } | null;
  /** The contact whose role is being written. */
  roleOf: string | null;
  roleFailure: Failure | null;
}

export const NO_CRM_FACTS: FactsState = {
  request: 0,
  isGathering: false,
  gathered: null,
  failure: null,
  whole: {},
  counting: [],
  countFailure: null,
  roleOf: null,
  roleFailure: null,
};

export type FactsEvent =
  | { type: 'facts-asked'; request: number }
  | { type: 'facts-gathered'; request: number; facts: GatheredFacts }
  | { type: 'facts-refused'; request: number; failure: Failure }
  | { type: 'count-asked'; fact: CountedFact }
  | { type: 'fact-counted'; counted: Counted }
  | { type: 'count-refused'; fact: CountedFact; failure: Failure }
  | { type: 'role-asked'; contactId: string }
  | { type: 'role-refused'; failure: Failure }
  | { type: 'contacts-read'; contacts: Gathered<PartnerContacts> };

/** Takes in what became of the calls for facts. */
export function reduceFacts(facts: FactsState, event: FactsEvent): FactsState {
  switch (event.type) {
    case 'facts-asked':
      return { ...facts, request: event.request, isGathering: true, failure: null };
    case 'facts-gathered':
      return event.request < facts.request
        ? facts
        : { ...facts, isGathering: false, gathered: event.facts, whole: {} };
    case 'facts-refused':
      return event.request < facts.request ? facts : { ...facts, isGathering: false, failure: event.failure };
    case 'count-asked':
      return { ...facts, counting: [...facts.counting, event.fact], countFailure: null };
    case 'fact-counted': {
      const { fact, gathered } = event.counted;
      return {
        ...facts,
        counting: facts.counting.filter((one) => one !== fact),
        whole: { ...facts.whole, [fact]: gathered },
      };
    }
    case 'count-refused':
      return {
        ...facts,
        counting: facts.counting.filter((one) => one !== event.fact),
        countFailure: { fact: event.fact, failure: event.failure },
      };
    case 'role-asked':
      return { ...facts, roleOf: event.contactId, roleFailure: null };
    case 'role-refused':
      return { ...facts, roleOf: null, roleFailure: event.failure };
    case 'contacts-read':
      return {
        ...facts,
        roleOf: null,
        gathered: facts.gathered && { ...facts.gathered, contacts: event.contacts },
      };
  }
}

/** The facts with what was counted to the end in place of what was counted at first. */
export function shownFacts({ gathered, whole }: FactsState): GatheredFacts | null {
  if (gathered === null) return null;
  return {
    ...gathered,
    sharedCustomers: whole['shared-customers'] ?? gathered.sharedCustomers,
    companiesAsking: whole['companies-asking'] ?? gathered.companiesAsking,
  };
}

/** What suspicions look at; null before anything was gathered. */
export function countsOf(facts: FactsState): CrmFacts | null {
  const shown = shownFacts(facts);
  if (shown === null) return null;
  const { at, on } = shown;
  const contacts = factOf(shown.contacts);
  return {
    ...{ at, on },
    sharedCustomers: factOf(shown.sharedCustomers),
    companiesAsking: factOf(shown.companiesAsking),
    contacts: contacts?.noRoles === null ? contacts : null,
  };
}

/** The fact; null where there is none. */
export function factOf<Fact>(gathered: Gathered<Fact>): Fact | null {
  return gathered.state === 'counted' ? gathered.fact : null;
}
