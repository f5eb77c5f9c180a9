import * as z from 'zod';

import { batches, bisectBatch, readOutputs } from './client/batches.ts';
import { PARTNER_PIPELINE, listPipelines } from './pipelines.ts';
import { API_VERSION, read } from './client/request.ts';
import type { Patch, Records, Texts } from './company-record.ts';
import { byField, byProperty, propertyOf, without } from './property-names.ts';
import { DEAL_FIELDS } from './verdict-fields.ts';

const DEALS = `/crm/objects/${API_VERSION}/deals`;

/** The most deals that HubSpot reads or writes in one call. */
const BATCH = 100;

/** A deal, with what it shows of its primary company. */
export interface Deal {
  id: string;
  /** Empty where it has none. */
  name: string;
  stage: string;
  pipeline: string;
  /** Its primary company; null where it has none. */
  companyId: string | null;
  /** The fields of the verdict that deals show (`DEAL_FIELDS`). */
  texts: Texts;
}

/** HubSpot keeps a deal's primary company also as a property of the deal. */
const PRIMARY_COMPANY = 'hs_primary_associated_company';
const NAMES = ['dealname', 'dealstage', 'pipeline', PRIMARY_COMPANY, ...DEAL_FIELDS.map(propertyOf)];

const Deals = z.object({
  results: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) })),
});
const Written = z.object({ results: z.array(z.object({ id: z.string() })) });

/** The id of the pipeline in which partners are worked on, whatever it is called now; null where the portal has none. */
export async function findPartnerPipeline(portal: Records): Promise<string | null> {
  const { pipeline, record } = await portal.installation.read(portal);
  if (pipeline !== null || record === null) return pipeline;
  // nothing was recorded: somebody may have made one under our label
  return (await listPipelines(portal.crm)).find(({ label }) => label === PARTNER_PIPELINE)?.id ?? null;
}

/** Every deal of a pipeline, in the order of their ids. Pages by id, since a search returns at most 10,000 deals. */
export async function searchDeals(portal: Records, pipeline: string): Promise<Deal[]> {
  const { foreign } = await portal.installation.read(portal);
  const deals: Deal[] = [];
  for (let last = '0'; ;) {
    const filters = [
      { propertyName: 'pipeline', operator: 'EQ', value: pipeline },
      { propertyName: 'hs_object_id', operator: 'GT', value: last },
    ];
    const sorts = [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }];
    const body = { filterGroups: [{ filters }], sorts, properties: NAMES, limit: BATCH };
    const request = { method: 'POST', path: `${DEALS}/search`, body, repeat: 'reads' } as const;
    const { results } = await read(portal.crm, request, Deals, 'list of deals');
    deals.push(...results.map((deal) => dealOf(deal, foreign.deals)));
    last = results.at(-1)?.id ?? last;
    if (results.length < BATCH) return deals;
  }
}

/** Reads deals by id, without those that are gone. */
export async function readDeals(portal: Records, ids: readonly string[]): Promise<Deal[]> {
  const { foreign } = await portal.installation.read(portal);
  const deals: Deal[] = [];
  for (const some of batches(ids, BATCH)) {
    const bisected = await bisectBatch(some, async (few) => {
      const body = { inputs: few.map((id) => ({ id })), properties: NAMES, propertiesWithHistory: [] };
      const request = { method: 'POST', path: `${DEALS}/batch/read`, body, repeat: 'reads' } as const;
      return (await read(portal.crm, request, Deals, 'list of deals')).results;
    });
    deals.push(...readOutputs(bisected).map((deal) => dealOf(deal, foreign.deals)));
  }
  return deals;
}

/** Writes fields of many deals. @returns how many were written: a batch may succeed in part */
export async function writeDeals(
  portal: Records,
  updates: readonly { id: string; patch: Patch }[],
): Promise<number> {
  const { foreign } = await portal.installation.read(portal);
  const all = updates.map(({ id, patch }) => ({ id, properties: byProperty(without(patch, foreign.deals)) }));
  let written = 0;
  for (const some of batches(all, BATCH)) {
    const { outputs } = await bisectBatch(some, async (inputs) => {
      const request = {
        method: 'POST',
        path: `${DEALS}/batch/update`,
        body: { inputs },
        repeat: 'same',
      } as const;
      return (await read(portal.crm, request, Written, 'list of deals')).results;
    });
    written += outputs.length;
  }
  return written;
}

function dealOf(
  { id, properties }: z.infer<typeof Deals>['results'][number],
  foreign: ReadonlySet<string>,
): Deal {
  const text = (name: string) => properties[name] ?? '';
  return {
    id,
    name: text('dealname'),
    stage: text('dealstage'),
    pipeline: text('pipeline'),
    companyId: text(PRIMARY_COMPANY) === '' ? null : text(PRIMARY_COMPANY),
    texts: without(byField(properties), foreign),
  };
}
