import { propertyOf } from '../crm/company-properties.ts';
import { writeCompany } from '../crm/companies.ts';
import type { SaveAnswer } from '../icp/scorecard-record.ts';
import type { Context } from './context.ts';
import { judgeCompany, propertyNames } from './judge-company.ts';
import { findCompany, recordOf } from './load-scorecard.ts';
import { refuseUnwritable } from './plan-save.ts';
import { settleCompany } from './settle-company.ts';

/**
 * Empties everything that the app keeps on a company; HubSpot's history of it stays. Afterwards the company counts as
 * never scored. A repeat changes nothing.
 *
 * @throws Refused
 * @throws CrmError
 */
export async function clearScorecard(
  context: Context,
  { companyId, by }: { companyId: string; by: string },
): Promise<SaveAnswer> {
  const company = await findCompany(context, companyId);
  refuseUnwritable(judgeCompany(company, context));
  const filled = propertyNames(context).filter((name) => (company.properties[name] ?? '') !== '');
  if (filled.length === 0) return { ...recordOf(company, context), conflicts: [], overwrote: [] };
  // The scorer is emptied with the rest, so who cleared it has to stand in the history before.
  const scoredBy = propertyOf('scored_by');
  if (company.properties[scoredBy] !== by) await writeCompany(context.crm, company.id, { [scoredBy]: by });
  const emptied = [...new Set([...filled, scoredBy])];
  await writeCompany(context.crm, company.id, Object.fromEntries(emptied.map((name) => [name, ''])));
  const cleared = await settleCompany(context, company.id);
  return { ...recordOf(cleared, context), conflicts: [], overwrote: [] };
}
