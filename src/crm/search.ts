import * as z from 'zod';

import { type Crm, read } from './client/request.ts';

/** The most records on one page of a search. */
export const SEARCH_PAGE = 200;

const Found = z.object({
  total: z.number().default(0),
  results: z.array(
    z.object({
      id: z.string(),
      properties: z.record(z.string(), z.string().nullable()),
      url: z.string().nullish(),
      createdAt: z.string().nullish(),
    }),
  ),
});
export type FoundRecord = z.infer<typeof Found>['results'][number];

export interface Filter {
  propertyName: string;
  operator: 'HAS_PROPERTY' | 'NOT_HAS_PROPERTY' | 'IN' | 'GT' | 'EQ' | 'CONTAINS_TOKEN';
  value?: string;
  values?: readonly string[];
}

interface Search {
  /** Of the kind of record: `/crm/objects/2026-09/companies`. */
  path: string;
  /** A record is found by any group of which it meets all filters. */
  groups: readonly (readonly Filter[])[];
  /** The properties to read. */
  names: readonly string[];
  /** What is expected, for the message: `list of companies`. */
  what: string;
  /** Only records with a greater id; null for all. */
  behind?: string | null;
}

/**
 * Finds records page by page, by ascending id, since one search returns at most 10,000. HubSpot's index lags some seconds
 * behind writes.
 *
 * @returns each page with how many records there are on all pages, as the first one said
 * @throws CrmError
 */
export async function* searchPages(
  crm: Crm,
  { path, groups, names, what, behind = null }: Search,
): AsyncGenerator<{ found: FoundRecord[]; total: number }> {
  let total: number | null = null;
  for (let last = behind ?? '0'; ;) {
    const after: Filter = { propertyName: 'hs_object_id', operator: 'GT', value: last };
    const body = {
      filterGroups: groups.map((filters) => ({ filters: [...filters, after] })),
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      properties: names,
      limit: SEARCH_PAGE,
    };
    const request = { method: 'POST', path: `${path}/search`, body, repeat: 'reads' } as const;
    const page = await read(crm, request, Found, what);
    const found = page.results;
    total ??= page.total;
    // a page that says that there are some and gives none is told as well
    if (found.length > 0 || (last === '0' && total > 0)) yield { found, total };
    last = found.at(-1)?.id ?? last;
    if (found.length < SEARCH_PAGE) return;
  }
}
