import type { FactSourceChoices } from '../../contract/facts.ts';
import { listProperties } from '../../crm/property-definitions.ts';
import { canName } from '../../crm/named-records.ts';
import { DEFAULT_SETTINGS } from '../../icp/settings.ts';
import type { Context } from '../context.ts';

/** What the portal has from which facts could be counted, and what the app would choose. @throws CrmError */
export async function readFactSources({ crm }: Context): Promise<FactSourceChoices> {
  const [companies, deals] = await Promise.all([
    listProperties(crm, 'companies'),
    listProperties(crm, 'deals'),
  ]);
  const choices = (properties: typeof companies) =>
    properties.filter(canName).map(({ name, label }) => ({ value: name, label }));
  return {
    ...{ companyProperties: choices(companies), dealProperties: choices(deals) },
    ...{ labels: [], lifecycleStages: [], guess: DEFAULT_SETTINGS.factSources, notes: [] },
  };
}
