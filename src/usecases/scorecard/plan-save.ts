import { type CompanyRecord, type Patch, withPatch } from '../../crm/company-record.ts';
import { TRAIL_FIELDS } from '../../crm/properties.ts';
import type { Conflict, NotWritten } from '../../contract/scorecard-record.ts';
import { type Field, fieldsOfAll } from '../../icp/fields.ts';
import { isPartnerType } from '../../icp/partner-types.ts';
import { type Profile, versionKey, currentProfile } from '../../icp/profile.ts';
import { CONFIRM_FIELD, TYPE_FIELD, type TypeStep, typeChange, typeStep } from '../../icp/type-change.ts';
import type { Context } from '../context.ts';
import { type RequestedChanges, compareFields } from './conflicts.ts';
import { type Judgement, type Reading, isRated, judge, readScorecard, refusalToWrite } from './judge.ts';
import { laneTrail, previousLaneFromHistory } from './lane-trail.ts';
import type { SetField } from './overwrites.ts';
import {
  allowedType,
  confirmationBy,
  confirmsUnseen,
  requireNamed,
  restoredStep,
  typeRefused,
} from './plan-type-change.ts';
import { startTypeOf } from './profile-of-company.ts';
import { recheckTrail } from './recheck-trail.ts';
import { type Saver, requireScored, reviewHeldBack, reviewTrail } from './review-trail.ts';
import { knownFields } from './ready-types.ts';
import { REVIEW_HELD_BACK } from '../../messages/scorecard.ts';

/** What is to be written to a record as it stands. */
export interface Plan {
  /** Inputs, verdict and trail in one: what differs, and nothing else. Empty when nothing is to be done. */
  patch: Patch;
  /** The record with the patch written, judged. */
  judgement: Judgement;
}

export interface SavePlan extends Plan {
  /** What the patch sets of the fields asked for. */
  inputs: readonly SetField[];
  /** The fields asked for, whatever became of them. */
  asked: readonly SetField[];
  conflicts: readonly Conflict[];
  notWritten: readonly NotWritten[];
  /** Why the review that was asked for is not noted; null when it is, or none was asked for. */
  notReviewed: string | null;
  changesType: boolean;
}

/**
 * Finds what a save has to write. A field that holds neither what was seen nor what is wanted is a conflict and stays. A
 * change of type goes whole or not at all: what was rated for one type's questions must not be read as another's. A
 * conflict holds back the review: nobody has reviewed what somebody else wrote.
 *
 * @param without fields that a rule of the portal refused, by name: they are left out
 * @throws Refused when a change is not allowed, or nothing may be written to this company
 */
export function planSave(
  record: CompanyRecord,
  requested: RequestedChanges,
  saver: Saver,
  context: Context,
  without: ReadonlyMap<string, NotWritten> = new Map(),
): SavePlan {
  const reading = readScorecard(record, context);
  const refusal = refusalToWrite(reading, context);
  if (refusal !== null && refusal.field !== TYPE_FIELD) throw refusal;
  const asked = allowedType(requested[TYPE_FIELD]);
  const step =
    saver.restores === undefined
      ? typeStep(reading, asked, context)
      : restoredStep(reading, asked, saver.restores.trail, context);
  if (step.kind === 'refused') throw typeRefused(step);
  const underType = refusalToWrite(readUnderType(reading, step, context), context);
  if (underType !== null) throw underType;

  const isConflict = step.kind === 'conflict';
  const changesType = step.kind === 'change';
  // A change of type may come again after it went through, with fields of the type that was left. It names checks that
  // neither type asks. An undo brings back whatever its save wrote, which may be answers of several types.
  const fields =
    isConflict || asked?.seen !== asked?.value || saver.restores !== undefined
      ? knownFields(context)
      : fieldsOfAll([step.profile, reading.profile]);
  const compared = compareFields(reading, requested, fields, fieldsOfEarlierTypes(record, context), context);
  const { asked: set } = compared;
  const isUnseen = confirmsUnseen(compared.inputs, compared.conflicts);
  const unseen = compared.inputs.filter(({ field }) => isUnseen && field.name === CONFIRM_FIELD);
  const conflicts = [...compared.conflicts, ...unseen.map(({ conflict }) => conflict)];
  const writable = compared.inputs.filter(
    (input) => !without.has(input.field.name) && !unseen.includes(input),
  );
  const confirmed =
    saver.restores === undefined ? confirmationBy(writable, reading, requested, fields, context) : [];
  const inputs = [...writable, ...confirmed];
  const rest = { asked: set, changesType, notWritten: [...compared.notWritten, ...without.values()] };
  const named = changesType ? typeChange(reading.scorecard) : {};
  const isHeld = conflicts.some(({ field }) => named[field] !== undefined);
  if (isConflict || isHeld) {
    const held = inputs.map(({ conflict }) => conflict);
    const judgement = judge(reading, context);
    const notReviewed = saver.isReview ? REVIEW_HELD_BACK : null;
    return { ...rest, patch: {}, judgement, inputs: [], conflicts: [...conflicts, ...held], notReviewed };
  }
  if (changesType) requireNamed(reading, requested, step.profile);
  const before = saver.restores?.answers ?? {};
  const left = new Set([...conflicts, ...rest.notWritten].map(({ field }) => field));
  // of a check that was never set and an open one the values are the same, and the texts are not
  const asBefore = Object.entries(before).filter(
    ([name]) => requested[name] !== undefined && !left.has(name),
  );
  const texts: Record<string, string> = {
    ...Object.fromEntries(inputs.map(({ field, text }) => [field.name, text])),
    ...Object.fromEntries(asBefore),
  };
  const written = inputs.length === 0 ? {} : { ...texts, ...saveTrail(saver.by, context) };
  const hindrance = conflicts.length > 0 ? REVIEW_HELD_BACK : reviewHeldBack(record, context);
  const isReview = saver.isReview && hindrance === null;
  const restores = inputs.length === 0 ? undefined : saver.restores;
  const plan = completePatch(reading, written, context, { ...saver, isReview, restores });
  // a first rating would stand there without a version
  if (plan.judgement.blocker?.code === 'unknown-profile-version' && !isEmptyPatch(plan.patch))
    throw refusalToWrite(plan.judgement, context) ?? new Error('a blocker with a code refuses');
  if (saver.isReview) requireScored(plan.judgement);
  const isHeldBack = saver.isReview && plan.patch['reviewed_at'] === undefined;
  return { ...rest, ...plan, inputs, conflicts, notReviewed: isHeldBack ? hindrance : null };
}

