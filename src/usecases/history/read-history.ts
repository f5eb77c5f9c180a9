import type { ScorecardHistory } from '../../contract/history.ts';
import type { Context } from '../context.ts';
import { findUnderPolicy } from '../scorecard/load.ts';
import { actsOf } from './acts-of.ts';
import { historyOf } from './history-of.ts';
import { undoableSave } from './undo-of.ts';

/**
 * Who changed what on a scorecard, from HubSpot's history, and what can be undone of it. One round of calls, as a load.
 *
 * @throws Refused `company-not-found`
 * @throws CrmError
 */
export async function readHistory(
  outside: Context,
  { companyId }: { companyId: string },
): Promise<ScorecardHistory> {
  const { context, record, names } = await findUnderPolicy(outside, companyId);
  const acts = actsOf(record, context);
  return {
    ...historyOf(record, context, names, acts),
    ...{ undo: null, noUndo: null, ...undoableSave({ record, context, names }, acts) },
  };
}
