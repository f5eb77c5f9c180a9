import { CrmError, brokenOff } from '../../crm/client/errors.ts';
import { type CompanyRecord, type Patch, readRecord, writeRecord } from '../../crm/company-record.ts';
import type { Context } from '../context.ts';
import { Refused } from '../refused.ts';
import { noSuchCompany } from '../../messages/scorecard.ts';

/** @throws Refused `company-not-found` when no company has the id, or it is archived */
export async function findRecord(context: Context, companyId: string): Promise<CompanyRecord> {
  try {
    return await readRecord(context, companyId);
  } catch (error) {
    throw companyNotFound(error, companyId) ?? error;
  }
}

/**
 * Writes. A lost answer is no failure here: the next read shows what was kept.
 *
 * @throws Refused `company-not-found`
 */
export async function writeOrUnknown(
  context: Context,
  companyId: string,
  patch: Patch,
): Promise<'written' | 'unknown'> {
  try {
    await writeRecord(context, companyId, patch);
    return 'written';
  } catch (error) {
    if (error instanceof CrmError && error.code === 'unknown-outcome') return 'unknown';
    throw companyNotFound(error, companyId) ?? error;
  }
}

/**
 * Reads after a write, or writes once more. What HubSpot says of that alone would sound as if nothing was kept.
 *
 * @param message says that the write may stand, and what to do next
 * @throws CrmError `unknown-outcome` when HubSpot cannot be asked; any other with its own code and reason
 */
export async function readBack<Read>(reading: Promise<Read>, message: string): Promise<Read> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    if (!['unavailable', 'rate-limited'].includes(error.code)) throw brokenOff(error, message);
    throw new CrmError('unknown-outcome', message, { cause: error, correlationId: error.correlationId });
  }
}

/** @returns null where something else is wrong */
export function companyNotFound(cause: unknown, companyId: string): Refused | null {
  if (!(cause instanceof CrmError && cause.code === 'not-found')) return null;
  const message = noSuchCompany(companyId);
  return new Refused('company-not-found', message, { field: 'companyId', cause });
}
