import type { Portal } from '../../portal.ts';

const STAGES = ['Sourced', 'Scored'].map((label, displayOrder) => ({
  label,
  displayOrder,
  metadata: { probability: '0.5' },
}));
const DEAL_TO_PRIMARY_COMPANY = 5;

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
  const path = '/crm/objects/2026-09/deals';
  return ((await portal.outside.send({ method: 'POST', path, body })) as { id: string }).id;
}
