import type { Account, Room } from '../../crm/account.ts';
import { companyProperties, dealProperties } from '../../crm/properties.ts';
import { type Edition, type InstallationRecord, TO_BE_MADE } from '../../crm/installation-record.ts';
import type { ExistingProperty, ObjectType } from '../../crm/property-definitions.ts';
import type { PropertyDefinition } from '../../crm/property-shapes.ts';
import { PARTNER_TYPES, type PartnerType } from '../../icp/partner-types.ts';
import type { Profile } from '../../icp/profile.ts';
import type { Context } from '../context.ts';
import { planHome } from './plan-home.ts';
import { planLabels } from './plan-labels.ts';
import { planLists } from './plan-lists.ts';
import { planPipeline } from './plan-pipeline.ts';
import { checkRoom, planProperties } from './plan-properties.ts';
import { type Earlier, earlierInstallation, planRecord, recordOfFound } from './plan-record.ts';
import { type Extent, type PortalState, installedTypes } from './read-portal.ts';
import type { Step } from './step.ts';

export interface InstallRequest {
  /** The partner types to keep scorecards for; none keeps those that are installed, or the default type at first. */
  types: readonly PartnerType[];
  edition: Edition;
  /** The edition that an earlier installation has to be of. */
  owner: Edition;
  /** The label of an existing deal pipeline to work on partners in; null for what was chosen before, or our own. */
  pipeline: string | null;
  extent: Extent;
  /** The version keys of the current profiles; null where they cannot be read. */
  versions: readonly string[] | null;
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
  /** What is known before anything is made. */
  record: InstallationRecord;
  /** What the portal keeps by then: it still names what is gone, until that is made anew. */
  standing: InstallationRecord;
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
  at: Date,
): InstallPlan {
  const { properties, room, account } = found;
  const earlier = earlierInstallation(properties, request.owner);
  const known = recordOfFound(found, earlier, request.edition, profiles, at);
  const ours = properties.companies.filter(({ name }) => !known.foreign.companies.includes(name));
  const chosen = chosenTypes(request.types, ours, profiles, defaultType);
  const wanted = companyProperties(profiles.filter(({ type }) => chosen.includes(type)));
  const [companyGroup, ...companies] = planKind('companies', wanted, found, known);
  const deals = planKind('deals', dealProperties(profiles), found, known);
  const setup = planSetup(found, [...companies, ...deals], request, { earlier, known });
  const record = { ...known, ...setup.pipeline, made: madeBy([...companies, ...deals], known) };
  const standing = announcing(setup.steps, withGone(record, earlier.record));
  const recording = planRecord(earlier.record, standing);
  const steps = [...withGroup(companyGroup, recording), ...companies, ...deals, ...setup.steps];
  checkRoom(steps, room);
  // Types share properties: one that was chosen may make others ready.
  const types = installedTypes(
    namesOf([...ours, ...wanted]).filter((name) => !known.foreign.companies.includes(name)),
    { profiles },
  );
  return { account, edition: request.edition, types, room, steps, record, standing };
}

function withGone(record: InstallationRecord, earlier: InstallationRecord | null): InstallationRecord {
  if (earlier === null) return record;
  return {
    ...record,
    made: earlier.made,
    pipeline: record.pipeline ?? earlier.pipeline,
    madePipeline: record.madePipeline ?? earlier.madePipeline,
    home: record.home ?? earlier.home,
    stages: { ...earlier.stages, ...record.stages },
    lists: { ...earlier.lists, ...record.lists },
    labels: { ...earlier.labels, ...record.labels },
  };
}

/** Says beforehand what is going to be made without an id of our choice. */
function announcing(steps: readonly Step[], record: InstallationRecord): InstallationRecord {
  const labels = steps.flatMap(({ work }) => (work?.call === 'label' ? [work.label.name] : []));
  const isPipeline = steps.some(({ work }) => work?.call === 'pipeline');
  const isHome = steps.some(({ work }) => work?.call === 'home');
  return {
    ...record,
    madePipeline: record.madePipeline ?? (isPipeline ? TO_BE_MADE : null),
    home: record.home ?? (isHome ? TO_BE_MADE : null),
    labels: { ...record.labels, ...Object.fromEntries(labels.map((name) => [name, TO_BE_MADE])) },
  };
}

function planKind(
  objectType: ObjectType,
  wanted: readonly PropertyDefinition[],
  { properties, archived }: PortalState,
  { foreign }: InstallationRecord,
): Step[] {
  const others = { foreign: foreign[objectType], archived: objectType === 'companies' ? archived : [] };
  return planProperties(objectType, wanted, properties[objectType], others);
}

/** The names that are ours once the steps are done. */
function madeBy(steps: readonly Step[], { made }: InstallationRecord): InstallationRecord['made'] {
  const created = (objectType: ObjectType) =>
    steps.flatMap(({ work }) =>
      work?.call === 'property' && work.objectType === objectType ? [work.definition.name] : [],
    );
  return {
    companies: [...made.companies, ...created('companies')],
    deals: [...made.deals, ...created('deals')],
  };
}

interface Known {
  earlier: Earlier;
  known: InstallationRecord;
}

function planSetup(
  { setup }: PortalState,
  properties: readonly Step[],
  { pipeline, extent, versions }: InstallRequest,
  { earlier, known }: Known,
): { steps: Step[]; pipeline: Partial<InstallationRecord> } {
  if (setup === null || extent === 'properties') return { steps: [], pipeline: {} };
  const partners = planPipeline(pipeline, known, earlier.record, setup);
  const unusable = properties.filter(({ isUnusable }) => isUnusable).map(({ name }) => name);
  const lists = planLists(setup, known, versions, new Set(unusable));
  return {
    steps: [...partners.steps, ...planLabels(setup, known), ...lists, ...planHome(setup, known)],
    pipeline: { pipeline: partners.used },
  };
}

/** The record is a property too, and needs the group even where every other property is there. */
function withGroup(group: Step | undefined, recording: Step): Step[] {
  if (group === undefined) return [recording];
  if (recording.action !== 'create' || group.action === 'create') return [group, recording];
  return [{ ...group, action: 'create', work: { call: 'group', objectType: 'companies' } }, recording];
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
