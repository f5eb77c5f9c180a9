import * as z from 'zod';

import { sendBatches } from './client/batches.ts';
import { CrmError } from './client/errors.ts';
import { type Crm, read } from './client/request.ts';
import { COMPANIES, type Company, Entry } from './companies.ts';

/** The most companies that HubSpot takes in one call. */
const BATCH = 100;

/** The most companies that HubSpot reads in one call with their histories. */
const BATCH_WITH_HISTORY = 50;

/** Companies that a batch did not name are asked for singly, at most so many. */
const SINGLY = 10;

/** The property with the ids of the records that were merged into this one, separated by semicolons. */
export const MERGED_IDS = 'hs_merged_object_ids';

/** The ids that a record answers to: its own, and those of the records that were merged into it. */
export function idsOf({ id, properties }: Pick<Company, 'id' | 'properties'>): string[] {
  return [id, ...(properties[MERGED_IDS] ?? '').split(';')];
}

const Found = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
  propertiesWithHistory: z.record(z.string(), z.array(Entry)).default({}),
});
type Found = z.infer<typeof Found>;

/** What one company of a batch holds, under the id that counts now. The history is empty when it was not asked for. */
export type CompanyInBatch = Pick<Company, 'id' | 'properties' | 'history'>;

/** Companies by the id that was asked for. One that is in neither is gone. */
export interface ManyCompanies {
  found: Map<string, CompanyInBatch>;
  /** Those that HubSpot said nothing about, or failed with. */
  unread: Map<string, CrmError>;
}

/**
 * Reads the given properties of many companies. After a merge an old id answers the surviving record. Gone are only
 * those that HubSpot says it does not have.
 *
 * @param withHistory names of those that are read with their history
 * @throws CrmError when HubSpot refuses the reading as such
 */
export async function readCompanies(
  crm: Crm,
  companyIds: readonly string[],
  names: readonly string[],
  withHistory: readonly string[] = [],
): Promise<ManyCompanies> {
  const size = withHistory.length > 0 ? BATCH_WITH_HISTORY : BATCH;
  const batch = {
    path: `${COMPANIES}/batch/read`,
    rest: { properties: [...names, MERGED_IDS], propertiesWithHistory: withHistory },
    repeat: 'reads',
    output: Found,
    idsOf,
  } as const;
  const ask = (ids: readonly string[]) =>
    sendBatches(
      crm,
      ids.map((id) => ({ id })),
      size,
      batch,
    );
  const first = await ask(companyIds);
  const again = await ask([...first.unknown.keys()]);
  const answered = new Map([...first.answered, ...again.answered]);
  const missed = new Map([...first.refused, ...again.refused, ...again.unknown]);
  for (const id of [...missed.keys()].slice(0, SINGLY)) {
    const single = await readSingly(crm, id, names, withHistory);
    if (single instanceof CrmError) missed.set(id, single);
    else answered.set(id, single);
  }
  const found = new Map([...answered].map(([id, company]) => [id, companyInBatch(company)]));
  const unread = [...missed].filter(([id, { code }]) => !found.has(id) && code !== 'not-found');
  return { found, unread: new Map(unread) };
}

/** A read of one record is sure about it: it follows merges, and only 404 means gone. */
async function readSingly(
  crm: Crm,
  companyId: string,
  names: readonly string[],
  withHistory: readonly string[],
): Promise<Found | CrmError> {
  const query = {
    properties: names.join(','),
    ...(withHistory.length > 0 && { propertiesWithHistory: withHistory.join(',') }),
  };
  const path = `${COMPANIES}/${encodeURIComponent(companyId)}`;
  try {
    return await read(crm, { method: 'GET', path, query }, Found, 'company');
  } catch (error) {
    if (error instanceof CrmError && ['not-found', 'unavailable', 'invalid-request'].includes(error.code))
      return error;
    throw error;
  }
}

function companyInBatch({ id, properties, propertiesWithHistory: history }: Found): CompanyInBatch {
  const { [MERGED_IDS]: _merged, ...asked } = properties;
  return { id, properties: asked, history };
}
