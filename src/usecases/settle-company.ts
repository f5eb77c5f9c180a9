import { type Company, writeCompany } from '../crm/companies.ts';
import { CrmError } from '../crm/crm-error.ts';
import type { Context } from './context.ts';
import { judgeCompany } from './judge-company.ts';
import { findCompany } from './load-scorecard.ts';
import { verdictPatch } from './plan-save.ts';

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
    const patch = verdictPatch(company, judgeCompany(company, context), context);
    if (Object.keys(patch).length === 0 || round > ROUNDS) return company;
    await writeSurely(context, company.id, patch);
    if (round > 1) await context.sleep(context.random() * JITTER_MS);
  }
}

/** Writes, and takes a lost answer for what it is: the next read tells what was kept. */
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
    throw error;
  }
}
