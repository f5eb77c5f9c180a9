import { isDeepStrictEqual } from 'node:util';

import { batches } from '../../../../src/crm/client/batches.ts';
import { DEAL_FIELDS, NO_VERDICT } from '../../../../src/crm/verdict-fields.ts';
import { fieldsOfAll } from '../../../../src/icp/fields.ts';
import { SHIPPED_PROFILES } from '../../../../src/icp/shipped-profiles.ts';
import type { Portal } from '../../../portal.ts';

/** A record as HubSpot answers it, read past the app. */
interface Raw {
  id: string;
  properties: Record<string, string | null>;
  propertiesWithHistory?: Record<
    string,
    { value: string; timestamp: string; sourceType: string; sourceId: string }[]
  >;
}

export type Texts = Readonly<Record<string, string | null>>;

/** The inputs of a scorecard, whatever its type. */
export const INPUTS = fieldsOfAll(SHIPPED_PROFILES).map(({ name }) => name);

export const COMPANY_NAMES = [
  ...new Set([
    ...INPUTS,
    ...Object.keys(NO_VERDICT),
    ...DEAL_FIELDS,
    ...['profile_version', 'override_lane', 'override_until', 'override_reason', 'override_by'],
  ]),
].map((field) => `ipp_${field}`);
export const DEAL_NAMES = DEAL_FIELDS.map((field) => `ipp_${field}`);

/** Reads records past the app. */
export async function readRaw(
  { outside }: Portal,
  objectType: 'companies' | 'deals',
  ids: readonly string[],
  properties: readonly string[],
  propertiesWithHistory: readonly string[] = [],
): Promise<Raw[]> {
  const path = `/crm/objects/2026-09/${objectType}/batch/read`;
  const found: Raw[] = [];
  for (const some of batches(ids, MOST_WITH_HISTORY)) {
    const body = {
      ...{ inputs: some.map((id) => ({ id })), properties: [...properties, 'hs_merged_object_ids'] },
      ...(propertiesWithHistory.length > 0 && { propertiesWithHistory }),
    };
    const answer = await outside.send({ method: 'POST', path, body, repeat: 'reads' });
    found.push(...(answer as { results: Raw[] }).results);
  }
  if (!isDeepStrictEqual(found.map(({ id }) => id).sort(), [...ids].sort()))
    throw new Error(`${objectType} are gone: ${ids.join(', ')}`);
  return found;
}

/** HubSpot reads no more with histories in a call. */
const MOST_WITH_HISTORY = 50;

/** The primary company of deals that have one. */
export async function primaryCompanies(
  { outside }: Portal,
  deals: readonly string[],
): Promise<Map<string, string>> {
  if (deals.length === 0) return new Map();
  const path = '/crm/associations/2026-09/deals/companies/batch/read';
  const body = { inputs: deals.map((id) => ({ id })) };
  const answer = (await outside.send({ method: 'POST', path, body, repeat: 'reads' })) as {
    results: {
      from: { id: string };
      to: { toObjectId: string | number; associationTypes: { typeId: number }[] }[];
    }[];
  };
  return new Map(
    answer.results.flatMap(({ from, to }) => {
      const primary = to.find(({ associationTypes }) => associationTypes.some(({ typeId }) => typeId === 5));
      return primary === undefined ? [] : [[from.id, String(primary.toObjectId)]];
    }),
  );
}

/** Values of our properties, by field. */
export function fieldsIn(properties: Texts): Texts {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, text]) =>
      name.startsWith('ipp_') ? [[name.slice('ipp_'.length), text]] : [],
    ),
  );
}
