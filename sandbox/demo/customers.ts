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
  /** Names of partners that this customer uses already. */
  readonly uses: readonly string[];
}

const COUNT = 60;

/** Customers, the named ones first, each with the tools they use. */
export function planCustomers(random: Random, partners: readonly string[]): readonly DemoCustomer[] {
  const invented = random.shuffled(CUSTOMER_NAMES).map((first) => {
    const [industry, trades] = random.pick<(typeof TRADES)[number]>(TRADES);
    const name = `${first} ${random.pick<string>(trades)}`;
    return { name, domain: domainOf(name), industry, city: random.pick(CITIES) };
  });
  const named = NAMED_CUSTOMERS.map(({ properties }) => properties);
  return [...named, ...invented].slice(0, COUNT).map((company) => {
    const uses = random.shuffled(partners).slice(0, random.whole(1, 4));
    const tools = [...uses, random.pick(OTHER_TOOLS)].join(', ');
    const extra = {
      lifecyclestage: 'customer',
      numberofemployees: String(random.whole(15, 4_000)),
      description: `Uses ${tools}.`,
      [TOOLS_PROPERTY.name]: tools,
    };
    return { name: company.name, properties: { ...company, ...extra }, uses };
  });
}
