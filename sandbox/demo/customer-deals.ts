import { PEOPLE } from './account.ts';
import type { Calendar } from './calendar.ts';
import type { Demand, Outcome } from './demand.ts';
import type { Random } from './random.ts';
import type { PlannedRecord, Step } from './step.ts';

/** Deal to primary company, and the plain association beside it. */
const PRIMARY = [5, 341];

/** The property of deals that names the partners whose integration a customer asks for. */
export function askedForProperty(partners: readonly string[]) {
  return {
    name: ASKED_FOR,
    label: 'Asked-for integration',
    type: 'enumeration',
    fieldType: 'checkbox',
    groupName: 'dealinformation',
    description: 'Whose integration with us the customer asked for.',
    options: partners.map((label, displayOrder) => ({ label, value: optionOf(label), displayOrder })),
  };
}

export const ASKED_FOR = 'asked_for_integration';

const optionOf = (partner: string) => partner.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** A deal of a customer, and the partners that it asks for. */
interface CustomerDeal {
  readonly key: string;
  readonly customer: string;
  readonly outcome: Outcome;
  readonly isRenewal: boolean;
  readonly partners: readonly string[];
}

const MOST_PARTNERS = 2;

/** Requests of one customer that went the same way share a deal, two at most. */
function dealsFrom(demand: readonly Demand[]): readonly CustomerDeal[] {
  const deals: CustomerDeal[] = [];
  for (const { partner, requests } of demand) {
    for (const { customer, outcome, isRenewal } of requests) {
      const shared = deals.findIndex(
        (deal) =>
          deal.customer === customer &&
          deal.outcome === outcome &&
          deal.isRenewal === isRenewal &&
          deal.partners.length < MOST_PARTNERS,
      );
      const deal = deals[shared];
      if (deal !== undefined) deals[shared] = { ...deal, partners: [...deal.partners, partner] };
      else {
        const key = `customer deal ${customer} ${deals.length}`;
        deals.push({ key, customer, outcome, isRenewal, partners: [partner] });
      }
    }
  }
  return deals;
}

const OPENED_DAYS_AGO = 155;

/** Days ago of the last that happened in a deal: first and last of the range. */
const LAST: Readonly<Record<Outcome, readonly [number, number]>> = {
  won: [12, OPENED_DAYS_AGO - 8],
  lost: [12, OPENED_DAYS_AGO - 8],
  // well over the sixty days after which the app calls a deal stalled
  stalled: [75, OPENED_DAYS_AGO - 8],
  open: [3, 35],
};

/** Deals of customers in which a missing integration was named: won, lost, stalled and open, each with its last note. */
export function customerDealSteps(
  random: Random,
  calendar: Calendar,
  demand: readonly Demand[],
): readonly Step[] {
  const opened: PlannedRecord[] = [];
  const later: Step[] = [];
  const notes: PlannedRecord[] = [];
  for (const { key, customer, outcome, isRenewal, partners } of dealsFrom(demand)) {
    const { id: owner } = random.pick(PEOPLE);
    const seats = random.whole(2, 60) * 5;
    const asked = partners.join(' and ');
    opened.push({
      key,
      properties: {
        dealname: `${customer}: ${seats} seats, asks for ${asked}`,
        description: `They work in ${asked} and asked for an integration: ${random.pick(ASKS)}`,
        amount: String(seats * random.whole(18, 40) * 12),
        dealtype: isRenewal ? 'existingbusiness' : 'newbusiness',
        dealstage: random.pick(['qualifiedtobuy', 'presentationscheduled']),
        hubspot_owner_id: owner,
        [ASKED_FOR]: partners.map(optionOf).join(';'),
      },
      links: [{ to: customer, types: PRIMARY }],
    });
    const daysAgo = random.whole(...LAST[outcome]);
    const properties = changesOf(outcome, asked, calendar.day(daysAgo));
    const at = calendar.moment(daysAgo);
    if (properties !== null)
      later.push({ at, kind: 'edit', objectType: 'deals', key, properties, by: owner });
    notes.push({
      key: `note ${key}`,
      properties: {
        hs_note_body: `${NOTES[outcome]} ${asked}.`,
        hs_timestamp: at.toISOString(),
        hubspot_owner_id: owner,
      },
      links: [{ to: key, types: [NOTE_TO_DEAL] }],
    });
  }
  return [
    { at: calendar.moment(OPENED_DAYS_AGO), kind: 'create', objectType: 'deals', records: opened, by: '105' },
    ...later,
    { at: calendar.moment(1), kind: 'create', objectType: 'notes', records: notes, by: '105' },
  ];
}

const NOTE_TO_DEAL = 214;

const ASKS = [
  'orders are typed over by hand every evening.',
  'the export to a spreadsheet breaks every month.',
  'two teams keep the same list twice.',
  'their planners want to stay in one window.',
];

const NOTES: Readonly<Record<Outcome, string>> = {
  won: 'Signed. They count on an integration with',
  lost: 'They went elsewhere, since we have no integration with',
  stalled: 'They stopped answering when we could name no date for',
  open: 'Call with their planners, who asked again about',
};

/** What was changed in the deal in the end; null: nothing yet. */
function changesOf(outcome: Outcome, asked: string, day: string): Readonly<Record<string, string>> | null {
  if (outcome === 'open') return null;
  if (outcome === 'won')
    return {
      dealstage: 'closedwon',
      closedate: day,
      closed_won_reason: `Signed on the promise of ${asked}.`,
    };
  if (outcome === 'lost')
    return { dealstage: 'closedlost', closedate: day, closed_lost_reason: `No integration with ${asked}.` };
  return {
    dealstage: 'decisionmakerboughtin',
    hs_next_step: `Stalled: waits for an integration with ${asked}.`,
  };
}
