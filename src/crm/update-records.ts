import * as z from 'zod';

import { sendBatches } from './client/batches.ts';
import type { CrmError } from './client/errors.ts';
import { API_VERSION, type Crm } from './client/request.ts';
import type { ObjectType } from './property-definitions.ts';

/** The most records that HubSpot writes in one call. */
const BATCH = 100;

/** What became of updates, by id. */
export interface Updated {
  written: string[];
  /** With HubSpot's reason. They were not written. */
  refused: { id: string; error: CrmError }[];
  /** HubSpot neither confirmed nor refused them: read back. */
  unknown: { id: string; error: CrmError }[];
}

const Written = z.object({ id: z.string() });

/**
 * Writes properties of many records of one kind. The values are absolute, so a repeat leaves the same. An update without
 * properties is left out.
 *
 * @throws CrmError
 */
export async function updateRecords(
  crm: Crm,
  objectType: ObjectType,
  updates: readonly { id: string; properties: Record<string, string> }[],
): Promise<Updated> {
  const batch = {
    path: `/crm/objects/${API_VERSION}/${objectType}/batch/update`,
    repeat: 'same',
    output: Written,
    idsOf: ({ id }: { id: string }) => [id],
  } as const;
  const filled = updates.filter(({ properties }) => Object.keys(properties).length > 0);
  const { answered, refused, unknown } = await sendBatches(crm, filled, BATCH, batch);
  const named = (errors: ReadonlyMap<string, CrmError>) => [...errors].map(([id, error]) => ({ id, error }));
  return { written: [...answered.keys()], refused: named(refused), unknown: named(unknown) };
}
