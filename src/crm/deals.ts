import * as z from 'zod';

import { sendBatches } from './client/batches.ts';
import { listedRecords } from './client/paging.ts';
import type { CrmError } from './client/errors.ts';
import { PARTNER_PIPELINE, listPipelines } from './pipelines.ts';
import { API_VERSION, read } from './client/request.ts';
import type { Patch, Records, Texts } from './company-record.ts';
import { MERGED_IDS, idsOf } from './many-companies.ts';
import { byField, ownUpdate, propertyOf, without } from './property-names.ts';
import { type Updated, updateRecords } from './update-records.ts';
import { DEAL_FIELDS } from './verdict-fields.ts';

const DEALS = `/crm/objects/${API_VERSION}/deals`;

/** The most deals that HubSpot reads in one call. */
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
  /** What deals show of their primary company (`DEAL_FIELDS`). */
  texts: Texts;
}

/** HubSpot keeps a deal's primary company also as a property of the deal. */
const PRIMARY_COMPANY = 'hs_primary_associated_company';
const NAMES = ['dealname', 'dealstage', 'pipeline', PRIMARY_COMPANY, ...DEAL_FIELDS.map(propertyOf)];

const Found = z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) });
type Found = z.infer<typeof Found>;
const Deals = z.object({
  results: z.array(Found),
  total: z.number().default(0),
});

/** The id of the pipeline in which partners are worked on, whatever it is called now; null where the portal has none. */
export async function findPartnerPipeline(portal: Records): Promise<string | null> {
  const { pipeline, record } = await portal.installation.read(portal);
  if (pipeline !== null || record === null) return pipeline;
  // nothing was recorded: somebody may have made one under our label
  return (await listPipelines(portal.crm)).find(({ label }) => label === PARTNER_PIPELINE)?.id ?? null;
}

/** Some of the deals of a pipeline. */
export interface DealPage {
  deals: Deal[];
  /** Of the last page: how many the search counted and did not give. */
  missing: number;
}

/**
 * Every deal of a pipeline, by ascending id, a hundred at a time: a search returns at most 10,000 deals. HubSpot's index
 * lags some seconds behind writes; where it names no deal at all, the first thousand are looked through.
 *
 * @param behind only deals with a greater id; null for all
 * @throws CrmError
 */
export async function* dealPages(
  portal: Records,
  pipeline: string,
  behind: string | null = null,
): AsyncGenerator<DealPage> {
  const { foreign } = await portal.installation.read(portal);
  let counted: number | null = null;
  let given = 0;
  for (let last = behind ?? '0'; ;) {
    const filters = [
      { propertyName: 'pipeline', operator: 'EQ', value: pipeline },
      { propertyName: 'hs_object_id', operator: 'GT', value: last },
    ];
    const sorts = [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }];
    const body = { filterGroups: [{ filters }], sorts, properties: NAMES, limit: BATCH };
    const request = { method: 'POST', path: `${DEALS}/search`, body, repeat: 'reads' } as const;
    const { results, total } = await read(portal.crm, request, Deals, 'list of deals');
    counted ??= total;
    given += results.length;
    const isLast = results.length < BATCH;
    const missing = isLast ? Math.max(0, counted - given) : 0;
    if (results.length + missing > 0)
      yield { deals: results.map((found) => dealOf(found, foreign.deals)), missing };
    last = results.at(-1)?.id ?? last;
    if (isLast) break;
  }
  if (given === 0 && counted === 0 && behind === null)
    yield { deals: await listDeals(portal, pipeline), missing: 0 };
}

/**
 * Every deal of a pipeline, in the order of their ids.
 *
 * @returns also how many deals the search counted and did not give
 * @throws CrmError
 */
export async function searchDeals(portal: Records, pipeline: string): Promise<DealPage> {
  const whole: DealPage = { deals: [], missing: 0 };
  for await (const { deals, missing } of dealPages(portal, pipeline)) {
    whole.deals.push(...deals);
    whole.missing += missing;
  }
  return whole;
}

/** The most deals that are looked through. */
const MOST_LISTED = 1_000;

async function listDeals(portal: Records, pipeline: string): Promise<Deal[]> {
  const { foreign } = await portal.installation.read(portal);
  const deals: Deal[] = [];
  let seen = 0;
  for await (const page of listedRecords(portal.crm, DEALS, NAMES, 'list of deals')) {
    const listed = page.map((found) => dealOf(found, foreign.deals));
    deals.push(...listed.filter((deal) => deal.pipeline === pipeline));
    seen += listed.length;
    if (seen >= MOST_LISTED) break;
  }
  return deals;
}

/**
 * Reads deals by id. One that is in neither is gone.
 *
 * @throws CrmError when HubSpot refuses the reading as such
 */
export async function readDeals(
  portal: Records,
  ids: readonly string[],
): Promise<{ deals: Deal[]; unread: Map<string, CrmError> }> {
  const batch = {
    path: `${DEALS}/batch/read`,
    rest: { properties: [...NAMES, MERGED_IDS], propertiesWithHistory: [] },
    repeat: 'reads',
    output: Found,
    idsOf,
  } as const;
  const { foreign } = await portal.installation.read(portal);
  const inputs = ids.map((id) => ({ id }));
  const { answered, refused, unknown } = await sendBatches(portal.crm, inputs, BATCH, batch);
  const deals = new Map([...answered.values()].map((found) => [found.id, dealOf(found, foreign.deals)]));
  const refusals = [...refused].filter(([, { code }]) => code !== 'not-found');
  return { deals: [...deals.values()], unread: new Map([...unknown, ...refusals]) };
}

/** Writes fields of many deals. @throws CrmError */
export async function writeDeals(
  portal: Records,
  updates: readonly { id: string; patch: Patch }[],
): Promise<Updated> {
  const { foreign } = await portal.installation.read(portal);
  const own = updates.map((update) => ownUpdate(update, foreign.deals));
  return updateRecords(portal.crm, 'deals', own);
}

function dealOf({ id, properties }: Found, foreign: ReadonlySet<string>): Deal {
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
