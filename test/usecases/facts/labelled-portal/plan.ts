import { type Random, seededRandom } from '../../../../sandbox/demo/random.ts';
import { type Pattern, STORIES, type Story } from './stories.ts';
import { type MadeName, lookalike, madeNames, written } from './written-names.ts';

/** The ways in which a portal may say that a customer uses a product. */
export const SOURCES = ['text', 'options', 'label', 'list'] as const;
export type Source = (typeof SOURCES)[number];

export interface PlannedPartner {
  name: MadeName;
  story: Story;
  ratings: Readonly<Record<string, number>>;
  artifacts: readonly string[];
  /** Days ago; null where nobody has looked. */
  inspected: number | null;
  people: readonly PlannedPerson[];
  truth: Truth;
}

export interface PlannedPerson {
  name: string;
  roles: readonly string[];
}

/** What is true of a partner in the portal as it was made. Companies are named by their index. */
interface Truth {
  shared: Readonly<Record<Source, readonly number[]>>;
  asking: readonly { company: number; state: AskState }[];
  /** Over their deals, won ones apart; null where none has one. */
  amount: number | null;
  withoutCompany: number;
  /** Days since the newest of these deals was made or closed; null where there is none. */
  newest: number | null;
  suspectedOf: readonly Pattern[];
}

type AskState = 'open' | 'stalled' | 'lost';

export interface PlannedCompany {
  name: string;
  /** An internal value of the lifecycle stage; empty for none. */
  stage: string;
  tools: string[];
  /** Indices of partners. */
  options: number[];
}

export interface PlannedDeal {
  partner: number;
  text: string;
  /** Whether the text names the partner, and not another product. */
  isNaming: boolean;
  /** Index of its company; null for none. The partner's own for `own`. */
  company: number | 'own' | null;
  stage: string;
  /** Days since it was made. */
  age: number;
  /** Days since somebody last wrote about it; null where nobody has. */
  noted: number | null;
  /** Days since it was closed. */
  closed: number | null;
  amount: number | null;
}

export interface PlannedPortal {
  partners: readonly PlannedPartner[];
  companies: readonly PlannedCompany[];
  /** Associations of a partner with a company. */
  links: readonly { partner: number; company: number; label: string }[];
  members: readonly { partner: number; company: number | 'own' }[];
  deals: readonly PlannedDeal[];
}

export const USES_BOTH = 'Uses both';
export const SOMETHING_ELSE = 'Same owner';
export const CUSTOMER_STAGES = ['customer', 'evangelist'];
const OTHER_STAGES = ['lead', 'opportunity', 'subscriber', ''];
const CUSTOMERS = 130;
const NO_CUSTOMERS = 40;

/** The same portal for the same seed. */
export function plannedPortal(seed: number): PlannedPortal {
  const random = seededRandom(seed);
  const companies = Array.from({ length: CUSTOMERS + NO_CUSTOMERS }, (_, index) => ({
    name: `Account ${index}`,
    stage: random.pick(index < CUSTOMERS ? CUSTOMER_STAGES : OTHER_STAGES),
    ...{ tools: ['Slack'], options: [] },
  }));
  const portal = { companies, links: [], members: [], deals: [] };
  const names = madeNames(random, STORIES.length);
  const partners = STORIES.map((story, partner) =>
    plannedPartner(random, portal, { story, partner, name: names[partner] ?? { full: '', short: '' } }),
  );
  return { ...portal, partners };
}

interface Draft {
  companies: PlannedCompany[];
  links: PlannedPortal['links'][number][];
  members: PlannedPortal['members'][number][];
  deals: PlannedDeal[];
}

interface Given {
  story: Story;
  partner: number;
  name: MadeName;
}

function plannedPartner(random: Random, portal: Draft, given: Given): PlannedPartner {
  const { story, name } = given;
  const between = ([low, high]: readonly [number, number]) => random.whole(low, high);
  const shared = {
    text: customers(random, between(story.shared)),
    options: customers(random, between(story.shared)),
    label: customers(random, between(story.shared)),
    list: customers(random, between(story.shared)),
  };
  addShared(random, portal, given, shared);
  const demand = addDemand(random, portal, given, between(story.asking));
  return {
    ...{ name, story },
    ratings: Object.fromEntries(Object.entries(story.ratings).map(([key, range]) => [key, between(range)])),
    artifacts: story.inspected?.seen ?? [],
    inspected: story.inspected && between(story.inspected.daysAgo),
    people: people(random, between(story.contacts), between(story.sponsors)),
    truth: { shared, ...demand, suspectedOf: story.shows },
  };
}

