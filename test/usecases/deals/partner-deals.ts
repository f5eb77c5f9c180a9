import type { Portal } from '../../portal.ts';

const STAGES = ['Sourced', 'Scored'].map((label, displayOrder) => ({
  label,
  displayOrder,
  metadata: { probability: '0.5' },
}));
const DEAL_TO_PRIMARY_COMPANY = 5;

const DEALS = '/crm/objects/2026-09/deals';

/** A pipeline of deals, and its first stage. */
export interface Pipeline {
  id: string;
  stage: string;
}

export async function createPipeline(portal: Portal, label: string): Promise<Pipeline> {
  const body = { label, displayOrder: 1, stages: STAGES };
  const path = '/crm/pipelines/2026-09/deals';
  const pipeline = (await portal.outside.send({ method: 'POST', path, body })) as {
    id: string;
    stages: [{ id: string }];
  };
  return { id: pipeline.id, stage: pipeline.stages[0].id };
}

export async function createDeal(
  portal: Portal,
  { id, stage }: Pipeline,
  companyId: string,
): Promise<string> {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: DEAL_TO_PRIMARY_COMPANY }];
  const properties = { dealname: 'Integration', pipeline: id, dealstage: stage };
  const body = { properties, associations: [{ to: { id: companyId }, types }] };
  return ((await portal.outside.send({ method: 'POST', path: DEALS, body })) as { id: string }).id;
}

/** The partner pipeline that an installation made, and its first stage. */
export async function installedPipeline(portal: Portal): Promise<Pipeline> {
  const answer = await portal.outside.send({ method: 'GET', path: '/crm/pipelines/2026-09/deals' });
  const { results } = answer as { results: { id: string; label: string; stages: [{ id: string }] }[] };
  const made = results.find(({ label }) => label === 'Partnerships');
  if (made === undefined) throw new Error('the portal has no partner pipeline');
  return { id: made.id, stage: made.stages[0].id };
}

/** What a property of a deal holds. @returns null also for a value that was cleared */
export async function valueOfDeal(portal: Portal, dealId: string, property: string): Promise<string | null> {
  const path = `${DEALS}/${dealId}`;
  const deal = await portal.outside.send({ method: 'GET', path, query: { properties: property } });
  return (deal as { properties: Record<string, string | null> }).properties[property] || null;
}

/** Writes properties of a deal past our app. */
export async function editDeal(
  portal: Portal,
  dealId: string,
  properties: Record<string, string>,
): Promise<void> {
  await portal.outside.send({ method: 'PATCH', path: `${DEALS}/${dealId}`, body: { properties } });
}
