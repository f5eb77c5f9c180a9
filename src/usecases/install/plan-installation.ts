import type { Account, Room } from '../../crm/account.ts';
import { companyProperties, dealProperties } from '../../crm/properties.ts';
import type { Edition } from '../../crm/installation-mark.ts';
import type { ExistingProperty, ObjectType } from '../../crm/property-definitions.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import type { Profile } from '../../icp/profile.ts';
import type { Context } from '../context.ts';
import { planLabels } from './plan-labels.ts';
import { planLists } from './plan-lists.ts';
import { ownMark, planMark, wantedMark } from './plan-mark.ts';
import { planPipeline } from './plan-pipeline.ts';
import { checkRoom, planProperties } from './plan-properties.ts';
import { type PortalSetup, type PortalState, installedTypes } from './read-portal.ts';
import type { Step } from './step.ts';

export interface InstallRequest {
  /** The partner types to keep scorecards for; none keeps those that are installed, or the default type at first. */
  types: readonly PartnerType[];
  edition: Edition;
  /** The label of an existing deal pipeline to work on partners in; null for what was chosen before, or our own. */
  pipeline: string | null;
}

export interface InstallPlan {
  account: Account | null;
  edition: Edition;
  /** The partner types that scorecards can be kept for afterwards. */
  types: PartnerType[];
  /** The limits of custom properties before anything is made; null where they cannot be read. */
  room: Partial<Record<ObjectType, Room>> | null;
  /** In the order in which they are applied. */
  steps: Step[];
}

/**
 * Plans an installation from what was found. The same portal and request always make the same plan; nothing is read or
 * written.
 *
 * @throws Refused `other-edition`, `no-room`, or `invalid-input` for a pipeline that is not there
 */
export function planInstallation(
  found: PortalState,
  request: InstallRequest,
  { profiles, defaultType }: Pick<Context, 'profiles' | 'defaultType'>,
): InstallPlan {
  const { properties, room, setup } = found;
  const mark = ownMark(properties.deals, request.edition);
  const chosen = chosenTypes(request.types, properties.companies, profiles, defaultType);
  const wanted = companyProperties(profiles.filter(({ type }) => chosen.includes(type)));
  const companies = planProperties('companies', wanted, properties.companies);
  const deals = planProperties('deals', dealProperties(profiles), properties.deals);
  const steps =
    setup === null ? [...companies, ...deals] : planSetup(setup, { companies, deals }, request, mark);
  checkRoom(steps, room);
  // Types share properties: one that was chosen may make others ready.
  const types = installedTypes(namesOf([...properties.companies, ...wanted]), { profiles });
  return { account: setup?.account ?? null, edition: request.edition, types, room, steps };
}

function planSetup(
  setup: PortalSetup,
  { companies, deals }: Record<ObjectType, Step[]>,
  { pipeline, edition }: InstallRequest,
  mark: ReturnType<typeof ownMark>,
): Step[] {
  const partners = planPipeline(pipeline, mark, setup);
  const marking = planMark(mark, wantedMark(mark, edition, partners.chosen, setup));
  const clashes = companies.filter(({ action }) => action === 'clash').map(({ name }) => name);
  const [group, ...mirrored] = withGroupFor(marking, deals);
  return [
    ...(group === undefined ? [] : [group]),
    marking,
    ...mirrored,
    ...companies,
    partners.step,
    ...planLabels(setup),
    ...planLists(setup, new Set(clashes)),
  ];
}

/** The mark is a deal property too, and needs the group even where every mirrored property is there. */
function withGroupFor(marking: Step, [group, ...mirrored]: Step[]): Step[] {
  if (group === undefined || marking.action !== 'create' || group.action === 'create')
    return group === undefined ? mirrored : [group, ...mirrored];
  return [{ ...group, action: 'create', work: { call: 'group', objectType: 'deals' } }, ...mirrored];
}

/** In the order of `PARTNER_TYPES`, so that the same choice always makes the same plan. */
function chosenTypes(
  types: readonly PartnerType[],
  existing: readonly ExistingProperty[],
  profiles: readonly Profile[],
  defaultType: PartnerType,
): PartnerType[] {
  const chosen = new Set([...types, ...installedTypes(namesOf(existing), { profiles })]);
  if (chosen.size === 0) chosen.add(defaultType);
  return PARTNER_TYPES.map(({ key }) => key).filter((key) => chosen.has(key));
}

function namesOf(properties: readonly { name: string }[]): string[] {
  return properties.map(({ name }) => name);
}
