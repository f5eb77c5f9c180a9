import { PARTNERSHIPS, type PersonId, wayTo } from './account.ts';
import type { Calendar } from './calendar.ts';
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
