import { CrmError } from '../../crm/client/errors.ts';
import { type CompanyRecord, fieldNames, textOf } from '../../crm/company-record.ts';
import type { SaveAnswer } from '../../contract/scorecard-record.ts';
import { ATTEMPTS, type Context } from '../context.ts';
import { syncDealsOf } from '../deals/sync.ts';
import { findRecord, writeOrUnknown } from './find-record.ts';
import { judge, readScorecard, refusalToWrite } from './judge.ts';
import { recordOf } from './load.ts';
import { overwritesIn } from './overwrites.ts';
import { isEmptyPatch } from './plan-save.ts';
import { knownFields } from './ready-types.ts';
import { NOT_EMPTY } from '../../messages/scorecard.ts';

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
  const before = await findRecord(context, companyId);
  const written: Record<string, string> = {};
  let record = before;
  for (let attempt = 1; ; attempt++) {
    const reading = readScorecard(record, context);
    const refusal = refusalToWrite(reading, context);
    if (refusal !== null) throw refusal;
    if (reading.isEmpty) {
      const overwrote = overwritesIn(before, record, written, knownFields(context));
      const deals = isEmptyPatch(written) ? null : await syncDealsOf(context, record);
      return { ...recordOf(judge(reading, context), context), conflicts: [], overwrote, deals };
    }
    if (attempt > ATTEMPTS) throw notCleared();
    Object.assign(written, await empty(context, record, by));
    record = await findRecord(context, record.id);
  }
}

/** @returns what was sent; nothing when it is not known whether the name of the person was kept */
async function empty(context: Context, record: CompanyRecord, by: string): Promise<Record<string, string>> {
  // The scorer is emptied with the rest, so that who cleared it has to stand in the history before.
  const isNamed =
    record.texts['scored_by'] === by ||
    (await writeOrUnknown(context, record.id, { scored_by: by })) === 'written';
  if (!isNamed) return {};
  const filled = fieldNames(context.profiles).filter((name) => textOf(record.texts, name) !== null);
  const emptied = Object.fromEntries([...filled, 'scored_by'].map((name) => [name, '']));
  await writeOrUnknown(context, record.id, emptied);
  return emptied;
}

function notCleared(): CrmError {
  return new CrmError('unavailable', NOT_EMPTY);
}
