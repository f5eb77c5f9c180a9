import type { Demand, Tally } from './demand.ts';
import type { Facts } from './facts.ts';
import type { LastChanges } from './recheck.ts';
import { CONTACTS, FEW_SHARED_CUSTOMERS } from './suspicion-rules.ts';

/** What a contact is at the partner, as the label of the association says. */
export const CONTACT_ROLES = [
  { key: 'champion', label: 'Champion' },
  { key: 'executive-sponsor', label: 'Executive sponsor' },
  { key: 'partner-owner', label: 'Partner owner' },
] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number]['key'];

/** Facts that were counted in the CRM. Null: not counted, or not known. */
export interface CrmFacts {
  /** When, ISO 8601, and the day of it in the portal's time zone. */
  at: string;
  on: string;
  sharedCustomers: Tally | null;
  companiesAsking: Asking | null;
  /** Null also while the labels of roles are missing: then nobody knows who is the sponsor. */
  contacts: (Tally & { sponsors: number }) | null;
}

/** `newestOn` is the day of `newestAt` in the portal's time zone. */
type Asking = Pick<Demand, 'count' | 'isAtLeast' | 'newestAt'> & { newestOn: string | null };

/** The facts that suspicions look at: what was counted stands in place of what was typed. */
export function factsWithCounts(typed: Facts, counted: CrmFacts | null): Facts {
  if (counted === null) return typed;
  const { sharedCustomers, companiesAsking, contacts } = counted;
  return {
    ...typed,
    ...(sharedCustomers !== null && { sharedCustomers: certain(sharedCustomers, FEW_SHARED_CUSTOMERS) }),
    ...(companiesAsking !== null && { companiesAsking: certain(companiesAsking, 2) }),
    contacts: contacts === null ? typed.contacts : { count: contacts.count, sponsors: contacts.sponsors },
  };
}

/** A count that is "at least" says nothing about what is fewer: unknown below that. */
function certain({ count, isAtLeast }: Tally, enough: number): number | null {
  return isAtLeast && count < enough ? null : count;
}

/**
 * The last changes with those of counted facts: requests are as new as the newest deal that makes one, and who the contacts
 * are is as new as the count. When a shared customer came, or a contact lost a role, nobody knows.
 */
export function changesWithCounts(changes: LastChanges, counted: CrmFacts | null): LastChanges {
  if (counted === null) return changes;
  const { at, on, sharedCustomers, companiesAsking, contacts } = counted;
  const { shared_customers: shared, companies_asking: asking, ...others } = changes;
  const newestAt = companiesAsking?.newestAt ?? null;
  const newestOn = companiesAsking?.newestOn ?? null;
  return {
    ...others,
    ...(sharedCustomers === null && shared !== undefined && { shared_customers: shared }),
    ...(companiesAsking === null && asking !== undefined && { companies_asking: asking }),
    ...(newestAt !== null && { companies_asking: { at: newestAt, on: newestOn ?? on } }),
    ...(contacts !== null && { [CONTACTS]: { at, on } }),
  };
}
