import * as z from 'zod';

import { Paging } from './client/paging.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';

/** The most records whose associations HubSpot reads in one call. */
export const LINK_BATCH = 1_000;

/** A record whose associations are read, and where they go on after the first page. */
export interface Asked {
  id: string;
  after?: string;
}

const Link = z.object({
  toObjectId: z.union([z.string(), z.number()]).transform(String),
  associationTypes: z.array(
    z.object({ category: z.string(), typeId: z.number(), label: z.string().nullish() }),
  ),
});
export type Link = z.infer<typeof Link>;

const Links = z.object({
  results: z.array(z.object({ from: z.object({ id: z.string() }), to: z.array(Link), paging: Paging })),
  errors: z
    .array(
      z.object({
        subCategory: z.string().nullish(),
        context: z.object({ fromObjectId: z.array(z.string()).catch([]) }).nullish(),
      }),
    )
    .nullish(),
});

/**
 * Reads the associations of at most `LINK_BATCH` records in one call, each up to the end of its page.
 *
 * @param pair the kinds of record on both ends: `deals/companies`
 * @throws CrmError
 */
export function readLinks(crm: Crm, pair: string, inputs: readonly Asked[]): Promise<z.infer<typeof Links>> {
  const path = `/crm/associations/${API_VERSION}/${pair}/batch/read`;
  const request = { method: 'POST', path, body: { inputs }, repeat: 'reads' } as const;
  return read(crm, request, Links, 'list of associations');
}