/**
 * Adds to a write what follows from it: the start of a scorecard, its verdict, and with the lane the lane's trail. Keeps
 * only what differs from what the record holds.
 */
export function completePatch(
  reading: Reading,
  written: Patch,
  context: Context,
  saver: Saver | null = null,
): Plan {
  const { record } = reading;
  const restores = saver?.restores;
  const started = { ...written, ...(restores?.trail ?? startOf(reading, written, context)) };
  const isAsRead = Object.keys(started).length === 0;
  const after = isAsRead ? reading : readScorecard(withPatch(record, started), context);
  const judgement = judge(after, context);
  const { drift } = judgement;
  const trail =
    drift['lane'] === undefined
      ? previousLaneFromHistory(reading)
      : laneTrail(reading, judgement, started, context);
  const review = reviewTrail(reading, judgement, saver, context);
  const recheck = recheckTrail(judgement, started, context);
  const whole = { ...started, ...drift, ...trail, ...review, ...recheck };
  if (restores !== undefined && after.isEmpty) Object.assign(whole, NO_TRAIL);
  const patch = Object.fromEntries(
    Object.entries(whole).filter(([name, text]) => isToWrite(name, text, record)),
  );
  return { patch, judgement };
}

/**
 * A value that is there already is not sent, and a property that is not there would fail the whole write. Who saved and
 * who reviewed are sent always: somebody else may have done so since the record was read.
 */
function isToWrite(field: string, text: string, { texts }: CompanyRecord): boolean {
  const stored = texts[field];
  return stored !== undefined && (AUTHORS.includes(field) || text !== (stored ?? ''));
}

const AUTHORS = ['scored_by', 'reviewed_by'];

/** The trail of a scorecard that was never begun, but for who emptied it. */
const NO_TRAIL: Patch = Object.fromEntries(
  TRAIL_FIELDS.filter((field) => field !== 'scored_by').map((field) => [field, '']),
);

/** Whether there is nothing to write. */
export function isEmptyPatch(patch: Patch): boolean {
  return Object.keys(patch).length === 0;
}

/**
 * The first rating starts the scorecard: under the type that is set or the one to start with, by its current profile.
 * Another type stamps its own current profile.
 */
function startOf(before: Reading, written: Patch, context: Context): Patch {
  if (before.profileVersion !== null && !before.isEmpty) {
    const type = written[TYPE_FIELD];
    return isPartnerType(type) && type !== before.profile.type ? stamp(currentProfile(context, type)) : {};
  }
  const { texts } = withPatch(before.record, written);
  const after = readScorecard(withPatch(before.record, written), context);
  if (!isRated(after)) return {};
  const hasType = (texts[TYPE_FIELD] ?? '') !== '';
  const type = hasType || isRated(before) ? after.scorecard.type : startTypeOf(texts, context);
  if (type === null) return {};
  return { [TYPE_FIELD]: type, ...stamp(currentProfile(context, type)) };
}

/** Somebody who still sees an earlier type sends its fields. */
function fieldsOfEarlierTypes({ history }: CompanyRecord, { profiles }: Context): Field[] {
  const types = (history[TYPE_FIELD] ?? []).map(({ value }) => value);
  return fieldsOfAll(profiles.filter(({ type }) => types.includes(type)));
}

function stamp(profile: Profile | null): Patch {
  return profile === null ? {} : { profile_version: versionKey(profile) };
}

/** The reading once the type is set, before anything else of the save. */
function readUnderType(
  reading: Reading,
  { kind, profile }: Exclude<TypeStep, { kind: 'refused' }>,
  context: Context,
): Reading {
  if (kind === 'keep' || kind === 'conflict') return reading;
  const isStarted = reading.profileVersion !== null;
  const patch = { [TYPE_FIELD]: profile.type, ...(isStarted && stamp(profile)) };
  return readScorecard(withPatch(reading.record, patch), context);
}

function saveTrail(by: string, context: Context): Patch {
  return {
    scored_by: by,
    scored_at: context.now().toISOString(),
  };
}
