import type { OverrideNotice } from '../../contract/record-texts.ts';
import type { ScorecardRecord } from '../../contract/scorecard-record.ts';
import { dayInWords } from '../../icp/day-in.ts';
import { LANE_LABELS } from '../../icp/lanes.ts';
import {
  OVERRIDE_RENEW,
  OVERRIDE_UNFINISHED,
  OVERRIDE_UNJUDGED,
  OVERRIDE_WAITS,
  laneSetByHand,
  overrideEnded,
  overrideSet,
  overrideWaits,
} from '../../messages/cards.ts';
import { personText } from '../../messages/people.ts';

/** What there is to say of the override: one notice, or one for each of whether the unsaved scorecard has a lane. */
export function overrideNotices(record: Omit<ScorecardRecord, 'texts'>): OverrideNotice[] {
  const { scorecard, problems, asOf, state } = record;
  if (scorecard.override === null) {
    const problem = problems.find(({ field }) => field === 'override_lane');
    return problem === undefined
      ? []
      : [{ kind: 'incomplete', title: OVERRIDE_UNFINISHED, sentences: [problem.message] }];
  }
  const { lane, until, reason, by } = scorecard.override;
  const who = by === '' ? 'Somebody' : personText(by, record);
  const [label, day] = [LANE_LABELS[lane], dayInWords(until)];
  if (until < asOf) return [{ kind: 'ended', title: overrideEnded(who, day), sentences: [OVERRIDE_RENEW] }];
  const set = overrideSet(who, label, reason.trim().replace(/\.$/, ''));
  const why = state === 'unjudgeable' ? OVERRIDE_UNJUDGED : OVERRIDE_WAITS;
  return [
    { kind: 'waits', title: overrideWaits(label, day), sentences: [set, why] },
    { kind: 'in-force', title: laneSetByHand(day), sentences: [set] },
  ];
}
