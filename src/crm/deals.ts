import * as z from 'zod';

import { CrmError } from './crm-error.ts';
import { API_VERSION, type Crm } from './transport.ts';
import type { Properties } from './companies.ts';

const DEALS = `/crm/objects/${API_VERSION}/deals`;
const PIPELINES = `/crm/pipelines/${API_VERSION}/deals`;

/** The most deals that HubSpot reads or writes in one call. */
const BATCH = 100;

/** The label of the deal pipeline in which partners are worked on. Deals of other pipelines are customers'. */
export const PARTNER_PIPELINE = 'Partnerships';

export interface Deal {
  id: string;
  properties: Properties;
}

const Pipelines = z.object({ results: z.array(z.object({ id: z.string(), label: z.string() })) });
const Deals = z.object({
  results: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) })),
});
const Written = z.object({ results: z.array(z.object({ id: z.string() })) });

/** The id of the partner pipeline; null where the portal has none. */
export async function findPartnerPipeline(crm: Crm): Promise<string | null> {
  const { results } = parsed(Pipelines, await crm.send({ method: 'GET', path: PIPELINES }));
  return results.find(({ label }) => label === PARTNER_PIPELINE)?.id ?? null;
}

/** Every deal of a pipeline, in the order of their ids. Pages by id, since a search answers 10,000 deals at most. */
export async function searchDeals(crm: Crm, pipeline: string, names: readonly string[]): Promise<Deal[]> {
  const deals: Deal[] = [];
  for (let last = '0'; ;) {
    const filters = [
      { propertyName: 'pipeline', operator: 'EQ', value: pipeline },
      { propertyName: 'hs_object_id', operator: 'GT', value: last },
    ];
    const sorts = [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }];
    const body = { filterGroups: [{ filters }], sorts, properties: names, limit: BATCH };
    const request = { method: 'POST', path: `${DEALS}/search`, body, readOnly: true } as const;
    const { results } = parsed(Deals, await crm.send(request));
    deals.push(...results);
    last = results.at(-1)?.id ?? last;
    if (results.length < BATCH) return deals;
  }
}

/** Reads deals by id; those that are gone are left out. */
export async function readDeals(crm: Crm, ids: readonly string[], names: readonly string[]): Promise<Deal[]> {
  const deals: Deal[] = [];
  for (const inputs of batches(ids.map((id) => ({ id })))) {
    const body = { inputs, properties: names, propertiesWithHistory: [] };
    const request = { method: 'POST', path: `${DEALS}/batch/read`, body, readOnly: true } as const;
    deals.push(...parsed(Deals, await crm.send(request)).results);
  }
  return deals;
}

/** Writes properties of many deals. @returns how many were written: a batch may succeed in part */
export async function writeDeals(
  crm: Crm,
  updates: readonly { id: string; properties: Record<string, string> }[],
): Promise<number> {
  let written = 0;
  for (const inputs of batches(updates)) {
    const answer = await crm.send({ method: 'POST', path: `${DEALS}/batch/update`, body: { inputs } });
    written += parsed(Written, answer).results.length;
  }
  return written;
}

function batches<Input>(inputs: readonly Input[]): Input[][] {
  return Array.from({ length: Math.ceil(inputs.length / BATCH) }, (_, index) =>
    inputs.slice(index * BATCH, (index + 1) * BATCH),
  );
}

function parsed<Output>(schema: z.ZodType<Output>, answer: unknown): Output {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw new CrmError(
    'unavailable',
    'HubSpot answered something unexpected about deals. Try again in a minute.',
    {
      cause: result.error,
    },
  );
}
