import * as z from 'zod';

import { CrmError } from './client/errors.ts';
import { Paging, nextPage } from './client/paging.ts';
import {
  LIST_PREFIX,
  type ListTerms,
  OLDER_PROFILE,
  PARTNER_LISTS,
  type PartnerList,
  filtersOf,
  isOurListName,
} from './partner-lists.ts';
import { API_VERSION, type Crm, read } from './client/request.ts';

const LISTS = `/crm/lists/${API_VERSION}`;
const COMPANY = '0-2';

/** The most lists that one search returns. */
const PAGE = 500;

const List = z.object({
  listId: z.string(),
  name: z.string(),
  objectTypeId: z.string(),
  processingType: z.string(),
  // static lists have none
  filterBranch: z.unknown().optional(),
});
export type ExistingList = z.infer<typeof List>;

const Lists = z.object({ lists: z.array(List) });
const Found = z.object({ lists: z.array(z.object({ listId: z.string(), name: z.string() })) });
const One = z.object({ list: List });
const Made = z.object({ list: z.object({ listId: z.string() }) });

/**
 * The lists under the names of ours, of any kind of record, and those with known ids, with their filters. Two calls; one
 * when there are none.
 *
 * @param known ids of lists that may have been renamed
 * @throws CrmError
 */
export async function listPartnerLists(crm: Crm, known: readonly string[]): Promise<ExistingList[]> {
  const named = (await searchLists(crm, { query: LIST_PREFIX }))
    .filter(({ name }) => PARTNER_LISTS.some((list) => isOurListName(list, name)))
    .map(({ listId }) => listId);
  const ids = [...new Set([...named, ...known])];
  if (ids.length === 0) return [];
  const asked = ids.map((id) => `listIds=${encodeURIComponent(id)}`).join('&');
  const request = { method: 'GET', path: `${LISTS}?includeFilters=true&${asked}` } as const;
  return (await read(crm, request, Lists, 'answer about lists')).lists;
}

/** The list of companies of this name; null where there is none. @throws CrmError */
export async function findList(crm: Crm, name: string): Promise<ExistingList | null> {
  const path = `${LISTS}/object-type-id/${COMPANY}/name/${encodeURIComponent(name)}`;
  const request = { method: 'GET', path, query: { includeFilters: 'true' } } as const;
  try {
    return (await read(crm, request, One, 'list')).list;
  } catch (error) {
    if (error instanceof CrmError && error.code === 'not-found') return null;
    throw error;
  }
}

/**
 * Names of lists of companies that have a text in them; every one for an empty text. One call, so at most 500.
 *
 * @throws CrmError
 */
export async function companyListNames(crm: Crm, query: string): Promise<string[]> {
  const found = await searchLists(crm, { query, objectTypeId: COMPANY });
  return found.map(({ name }) => name);
}

async function searchLists(crm: Crm, wanted: { query: string; objectTypeId?: string }) {
  const rest = { offset: 0, listIds: [], processingTypes: [], additionalProperties: [] };
  const body = { ...wanted, count: PAGE, ...rest };
  const request = { method: 'POST', path: `${LISTS}/search`, body, repeat: 'reads' } as const;
  return (await read(crm, request, Found, 'answer about lists')).lists;
}

const Members = z.object({
  results: z.array(z.object({ recordId: z.union([z.string(), z.number()]).transform(String) })),
  total: z.number().nullish(),
  paging: Paging,
});

/** The most members of a list on one page. */
const MEMBERS = 250;

/** The members of a list. Where it is "at least", there are more than were read. */
export interface ListMembers {
  ids: string[];
  isAtLeast: boolean;
  /** Why HubSpot gave no further page; null where none failed. */
  brokenOff: CrmError | null;
}

/**
 * The ids of the members of a list: 250 in one call, or all of them. Pages after the first may fail: then it is "at least".
 *
 * @throws CrmError when the first page fails
 */
export async function listMembers(crm: Crm, listId: string, isWhole: boolean): Promise<ListMembers> {
  const ids: string[] = [];
  let total = 0;
  let after: string | undefined;
  const path = `${LISTS}/${encodeURIComponent(listId)}/memberships`;
  try {
    do {
      const query = { limit: String(MEMBERS), ...(after !== undefined && { after }) };
      const page = await read(crm, { method: 'GET', path, query }, Members, 'list of members');
      ids.push(...page.results.map(({ recordId }) => recordId));
      total = page.total ?? total;
      after = nextPage(page.paging);
    } while (isWhole && after !== undefined);
  } catch (error) {
    if (!(error instanceof CrmError) || ids.length === 0) throw error;
    return { ids, isAtLeast: true, brokenOff: error };
  }
  return { ids, isAtLeast: after !== undefined || ids.length < total, brokenOff: null };
}

