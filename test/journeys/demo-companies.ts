import type { StartedWorkbench } from '../started-workbench.ts';

export interface DemoCompany {
  id: string;
  properties: Readonly<Record<string, string | null>>;
}

/**
 * All companies of the demo portal with these properties, by lists and not by a search: HubSpot allows five searches a second,
 * and an open card takes some of them to count facts.
 */
export async function demoCompanies(
  { crmBaseUrl, token }: Pick<StartedWorkbench, 'crmBaseUrl' | 'token'>,
  properties: readonly string[],
): Promise<DemoCompany[]> {
  const found: DemoCompany[] = [];
  let after: string | undefined = '';
  while (after !== undefined) {
    const query: string = `limit=100&properties=${properties.join(',')}${after === '' ? '' : `&after=${after}`}`;
    const response = await fetch(`${crmBaseUrl}/crm/objects/2026-09/companies?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = (await response.json()) as {
      results: DemoCompany[];
      paging?: { next?: { after: string } };
    };
    found.push(...page.results);
    after = page.paging?.next?.after;
  }
  return found;
}

/** The id of the first company of the demo portal with these values. */
export async function companyWith(
  workbench: Pick<StartedWorkbench, 'crmBaseUrl' | 'token'>,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const wanted = Object.entries(values);
  const companies = await demoCompanies(workbench, Object.keys(values));
  const found = companies.find(({ properties }) =>
    wanted.every(([name, value]) => properties[name] === value),
  );
  if (found === undefined) throw new Error(`no company has ${JSON.stringify(values)}`);
  return found.id;
}
