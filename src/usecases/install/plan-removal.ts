import { PARTNER_LABELS } from '../../crm/labels.ts';
import { companyProperties, dealProperties } from '../../crm/properties.ts';
import type { PropertyDefinition } from '../../crm/property-shapes.ts';
import { MARK_PROPERTY } from '../../crm/installation-mark.ts';
import { type InstallationRecord, RECORD_PROPERTY } from '../../crm/installation-record.ts';
import { isAsWanted } from '../../crm/lists.ts';
import { PARTNER_LISTS, isOurListName } from '../../crm/partner-lists.ts';
import type { ExistingProperty, ObjectType } from '../../crm/property-definitions.ts';
import type { Profile } from '../../icp/profile.ts';
import type { PortalState, PortalSetup } from './read-portal.ts';
import { HOME_STEP, shownName } from './step.ts';
import {
  GOES_LAST,
  HOME_STAYS,
  labelInUse,
  labelUseUnknown,
  stillThere,
  labelStays,
  listStays,
  pipelineStays,
  propertyStays,
  valuesStay,
} from '../../messages/install.ts';

/** One thing to delete. Properties of one kind of record go in one call. */
export type Removal =
  | { call: 'list' | 'label' | 'pipeline' | 'home'; id: string; name: string }
  | { call: 'properties'; objectType: ObjectType; names: readonly string[]; name: string };

export interface RemovalPlan {
  /** In the order of deletion: the record, which says what is ours, goes last. */
  goes: Removal[];
  /** What the product uses and does not delete, and why. */
  stays: { name: string; message: string }[];
}

/** Which labels stay because of their use. */
export type LabelUse = { used: ReadonlySet<string> } | { unknown: string };

export interface RemovalRequest {
  deleteValues: boolean;
  /** Ids of our labels that associations carry, and why that could not be looked up; HubSpot would take them off. */
  labelUse: LabelUse;
  /** Whether a deal is in the pipeline that we made. */
  hasDeals: boolean;
  /** Whether the home goes with everything in it. */
  deletesPolicy: boolean;
}

/** Plans what to delete: what the record names, as far as it still is as the product makes it. */
export function planRemoval(
  { properties }: Pick<PortalState, 'properties'>,
  setup: PortalSetup,
  record: InstallationRecord,
  profiles: readonly Profile[],
  { deleteValues, hasDeals, labelUse, deletesPolicy }: RemovalRequest,
): RemovalPlan {
  const plan: RemovalPlan = { goes: [], stays: [] };
  planListRemoval(setup, record, plan);
  const keepsLabels = planLabelRemoval(setup, record, labelUse, plan);
  planPipelineRemoval(setup, record, hasDeals, plan);
  planHomeRemoval(setup, record, deletesPolicy, plan);
  const [companies, deals] = [companyProperties(profiles), dealProperties(profiles)];
  if (deleteValues) planPropertyRemoval('companies', companies, properties.companies, record, plan);
  else noteCompanyProperties(companies, properties.companies, record, plan);
  planPropertyRemoval('deals', deals, properties.deals, record, plan);
  const name = 'the record of the installation';
  for (const [objectType, own] of [
    ['deals', MARK_PROPERTY],
    ['companies', RECORD_PROPERTY],
  ] as const) {
    if (!properties[objectType].some((property) => property.name === own)) continue;
    // the next run needs it to know that the labels are ours
    if (keepsLabels) plan.stays.push({ name, message: stillThere(name, GOES_LAST) });
    else plan.goes.push({ call: 'properties', objectType, names: [own], name });
  }
  return plan;
}

function planListRemoval(
  { lists }: PortalSetup,
  record: InstallationRecord,
  { goes, stays }: RemovalPlan,
): void {
  if ('refused' in lists) return;
  for (const list of PARTNER_LISTS)
    for (const there of lists.items) {
      const isOurs = there.listId === record.lists[list.key];
      if (!isOurs && !isOurListName(list, there.name)) continue;
      const name = `list: ${there.name}`;
      // an admin may rename it; with other filters it is kept
      if (isOurs && isAsWanted({ ...there, name: list.name }, list))
        goes.push({ call: 'list', id: there.listId, name });
      else stays.push({ name, message: listStays(there.name) });
    }
}

/** @returns whether a label of ours stays */
function planLabelRemoval(
  { labels }: PortalSetup,
  record: InstallationRecord,
  use: LabelUse,
  { goes, stays }: RemovalPlan,
): boolean {
  if ('refused' in labels) return false;
  let keeps = false;
  for (const { name: key, label: made } of PARTNER_LABELS) {
    const id = record.labels[key];
    // as it is called in the portal now
    const known = id ?? record.foundLabels[key];
    const label = labels.items.find((there) => String(there.id) === known)?.label ?? made;
    const name = `label: ${label}`;
    if (id === undefined) {
      if (record.foundLabels[key] !== undefined) stays.push({ name, message: labelStays(label) });
      continue;
    }
    const message =
      'unknown' in use ? labelUseUnknown(label, use.unknown) : use.used.has(id) ? labelInUse(label) : null;
    if (message === null) goes.push({ call: 'label', id, name });
    else stays.push({ name, message });
    keeps ||= message !== null;
  }
  return keeps;
}

function planPipelineRemoval(
  { pipelines }: PortalSetup,
  record: InstallationRecord,
  hasDeals: boolean,
  { goes, stays }: RemovalPlan,
): void {
  const used = pipelines.find(({ id }) => id === (record.madePipeline ?? record.pipeline));
  if (used === undefined) return;
  const name = `pipeline: ${used.label}`;
  const why = hasDeals ? 'deals are in it' : 'it was there before Partner ICP';
  if (!hasDeals && used.id === record.madePipeline) goes.push({ call: 'pipeline', id: used.id, name });
  else stays.push({ name, message: pipelineStays(used.label, why) });
}

/** One that was deleted in HubSpot keeps its name, until it goes for good. */
function planHomeRemoval(
  { home }: PortalSetup,
  record: InstallationRecord,
  deletesPolicy: boolean,
  { goes, stays }: RemovalPlan,
): void {
  const id = record.home;
  if (home === null || 'refused' in home || id === null || (home.there === null && !home.isDeleted)) return;
  const name = HOME_STEP;
  if (deletesPolicy) goes.push({ call: 'home', id, name });
  else if (home.there !== null) stays.push({ name, message: HOME_STAYS });
}

/** Plans to archive the properties of one kind of record that are as the product makes them. */
function planPropertyRemoval(
  objectType: ObjectType,
  ours: readonly PropertyDefinition[],
  existing: readonly ExistingProperty[],
  { made }: InstallationRecord,
  { goes, stays }: RemovalPlan,
): void {
  const names: string[] = [];
  for (const property of existing) {
    const definition = ours.find(({ name }) => name === property.name);
    if (definition === undefined) continue;
    const { name } = property;
    const message = propertyStays(name, objectType);
    if (made[objectType].includes(name)) names.push(name);
    else stays.push({ name: shownName(objectType, name), message });
  }
  if (names.length > 0)
    goes.push({ call: 'properties', objectType, names, name: `${names.length} properties of ${objectType}` });
}

/** Notes how many company properties stay. */
function noteCompanyProperties(
  ours: readonly PropertyDefinition[],
  existing: readonly ExistingProperty[],
  { made }: InstallationRecord,
  { stays }: RemovalPlan,
): void {
  const names = new Set(ours.map(({ name }) => name));
  const count = existing.filter(({ name }) => names.has(name) && made.companies.includes(name)).length;
  if (count === 0) return;
  const message = valuesStay(count);
  stays.push({ name: 'properties of companies', message });
}