/** Those who use both, and traps: companies that are no customers, other products, other labels, the partner itself. */
function addShared(
  random: Random,
  { companies, links, members }: Draft,
  { partner, name }: Given,
  shared: Readonly<Record<Source, readonly number[]>>,
): void {
  for (const company of shared.text) companies[company]?.tools.push(written(random, name));
  for (const company of shared.options) companies[company]?.options.push(partner);
  for (const company of shared.label) links.push({ partner, company, label: USES_BOTH });
  for (const company of shared.list) members.push({ partner, company });
  const rest = random.shuffled(indices(0, CUSTOMERS).filter((company) => !shared.text.includes(company)));
  for (const company of rest.slice(0, 2)) companies[company]?.tools.push(lookalike(random, name));
  const others = random.shuffled(indices(CUSTOMERS, NO_CUSTOMERS));
  companies[others[0] ?? 0]?.tools.push(written(random, name));
  companies[others[1] ?? 0]?.options.push(partner);
  links.push({ partner, company: others[2] ?? 0, label: USES_BOTH });
  const unlinked = random.shuffled(
    indices(0, CUSTOMERS).filter((company) => !shared.label.includes(company)),
  );
  links.push({ partner, company: unlinked[0] ?? 0, label: SOMETHING_ELSE });
  members.push({ partner, company: 'own' });
}

/** Deals of those who ask, and traps: deals that were won, of the partner itself, without a company, for another product. */
function addDemand(random: Random, { deals }: Draft, { partner, name }: Given, count: number) {
  const all = random.shuffled(indices(0, CUSTOMERS + NO_CUSTOMERS));
  const amountOrNone = () => (random.whole(1, 4) === 1 ? null : random.whole(1, 400) * 100);
  const made: PlannedDeal[] = [];
  const asking = all.slice(0, count).map((company) => {
    const state = random.pick(['open', 'stalled', 'lost'] as const);
    const states: readonly (keyof typeof DEALS)[] = [state, ...random.shuffled(BEHIND[state]).slice(0, 2)];
    made.push(
      ...states.map((one) => ({
        ...{ ...DEALS[one](random), partner, company, amount: amountOrNone() },
        text: written(random, name),
        isNaming: true,
      })),
    );
    return { company, state };
  });
  const counted = made.filter(({ stage }) => stage !== 'closedwon');
  const traps: PlannedDeal[] = [
    { ...DEALS.won(random), text: written(random, name), isNaming: true, company: all[count] ?? 0 },
    { ...DEALS.open(random), text: lookalike(random, name), isNaming: false, company: all[count + 1] ?? 0 },
    { ...DEALS.open(random), text: written(random, name), isNaming: true, company: 'own' as const },
    { ...DEALS.lost(random), text: written(random, name), isNaming: true, company: null },
  ].map((deal) => ({ ...deal, partner, amount: 777 }));
  deals.push(...made, ...traps);
  const amounts = counted.flatMap(({ amount }) => amount ?? []);
  const days = counted.flatMap(({ age, closed }) => [age, closed ?? age]);
  return {
    asking,
    amount: amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0),
    withoutCompany: 1,
    newest: days.length === 0 ? null : Math.min(...days),
  };
}

/** Deals by what became of them. One that nobody wrote about is as quiet as it is old. */
const DEALS = {
  open: (random: Random) => ({ ...OPEN, ...random.pick([quiet(0), quiet(59), { age: 300, noted: 4 }]) }),
  stalled: (random: Random) => ({ ...OPEN, ...random.pick([quiet(61), quiet(90), { age: 300, noted: 62 }]) }),
  lost: (random: Random) => ({
    ...{ stage: 'closedlost', noted: 2 },
    ...random.pick([
      { age: 90, closed: 10 },
      { age: 25, closed: 3 },
    ]),
  }),
  won: (random: Random) => ({
    ...{ stage: 'closedwon', noted: 2 },
    ...random.pick([
      { age: 90, closed: 1 },
      { age: 25, closed: 2 },
    ]),
  }),
};
const OPEN = { stage: 'qualifiedtobuy', closed: null };
const quiet = (age: number) => ({ age, noted: null });

/** What further deals of a company may be, without a change of what the company counts as. */
const BEHIND = {
  open: ['open', 'stalled', 'lost', 'won'],
  stalled: ['stalled', 'lost', 'won'],
  lost: ['lost', 'won'],
} as const;

function people(random: Random, count: number, sponsors: number): PlannedPerson[] {
  return indices(0, count).map((index) => ({
    name: `Person ${index}`,
    roles: [
      ...(index < sponsors ? ['Executive sponsor'] : []),
      ...['Champion', 'Partner owner'].filter(() => random.whole(1, 3) === 1),
    ],
  }));
}

function customers(random: Random, count: number): number[] {
  return random.shuffled(indices(0, CUSTOMERS)).slice(0, count);
}

function indices(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
