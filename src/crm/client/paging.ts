import * as z from 'zod';

import { type Crm, read } from './request.ts';

/** How a response names its next page; absent or null on the last one. */
export const Paging = z.object({ next: z.object({ after: z.string() }).nullish() }).nullish();

/** Where the next page begins; undefined on the last one. */
export function nextPage(paging: z.infer<typeof Paging>): string | undefined {
  return paging?.next?.after;
}

const Listed = z.object({
  results: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) })),
  paging: Paging,
});
type Records = z.infer<typeof Listed>['results'];

/** The most records on one page of a list. */
const PAGE = 100;

/**
 * Lists the records of one kind page by page, without HubSpot's search, which may not know yet what was written last.
 *
 * @param path of the kind of record
 * @param names of the properties to read
 * @param what is expected, for the message: `list of deals`
 * @param isArchived lists deleted records instead, which HubSpot keeps for 90 days
 * @throws CrmError
 */
export async function* listedRecords(
  crm: Crm,
  path: string,
  names: readonly string[],
  what: string,
  isArchived = false,
): AsyncGenerator<Records> {
  let after: string | undefined;
  do {
    const query = {
      limit: String(PAGE),
      properties: names.join(','),
      ...(after !== undefined && { after }),
      ...(isArchived && { archived: 'true' }),
    };
    const page = await read(crm, { method: 'GET', path, query }, Listed, what);
    yield page.results;
    after = nextPage(page.paging);
  } while (after !== undefined);
}
