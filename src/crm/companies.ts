import * as z from 'zod';

import type { CrmError } from './client/errors.ts';
import { batches, bisectBatch, readOutputs } from './client/batches.ts';
import { API_VERSION, type Crm, type CrmRequest, read } from './client/request.ts';

const COMPANIES = `/crm/objects/${API_VERSION}/companies`;

/** Property values as HubSpot has them: null is unset, and a requested property that is absent does not exist. */
export type Properties = Readonly<Record<string, string | null>>;

/** One entry of a property's history. */
export interface HistoryEntry {
  /** Empty when the value was cleared. */
  value: string;
  /** ISO 8601. */
  timestamp: string;
  /** CRM_UI, INTEGRATION, IMPORT, AUTOMATION_PLATFORM, API, ... */
  sourceType: string;
  sourceId: string | null;
}

/** A company with the properties that were asked for. */
export interface Company {
  id: string;
  properties: Properties;
  /** Per property, newest first. */
  history: Readonly<Record<string, readonly HistoryEntry[]>>;
  /** Ids of the deals whose primary company it is. */
  deals: readonly string[];
}

const Entry = z.object({
  value: z
    .string()
    .nullish()
    .transform((value) => value ?? ''),
  timestamp: z.string(),
  sourceType: z.string().default('UNKNOWN'),
  sourceId: z
    .string()
    .nullish()
    .transform((id) => id ?? null),
});

const Association = z.object({ id: z.string(), type: z.string() });

/** How HubSpot names the association of a primary company with its deal, seen from the company. */
const PRIMARY_OF_DEAL = 'company_to_deal';

const CompanyWithHistory = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
  propertiesWithHistory: z.record(z.string(), z.array(Entry)).default({}),
  associations: z.object({ deals: z.object({ results: z.array(Association) }).optional() }).default({}),
});

/**
 * Reads one company with its history, in one call. An id that was merged away answers the surviving record.
 *
 * @param names internal property names
 * @throws CrmError `not-found` when no company has this id, or it is archived
 */
export async function readCompany(crm: Crm, companyId: string, names: readonly string[]): Promise<Company> {
  const request = {
    method: 'GET',
    path: `${COMPANIES}/${encodeURIComponent(companyId)}`,
    query: { properties: names.join(','), propertiesWithHistory: names.join(','), associations: 'deals' },
  } as const;
  const company = await read(crm, request, CompanyWithHistory, 'company');
  const { id, properties, propertiesWithHistory, associations } = company;
  const primary = (associations.deals?.results ?? []).filter(({ type }) => type === PRIMARY_OF_DEAL);
  return { id, properties, history: propertiesWithHistory, deals: primary.map((deal) => deal.id) };
}

/**
 * Writes the given properties and leaves the others alone. An empty text clears.
 *
 * @throws CrmError `unknown-outcome` when the answer was lost: read back before anything else
 */
export async function writeCompany(
  crm: Crm,
  companyId: string,
  properties: Record<string, string>,
): Promise<void> {
  await crm.send({
    method: 'PATCH',
    path: `${COMPANIES}/${encodeURIComponent(companyId)}`,
    body: { properties },
  });
}

/** The most companies that HubSpot reads in one call. */
const BATCH = 100;

const Batch = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      properties: z.record(z.string(), z.string().nullable()),
      propertiesWithHistory: z.record(z.string(), z.array(Entry)).default({}),
    }),
  ),
});

/** What one company of a batch holds. The history is empty when it was not asked for. */
export type CompanyInBatch = Pick<Company, 'properties' | 'history'>;

/** The most companies that HubSpot reads in one call with their histories. */
const BATCH_WITH_HISTORY = 50;

/**
 * Reads the given properties of many companies, by id. Companies that are gone are absent.
 *
 * @param withHistory names of those that are read with their history
 */
export async function readCompanies(
  crm: Crm,
  companyIds: readonly string[],
  names: readonly string[],
  withHistory: readonly string[] = [],
): Promise<Map<string, CompanyInBatch>> {
  const companies = new Map<string, CompanyInBatch>();
  for (const ids of batches(companyIds, withHistory.length > 0 ? BATCH_WITH_HISTORY : BATCH)) {
    const bisected = await bisectBatch(ids, (some) => {
      const inputs = some.map((id) => ({ id }));
      const body = { inputs, properties: names, propertiesWithHistory: withHistory };
      return sendBatch(crm, { path: `${COMPANIES}/batch/read`, body, repeat: 'reads' });
    });
    for (const { id, properties, propertiesWithHistory: history } of readOutputs(bisected))
      companies.set(id, { properties, history });
  }
  return companies;
}

/**
 * Writes properties of many companies. The values are absolute, so a repeat leaves the same.
 *
 * @returns the ids that were written, and those that HubSpot refused with the reason
 */
export async function writeCompanies(
  crm: Crm,
  updates: readonly { id: string; properties: Record<string, string> }[],
): Promise<{ written: string[]; refused: { id: string; error: CrmError }[] }> {
  const written: string[] = [];
  const refused: { id: string; error: CrmError }[] = [];
  for (const some of batches(updates, BATCH)) {
    const bisected = await bisectBatch(some, (inputs) =>
      sendBatch(crm, { path: `${COMPANIES}/batch/update`, body: { inputs }, repeat: 'same' }),
    );
    written.push(...bisected.outputs.map(({ id }) => id));
    refused.push(...bisected.refused.map(({ input, error }) => ({ id: input.id, error })));
  }
  return { written, refused };
}

async function sendBatch(crm: Crm, request: Omit<CrmRequest, 'method'>) {
  return (await read(crm, { method: 'POST', ...request }, Batch, 'company')).results;
}
