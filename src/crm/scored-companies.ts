import { fieldsOfAll } from '../icp/fields.ts';
import type { Profile } from '../icp/profile.ts';
import type { CrmError } from './client/errors.ts';
import { batches } from './client/batches.ts';
import type { Crm } from './client/request.ts';
import { type CompanyRecord, type Records, readRecords } from './company-record.ts';
import { listCompaniesWithAny } from './list-companies.ts';
import { propertyOf } from './property-names.ts';
import { VERDICT_FIELDS } from './verdict-fields.ts';
import { MAX_GROUPS, companiesWithAny } from './search-companies.ts';
import { byRecordId } from '../icp/record-id.ts';

/** Some of the companies that have a scorecard or a verdict. */
export interface ScoredPage {
  records: CompanyRecord[];
  /** Those that were found, but about which HubSpot said nothing more. */
  unread: ReadonlyMap<string, CrmError>;
  /** How many there are on all pages, as the search counted them at the start. */
  total: number;
  /** Of the last page: how many the search counted and did not give. */
  missing: number;
  /** The greatest id that was asked for; every later page has greater ones. Null of a page without any. */
  last: string | null;
}

/** Which companies are read, and how. */
export interface Walk {
  /** Only those with a greater id. */
  behind?: string | null;
  /** How many records are read together. */
  atOnce?: number;
  /** The fields that are read with their history. */
  withHistory?: readonly string[];
}

/** Fields of which every company that our app has judged has at least one. */
const SIGNS = ['profile_version', 'partner_type', 'lane', 'total', 'scored_by'];

/** Every company of the first search has it or another sign, so that the searches by inputs can leave it out. */
const JUDGED = 'profile_version';

/** Records that are read together, unless it is said otherwise. */
const PAGE = 200;

/**
 * Reads every company that has a scorecard or a verdict, by ascending id, some hundred at a time. One has a scorecard as
 * soon as any rating, check, note or evidence is there, whoever brought it in.
 *
 * HubSpot's index lags some seconds behind writes. Where a search finds nothing at all, the companies themselves are looked
 * through.
 *
 * @param present names of the company properties that the portal has: HubSpot refuses a search by another one
 * @throws CrmError
 */
export async function* scoredRecords(
  portal: Records,
  present: ReadonlySet<string>,
  { behind = null, atOnce = PAGE, withHistory = [] }: Walk = {},
): AsyncGenerator<ScoredPage> {
  const { crm, profiles } = portal;
  const { foreign } = await portal.installation.read(portal);
  const isOurs = (field: string) => present.has(propertyOf(field)) && !foreign.companies.has(field);
  const signs = SIGNS.filter(isOurs).map(propertyOf);
  const inputs = inputsOf(profiles).filter(isOurs).map(propertyOf);
  const judged = isOurs(JUDGED) ? propertyOf(JUDGED) : null;
  const unjudged = await unjudgedCompanies(crm, inputs, judged, behind);
  let rest = unjudged.ids;
  let counted: number | null = null;
  let found = 0;
  let given = 0;
  const page = async (ids: readonly string[]) => {
    given += ids.length;
    // those that both searches find are counted once as soon as they come
    const total = Math.max(counted ?? 0, given + rest.length);
    const last = ids.at(-1) ?? null;
    return { ...(await readPage(portal, ids, withHistory)), total, missing: 0, last };
  };
  for await (const { ids, total } of companiesWithAny(crm, signs, null, behind)) {
    counted ??= total;
    found += ids.length;
    const last = ids.at(-1) ?? '';
    const before = rest.filter((id) => byRecordId(id, last) <= 0);
    rest = rest.slice(before.length);
    for (const some of batches([...new Set([...ids, ...before])].sort(byRecordId), atOnce))
      yield await page(some);
  }
  for (const ids of batches(rest, atOnce)) {
    rest = rest.slice(ids.length);
    yield await page(ids);
  }
  const missing = Math.max(unjudged.missing, (counted ?? 0) - found);
  if (missing > 0) yield { ...(await page([])), missing };
  if (given > 0) return;
  const listed = (await listCompaniesWithAny(crm, [...signs, ...inputs]))
    .filter((id) => behind === null || byRecordId(id, behind) > 0)
    .sort(byRecordId);
  for (const ids of batches(listed, atOnce)) yield { ...(await page(ids)), total: listed.length };
}

/** The companies with inputs that were never judged, by ascending id, and how many the searches kept back. */
async function unjudgedCompanies(
  crm: Crm,
  inputs: readonly string[],
  judged: string | null,
  behind: string | null,
): Promise<{ ids: string[]; missing: number }> {
  const found = new Set<string>();
  let missing = 0;
  for (const names of batches(inputs, MAX_GROUPS)) {
    let left: number | null = null;
    for await (const { ids, total } of companiesWithAny(crm, names, judged, behind)) {
      left = (left ?? total) - ids.length;
      for (const id of ids) found.add(id);
    }
    missing = Math.max(missing, left ?? 0);
  }
  return { ids: [...found].sort(byRecordId), missing };
}

async function readPage(portal: Records, ids: readonly string[], withHistory: readonly string[]) {
  const { records, unread } = await readRecords(portal, ids, withHistory);
  const found = ids.flatMap((id) => records.get(id) ?? []);
  // after a merge two ids may be of one record
  return { records: [...new Map(found.map((record) => [record.id, record])).values()], unread };
}

/** The fields that make a scorecard, ratings, checks, evidence and notes, and those of a verdict, which anybody may write. */
function inputsOf(profiles: readonly Profile[]): string[] {
  const kinds = ['rating', 'state', 'prose'];
  const inputs = fieldsOfAll(profiles).filter(({ kind }) => kinds.includes(kind));
  return [...inputs, ...VERDICT_FIELDS].map(({ name }) => name).filter((name) => !SIGNS.includes(name));
}
