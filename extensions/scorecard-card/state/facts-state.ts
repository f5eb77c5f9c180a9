import type {
  CountedFact,
  Gathered,
  GatheredFacts,
  PartnerContact,
  PartnerContacts,
} from '../../../src/contract/facts.ts';
import type { Operations } from '../../../src/contract/operations.ts';
import type { ContactRole, CrmFacts } from '../../../src/icp/crm-facts.ts';

import type { Failure } from '../../door/ask.ts';

type Counted = Operations['count-fact']['answer'];

/** A role that a person gave a contact, or took away. */
export interface RoleWrite {
  contactId: string;
  role: ContactRole;
  isSet: boolean;
}

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
  /** Roles that are not written yet, in the order in which they are. */
  roleWrites: readonly RoleWrite[];
  roleFailure: { write: RoleWrite; failure: Failure } | null;
  /** How often a role was put back because it was not written. */
  rolesPutBack: number;
  /** Whether the contacts were read after the newest gathering was asked for. */
  hasNewerContacts: boolean;
}

export const NO_CRM_FACTS: FactsState = {
  request: 0,
  isGathering: false,
  gathered: null,
  failure: null,
  whole: {},
  counting: [],
  countFailure: null,
  roleWrites: [],
  roleFailure: null,
  rolesPutBack: 0,
  hasNewerContacts: false,
};

export type FactsEvent =
  | { type: 'facts-asked'; request: number }
  | { type: 'facts-gathered'; request: number; facts: GatheredFacts }
  | { type: 'facts-refused'; request: number; failure: Failure }
  | { type: 'count-asked'; fact: CountedFact }
  | { type: 'fact-counted'; counted: Counted }
  | { type: 'count-refused'; fact: CountedFact; failure: Failure }
  | { type: 'role-asked'; write: RoleWrite }
  | { type: 'role-refused'; failure: Failure }
  | { type: 'contacts-read'; contacts: Gathered<PartnerContacts> };

/** Takes in what became of the calls for facts. */
export function reduceFacts(facts: FactsState, event: FactsEvent): FactsState {
  switch (event.type) {
    case 'facts-asked':
      return {
        ...{ ...facts, request: event.request, isGathering: true, failure: null },
        hasNewerContacts: false,
      };
    case 'facts-gathered':
      return event.request < facts.request ? facts : gathered(facts, event.facts);
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
      return { ...facts, roleWrites: [...facts.roleWrites, event.write], roleFailure: null };
    case 'role-refused': {
      const [write, ...others] = facts.roleWrites;
      if (write === undefined) return facts;
      return {
        ...{ ...facts, roleWrites: others, rolesPutBack: facts.rolesPutBack + 1 },
        roleFailure: { write, failure: event.failure },
      };
    }
    case 'contacts-read':
      return {
        ...{ ...facts, roleWrites: facts.roleWrites.slice(1), hasNewerContacts: true },
        gathered: facts.gathered && { ...facts.gathered, contacts: event.contacts },
      };
  }
}

/** Contacts that were read after a role was written are newer than a gathering that was asked for before. */
function gathered(facts: FactsState, newest: GatheredFacts): FactsState {
  const contacts = facts.hasNewerContacts ? facts.gathered?.contacts : undefined;
  return {
    ...{ ...facts, isGathering: false, whole: {} },
    gathered: { ...newest, contacts: contacts ?? newest.contacts },
  };
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

/** The roles of a contact with what is still being written. */
export function shownRoles(
  { roleWrites }: Pick<FactsState, 'roleWrites'>,
  { id, roles }: PartnerContact,
): readonly ContactRole[] {
  let shown = roles;
  for (const { contactId, role, isSet } of roleWrites)
    if (contactId === id)
      shown = isSet ? [...new Set([...shown, role])] : shown.filter((each) => each !== role);
  return shown;
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
