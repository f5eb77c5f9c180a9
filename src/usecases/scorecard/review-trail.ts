import { type CompanyRecord, type Patch, textOf } from '../../crm/company-record.ts';
import { propertyOf } from '../../crm/property-names.ts';
import { dayOfTime } from '../../icp/day-in.ts';
import { ratingOf } from '../../icp/ratings.ts';
import { reviewDue } from '../../icp/review.ts';
import { UNSCORED_REVIEW, reviewNotInstalled } from '../../messages/scorecard.ts';
import { type Context, today } from '../context.ts';
import { Refused } from '../refused.ts';
import type { Judgement, Reading } from './judge.ts';
import { isNewer } from './overwrites.ts';

/** Who saves, and whether this is the yearly review. */
export interface Saver {
  by: string;
  isReview: boolean;
  restores?: Restores | undefined;
}

/** What an undo puts back, as it was stored before the save that is undone. */
export interface Restores {
  /** The texts of answers: one that was never set is unset again. */
  answers: Patch;
  /** Version and review, in place of new stamps. */
  trail: Patch;
}

const REVIEW_FIELDS = ['reviewed_by', 'reviewed_at', 'review_due'] as const;

/**
 * What is noted of the yearly review. The first complete rating counts as one; no other save does. The same person's
 * second review of a day is the first one, repeated. A scorecard without a date gets one.
 *
 * @param before as it was read
 * @param after with everything else of the write
 * @param saver null when the app writes without a person
 */
export function reviewTrail(
  before: Reading,
  after: Judgement,
  saver: Saver | null,
  context: Pick<Context, 'now' | 'installation'>,
): Patch {
  if (after.state !== 'judged') return {};
  const { texts } = before.record;
  const isRestored = saver?.restores !== undefined;
  if (saver !== null && !isRestored && (saver.isReview || isFirstComplete(before, after))) {
    const due = { review_due: reviewDue(today(context)) };
    const isRepeat =
      texts['reviewed_by'] === saver.by && dayOf(before.record, 'reviewed_at') === today(context);
    return isRepeat ? due : { reviewed_by: saver.by, reviewed_at: context.now().toISOString(), ...due };
  }
  const isDateMissing = isComplete(after) && textOf(after.record.texts, 'review_due') === null;
  return isDateMissing ? { review_due: reviewDue(dayOf(after.record, 'scored_at') ?? today(context)) } : {};
}

/** @throws Refused when there is nothing to review */
export function requireScored({ state }: Judgement): void {
  if (state !== 'judged')
    throw new Refused('invalid-input', `reviewed: ${UNSCORED_REVIEW} Nothing was written.`, {
      field: 'reviewed',
    });
}

/** Why no review can be noted in this portal; null when one can. */
export function reviewHeldBack(
  { texts }: CompanyRecord,
  { remedies }: Pick<Context, 'remedies'>,
): string | null {
  const isThere = REVIEW_FIELDS.some((field) => texts[field] !== undefined);
  return isThere ? null : reviewNotInstalled(REVIEW_FIELDS.map(propertyOf).join(', '), remedies.install);
}

/** Whether HubSpot kept the review that was written, or another one that came after it. */
export function isReviewKept(before: CompanyRecord, after: CompanyRecord, patch: Patch): boolean {
  if (patch['reviewed_at'] === undefined) return true;
  const [newest] = after.history['reviewed_at'] ?? [];
  const [earlier] = before.history['reviewed_at'] ?? [];
  return newest !== undefined && (earlier === undefined || isNewer(newest, earlier));
}

function isFirstComplete(before: Reading, after: Reading): boolean {
  return textOf(before.record.texts, 'reviewed_at') === null && !isComplete(before) && isComplete(after);
}

function isComplete({ profile, scorecard }: Reading): boolean {
  return profile.dimensions.every(({ key }) => ratingOf(scorecard.ratings, key) !== null);
}

function dayOf({ texts, zone }: CompanyRecord, field: string): string | null {
  return dayOfTime(zone, texts[field] ?? '');
}
