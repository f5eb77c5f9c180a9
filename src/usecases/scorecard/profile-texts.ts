import type { ProfileTexts, RecordNotice } from '../../contract/record-texts.ts';
import type { ScorecardRecord, TakeOver } from '../../contract/scorecard-record.ts';
import type { Published } from '../../contract/policy.ts';
import { pointsOf } from '../../icp/causes.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { LANE_LABELS, type LaneOrUndecided } from '../../icp/lanes.ts';
import { inSentence, profileName, versionKey } from '../../icp/profile.ts';
import { isOverdue } from '../../icp/review.ts';
import {
  SHIPPED_WITH_APP,
  TAKE_OVER,
  heldUntil,
  judgedByOlder,
  otherByToday,
  profilePublished,
  profileReviewDue,
  sameLaneByToday,
  todaysProfile,
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
  // only the current version is held
  if (reviewDue !== null && takeOver === null)
    about.push((isOverdue(reviewDue, asOf) ? profileReviewDue : heldUntil)(dayInWords(reviewDue)));
  return { name: profileName(profile, published?.on ?? null), about, today: todayText(record) };
}

/** The profile that can be taken over, and whose it is. */
function todayText({ takeOver, ...record }: Untold): string {
  if (takeOver === null) return '';
  const { published } = takeOver;
  const name = inSentence(profileName(todayIn(takeOver), published?.on ?? null));
  return todaysProfile(name, published === null ? '' : publishedText(published, record));
}

function todayIn({ to }: TakeOver): { version: number } {
  return { version: Number(to.split('@')[1]) };
}

function publishedText({ by, on, reason }: Published, record: Pick<Untold, 'names'>): string {
  return profilePublished(personText(by, record), dayInWords(on), reason.trim().replace(/\.$/, ''));
}

/** What today's profile would make of a record that is judged by another one, and the way to it. */
export function takeOverNotice(record: Untold): RecordNotice | null {
  const { takeOver, verdict, profile, profileVersion, published } = record;
  if (takeOver === null) return null;
  const isKnown = profileVersion === versionKey(profile);
  const name = shortName(takeOver);
  const before = verdict === null ? null : laneText(verdict);
  const becomes =
    verdict?.lane === takeOver.lane
      ? sameLaneByToday(name, [pointsOf(verdict), pointsOf(takeOver)])
      : otherByToday(name, before, laneText(takeOver));
  return {
    title: judgedByOlder(isKnown ? inSentence(profileName(profile, published?.on ?? null)) : null),
    variant: 'info',
    sentences: [becomes],
    action: { label: TAKE_OVER, act: 'take-over' },
  };
}

/** `3 March 2026, v2`: the title says already that it is a profile. */
function shortName(takeOver: TakeOver): string {
  const { version } = todayIn(takeOver);
  const { published } = takeOver;
  return published === null
    ? inSentence(profileName({ version }, null))
    : `${dayInWords(published.on)}, v${version}`;
}

/** `430 Deep`, or `310 to 430 Needs answers` */
function laneText(judged: { lane: LaneOrUndecided; low: number; high: number }): string {
  return `${pointsOf(judged)} ${LANE_LABELS[judged.lane]}`;
}
