import { PARTNER_LABELS, labelAmong } from '../../crm/labels.ts';
import { companyProperties, dealProperties } from '../../crm/properties.ts';
import type { PropertyDefinition } from '../../crm/property-shapes.ts';
import { MARK_PROPERTY, type Mark } from '../../crm/installation-mark.ts';
import { isAsWanted } from '../../crm/lists.ts';
import { PARTNER_LISTS } from '../../crm/partner-lists.ts';
import { PARTNER_PIPELINE } from '../../crm/pipelines.ts';
import type { ExistingProperty, ObjectType } from '../../crm/property-definitions.ts';
import type { Profile } from '../../icp/profile.ts';
import { isAsMade } from './compare-definitions.ts';
import { PIPELINE_NAME } from './plan-mark.ts';
import type { PortalState, PortalSetup } from './read-portal.ts';
import { shownName } from './step.ts';
import { labelStays, listStays, pipelineStays, propertyStays, valuesStay } from '../../messages/install.ts';

/** One thing to delete. Properties of one kind of record go in one call. */
export type Removal =
  | { call: 'list' | 'label' | 'pipeline'; id: string; name: string }
  | { call: 'properties'; objectType: ObjectType; names: readonly string[]; name: string };

export interface RemovalPlan {
  /** In the order of deletion: the mark, which says what is ours, goes last. */
  goes: Removal[];
  /** What the product uses and does not delete, and why. */
  stays: { name: string; message: string }[];
}

export interface RemovalRequest {
  deleteValues: boolean;
  /** Whether a deal is in the pipeline with our label. */
  hasDeals: boolean;
}

/** Plans what to delete: nothing that existed before the product, and nothing that differs from what the product makes. */
export function planRemoval(
  { properties }: Pick<PortalState, 'properties'>,
  setup: PortalSetup,
  mark: Mark | null,
  profiles: readonly Profile[],
  { deleteValues, hasDeals }: RemovalRequest,
): RemovalPlan {
  const plan: RemovalPlan = { goes: [], stays: [] };
  planListRemoval(setup, plan);
  planLabelRemoval(setup, mark, plan);
  planPipelineRemoval(setup, mark, hasDeals, plan);
  const [companies, deals] = [companyProperties(profiles), dealProperties(profiles)];
  if (deleteValues) planPropertyRemoval('companies', companies, properties.companies, plan);
  else noteCompanyProperties(companies, properties.companies, plan);
  planPropertyRemoval('deals', deals, properties.deals, plan);
  if (properties.deals.some(({ name }) => name === MARK_PROPERTY))
    plan.goes.push({
      call: 'properties',
      objectType: 'deals',
      names: [MARK_PROPERTY],
      name: 'the mark of ownership',
    });
  return plan;
}

function planListRemoval({ lists }: PortalSetup, { goes, stays }: RemovalPlan): void {
  if ('refused' in lists) return;
  for (const list of PARTNER_LISTS)
    for (const there of lists.items.filter(({ name }) => name === list.name)) {
      const name = `list: ${list.name}`;
      if (isAsWanted(there, list)) goes.push({ call: 'list', id: there.listId, name });
      else stays.push({ name, message: listStays(list.name) });
    }
}

function planLabelRemoval({ labels }: PortalSetup, mark: Mark | null, { goes, stays }: RemovalPlan): void {
  if ('refused' in labels) return;
  for (const label of PARTNER_LABELS) {
    const there = labelAmong(labels.items, label);
    if (there === undefined) continue;
    const name = `label: ${label.label}`;
    if (isOurs(mark, label.name)) goes.push({ call: 'label', id: String(there.id), name });
    else stays.push({ name, message: labelStays(label.label) });
  }
}

function planPipelineRemoval(
  { pipelines }: PortalSetup,
  mark: Mark | null,
  hasDeals: boolean,
  { goes, stays }: RemovalPlan,
): void {
  const own = pipelines.find(({ label }) => label === PARTNER_PIPELINE);
  if (own === undefined) return;
  const name = `pipeline: ${PARTNER_PIPELINE}`;
  const why = hasDeals ? 'deals are in it' : 'it was there before Partner ICP';
  if (!hasDeals && isOurs(mark, PIPELINE_NAME)) goes.push({ call: 'pipeline', id: own.id, name });
  else stays.push({ name, message: pipelineStays(PARTNER_PIPELINE, why) });
}

/** Plans to archive the properties of one kind of record that are as the product makes them. */
function planPropertyRemoval(
  objectType: ObjectType,
  ours: readonly PropertyDefinition[],
  existing: readonly ExistingProperty[],
  { goes, stays }: RemovalPlan,
): void {
  const names: string[] = [];
  for (const property of existing) {
    const definition = ours.find(({ name }) => name === property.name);
    if (definition === undefined) continue;
    const { name } = property;
    const message = propertyStays(name, objectType);
    if (isAsMade(property, definition)) names.push(name);
    else stays.push({ name: shownName(objectType, name), message });
  }
  if (names.length > 0)
    goes.push({ call: 'properties', objectType, names, name: `${names.length} properties of ${objectType}` });
}

/** Notes how many company properties stay. */
function noteCompanyProperties(
  ours: readonly PropertyDefinition[],
  existing: readonly ExistingProperty[],
  { stays }: RemovalPlan,
): void {
  const count = existing.filter(({ name }) => ours.some((definition) => definition.name === name)).length;
  if (count === 0) return;
  const message = valuesStay(count);
  stays.push({ name: 'properties of companies', message });
}

/** Without a mark it is unknown what existed before, so nothing counts as ours. */
function isOurs(mark: Mark | null, name: string): boolean {
  return mark !== null && !mark.foundBefore.includes(name);
}
