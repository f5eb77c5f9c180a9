import type { Demand } from './demand.ts';
import { NAMED_CUSTOMERS } from './named-companies.ts';
import { CITIES, CUSTOMER_NAMES, OTHER_TOOLS, TRADES } from './names.ts';
import { domainOf } from './partners.ts';
import type { Random } from './random.ts';

/** A property of the demo portal for the tools of a customer. */
export const TOOLS_PROPERTY = {
  name: 'tools_in_use',
  label: 'Tools in use',
  type: 'string',
  fieldType: 'textarea',
  groupName: 'companyinformation',
  description: 'What the customer works with beside our product, as their onboarding call noted it.',
} as const;

export interface DemoCustomer {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
}

const COUNT = 60;

/** Customers, the named ones first. What tools they use is added by `withTools`. */
export function planCustomers(random: Random): readonly DemoCustomer[] {
  const invented = random.shuffled(CUSTOMER_NAMES).map((first) => {
    const [industry, trades] = random.pick<(typeof TRADES)[number]>(TRADES);
    const name = `${first} ${random.pick<string>(trades)}`;
    return { name, domain: domainOf(name), industry, city: random.pick(CITIES) };
  });
  const named = NAMED_CUSTOMERS.map(({ properties }) => properties);
  return [...named, ...invented].slice(0, COUNT).map((company) => ({
    name: company.name,
    properties: {
      ...company,
      lifecyclestage: 'customer',
      numberofemployees: String(random.whole(15, 4_000)),
    },
  }));
}

/** Customers with the tools that they use: those of the partners, and others. */
export function withTools(
  random: Random,
  customers: readonly DemoCustomer[],
  demand: readonly Demand[],
): readonly DemoCustomer[] {
  return customers.map(({ name, properties }) => {
    const uses = demand.flatMap(({ partner, users }) => (users.includes(name) ? [partner] : []));
    const others = random.shuffled(OTHER_TOOLS).slice(0, uses.length === 0 ? 2 : 1);
    const tools = [...random.shuffled(uses), ...others].join(', ');
    const extra = { description: `Uses ${tools}.`, [TOOLS_PROPERTY.name]: tools };
    return { name, properties: { ...properties, ...extra } };
  });
}
