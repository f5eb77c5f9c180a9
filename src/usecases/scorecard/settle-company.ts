import type { Company } from '../../crm/companies.ts';
import { findCompany, writeSurely } from './company-access.ts';
import { completePatch } from './complete-patch.ts';
import type { Context } from '../context.ts';
import { whyUnwritable } from './why-unwritable.ts';

/** Rounds of reading back and writing the verdict again before another writer is left to itself. */
const ROUNDS = 3;

/** Longest pause before reading back once more, in milliseconds. */
const JITTER_MS = 200;

/**
 * Reads a company back after a write. Where the verdict does not follow from what is there, because somebody wrote in
 * between, it is judged and written again, at most three times.
 *
 * @returns the company as last read; its verdict may still differ when somebody keeps changing it
 */
export async function settleCompany(context: Context, companyId: string): Promise<Company> {
  for (let round = 1; ; round++) {
    const company = await findCompany(context, companyId);
    if (whyUnwritable(company, context) !== null) return company;
    const patch = completePatch(company, {}, context);
    if (Object.keys(patch).length === 0 || round > ROUNDS) return company;
    await writeSurely(context, company.id, patch);
    if (round > 1) await context.sleep(context.random() * JITTER_MS);
  }
}
