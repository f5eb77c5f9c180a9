import { type Properties, readCompanies } from '../../crm/companies.ts';
import { propertyOf } from '../../crm/properties.ts';
import { companiesWithAny } from '../../crm/search-companies.ts';
import type { Crm } from '../../crm/client/request.ts';

/** What a company with a scorecard has at least one of. A search takes five at most. */
const SIGNS = ['profile_version', 'partner_type', 'lane', 'total', 'scored_by'].map(propertyOf);

/** A company as it is read in bulk: without history. */
export interface BulkCompany {
  id: string;
  properties: Properties;
}

/** Companies, and how far along they stand. */
export interface ScoredPage {
  companies: BulkCompany[];
  /** As the search counted them at the start. */
  total: number;
}

/**
 * Reads every company that has a scorecard or a verdict, by ascending id, some hundred at a time.
 *
 * @param present names of the company properties that the portal has: a search by another one would be refused
 * @param names the properties to read
 * @throws CrmError
 */
export async function* scoredCompanies(
  crm: Crm,
  present: ReadonlySet<string>,
  names: readonly string[],
): AsyncGenerator<ScoredPage> {
  const signs = SIGNS.filter((name) => present.has(name));
  for await (const { ids, total } of companiesWithAny(crm, signs)) {
    const read = await readCompanies(crm, ids, names);
    const companies = ids.flatMap((id) => {
      const properties = read.get(id);
      return properties === undefined ? [] : { id, properties };
    });
    yield { companies, total };
  }
}
