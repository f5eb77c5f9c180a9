import * as z from 'zod';

import { Paging, nextPage } from './client/paging.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';

/** The path of companies. */
export const COMPANIES = `/crm/objects/${API_VERSION}/companies`;

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
  /** The name of an app; absent where HubSpot gives none. */
  sourceLabel?: string | null | undefined;
}

/** A company with the properties that were asked for. */
export interface Company {
  id: string;
  properties: Properties;
  /** Per property, newest first. */
  history: Readonly<Record<string, readonly HistoryEntry[]>>;
  /** Ids of the deals whose primary company it is. */
  deals: readonly string[];
  /** There are more deals than the record names. */
  hasMoreDeals: boolean;
}

/** How a response has one entry of a history. */
export const Entry = z.object({
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
  sourceLabel: z.string().nullish(),
});

const Association = z.object({ id: z.string(), type: z.string() });

/** How HubSpot names the association of a primary company with its deal, seen from the company. */
const PRIMARY_OF_DEAL = 'company_to_deal';

const CompanyWithHistory = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
  propertiesWithHistory: z.record(z.string(), z.array(Entry)).default({}),
  associations: z
    .object({ deals: z.object({ results: z.array(Association), paging: Paging }).optional() })
    .default({}),
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
  return {
    ...{ id, properties, history: propertiesWithHistory, deals: primary.map((deal) => deal.id) },
    hasMoreDeals: nextPage(associations.deals?.paging) !== undefined,
  };
}

/** What a company is called, under the id that counts now. Empty where it has no such thing. */
export interface NamedCompany {
  id: string;
  name: string;
  domain: string;
}

const Named = z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) });

/**
 * Reads what a company is called. An id that was merged away answers the surviving record.
 *
 * @throws CrmError `not-found` when no company has this id, or it is archived
 */
export async function readCompanyName(crm: Crm, companyId: string): Promise<NamedCompany> {
  const path = `${COMPANIES}/${encodeURIComponent(companyId)}`;
  const request = { method: 'GET', path, query: { properties: 'name,domain' } } as const;
  const { id, properties } = await read(crm, request, Named, 'company');
  return { id, name: properties['name'] ?? '', domain: properties['domain'] ?? '' };
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
