import { CrmError } from '../../crm/client/errors.ts';
import { type CompanyRecord, type Patch, fieldNames, textOf } from '../../crm/company-record.ts';
import type { SaveAnswer } from '../../contract/scorecard-record.ts';
import { EMPTY_VALUES } from '../../icp/fields.ts';
import { ATTEMPTS, type Context } from '../context.ts';
import { syncDealsOf } from '../deals/sync.ts';
import { DECISION_FIELD_NAMES } from '../../crm/decision-fields.ts';
import type { DraftsOfSave } from '../../contract/drafts.ts';
import { draftKeysOf, dropDrafts } from '../drafts/settle-drafts.ts';
import { OVERRIDE_FIELDS } from './drift-reasons.ts';
import { findRecord, readBack, writeOrUnknown } from './find-record.ts';
import { type Judgement, type Reading, judge, readScorecard, refusalToWrite } from './judge.ts';
import { conflictsAfterWriting } from './kept.ts';
import { findUnderPolicy, recordOf } from './load.ts';
import { type SetField, isBy, isNewer, newerThan, overwritesIn } from './overwrites.ts';
import { knownFields } from './ready-types.ts';
import { repairVerdict } from './repair.ts';
import { CLEARING_UNKNOWN, NOT_EMPTY } from '../../messages/scorecard.ts';

const AUTHOR = 'scored_by';

/**
 * Empties the scorecard of a company: inputs, facts, verdict and trail. HubSpot's history of it stays, and so do an
 * override and a decision. Afterwards the company counts as never scored. A repeat changes nothing.
 *
 * What somebody else wrote before the emptying is emptied too, and the answer names it; what came afterwards stays.
 *
 * @throws Refused
 * @throws CrmError
 */
export async function clearScorecard(
  outside: Context,
  { companyId, by, drafts }: { companyId: string; by: string; drafts?: DraftsOfSave | undefined },
): Promise<SaveAnswer> {
  const also = draftKeysOf(companyId, drafts);
  const { context, record: before, names, entries } = await findUnderPolicy(outside, companyId, also);
  const emptied = await empty(context, before, by);
  const isWritten = emptied !== before;
  const judgement = await leaveNoAuthor(context, emptied);
  const { record } = judgement;
  const set = isWritten ? emptiedFields(readScorecard(before, context), context) : [];
  const [deals] = await Promise.all([
    isWritten ? syncDealsOf(context, record) : null,
    dropDrafts(context, { companyId, by, drafts, entries }),
  ]);
  return {
    ...recordOf(judgement, context, names),
    conflicts: conflictsAfterWriting(record, set, by),
    overwrote: overwritesIn(newerThan(before), record, set, by),
    notWritten: [],
    notReviewed: null,
    deals,
  };
}

/**
 * Empties every field that is filled. Who does it stands in the same write, so that the history names the author; that name
 * goes last.
 *
 * @returns the record as read back; the one given when there is nothing to empty
 */
async function empty(context: Context, before: CompanyRecord, by: string): Promise<CompanyRecord> {
  let record = before;
  for (let attempt = 1; ; attempt++) {
    const refusal = refusalToWrite(readScorecard(record, context), context);
    if (refusal !== null) throw refusal;
    const filled = filledFields(record, context).filter((name) => isToEmpty(name, before, record, by));
    if (filled.length === 0) return record;
    if (attempt > ATTEMPTS) throw notCleared();
    const patch: Patch = { ...Object.fromEntries(filled.map((name) => [name, ''])), ...author(record, by) };
    await writeOrUnknown(context, record.id, patch);
    record = await readBack(findRecord(context, record.id), CLEARING_UNKNOWN);
  }
}

/** Everything of a scorecard but the override, the decision and the author. */
function filledFields({ texts }: CompanyRecord, { profiles }: Context): string[] {
  const kept: readonly string[] = [...OVERRIDE_FIELDS, ...DECISION_FIELD_NAMES, AUTHOR];
  return fieldNames(profiles).filter((name) => textOf(texts, name) !== null && !kept.includes(name));
}

function author({ texts }: CompanyRecord, by: string): Patch {
  return texts[AUTHOR] === undefined ? {} : { [AUTHOR]: by };
}

/** What came after the emptying stays: that person saw an empty field. */
function isToEmpty(field: string, before: CompanyRecord, record: CompanyRecord, by: string): boolean {
  const [newest] = record.history[field] ?? [];
  const isSince = newerThan(before);
  const emptyings = Object.entries(record.history).flatMap(([name, entries]) =>
    entries.filter((entry) => isSince(entry, name) && entry.value === '' && isBy(entry, record, by)),
  );
  return newest === undefined || !emptyings.some((entry) => isNewer(newest, entry));
}

/** Takes the author out last, unless somebody has written since: then the verdict has to follow from that. */
export async function leaveNoAuthor(context: Context, record: CompanyRecord): Promise<Judgement> {
  const reading = readScorecard(record, context);
  if (!reading.isEmpty) return readBack(repairVerdict(context, record), CLEARING_UNKNOWN);
  if (textOf(record.texts, AUTHOR) === null) return judge(reading, context);
  try {
    await writeOrUnknown(context, record.id, { [AUTHOR]: '' });
    return judge(readScorecard(await findRecord(context, record.id), context), context);
  } catch (error) {
    // The scorecard was seen to be empty. Only the name of who emptied it may still stand.
    if (!(error instanceof CrmError)) throw error;
    return judge(reading, context);
  }
}

function emptiedFields({ scorecard }: Reading, context: Context): SetField[] {
  return knownFields(context).map((field) => ({
    field,
    seen: field.get(scorecard),
    wanted: EMPTY_VALUES[field.kind],
  }));
}

function notCleared(): CrmError {
  return new CrmError('unavailable', NOT_EMPTY);
}
