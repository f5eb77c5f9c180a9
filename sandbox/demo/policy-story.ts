import type { Prerequisites, ProfileDraftInput } from '../../src/contract/policy.ts';
import { presetsFor, withPreset } from '../../src/icp/presets.ts';
import { type Profile, versionKey } from '../../src/icp/profile.ts';
import { referral } from '../../src/icp/profiles/referral.ts';
import { technology } from '../../src/icp/profiles/technology.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/icp/settings.ts';
import { PEOPLE, type PersonId } from './account.ts';
import type { Calendar } from './calendar.ts';
import { ASKED_FOR } from './customer-deals.ts';
import { TOOLS_PROPERTY } from './customers.ts';
import type { Step } from './step.ts';

/** Days ago on which the portal decided something. The first one's year is over when the second one comes. */
const DECIDED = { first: 386, referral: 380, settings: 373, second: 21, takenOver: 17, draft: 3 };

/** Named partners that somebody took over to the second version. Ledgerlane and the invented ones stay under the first. */
const TAKEN_OVER: readonly (readonly [name: string, by: PersonId])[] = [
  ['Taskbridge', '102'],
  ['Grandview Cloud', '102'],
  ['Pipekite', '101'],
  ['Boardmate', '101'],
  ['Solodesk', '104'],
  ['Dockwell', '104'],
  ['Quillbase', '101'],
];

/**
 * What the portal decided: a technology profile a year ago and another one three weeks ago, the draft of a third, settings,
 * and a referral profile that is past its review. Partners that were scored before the second one stay under the first.
 *
 * @param calendar of its own, so that the rest of the demo is the same with it and without
 */
export function policySteps(calendar: Calendar): readonly Step[] {
  const first = {
    ...technology,
    version: 1,
    origin: 'Our partner team, in its first year: the shipped weights.',
  };
  const second = secondVersion();
  return [
    ...published(calendar, DECIDED.first, {
      ...{ profile: first, basedOn: versionKey(technology), by: '102', policy: 0 },
      reason: 'Our first year of scoring: we start with the weights that come with the app, and hold them.',
    }),
    ...published(calendar, DECIDED.referral, {
      ...{ profile: { ...referral, version: 1 }, basedOn: versionKey(referral), by: '103', policy: 1 },
      reason: 'The shipped questions fit. We name what they rest on.',
    }),
    call(calendar, DECIDED.settings, 'publish-settings', '101', {
      ...{ settings: SETTINGS, policy: 2 },
      reason:
        'Two slots a quarter, as shipped. Whoever may open Settings publishes there. Facts come from Tools in use and Asked-for integration.',
    }),
    ...published(calendar, DECIDED.second, {
      ...{ profile: second, basedOn: versionKey(first), by: '101', policy: 3 },
      reason:
        'Of nine integrations that we built, the four still in use had shared customers whom we could count and an API that worked in the first week. Everybody rated complementarity 4, so it told us little.',
    }),
    ...TAKEN_OVER.map(([company, by]) =>
      call(calendar, DECIDED.takenOver, 'rejudge-scorecard', by, { to: versionKey(second) }, company),
    ),
    drafted(calendar, DECIDED.draft, {
      ...{ profile: retentionDraft(second), basedOn: versionKey(second), by: '103' },
    }),
  ];
}

/** From the draft on, which is a week older than its publication. */
const HELD_DAYS = 367;

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  publishing: 'page',
  factSources: {
    sharedCustomers: { by: 'property', property: TOOLS_PROPERTY.name, lifecycleStages: ['customer'] },
    companiesAsking: { property: ASKED_FOR },
  },
};

/** More for shared customers and for an API that works. The totals of the guide's two candidates are the same by it. */
function secondVersion(): Profile {
  const weights: Readonly<Record<string, [weight: number, reason: string]>> = {
    customer_overlap: [35, 'The four integrations in use all had shared customers whom we could count.'],
    product_complementarity: [15, 'Everybody rated it 4, so it told the good ones from the others least.'],
    technical_readiness: [20, 'An API that worked in the first week was the other thing that the four had.'],
    commercial_alignment: [5, 'Who books the revenue never decided whether an integration was used.'],
  };
  const dimensions = technology.dimensions.map((dimension) => {
    const [weight, weightReason] = weights[dimension.key] ?? [dimension.weight, dimension.weightReason];
    return { ...dimension, weight, weightReason };
  });
  return { ...technology, version: 2, dimensions, origin: 'Our partner team, after a year of integrations.' };
}

function retentionDraft(current: Profile): Profile {
  const retention = presetsFor('technology').find(({ key }) => key === 'retention');
  if (retention === undefined) throw new Error('there is no retention preset');
  // a higher floor, since half of the partners are Deep by the current profile
  return withPreset({ ...current, version: 3, floors: { ...current.floors, deep: 405 } }, retention);
}

interface Decision {
  profile: Profile;
  basedOn: string;
  by: PersonId;
}

function published(
  calendar: Calendar,
  daysAgo: number,
  { policy, reason, ...decision }: Decision & { policy: number; reason: string },
): Step[] {
  const { type } = decision.profile;
  const draft = drafted(calendar, daysAgo + 7, decision);
  return [draft, call(calendar, daysAgo, 'publish-profile', decision.by, { type, policy, reason })];
}

function drafted(calendar: Calendar, daysAgo: number, { profile, basedOn, by }: Decision): Step {
  const draft: ProfileDraftInput = {
    ...{ profile, basedOn, prerequisites: prerequisitesOf(calendar, daysAgo + 10, by) },
    // within a year of its publication, whose day moves back from a weekend
    reviewDue: calendar.day(daysAgo - HELD_DAYS),
  };
  return call(calendar, daysAgo, 'save-profile-draft', by, { type: profile.type, draft, seen: null });
}

function prerequisitesOf(calendar: Calendar, daysAgo: number, by: PersonId): Prerequisites {
  const { firstName, lastName } = PEOPLE.find(({ id }) => id === by) ?? PEOPLE[0];
  const link = (page: string) => ({
    url: `https://wiki.example.com/partners/${page}`,
    owner: `${firstName} ${lastName}`,
    on: calendar.day(daysAgo),
  });
  return {
    ...{ hypothesis: link('hypothesis'), customerIcp: link('customer-icp'), thesis: link('thesis') },
    timing: { productMarketFit: true, goToMarket: true, programReady: true },
  };
}

function call(
  calendar: Calendar,
  daysAgo: number,
  operation: Extract<Step, { kind: 'call' }>['operation'],
  by: PersonId,
  input: Readonly<Record<string, unknown>>,
  company?: string,
): Step {
  const at = calendar.moment(daysAgo);
  return { at, kind: 'call', operation, by, input, ...(company === undefined ? {} : { company }) };
}
