import type { FactSourceTest } from '../../contract/facts.ts';
import { companiesWithAny } from '../../crm/search-companies.ts';
import { readCompanies } from '../../crm/many-companies.ts';
import { propertyOf } from '../../crm/property-names.ts';
import type { FactSources } from '../../icp/settings.ts';
import type { Context } from '../context.ts';
import { companyNameOf } from '../names.ts';
import { countCompaniesAsking } from './count-companies-asking.ts';
import { countSharedCustomers } from './count-shared-customers.ts';

const EXAMPLES = 3;

/** What sources give for three scored partners, before they are published. @throws CrmError */
export async function testFactSources(
  context: Context,
  { factSources }: { factSources: FactSources },
): Promise<FactSourceTest> {
  const { crm } = context;
  await context.installation.read(context);
  const ids: string[] = [];
  for await (const page of companiesWithAny(crm, [propertyOf('lane')])) {
    ids.push(...page.ids.slice(0, EXAMPLES));
    break;
  }
  const { found } = await readCompanies(crm, ids, ['name', 'domain']);
  const examples = await Promise.all(
    [...found.values()].map(async ({ id, properties }) => {
      const partner = { id, name: properties['name'] ?? '' };
      const [sharedCustomers, companiesAsking] = await Promise.all([
        countSharedCustomers(context, partner, factSources.sharedCustomers, false),
        countCompaniesAsking(context, partner, factSources.companiesAsking, false),
      ]);
      const companyName = companyNameOf({ ...partner, domain: properties['domain'] ?? '' });
      return { companyId: id, companyName, sharedCustomers, companiesAsking };
    }),
  );
  return {
    examples,
    message: examples.length === 0 ? 'No partner is scored yet. Score one, then try again.' : null,
  };
}
