import { CrmError } from '../../crm/client/errors.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import type { Conflict, SaveAnswer } from '../../contract/scorecard-record.ts';
import { ATTEMPTS, type Context } from '../context.ts';
import { syncDealsOf } from '../deals/sync.ts';
import type { RequestedChanges } from './conflicts.ts';
import { findRecord, writeOrUnknown } from './find-record.ts';
import type { Judgement } from './judge.ts';
import { recordOf } from './load.ts';
import { overwritesIn } from './overwrites.ts';
import { isEmptyPatch, planSave } from './plan-save.ts';
import { knownFields } from './ready-types.ts';
import { repairVerdict } from './repair.ts';
import { KEPT_UNKNOWN, NOT_KEPT } from '../../messages/scorecard.ts';

export interface SaveRequest {
  companyId: string;
  changes: RequestedChanges;
  /** Who saves, as the record should name them. A claim: nothing that needs permission rests on it. */
  by: string;
}

/**
 * Writes what a person changed, and the verdict that follows, in one write; reads back, and repairs the verdict where
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
  const before = await findRecord(context, companyId);
  const { written, conflicts, judgement } = await write(context, before, changes, by);
  const { record } = judgement;
  const overwrote = overwritesIn(before, record, written, knownFields(context));
  const deals = isEmptyPatch(written) ? null : await syncDealsOf(context, record);
  return { ...recordOf(judgement, context), conflicts, overwrote, deals };
}

interface Written {
  /** Everything that was sent, by field name. */
  written: Readonly<Record<string, string>>;
  conflicts: readonly Conflict[];
  /** Of the record as last read. */
  judgement: Judgement;
}

/** A write whose answer was lost is read back and planned anew, never blindly repeated. */
async function write(
  context: Context,
  before: CompanyRecord,
  changes: RequestedChanges,
  by: string,
): Promise<Written> {
  const written: Record<string, string> = {};
  let record = before;
  for (let attempt = 1; ; attempt++) {
    const { patch, conflicts, judgement } = planSave(record, changes, by, context);
    if (isEmptyPatch(patch)) return { written, conflicts, judgement };
    if (attempt > ATTEMPTS) throw notConfirmed();
    Object.assign(written, patch);
    const outcome = await writeOrUnknown(context, record.id, patch);
    if (outcome === 'written')
      return { written, conflicts, judgement: await readBack(repairVerdict(context, record.id)) };
    record = await readBack(findRecord(context, before.id));
  }
}

/** After a write, "could not be reached" would say too little: the write may stand. */
async function readBack<Read>(reading: Promise<Read>): Promise<Read> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof CrmError) || !['unavailable', 'rate-limited'].includes(error.code)) throw error;
    throw new CrmError('unknown-outcome', KEPT_UNKNOWN, { cause: error, correlationId: error.correlationId });
  }
}

function notConfirmed(): CrmError {
  return new CrmError('unavailable', NOT_KEPT);
}
