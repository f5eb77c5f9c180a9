import type { StartedWorkbench } from '../started-workbench.ts';

type Outside = Pick<StartedWorkbench, 'outside'>;

/** Stored values by property. */
export type Stored = Readonly<Record<string, string | null>>;

export interface DemoCompany {
  id: string;
  properties: Stored;
}

const COMPANIES = '/crm/objects/2026-09/companies';

/** All companies of the demo portal with these properties. */
export async function demoCompanies(
  { outside }: Outside,
  properties: readonly string[],
): Promise<DemoCompany[]> {
  const found: DemoCompany[] = [];
  let after: string | undefined = '';
  while (after !== undefined) {
    const query: string = `limit=100&properties=${properties.join(',')}${after === '' ? '' : `&after=${after}`}`;
    const page = (await outside('GET', `${COMPANIES}?${query}`)) as {
      results: DemoCompany[];
      paging?: { next?: { after: string } };
    };
    found.push(...page.results);
    after = page.paging?.next?.after;
  }
  return found;
}

/**
 * The id of the first company of the demo portal that is wanted.
 *
 * @param properties those that `isWanted` looks at
 * @throws Error when there is none
 */
export async function companyWhere(
  workbench: Outside,
  properties: readonly string[],
  isWanted: (stored: Stored) => boolean,
): Promise<string> {
  const companies = await demoCompanies(workbench, properties);
  const found = companies.find((company) => isWanted(company.properties));
  if (found === undefined) throw new Error(`no company of the demo: ${isWanted.toString()}`);
  return found.id;
}

/** The id of the first company of the demo portal with these values. */
export async function companyWith(
  workbench: Outside,
  values: Readonly<Record<string, string>>,
): Promise<string> {
  const wanted = Object.entries(values);
  return companyWhere(workbench, Object.keys(values), (stored) =>
    wanted.every(([name, value]) => stored[name] === value),
  );
}

/** What the CRM holds of a company. */
export async function storedOf(
  { outside }: Outside,
  companyId: string,
  properties: readonly string[],
): Promise<Stored> {
  const path = `${COMPANIES}/${companyId}?properties=${properties.join(',')}`;
  return (await outside('GET', path))['properties'] as Stored;
}

/** Writes properties of a company past the app. */
export async function editOutside(
  { outside }: Outside,
  companyId: string,
  properties: Readonly<Record<string, string>>,
): Promise<void> {
  await outside('PATCH', `${COMPANIES}/${companyId}`, { properties });
}
