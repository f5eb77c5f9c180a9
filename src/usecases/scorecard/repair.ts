import { type Company, readCompanies, writeCompanies } from '../../crm/companies.ts';
import { CrmError } from '../../crm/client/errors.ts';
import type { Context } from '../context.ts';
import { propertyNames } from './ready-types.ts';
import { Refused } from '../refused.ts';
import type { BulkCompany } from './scored-companies.ts';

/** Times that one company is written at most: then whoever keeps changing it is left to itself. */
export const ROUNDS = 3;

/** Longest pause before reading back once more, in milliseconds. */
const JITTER_MS = 200;

/** What became of companies that were written in bulk, by id. */
export interface Settled {
  /** Sent at least once. */
  written: Set<string>;
  /** Why nothing more could be written. */
  refused: Map<string, Refused | CrmError>;
  /** Written three times, and still not as planned. */
  unsettled: Set<string>;
}

/**
 * Writes what is planned for many companies, reads back, and plans anew, since somebody may have written in between. At
 * most three writes for each company. A write whose answer was lost is read back too.
 *
 * @param plan what a company needs as it stands, nothing when it stands as it should; it may refuse
 * @throws CrmError when the portal cannot be reached; what was written before stays
 */
export async function settleCompanies(
  context: Pick<Context, 'crm' | 'profiles' | 'sleep' | 'random'>,
  companies: readonly BulkCompany[],
  plan: (company: Company) => Record<string, string>,
): Promise<Settled> {
  const settled: Settled = { written: new Set(), refused: new Map(), unsettled: new Set() };
  let standing = companies;
  for (let round = 1; ; round++) {
    const updates = standing.flatMap((company) => updateOf(company, plan, settled));
    if (updates.length === 0) return settled;
    if (round > ROUNDS) {
      for (const { id } of updates) settled.unsettled.add(id);
      return settled;
    }
    for (const { id, error } of await writeSurely(context, updates)) settled.refused.set(id, error);
    const ids = updates.map(({ id }) => id).filter((id) => !settled.refused.has(id));
    for (const id of ids) settled.written.add(id);
    if (round > 1) await context.sleep(context.random() * JITTER_MS);
    standing = await readBack(context, ids, settled);
  }
}

/** A company as the plans of a single save take it; histories are not read in bulk. */
export function withoutHistory({ id, properties }: BulkCompany): Company {
  return { id, properties, history: {}, deals: [] };
}

function updateOf(
  company: BulkCompany,
  plan: (company: Company) => Record<string, string>,
  settled: Settled,
) {
  try {
    const properties = plan(withoutHistory(company));
    return Object.keys(properties).length === 0 ? [] : [{ id: company.id, properties }];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    settled.refused.set(company.id, error);
    return [];
  }
}

async function writeSurely(
  { crm }: Pick<Context, 'crm'>,
  updates: readonly { id: string; properties: Record<string, string> }[],
) {
  try {
    return (await writeCompanies(crm, updates)).refused;
  } catch (error) {
    if (error instanceof CrmError && error.code === 'unknown-outcome') return [];
    throw error;
  }
}

async function readBack(
  context: Pick<Context, 'crm' | 'profiles'>,
  ids: readonly string[],
  settled: Settled,
): Promise<BulkCompany[]> {
  const read = await readCompanies(context.crm, ids, ['name', ...propertyNames(context)]);
  return ids.flatMap((id) => {
    const properties = read.get(id);
    if (properties !== undefined) return { id, properties };
    settled.refused.set(id, new Refused('company-not-found', 'The company was deleted meanwhile.'));
    return [];
  });
}
