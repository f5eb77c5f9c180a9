import type { FactSources } from '../../../src/icp/settings.ts';
import { countSharedCustomers } from '../../../src/usecases/facts/count-shared-customers.ts';
import { countCompaniesAsking } from '../../../src/usecases/facts/count-companies-asking.ts';
import type { Portal } from '../../portal.ts';

/** A partner, as counts are given it. */
export interface Named {
  id: string;
  name: string;
}

/** What the source counts for the partner: the fact, or why there is none. */
export async function sharedOf(
  { context }: Portal,
  partner: Named,
  source: FactSources['sharedCustomers'],
  isWhole = false,
) {
  const gathered = await countSharedCustomers(context, partner, source, isWhole);
  if (gathered.state !== 'counted') return `${gathered.state}: ${gathered.message}`;
  const { count, isAtLeast, companies, notes } = gathered.fact;
  return { count: isAtLeast ? `at least ${count}` : count, ids: companies.map(({ id }) => id).sort(), notes };
}

/** What the deals' property counts for the partner: the fact, or why there is none. */
export async function askingOf({ context }: Portal, partner: Named, property: string, isWhole = false) {
  const gathered = await countCompaniesAsking(context, partner, { property }, isWhole);
  return gathered.state === 'counted' ? gathered.fact : `${gathered.state}: ${gathered.message}`;
}

/** Creates records in batches. @returns their ids, in that order */
export async function createMany(
  { outside }: Portal,
  objectType: string,
  records: readonly { properties: Readonly<Record<string, string>>; associations?: readonly object[] }[],
): Promise<string[]> {
  const ids: string[] = [];
  const path = `/crm/objects/2026-09/${objectType}/batch/create`;
  for (let start = 0; start < records.length; start += 100) {
    const inputs = records.slice(start, start + 100).map((record) => ({ associations: [], ...record }));
    const answer = await outside.send({ method: 'POST', path, body: { inputs } });
    ids.push(...(answer as { results: { id: string }[] }).results.map(({ id }) => id));
  }
  return ids;
}

const AMONG_COMPANIES = '/crm/associations/2026-09/companies/companies';

/** A label between companies. @returns the ids of its types: of a paired one, first that of the first wording */
export async function createCompanyLabel(
  { outside }: Portal,
  label: string,
  inverseLabel?: string,
): Promise<number[]> {
  const name = label.toLowerCase().replaceAll(/\W/g, '_');
  const body = { name, label, ...(inverseLabel !== undefined && { inverseLabel }) };
  const answer = await outside.send({ method: 'POST', path: `${AMONG_COMPANIES}/labels`, body });
  return (answer as { results: { typeId: number }[] }).results.map(({ typeId }) => typeId);
}

/** Associates a company with others under a type of label. */
export async function labelCompanies(
  { outside }: Portal,
  from: string,
  to: readonly string[],
  typeId: number,
): Promise<void> {
  const types = [{ associationCategory: 'USER_DEFINED', associationTypeId: typeId }];
  const inputs = to.map((id) => ({ from: { id: from }, to: { id }, types }));
  await outside.send({ method: 'POST', path: `${AMONG_COMPANIES}/batch/create`, body: { inputs } });
}

const LISTS = '/crm/lists/2026-09';

/** A list with members chosen by hand. @returns its id */
export async function createListOf(
  { outside }: Portal,
  name: string,
  members: readonly string[],
  objectTypeId = '0-2',
): Promise<string> {
  const body = { name, objectTypeId, processingType: 'MANUAL' };
  const { list } = (await outside.send({ method: 'POST', path: LISTS, body })) as {
    list: { listId: string };
  };
  await outside.send({ method: 'PUT', path: `${LISTS}/${list.listId}/memberships/add`, body: members });
  return list.listId;
}
