import * as z from 'zod';

import { API_VERSION, type Crm, read } from './client/request.ts';

const PIPELINES = `/crm/pipelines/${API_VERSION}/deals`;

/** The label of the deal pipeline for partners. Deals of other pipelines are customers'. */
export const PARTNER_PIPELINE = 'Partnerships';

/** The stages of the partner pipeline, and how likely each is to end in a launch, 0 to 1. */
export const PARTNER_STAGES = [
  { key: 'sourced', label: 'Sourced', probability: '0.1' },
  { key: 'scored', label: 'Scored', probability: '0.2' },
  { key: 'checks', label: 'Checks', probability: '0.4' },
  { key: 'scoped', label: 'Scoped', probability: '0.6' },
  { key: 'launching', label: 'Launching', probability: '0.8' },
  { key: 'launched', label: 'Launched', probability: '1.0' },
  { key: 'declined', label: 'Declined', probability: '0.0' },
] as const;
export type PartnerStage = (typeof PARTNER_STAGES)[number];

export interface Pipeline {
  id: string;
  label: string;
  stages: readonly { id: string; label: string }[];
}

const Stage = z.object({ id: z.string(), label: z.string() });
const OnePipeline = z.object({ id: z.string(), label: z.string(), stages: z.array(Stage).default([]) });
const Pipelines = z.object({ results: z.array(OnePipeline) });

const BY_KEY: readonly { key: string; label: string }[] = PARTNER_STAGES;

/** Ids of the stages that are called as ours, by key. */
export function stagesByKey({ stages }: Pick<Pipeline, 'stages'>): Record<string, string> {
  const found = BY_KEY.flatMap(({ key, label }): [string, string][] => {
    const stage = stages.find((each) => each.label === label);
    return stage === undefined ? [] : [[key, stage.id]];
  });
  return Object.fromEntries(found);
}

/** The deal pipelines of the portal. @throws CrmError */
export async function listPipelines(crm: Crm): Promise<Pipeline[]> {
  const request = { method: 'GET', path: PIPELINES } as const;
  return (await read(crm, request, Pipelines, 'list of pipelines')).results;
}

/** Creates the partner pipeline with the product's stages. @throws CrmError */
export async function createPartnerPipeline(crm: Crm, displayOrder: number): Promise<Pipeline> {
  const stages = PARTNER_STAGES.map(({ label, probability }, index) => ({
    label,
    displayOrder: index,
    metadata: { probability },
  }));
  const body = { label: PARTNER_PIPELINE, displayOrder, stages };
  return read(crm, { method: 'POST', path: PIPELINES, body }, OnePipeline, 'pipeline');
}

/** Creates one of our stages anew, behind the others. @returns its id. @throws CrmError */
export async function createStage(
  crm: Crm,
  { id, stages }: Pipeline,
  { label, probability }: PartnerStage,
): Promise<string> {
  const body = { label, displayOrder: stages.length, metadata: { probability } };
  const path = `${PIPELINES}/${encodeURIComponent(id)}/stages`;
  return (await read(crm, { method: 'POST', path, body }, Stage, 'stage')).id;
}

/** Deletes a pipeline; HubSpot refuses while deals are in it. @throws CrmError */
export async function deletePipeline(crm: Crm, id: string): Promise<void> {
  const query = { validateDealStageUsagesBeforeDelete: 'true', validateReferencesBeforeDelete: 'true' };
  const path = `${PIPELINES}/${encodeURIComponent(id)}`;
  await crm.send({ method: 'DELETE', path, query, repeat: 'same' });
}

const Found = z.object({ results: z.array(z.object({ id: z.string() })) });

/** Whether any deal is in a pipeline. @throws CrmError */
export async function hasDeals(crm: Crm, pipeline: string): Promise<boolean> {
  const filters = [{ propertyName: 'pipeline', operator: 'EQ', value: pipeline }];
  const path = `/crm/objects/${API_VERSION}/deals/search`;
  const body = { filterGroups: [{ filters }], sorts: [], properties: ['pipeline'], limit: 1 };
  const answer = Found.safeParse(await crm.send({ method: 'POST', path, body, repeat: 'reads' }));
  // an unreadable response may mean that there are deals
  return !answer.success || answer.data.results.length > 0;
}
