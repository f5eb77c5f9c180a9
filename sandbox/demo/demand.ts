import type { DemoPartner } from './partners.ts';
import type { Random } from './random.ts';

/** How a customer's request for an integration with a partner went on. */
export type Outcome = 'won' | 'lost' | 'stalled' | 'open';

export interface Request {
  readonly customer: string;
  readonly outcome: Outcome;
  /** Asked when the contract was renewed, not when it was new. */
  readonly isRenewal: boolean;
}

/** What customers have to do with a technology partner. */
export interface Demand {
  readonly partner: string;
  /** Customers that work with its product. */
  readonly users: readonly string[];
  /** Won ones too, which nobody counts as asking any more. */
  readonly requests: readonly Request[];
}

/** By the rating of customer overlap, where nobody wrote figures down. */
const BY_OVERLAP: Readonly<Record<number, readonly [users: number, asking: number]>> = {
  1: [1, 0],
  2: [2, 0],
  3: [7, 2],
  4: [15, 4],
  5: [24, 6],
};
const UNRATED = [9, 3] as const;

/** The first requests were lost, most of them, so that the integration is missed; the others are under way. */
const OUTCOMES = ['open', 'lost', 'lost', 'lost', 'stalled', 'open', 'stalled'] as const;

/** Every fifth request is made at a renewal, the third one first. */
const isAtRenewal = (index: number) => index % 5 === 2;

const WON = 14;

/**
 * Who uses and who asks for each partner: exactly as many customers as its scorecard says, so that what the CRM counts and
 * what people wrote agree.
 */
export function planDemand(
  random: Random,
  partners: readonly Pick<DemoPartner, 'name' | 'filled'>[],
  customers: readonly string[],
): readonly Demand[] {
  const demand = partners.map(({ name, filled }): Demand => {
    const [typical, asking] = BY_OVERLAP[Number(filled['customer_overlap'] ?? 0)] ?? UNRATED;
    const count = Number(filled['shared_customers'] ?? typical);
    const users = namedFirst(filled['customer_overlap_evidence'], random.shuffled(customers)).slice(0, count);
    const askers = users.slice(0, Number(filled['companies_asking'] ?? asking));
    const requests = askers.map((customer, index) => ({
      ...{ customer, outcome: OUTCOMES[index % OUTCOMES.length] ?? 'open' },
      isRenewal: isAtRenewal(index),
    }));
    return { partner: name, users, requests };
  });
  return withWon(random, demand);
}

/** Customers whom the evidence names by their first word. */
function namedFirst(evidence: unknown, customers: readonly string[]): readonly string[] {
  const text = typeof evidence === 'string' ? evidence : '';
  const isNamed = (customer: string) => text.includes(customer.split(' ')[0] ?? customer);
  return [...customers.filter(isNamed), ...customers.filter((customer) => !isNamed(customer))];
}

/** Some customers signed on the promise of an integration: users who ask for nothing else. */
function withWon(random: Random, demand: readonly Demand[]): readonly Demand[] {
  const wanted = new Map<string, Request[]>();
  const able = demand.filter(({ users, requests }) => users.length > requests.length);
  for (const { partner, users, requests } of random.shuffled(able).slice(0, WON)) {
    const customer = random.pick(users.slice(requests.length));
    wanted.set(partner, [{ customer, outcome: 'won', isRenewal: false }]);
  }
  return demand.map((one) => ({ ...one, requests: [...one.requests, ...(wanted.get(one.partner) ?? [])] }));
}
