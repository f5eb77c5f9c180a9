import { PEOPLE } from './account.ts';
import { type Calendar, openCalendar } from './calendar.ts';
import { customerContacts, partnerContacts } from './contacts.ts';
import { customerDealSteps, askedForProperty } from './customer-deals.ts';
import { type DemoCustomer, planCustomers, TOOLS_PROPERTY, withTools } from './customers.ts';
import { decisionSteps } from './decision-story.ts';
import { planDemand } from './demand.ts';
import { partnerDeal, stageSteps, unusualDeals } from './deals.ts';
import { partnerNotes } from './notes.ts';
import { outsideEdits } from './outside-edits.ts';
import { type DemoPartner, planPartners, UNSCORED } from './partners.ts';
import { policySteps } from './policy-story.ts';
import { type Random, seededRandom } from './random.ts';
import { scoreHistory } from './score-history.ts';
import type { PlannedRecord, Step } from './step.ts';
import { ownerOf, partnerTasks } from './tasks.ts';

/** The default seed. */
export const DEFAULT_SEED = 20_250_301;

/** When the account of the demo is opened: a week before anything happens in it. */
export function openingOf(now: Date): Date {
  return new Date(now.getTime() - 400 * 86_400_000);
}

/** Days ago on which partners were found, the named ones on the first. */
const FOUND = [203, 168, 132, 97];

/**
 * All events of the demo portal, oldest first. The same seed gives the same events; only the dates depend on `now`.
 */
export function planDemoPortal(seed: number, now: Date): readonly Step[] {
  const random = seededRandom(seed);
  const calendar = openCalendar(now, random);
  const { technology, roles } = planPartners(random, calendar);
  const partners = [...technology, ...roles];
  const planned = planCustomers(random);
  const wanted = [...technology, UNSCORED];
  const demand = planDemand(
    random,
    wanted,
    planned.map(({ name }) => name),
  );
  const customers = withTools(random, planned, demand);
  const asked = askedForProperty(wanted.map(({ name }) => name));
  const steps = [
    define(calendar.moment(DEFINED), 'companies', TOOLS_PROPERTY),
    define(calendar.moment(DEFINED), 'deals', asked),
    ...FOUND.flatMap((daysAgo, cohort) => cohortSteps(random, calendar, daysAgo, partners, cohort)),
    ...customerSteps(random, calendar, customers),
    ...customerDealSteps(random, calendar, demand),
    create(calendar.moment(190), 'deals', unusualDeals(), '101'),
    create(
      calendar.moment(11),
      'tasks',
      partnerTasks(
        random,
        calendar,
        partners.map((partner, index) => ({ partner, owner: ownerOf(index) })),
      ),
      '102',
    ),
    ...prospectSteps(random, calendar),
    ...outsideEdits(calendar, technology),
    ...policySteps(openCalendar(now, seededRandom((seed + 1) % 2 ** 32))),
    ...decisionSteps(openCalendar(now, seededRandom((seed + 2) % 2 ** 32)), technology, roles),
  ];
  return steps.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** Days ago on which an administrator defined the properties of the portal's own. */
const DEFINED = 388;

function define(
  at: Date,
  objectType: 'companies' | 'deals',
  property: Extract<Step, { kind: 'define' }>['property'],
): Step {
  return { at, kind: 'define', objectType, property, by: PEOPLE[0].id };
}

type Create = Extract<Step, { kind: 'create' }>;

function create(
  at: Date,
  objectType: Create['objectType'],
  records: readonly PlannedRecord[],
  by: Create['by'],
): Step {
  return { at, kind: 'create', objectType, records, by };
}

/** Partners found on one day, with contacts, deals and later events. */
function cohortSteps(
  random: Random,
  calendar: Calendar,
  daysAgo: number,
  all: readonly DemoPartner[],
  cohort: number,
): readonly Step[] {
  const isIn = (index: number) => (index < 8 ? 0 : 1 + (index % (FOUND.length - 1))) === cohort;
  const found = all.flatMap((partner, index) => (isIn(index) ? [{ partner, owner: ownerOf(index) }] : []));
  const partners = found.map(({ partner }) => partner);
  const companies = found.map(({ partner: { name, properties }, owner }) => company(name, properties, owner));
  const deals = found
    .filter(({ partner }) => partner.stage !== null)
    .map(({ partner, owner }) => partnerDeal(random, partner, owner));
  const by = ownerOf(cohort);
  const contacts = partnerContacts(random, partners);
  return [
    create(calendar.moment(daysAgo), 'companies', companies, by),
    create(calendar.moment(daysAgo - 4), 'contacts', contacts, by),
    create(calendar.moment(daysAgo - 5), 'deals', deals, by),
    create(calendar.moment(1), 'notes', partnerNotes(random, calendar, found, contacts), by),
    ...found.flatMap(({ partner, owner }) => stageSteps(random, calendar, partner, owner, daysAgo)),
    ...partners.flatMap((partner) => scoreSteps(random, calendar, partner, daysAgo)),
  ];
}

function company(name: string, properties: Readonly<Record<string, string>>, owner: string): PlannedRecord {
  return { key: name, properties: { ...properties, hubspot_owner_id: owner } };
}

/** A company that somebody found lately and nobody has scored. */
function prospectSteps(random: Random, calendar: Calendar): readonly Step[] {
  const { name, properties } = UNSCORED;
  return [
    create(calendar.moment(40), 'companies', [company(name, properties, '103')], '103'),
    create(calendar.moment(36), 'contacts', partnerContacts(random, [UNSCORED]), '103'),
  ];
}

/** Saves by different people; what was looked up is saved after the day of looking. */
function scoreSteps(random: Random, calendar: Calendar, partner: DemoPartner, knownSince: number): Step[] {
  const { artifacts_checked_at: inspected, overlap_as_of: counted } = partner.filled;
  const looked = inspected ?? counted;
  // three days, since weekends move back
  const lookedUp = typeof looked === 'string' ? calendar.daysSince(looked) - 3 : knownSince;
  const people = random.shuffled(PEOPLE);
  const saves = scoreHistory(random, partner);
  // a deal is opened after five days; three more, since weekends move back
  let daysAgo = knownSince - random.whole(8, 20);
  return saves.map((filled, index) => {
    const isFirstCall = index === 0 && saves.length > 1;
    if (!isFirstCall) daysAgo = Math.min(daysAgo, lookedUp);
    const at = calendar.moment(daysAgo);
    daysAgo -= isFirstCall ? random.whole(9, 30) : random.whole(3, 8);
    return { at, kind: 'score', key: partner.name, filled, by: (people[index] ?? PEOPLE[0]).id };
  });
}

function customerSteps(
  random: Random,
  calendar: Calendar,
  customers: readonly DemoCustomer[],
): readonly Step[] {
  const companies = customers.map(({ name, properties }, index) => company(name, properties, ownerOf(index)));
  return [
    create(calendar.moment(200), 'companies', companies, 'import'),
    create(calendar.moment(196), 'contacts', customerContacts(random, customers), 'import'),
  ];
}
