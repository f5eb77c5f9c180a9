import { type Company, readCompany, writeCompany } from '../../crm/companies.ts';
import { CrmError } from '../../crm/client/errors.ts';
import type { Context } from '../context.ts';
import { propertyNames } from './ready-types.ts';
import { Refused } from '../refused.ts';

/** Times that a write is tried whose answer was lost and which is not there on reading back. */
export const ATTEMPTS = 3;

/** @throws Refused `company-not-found` when no company has the id, or it is archived */
export async function findCompany(context: Context, companyId: string): Promise<Company> {
  try {
    return await readCompany(context.crm, companyId, ['name', ...propertyNames(context)]);
  } catch (error) {
    throw companyNotFound(error, companyId) ?? error;
  }
}

/**
 * Writes, and takes a lost answer for what it is: the next read tells what was kept.
 *
 * @throws Refused `company-not-found`
 */
export async function writeSurely(
  { crm }: Context,
  companyId: string,
  patch: Record<string, string>,
): Promise<'written' | 'unknown'> {
  try {
    await writeCompany(crm, companyId, patch);
    return 'written';
  } catch (error) {
    if (error instanceof CrmError && error.code === 'unknown-outcome') return 'unknown';
    throw companyNotFound(error, companyId) ?? error;
  }
}

function companyNotFound(cause: unknown, companyId: string): Refused | null {
  if (!(cause instanceof CrmError && cause.code === 'not-found')) return null;
  const message = `There is no company ${companyId}: it may have been deleted. Open the card on a company record.`;
  return new Refused('company-not-found', message, { field: 'companyId', cause });
}