/** @returns its id. @throws CrmError `invalid-request` when the name is taken, by a list of any kind of record */
export async function createList(crm: Crm, list: PartnerList, terms: ListTerms): Promise<string> {
  const body = {
    name: list.name,
    objectTypeId: COMPANY,
    processingType: 'DYNAMIC',
    filterBranch: filtersOf(list, terms),
  };
  const request = { method: 'POST', path: LISTS, body } as const;
  return (await read(crm, request, Made, 'list')).list.listId;
}

/**
 * Brings the list of those who are under an older profile in line with the current versions, unless somebody gave it other
 * filters.
 *
 * @throws CrmError
 */
export async function renewOlderProfileList(crm: Crm, id: string, terms: ListTerms): Promise<void> {
  const request = {
    method: 'GET',
    path: `${LISTS}?includeFilters=true&listIds=${encodeURIComponent(id)}`,
  } as const;
  const [there] = (await read(crm, request, Lists, 'answer about lists')).lists;
  if (there === undefined || !isAsWanted({ ...there, name: OLDER_PROFILE.name }, OLDER_PROFILE)) return;
  if (!isUpToDate(there, OLDER_PROFILE, terms)) await replaceFilters(crm, id, OLDER_PROFILE, terms);
}

/** Deletes a list, not its companies. HubSpot can restore it for 90 days. @throws CrmError */
export async function deleteList(crm: Crm, id: string): Promise<void> {
  await crm.send({ method: 'DELETE', path: `${LISTS}/${encodeURIComponent(id)}`, repeat: 'same' });
}

/** Replaces the filters of a list. @throws CrmError */
export async function replaceFilters(
  crm: Crm,
  id: string,
  list: PartnerList,
  terms: ListTerms,
): Promise<void> {
  const path = `${LISTS}/${encodeURIComponent(id)}/update-list-filters`;
  await crm.send({ method: 'PUT', path, body: { filterBranch: filtersOf(list, terms) }, repeat: 'same' });
}

/** Renames a list. @throws CrmError `invalid-request` when the name is taken, by a list of any kind of record */
export async function renameList(crm: Crm, id: string, name: string): Promise<void> {
  const path = `${LISTS}/${encodeURIComponent(id)}/update-list-name`;
  await crm.send({ method: 'PUT', path, query: { listName: name }, repeat: 'same' });
}

/**
 * Whether a list is an active list of companies by our filters and under a name of ours, whatever time zone its days have
 * and whichever versions it names. HubSpot may return more fields than were sent.
 */
export function isAsWanted(existing: ExistingList, list: PartnerList): boolean {
  const { name, objectTypeId, processingType, filterBranch } = existing;
  const isLikely = isOurListName(list, name) && objectTypeId === COMPANY && processingType === 'DYNAMIC';
  return isLikely && isWithin(filtersOf(list, termsIn(filterBranch)), filterBranch);
}

/**
 * Whether the days of one of our lists are those of the portal, and the versions that it names the current ones.
 *
 * @param versions in any order; null where they are not known, then any are right
 */
export function isUpToDate(
  { filterBranch }: ExistingList,
  list: PartnerList,
  { zone, versions }: KnownTerms,
): boolean {
  const there = termsIn(filterBranch).versions;
  const isSame =
    versions === null ||
    (versions.length === there.length && versions.every((version) => there.includes(version)));
  return isWithin(filtersOf(list, { zone, versions: isSame ? there : versions }), filterBranch);
}

/** The terms as far as they are known. */
export type KnownTerms = Pick<ListTerms, 'zone'> & { versions: ListTerms['versions'] | null };

/** No list of ours is without a filter. */
const NO_VERSION = ['none'];

function termsIn(filterBranch: unknown): ListTerms {
  const text = JSON.stringify(filterBranch ?? null);
  const versions = [...text.matchAll(/"values":\["([a-z-]+@\d+)"\]/g)].flatMap(
    ([, version]) => version ?? [],
  );
  return {
    zone: /"zoneId":"([^"\\]*)"/.exec(text)?.[1] ?? null,
    versions: versions.length === 0 ? NO_VERSION : versions,
  };
}

function isWithin(wanted: unknown, there: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return wanted === there;
  if (typeof there !== 'object' || there === null || Array.isArray(wanted) !== Array.isArray(there))
    return false;
  if (Array.isArray(wanted) && Array.isArray(there)) return isSameSet(wanted, there);
  const values = new Map<string, unknown>(Object.entries(there));
  return Object.entries(wanted).every(([name, value]) => isWithin(value, values.get(name)));
}

/** Nothing says that HubSpot keeps the order of filters. */
function isSameSet(wanted: readonly unknown[], there: readonly unknown[]): boolean {
  return wanted.length === there.length && wanted.every((one) => there.some((other) => isWithin(one, other)));
}
