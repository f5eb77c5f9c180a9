import { DEMO_COMPANIES, type DemoCompany } from './companies.ts';
import { PEOPLE } from './people.ts';

/** The two ways into the portal that a seed needs: the CRM's API as a person, and the app function. */
export interface SeedAccess {
  crmBaseUrl: string;
  userToken: string;
  callFunction: (name: string, call: { parameters: unknown }) => Promise<unknown>;
}

/** Fills the portal as people would: companies over HTTP, scorecards through the app function. */
export async function seedDemoPortal(access: SeedAccess): Promise<void> {
  const companyIds = await createCompanies(access);
  for (const [index, { properties, scorecard }] of DEMO_COMPANIES.entries()) {
    const companyId = companyIds.get(properties.name);
    if (companyId === undefined) throw new Error(`the sandbox did not create ${properties.name}`);
    if (scorecard !== undefined)
      await saveScorecard(access, companyId, scorecard, PEOPLE[index % PEOPLE.length]?.email);
  }
}

async function createCompanies({ crmBaseUrl, userToken }: SeedAccess): Promise<Map<string, string>> {
  const response = await fetch(`${crmBaseUrl}/crm/objects/2026-09/companies/batch/create`, {
    method: 'POST',
    headers: { authorization: `Bearer ${userToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      inputs: DEMO_COMPANIES.map(({ properties }) => ({ properties, associations: [] })),
    }),
  });
  if (!response.ok) throw new Error(`the demo companies were refused: ${await response.text()}`);
  const { results } = (await response.json()) as { results: { id: string; properties: { name: string } }[] };
  return new Map(results.map(({ id, properties }) => [properties.name, id]));
}

/** Everything filled in is new, so what was seen before is what an empty field holds. */
async function saveScorecard(
  { callFunction }: SeedAccess,
  companyId: string,
  scorecard: NonNullable<DemoCompany['scorecard']>,
  by: string | undefined,
): Promise<void> {
  const changes = Object.fromEntries(
    Object.entries(scorecard).map(([field, value]) => [field, { seen: emptyValue(field, value), value }]),
  );
  const parameters = { operation: 'save-scorecard', input: { companyId, changes, by } };
  const result = (await callFunction('partner-icp', { parameters })) as { error?: { message: string } };
  if (result.error !== undefined) throw new Error(`a demo scorecard was refused: ${result.error.message}`);
}

function emptyValue(field: string, value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (field.endsWith('_evidence') || field.endsWith('_note')) return '';
  return field.startsWith('check_') ? 'open' : null;
}
