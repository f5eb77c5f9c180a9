import type { RecordNotice, RecordTexts } from '../../contract/record-texts.ts';
import type { ScorecardRecord, Trail } from '../../contract/scorecard-record.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { LANE_LABELS } from '../../icp/lanes.ts';
import { isOverdue } from '../../icp/review.ts';
import {
  NOT_REVIEWED_YET,
  nextRecheck,
  nextReview,
  notSetUp,
  propertiesDeleted,
  recheckSince,
  restoreFields,
  restoreProperties,
  reviewedBy,
} from '../../messages/cards.ts';
import type { Context } from '../context.ts';
import type { Remedies } from '../remedies.ts';
import { personText } from '../../messages/people.ts';
import { CARD_WORDS } from './card-words.ts';
import { decisionTexts } from '../decisions/decision-texts.ts';
import { overrideNotices } from './override-notices.ts';
import { profileTexts, takeOverNotice } from './profile-texts.ts';
import { driftNotice } from './drift-notice.ts';

/** A record whose texts are being written. */
type Untold = Omit<ScorecardRecord, 'texts'>;

/**
 * What there is to say of a record as it is stored.
 *
 * @param labels of the fields that `drift` and its reasons name
 * @param heldUntil the day until which its profile is held, `YYYY-MM-DD`; null for a shipped one
 */
export function recordTexts(
  record: Untold,
  labels: Readonly<Record<string, string>>,
  heldUntil: string | null,
  { remedies, settings }: Pick<Context, 'remedies' | 'settings'>,
): Omit<RecordTexts, 'typesNotSetUp'> {
  return {
    stored: storedText(record),
    review: reviewText(record),
    profile: profileTexts(record, heldUntil),
    notices: [
      missingNotice(record, remedies),
      driftNotice(record, labels, settings),
      takeOverNotice(record),
    ].filter((notice) => notice !== null),
    override: overrideNotices(record),
    decision: decisionTexts(record),
    words: { ...CARD_WORDS, notInstalled: notSetUp(remedies.install) },
  };
}

/** `Mateo Ruiz, 20 May 2026 · review due 20 May 2027` */
function storedText(record: Untold): string {
  const { scoredBy, scoredOn, previousLane, laneChangedOn, reviewDue, recheckDue } = record.trail;
  const parts: string[] = [];
  if (scoredOn !== null)
    parts.push(`${scoredBy === null ? 'Somebody' : personText(scoredBy, record)}, ${dayInWords(scoredOn)}`);
  if (laneChangedOn !== null && previousLane !== null)
    parts.push(`lane since ${dayInWords(laneChangedOn)}, ${LANE_LABELS[previousLane]} before`);
  if (reviewDue !== null) parts.push(`review ${dueText(reviewDue, record)}`);
  if (recheckDue !== null) parts.push(`re-check ${dueText(recheckDue, record)}`);
  return parts.join(' · ');
}

function dueText(day: string, { asOf }: Untold): string {
  return `${isOverdue(day, asOf) ? 'overdue since' : 'due'} ${dayInWords(day)}`;
}

function reviewText(record: Untold): string {
  const { reviewedBy: by, reviewedOn, reviewDue, recheckDue }: Trail = record.trail;
  const parts = [
    reviewedOn === null
      ? NOT_REVIEWED_YET
      : reviewedBy(by === null ? 'somebody' : personText(by, record), dayInWords(reviewedOn)),
  ];
  if (reviewDue !== null) parts.push(nextReview(dayInWords(reviewDue)));
  if (recheckDue !== null)
    parts.push((isOverdue(recheckDue, record.asOf) ? recheckSince : nextRecheck)(dayInWords(recheckDue)));
  return parts.join(' ');
}

function missingNotice({ missing, isSavable }: Untold, { install }: Remedies): RecordNotice | null {
  if (missing.length === 0) return null;
  const count = missing.length === 1 ? '1 property' : `${missing.length} properties`;
  return {
    title: propertiesDeleted(count),
    variant: isSavable ? 'warning' : 'danger',
    sentences: [(isSavable ? restoreFields : restoreProperties)(missing.join(', '), install)],
    action: { label: 'Look again', act: 'load' },
  };
}
