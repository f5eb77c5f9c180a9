import { propertyOf } from '../../crm/properties.ts';
import { CrmError } from '../../crm/client/errors.ts';
import type { SaveAnswer } from '../../contract/scorecard-record.ts';
import { ATTEMPTS, findCompany, writeSurely } from './company-access.ts';
import type { Context } from '../context.ts';
import { knownFields, propertyNames } from './ready-types.ts';
import { recordOf } from './load.ts';
import { mirrorDeals } from '../deals/mirror-deals.ts';
import { overwritesIn } from './overwrites.ts';
import { whyUnwritable } from './why-unwritable.ts';

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
  const before = await findCompany(context, companyId);
  const scoredBy = propertyOf('scored_by');
  const written: Record<string, string> = {};
  let company = before;
  for (let attempt = 1; ; attempt++) {
    const refusal = whyUnwritable(company, context);
    if (refusal !== null) throw refusal;
    const { properties } = company;
    const filled = propertyNames(context).filter((name) => (properties[name] ?? '') !== '');
    if (filled.length === 0) break;
    if (attempt > ATTEMPTS) throw notCleared();
    // The scorer is emptied with the rest, so who cleared it has to stand in the history before.
    const isNamed =
      properties[scoredBy] === by ||
      (await writeSurely(context, company.id, { [scoredBy]: by })) === 'written';
    if (isNamed) {
      const emptied = Object.fromEntries([...filled, scoredBy].map((name) => [name, '']));
      Object.assign(written, emptied);
      await writeSurely(context, company.id, emptied);
    }
    company = await findCompany(context, company.id);
  }
  const overwrote = overwritesIn(before, company, written, knownFields(context));
  const deals = Object.keys(written).length === 0 ? null : await mirrorDeals(context, company);
  return { ...recordOf(company, context), conflicts: [], overwrote, deals };
}

function notCleared(): CrmError {
  return new CrmError(
    'unavailable',
    'The scorecard is not empty: HubSpot did not keep the write, or something fills it again. Load the company, then try again.',
  );
}
