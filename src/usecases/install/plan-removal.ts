import { PARTNER_LABELS, labelAmong } from '../../crm/labels.ts';
import { companyProperties, dealProperties } from '../../crm/properties.ts';
import { MARK_PROPERTY, type Mark } from '../../crm/installation-mark.ts';
import { isAsWanted } from '../../crm/lists.ts';
import { PARTNER_LISTS } from '../../crm/partner-lists.ts';
import { PARTNER_PIPELINE } from '../../crm/pipelines.ts';
import type { ObjectType } from '../../crm/property-definitions.ts';
import type { Profile } from '../../icp/profile.ts';
import { PIPELINE_NAME } from './plan-mark.ts';
import { noteCompanyProperties, planPropertyRemoval } from './plan-property-removal.ts';
import type { Found, Surroundings } from './read-portal.ts';

/** One thing that is taken away. Properties of one kind of record go in one call. */
export type Removal =
  | { call: 'list' | 'label' | 'pipeline'; id: string; name: string }
  | { call: 'properties'; objectType: ObjectType; names: readonly string[]; name: string };

export interface RemovalPlan {
  /** In the order in which they go: what says whose it is goes last. */
  goes: Removal[];
  /** Stays although the product uses it, and why. */
  stays: { name: string; message: string }[];
}

export interface RemovalWish {
  deleteValues: boolean;
  /** Whether a deal stands in the pipeline that is called as ours is. */
  hasDeals: boolean;
}

/** Plans what to take away: never what was there before the product, and never what is not as the product made it. */
export function planRemoval(
  { properties }: Pick<Found, 'properties'>,
  surroundings: Surroundings,
  mark: Mark | null,
  profiles: readonly Profile[],
  { deleteValues, hasDeals }: RemovalWish,
): RemovalPlan {
  const plan: RemovalPlan = { goes: [], stays: [] };
  planListRemoval(surroundings, plan);
  planLabelRemoval(surroundings, mark, plan);
  planPipelineRemoval(surroundings, mark, hasDeals, plan);
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

function planListRemoval({ lists }: Surroundings, { goes, stays }: RemovalPlan): void {
  if ('refused' in lists) return;
  for (const list of PARTNER_LISTS)
    for (const there of lists.items.filter(({ name }) => name === list.name)) {
      const name = `list: ${list.name}`;
      if (isAsWanted(there, list)) goes.push({ call: 'list', id: there.listId, name });
      else stays.push({ name, message: `The list "${list.name}" stays: its filters are not ours.` });
    }
}

function planLabelRemoval({ labels }: Surroundings, mark: Mark | null, { goes, stays }: RemovalPlan): void {
  if ('refused' in labels) return;
  for (const label of PARTNER_LABELS) {
    const there = labelAmong(labels.items, label);
    if (there === undefined) continue;
    const name = `label: ${label.label}`;
    if (isOurs(mark, label.name)) goes.push({ call: 'label', id: String(there.id), name });
    else stays.push({ name, message: `The label "${label.label}" stays: it was there before Partner ICP.` });
  }
}

function planPipelineRemoval(
  { pipelines }: Surroundings,
  mark: Mark | null,
  hasDeals: boolean,
  { goes, stays }: RemovalPlan,
): void {
  const own = pipelines.find(({ label }) => label === PARTNER_PIPELINE);
  if (own === undefined) return;
  const name = `pipeline: ${PARTNER_PIPELINE}`;
  const why = hasDeals ? 'deals are in it' : 'it was there before Partner ICP';
  if (!hasDeals && isOurs(mark, PIPELINE_NAME)) goes.push({ call: 'pipeline', id: own.id, name });
  else stays.push({ name, message: `The pipeline "${PARTNER_PIPELINE}" stays: ${why}.` });
}

/** Without a mark nobody knows what was there before, so nothing counts as ours. */
function isOurs(mark: Mark | null, name: string): boolean {
  return mark !== null && !mark.foundBefore.includes(name);
}
