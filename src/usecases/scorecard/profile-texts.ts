import type { ProfileTexts, RecordNotice, ScorecardRecord } from '../../contract/scorecard-record.ts';
import type { Published } from '../../contract/policy.ts';
import { pointsOf } from '../../icp/causes.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { LANE_LABELS, type LaneOrUndecided } from '../../icp/lanes.ts';
import { inSentence, profileName, versionKey } from '../../icp/profile.ts';
import { isOverdue } from '../../icp/review.ts';
import {
  SHIPPED_WITH_APP,
  TAKE_OVER,
  TAKE_OVER_CHANGES,
  heldUntil,
  judgedByOlder,
  otherByToday,
  profilePublished,
  profileReviewDue,
  sameLaneByToday,
} from '../../messages/cards.ts';
import { personText } from '../../messages/people.ts';

/** A record whose texts are being written. */
type Untold = Omit<ScorecardRecord, 'texts'>;

/**
 * The profile that a record is judged by: what it is called, whose it is and why.
 *
 * @param reviewDue the day until which it is held, `YYYY-MM-DD`; null for a shipped one, or one that is not known
 */
export function profileTexts(record: Untold, reviewDue: string | null): ProfileTexts {
  const { profile, published, takeOver, asOf } = record;
  const about = published === null ? [] : [publishedText(published, record)];
  if (profile.version === 0) about.push(SHIPPED_WITH_APP);
  // an older version is held by nobody
  if (reviewDue !== null && takeOver === null)
    about.push((isOverdue(reviewDue, asOf) ? profileReviewDue : heldUntil)(dayInWords(reviewDue)));
  return { name: profileName(profile, published?.on ?? null), about };
}

function publishedText({ by, on, reason }: Published, record: Untold): string {
  return profilePublished(personText(by, record), dayInWords(on), reason.trim().replace(/\.$/, ''));
}

/** What today's profile would make of a record that is judged by another one, and the way to it. */
export function takeOverNotice(record: Untold): RecordNotice | null {
  const { takeOver, verdict, profile, profileVersion, published } = record;
  if (takeOver === null) return null;
  const today = { version: Number(takeOver.to.split('@')[1]) };
  const name = inSentence(profileName(today, takeOver.published?.on ?? null));
  const then = laneText(takeOver);
  const isKnown = profileVersion === versionKey(profile);
  const before = verdict === null ? null : laneText(verdict);
  const isSameLane = verdict?.lane === takeOver.lane;
  return {
    title: judgedByOlder(isKnown ? inSentence(profileName(profile, published?.on ?? null)) : null),
    variant: 'info',
    sentences: [
      [
        isSameLane && before !== null
          ? sameLaneByToday(name, LANE_LABELS[takeOver.lane], [pointsOf(verdict), pointsOf(takeOver)])
          : otherByToday(name, before, then),
        ...(takeOver.published === null ? [] : [publishedText(takeOver.published, record)]),
      ].join(' '),
      TAKE_OVER_CHANGES,
    ],
    action: { label: TAKE_OVER, act: 'take-over' },
  };
}

/** `430 Deep`, or `310 to 430 Needs answers` */
function laneText(judged: { lane: LaneOrUndecided; low: number; high: number }): string {
  return `${pointsOf(judged)} ${LANE_LABELS[judged.lane]}`;
}
