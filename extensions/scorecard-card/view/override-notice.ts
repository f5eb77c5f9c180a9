import { dayInWords } from '../../../src/icp/day-in.ts';
import { LANE_LABELS } from '../../../src/icp/lanes.ts';
import {
  OVERRIDE_UNFINISHED,
  OVERRIDE_RENEW,
  OVERRIDE_UNJUDGED,
  OVERRIDE_WAITS,
  laneSetByHand,
  overrideEnded,
  overrideSet,
  overrideWaits,
  withoutOverride,
} from '../../../src/messages/cards.ts';
import { personText } from '../../../src/messages/people.ts';

import { problemOf } from '../state/drafts.ts';
import type { CardView } from './card-view.ts';

interface OverrideNotice {
  kind: 'in-force' | 'waits' | 'ended' | 'incomplete';
  title: string;
  sentences: readonly string[];
}

/** The override in force, waiting, ended or unfinished; null where the company has none. */
export function overrideNotice({
  record,
  draft: { override },
  verdict,
}: Pick<CardView, 'record' | 'draft' | 'verdict'>): OverrideNotice | null {
  const problem = problemOf(record, 'override_lane');
  if (override === null)
    return problem === null ? null : { kind: 'incomplete', title: OVERRIDE_UNFINISHED, sentences: [problem] };
  const { lane, until, reason } = override;
  const who = override.by === '' ? 'Somebody' : personText(override.by, record);
  const [label, day] = [LANE_LABELS[lane], dayInWords(until)];
  if (until < record.asOf)
    return { kind: 'ended', title: overrideEnded(who, day), sentences: [OVERRIDE_RENEW] };
  const set = overrideSet(who, label, reason.trim().replace(/\.$/, ''));
  if (verdict === null || verdict.override === null)
    return {
      kind: 'waits',
      title: overrideWaits(label, day),
      sentences: [set, record.state === 'unjudgeable' ? OVERRIDE_UNJUDGED : OVERRIDE_WAITS],
    };
  return {
    kind: 'in-force',
    title: laneSetByHand(day),
    sentences: [set, withoutOverride(LANE_LABELS[verdict.computedLane])],
  };
}
