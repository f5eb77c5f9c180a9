import { PARTNERSHIPS, PEOPLE, type PersonId, wayTo } from './account.ts';
import type { Calendar } from './calendar.ts';
import type { DemoCustomer } from './customers.ts';
import type { DemoPartner } from './partners.ts';
import type { Random } from './random.ts';
import { storyOf } from './role-stories.ts';
import type { PlannedRecord, Step } from './step.ts';

/** Deal to primary company, and the plain association beside it. */
const PRIMARY = [5, 341];
const BESIDE = [341];

/** Of deals with technology partners. */
const PURPOSES = ['two-way sync', 'embedded panel', 'shared sign-in', 'event feed', 'export into reports'];

export function partnerDeal(random: Random, { name, type }: DemoPartner, owner: PersonId): PlannedRecord {
  const purposes = storyOf(type)?.dealPurposes ?? PURPOSES;
  return {
    key: `deal ${name}`,
    properties: {
      ...sourced(`${name}: ${random.pick(purposes)}`, owner),
      hs_priority: random.pick(['low', 'medium', 'high']),
    },
    links: [{ to: name, types: PRIMARY }],
  };
}

/** A request that names no partner yet, and a bundle of two partners. */
export function unusualDeals(): readonly PlannedRecord[] {
  return [
    {
      key: 'deal without company',
      properties: sourced('Inbound request: shift planning tool, not named yet', '102'),
    },
    {
      key: 'deal of two companies',
      properties: sourced('Ledgerlane with Dockwell: invoice on delivery', '101'),
      links: [
        { to: 'Ledgerlane', types: PRIMARY },
        { to: 'Dockwell', types: BESIDE },
      ],
    },
  ];
}

function sourced(dealname: string, owner: PersonId) {
  return { dealname, pipeline: PARTNERSHIPS.pipelineId, dealstage: 'sourced', hubspot_owner_id: owner };
}

/** A partner's deal on its way, a stage about every two weeks. */
export function stageSteps(
  random: Random,
  calendar: Calendar,
  { name, stage }: DemoPartner,
  owner: PersonId,
  knownSince: number,
): readonly Step[] {
  const stages = stage === null ? [] : wayTo(stage);
  return stages.map((dealstage, index) => ({
    at: calendar.moment(knownSince - 10 - 15 * index - random.whole(0, 5)),
    kind: 'edit',
    objectType: 'deals',
    key: `deal ${name}`,
    properties: { dealstage },
    by: owner,
  }));
}

const OPENED_DAYS_AGO = 155;

/** Deals of customers in which a missing integration was named: a third each won, lost and stalled. */
export function customerDealSteps(
  random: Random,
  calendar: Calendar,
  customers: readonly DemoCustomer[],
  partners: readonly DemoPartner[],
): readonly Step[] {
  const opened: PlannedRecord[] = [];
  const closed: Step[] = [];
  for (const [index, { name }] of random.shuffled(customers).slice(0, 36).entries()) {
    const { name: partner } = random.pick(partners);
    const { id: owner } = random.pick(PEOPLE);
    const key = `customer deal ${name}`;
    const seats = random.whole(2, 60) * 5;
    opened.push({
      key,
      properties: {
        dealname: `${name}: ${seats} seats, asks for ${partner}`,
        description: `They work in ${partner} and asked for an integration: ${random.pick(ASKS)}`,
        amount: String(seats * random.whole(18, 40) * 12),
        dealtype: random.pick(['newbusiness', 'existingbusiness']),
        dealstage: random.pick(['qualifiedtobuy', 'presentationscheduled']),
        hubspot_owner_id: owner,
      },
      links: [{ to: name, types: PRIMARY }],
    });
    const daysAgo = random.whole(12, OPENED_DAYS_AGO - 8);
    const properties = outcome(index % 3, partner, calendar.day(daysAgo));
    closed.push({
      at: calendar.moment(daysAgo),
      kind: 'edit',
      objectType: 'deals',
      key,
      properties,
      by: owner,
    });
  }
  const at = calendar.moment(OPENED_DAYS_AGO);
  return [{ at, kind: 'create', objectType: 'deals', records: opened, by: '105' }, ...closed];
}

const ASKS = [
  'orders are typed over by hand every evening.',
  'the export to a spreadsheet breaks every month.',
  'two teams keep the same list twice.',
  'their planners want to stay in one window.',
];

function outcome(which: number, partner: string, day: string): Readonly<Record<string, string>> {
  if (which === 0)
    return {
      dealstage: 'closedwon',
      closedate: day,
      closed_won_reason: `Signed on the promise of ${partner}.`,
    };
  if (which === 1)
    return { dealstage: 'closedlost', closedate: day, closed_lost_reason: `No integration with ${partner}.` };
  return {
    dealstage: 'decisionmakerboughtin',
    hs_next_step: `Stalled: waits for an integration with ${partner}.`,
  };
}
