import type { Company } from '../../crm/companies.ts';
import { CrmError } from '../../crm/client/errors.ts';
import type { Conflict, SaveAnswer } from '../../contract/scorecard-record.ts';
import { ATTEMPTS, findCompany, writeSurely } from './company-access.ts';
import type { RequestedChanges } from './conflicts.ts';
import type { Context } from '../context.ts';
import { recordOf } from './load.ts';
import { mirrorDeals } from '../deals/mirror-deals.ts';
import { overwritesIn } from './overwrites.ts';
import { knownFields } from './ready-types.ts';
import { planSave } from './plan-save.ts';
import { settleCompany } from './settle-company.ts';

export interface SaveRequest {
  companyId: string;
  changes: RequestedChanges;
  /** Who saves, as the record should name them. A claim: nothing that needs permission rests on it. */
  by: string;
}

/**
 * Writes what a person changed, and the verdict that follows, in one write; reads back, and puts the verdict right where
 * somebody wrote in between. Saving the same twice changes nothing.
 *
 * Three calls; one when nothing changed; up to three more for a company with deals.
 *
 * @throws Refused when a change is not allowed or the company cannot be written; nothing is written then
 * @throws CrmError
 */
export async function saveScorecard(
  context: Context,
  { companyId, changes, by }: SaveRequest,
): Promise<SaveAnswer> {
  const before = await findCompany(context, companyId);
  const written: Record<string, string> = {};
  let conflicts: Conflict[] = [];
  let company = before;
  for (let attempt = 1; ; attempt++) {
    const plan = planSave(company, changes, by, context);
    conflicts = plan.conflicts;
    if (Object.keys(plan.patch).length === 0) break;
    if (attempt > ATTEMPTS) throw notConfirmed();
    Object.assign(written, plan.patch);
    const outcome = await writeSurely(context, company.id, plan.patch);
    company = await lookedAt(
      outcome === 'written' ? settleCompany(context, company.id) : findCompany(context, companyId),
    );
    if (outcome === 'written') break;
  }
  const record = recordOf(company, context);
  const overwrote = overwritesIn(before, company, written, knownFields(context));
  const deals = Object.keys(written).length === 0 ? null : await mirrorDeals(context, company);
  return { ...record, conflicts, overwrote, deals };
}

/** After a write, "could not be reached" would say too little: the write may stand. */
async function lookedAt(reading: Promise<Company>): Promise<Company> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof CrmError) || !['unavailable', 'rate-limited'].includes(error.code)) throw error;
    const message =
      'Your changes were sent, but HubSpot could not be asked what it kept. Load the record to see; saving once more does no harm.';
    throw new CrmError('unknown-outcome', message, { cause: error, correlationId: error.correlationId });
  }
}

function notConfirmed(): CrmError {
  return new CrmError(
    'unavailable',
    'HubSpot did not keep the write. Your changes are not saved: try again in a minute.',
  );
}
