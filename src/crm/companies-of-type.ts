import type { PartnerType } from '../icp/partner-types.ts';
import type { CrmError } from './client/errors.ts';
import { type CompanyRecord, type Records, readRecords } from './company-record.ts';
import { companiesOfType } from './search-companies.ts';

/** Some companies of one partner type. */
export interface TypePage {
  /** By ascending id. */
  records: CompanyRecord[];
  /** Those that were found, but about which HubSpot said nothing more. */
  unread: ReadonlyMap<string, CrmError>;
  /** How many there are from here on, as the search counted them. */
  total: number;
  /** The id behind which the next page begins; null on the last one. */
  next: string | null;
}

/**
 * Reads the next companies of a type, at most 200, whether or not they were ever judged. The search lags some seconds, so
 * that a record may have another type by now.
 *
 * @throws CrmError
 */
export async function readPageOfType(
  portal: Records,
  type: PartnerType,
  { behind = null, withHistory = [] }: { behind?: string | null; withHistory?: readonly string[] } = {},
): Promise<TypePage> {
  const { ids, total, isLast } = await companiesOfType(portal.crm, type, behind);
  const { records, unread } = await readRecords(portal, ids, withHistory);
  const found = ids.flatMap((id) => records.get(id) ?? []);
  return {
    // after a merge two ids may be of one record
    records: [...new Map(found.map((record) => [record.id, record])).values()],
    ...{ unread, total },
    next: isLast ? null : (ids.at(-1) ?? null),
  };
}
