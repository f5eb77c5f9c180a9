import { CrmError } from '../../crm/client/errors.ts';
import type { CompanyRecord } from '../../crm/company-record.ts';
import type { PeopleNames } from '../../crm/owners.ts';
import { fieldOf } from '../../crm/property-names.ts';
import type { DraftsOfSave } from '../../contract/drafts.ts';
import { draftKeysOf, settleDrafts } from '../drafts/settle-drafts.ts';
import type { Conflict, NotWritten, SaveAnswer } from '../../contract/scorecard-record.ts';
import { ATTEMPTS, type Context } from '../context.ts';
import { syncDealsOf } from '../deals/sync.ts';
import type { RequestedChanges } from './conflicts.ts';
import { findRecord, readBack, writeOrUnknown } from './find-record.ts';
import type { Judgement } from './judge.ts';
import { conflictsAfterWriting, wasKept } from './kept.ts';
import { findUnderPolicy, recordOf } from './load.ts';
import { type SetField, newerThan, overwritesIn } from './overwrites.ts';
import { type SavePlan, isEmptyPatch, planSave } from './plan-save.ts';
import { writtenInGap } from './plan-type-change.ts';
import { type Saver, isReviewKept } from './review-trail.ts';
import { repairVerdict } from './repair.ts';
import { leaveNoAuthor } from './clear.ts';
import { KEPT_UNKNOWN, NOT_KEPT, VERDICT_BEHIND, ruleHeldBack } from '../../messages/scorecard.ts';

export interface SaveRequest {
  companyId: string;
  changes: RequestedChanges;
  /** Who saves, as the record should name them. A claim: nothing that needs permission rests on it. */
  by: string;
  /** This is the yearly review, with these changes or none. */
  reviewed?: true | undefined;
  /** The drafts of whoever saves; left out by a door that keeps none. */
  drafts?: DraftsOfSave | undefined;
}

/**
 * Writes what a person changed, and the verdict that follows, in one write; reads back, and repairs the verdict where
 * somebody wrote in between. Saving the same twice changes nothing.
 *
 * Three calls; one when nothing changed; up to five more for a company with deals.
 *
 * @throws Refused when a change is not allowed or the company cannot be written; nothing is written then
 * @throws CrmError
 */
export function saveScorecard(
  outside: Context,
  { changes, reviewed, ...request }: SaveRequest,
): Promise<SaveAnswer> {
  return saveWhatFollows(outside, request, () => ({ changes, isReview: reviewed === true }));
}

/** What is to be saved, once the record has been read. */
interface ToSave extends Omit<Saver, 'by'> {
  changes: RequestedChanges;
}

/**
 * Saves what follows from the record as it is read.
 *
 * @throws as `saveScorecard`
 */
export async function saveWhatFollows(
  outside: Context,
  { companyId, by, drafts }: Omit<SaveRequest, 'changes' | 'reviewed'>,
  toSave: (record: CompanyRecord, context: Context, names: PeopleNames) => ToSave,
): Promise<SaveAnswer> {
  const also = draftKeysOf(companyId, drafts);
  const { context, record: before, names, entries } = await findUnderPolicy(outside, companyId, also);
  const { changes, ...how } = toSave(before, context, names);
  const { plan, set, isWritten, judgement } = await write(context, before, changes, { by, ...how });
  const { record } = judgement;
  const changedSince = conflictsAfterWriting(record, set, by);
  const overwrote = overwritesIn(newerThan(before), record, plan.asked, by);
  const [deals] = await Promise.all([
    isWritten ? syncDealsOf(context, record) : null,
    settleDrafts(context, { companyId, by, drafts, entries, judgement }),
  ]);
  const { notWritten, notReviewed } = plan;
  return {
    ...recordOf(judgement, context, names),
    conflicts: [...conflictsOf(plan, changedSince), ...changedSince],
    ...{ overwrote, notWritten, notReviewed, deals },
  };
}

interface Written {
  plan: SavePlan;
  /** The fields that were sent. */
  set: readonly SetField[];
  /** Whether anything was sent. */
  isWritten: boolean;
  /** Of the record as last read. */
  judgement: Judgement;
}

/**
 * Writes, reads back, and plans anew until nothing is left to write. A write whose answer was lost, or that HubSpot did not
 * keep although it answered success, is never blindly repeated: the record is read first.
 */
async function write(
  context: Context,
  before: CompanyRecord,
  changes: RequestedChanges,
  saver: Saver,
): Promise<Written> {
  const without = new Map<string, NotWritten>();
  let record = before;
  let changesType = false;
  for (let attempt = 1; ;) {
    const plan = planSave(record, changes, saver, context, without);
    const isWritten = attempt > 1;
    if (isEmptyPatch(plan.patch)) return { plan, set: [], isWritten, judgement: plan.judgement };
    if (attempt > ATTEMPTS) throw notConfirmed();
    const refused = await send(context, record, plan, without.size === 0);
    for (const one of refused) without.set(one.field, one);
    if (refused.length > 0) continue;
    attempt += 1;
    changesType ||= plan.changesType;
    const written = record;
    record = await readBack(findRecord(context, record.id), KEPT_UNKNOWN);
    if (!wasKept(written, record, plan.inputs, saver.by) || !isReviewKept(written, record, plan.patch))
      continue;
    const gap = changesType ? writtenInGap(before, record, context) : {};
    if (!isEmptyPatch(gap)) {
      await writeOrUnknown(context, record.id, { ...gap, scored_by: saver.by });
      record = await readBack(findRecord(context, record.id), KEPT_UNKNOWN);
    }
    const settle = saver.restores === undefined ? repairVerdict : leaveNoAuthor;
    const judgement = await readBack(settle(context, record), VERDICT_BEHIND);
    return { plan, set: plan.inputs, isWritten: true, judgement };
  }
}

/**
 * Sends what is planned. A lost answer is no failure: the next read shows what was kept.
 *
 * @param mayLeaveOut whether a refused field may be left out and the rest sent once more
 * @returns the fields that a rule of the portal refused, so that they can be left out once
 * @throws CrmError also for a refusal that names something else, or part of a change of type: nothing is saved then
 */
async function send(
  context: Context,
  { id }: CompanyRecord,
  plan: SavePlan,
  mayLeaveOut: boolean,
): Promise<NotWritten[]> {
  try {
    await writeOrUnknown(context, id, plan.patch);
    return [];
  } catch (error) {
    const isRefusal = error instanceof CrmError && error.code === 'invalid-request';
    if (!isRefusal || plan.changesType || !mayLeaveOut) throw error;
    const refused = refusedInputs(error, plan);
    if (refused === null) throw error;
    return refused;
  }
}

/** The inputs that a refusal names; null when it names anything else, or nothing. */
function refusedInputs({ reasons }: CrmError, { inputs }: SavePlan): NotWritten[] | null {
  const names = new Set(inputs.map(({ field }) => field.name));
  const refused = reasons.map(({ property, message }): NotWritten | null => {
    const field = property === null ? null : fieldOf(property);
    if (field === null || !names.has(field)) return null;
    return { field, reason: 'refused', message: ruleHeldBack(message) };
  });
  const named = refused.filter((one) => one !== null);
  return named.length > 0 && named.length === refused.length ? named : null;
}

/** Those found before writing; a field that was written after all, and then changed, is named once. */
function conflictsOf({ conflicts }: SavePlan, changedSince: readonly Conflict[]): Conflict[] {
  return conflicts.filter(({ field }) => !changedSince.some((later) => later.field === field));
}

function notConfirmed(): CrmError {
  return new CrmError('unavailable', NOT_KEPT);
}
