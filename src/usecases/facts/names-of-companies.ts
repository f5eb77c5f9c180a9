import type { NamedRecord } from '../../contract/facts.ts';
import { batches } from '../../crm/client/batches.ts';
import { CrmError } from '../../crm/client/errors.ts';
import type { Crm } from '../../crm/client/request.ts';
import { readCompanies } from '../../crm/many-companies.ts';
import { companyNameOf } from '../names.ts';

/** Companies by the id that was asked for. After a merge a company has another id of its own. */
export type NamesOfCompanies = ReadonlyMap<string, NamedRecord>;

/** So many companies are read one call after the other, beside other such runs. */
const RUN = 1_000;

/**
 * What companies are called. Those that cannot be read are absent: figures do not wait for names.
 *
 * @throws what is no failure of HubSpot's
 */
export async function readNames(crm: Crm, ids: readonly string[]): Promise<NamesOfCompanies> {
  const runs = batches([...new Set(ids)], RUN).map(async (some) => {
    try {
      return [...(await readCompanies(crm, some, ['name', 'domain'])).found];
    } catch (error) {
      if (error instanceof CrmError) return [];
      throw error;
    }
  });
  return new Map((await Promise.all(runs)).flat().map(([asked, company]) => [asked, namedCompany(company)]));
}

/** A company as a list behind a figure names it. */
export function namedCompany({
  id,
  properties,
  url,
}: {
  id: string;
  properties: Readonly<Record<string, string | null>>;
  url?: string | null | undefined;
}): NamedRecord {
  const named = { id, name: properties['name'] ?? '', domain: properties['domain'] ?? '' };
  return { id, name: companyNameOf(named), url: url ?? null };
}
