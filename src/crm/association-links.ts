import * as z from 'zod';

import { LINKS_NOT_ANSWERED } from '../messages/facts.ts';
import { CrmError } from './client/errors.ts';
import { Paging, nextPage } from './client/paging.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';

/** The most records whose associations HubSpot reads in one call. */
export const LINK_BATCH = 1_000;

/** The category of the labels that a portal or an app added. The others are HubSpot's own. */
export const CUSTOM_LABEL = 'USER_DEFINED';

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

/** The associations of one record. Where it is "at least", there are more pages than were read. */
export interface LinksOfOne {
  links: Link[];
  isAtLeast: boolean;
  /** Why HubSpot gave no further page; null where none failed. */
  brokenOff: CrmError | null;
}

/**
 * Reads the associations of one record: 500 in one call, or all of them. Pages after the first may fail: then it is "at
 * least". None are those of which HubSpot says so.
 *
 * @throws CrmError when the first page fails, or HubSpot says nothing about the record
 */
export async function readLinksOf(crm: Crm, pair: string, id: string, isWhole: boolean): Promise<LinksOfOne> {
  const links: Link[] = [];
  let after: string | undefined;
  try {
    do {
      const { results, errors } = await readLinks(crm, pair, [{ id, ...(after !== undefined && { after }) }]);
      const [page] = results;
      if (page === undefined && !isNone(errors ?? [], id))
        throw new CrmError('unavailable', LINKS_NOT_ANSWERED);
      links.push(...(page?.to ?? []));
      after = nextPage(page?.paging);
    } while (isWhole && after !== undefined);
  } catch (error) {
    if (!(error instanceof CrmError) || links.length === 0) throw error;
    return { links, isAtLeast: true, brokenOff: error };
  }
  return { links, isAtLeast: after !== undefined, brokenOff: null };
}

type LinkErrors = NonNullable<z.infer<typeof Links>['errors']>;

function isNone(errors: LinkErrors, id: string): boolean {
  return errors.some(
    ({ subCategory, context }) =>
      subCategory === 'crm.associations.NO_ASSOCIATIONS_FOUND' && context?.fromObjectId.includes(id),
  );
}
