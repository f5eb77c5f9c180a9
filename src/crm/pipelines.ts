import * as z from 'zod';

import { API_VERSION, type Crm, read } from './client/request.ts';

const PIPELINES = `/crm/pipelines/${API_VERSION}/deals`;

/** The label of the deal pipeline for partners. Deals of other pipelines are customers'. */
export const PARTNER_PIPELINE = 'Partnerships';

/** The stages of the partner pipeline, and how likely each is to end in a launch, 0 to 1. */
export const PARTNER_STAGES = [
  { label: 'Sourced', probability: '0.1' },
  { label: 'Scored', probability: '0.2' },
  { label: 'Checks', probability: '0.4' },
  { label: 'Scoped', probability: '0.6' },
  { label: 'Launching', probability: '0.8' },
  { label: 'Launched', probability: '1.0' },
  { label: 'Declined', probability: '0.0' },
] as const;

export interface Pipeline {
  id: string;
  label: string;
  stages: readonly { id: string; label: string }[];
}

const Pipelines = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      stages: z.array(z.object({ id: z.string(), label: z.string() })).default([]),
    }),
  ),
});

/** The deal pipelines of the portal. @throws CrmError */
export async function listPipelines(crm: Crm): Promise<Pipeline[]> {
  const request = { method: 'GET', path: PIPELINES } as const;
  return (await read(crm, request, Pipelines, 'list of pipelines')).results;
}

/** Creates the partner pipeline with the product's stages. @throws CrmError */
export async function createPartnerPipeline(crm: Crm, displayOrder: number): Promise<void> {
  const stages = PARTNER_STAGES.map(({ label, probability }, index) => ({
    label,
    displayOrder: index,
    metadata: { probability },
  }));
  await crm.send({
    method: 'POST',
    path: PIPELINES,
    body: { label: PARTNER_PIPELINE, displayOrder, stages },
  });
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
