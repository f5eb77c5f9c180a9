import { AutoGrid, StatusTag, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

import { pointsOf } from '../../../src/icp/causes.ts';
import { CLEARANCE_LABELS, type Clearance } from '../../../src/icp/clearance.ts';
import { LANE_LABELS, laneTitle } from '../../../src/icp/lanes.ts';
import { MAX_TOTAL, type Profile } from '../../../src/icp/profile.ts';
import type { RecordState, ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import type { Scorecard } from '../../../src/icp/scorecard.ts';
import type { Verdict } from '../../../src/icp/verdict.ts';

import { CLEARANCE_COLOURS, LANE_COLOURS } from '../../common/display.ts';
import { Column } from './layout.tsx';
import { Strengths } from './Strengths.tsx';
import { trailText } from './sentences.ts';
import { NOT_ASSESSED } from '../../../src/messages/cards.ts';

interface HeaderProps {
  record: ScorecardRecord;
  profile: Profile;
  draft: Scorecard;
  /** Null while nothing is rated or nothing can be judged. */
  verdict: Verdict | null;
}

/** The verdict at a glance. Each part has its own cell, so that a rating below never moves the rows under the pointer. */
export function Header({ record, profile, draft, verdict }: HeaderProps) {
  const { floors } = profile;
  return (
    <Column>
      <AutoGrid columnWidth={180} flexible gap="sm">
        <Figure title="Lane">
          <LaneTag verdict={verdict} profile={profile} state={record.state} />
        </Figure>
        <Figure title="Total">
          <Text format={{ fontWeight: 'bold' }}>{totalText(verdict)}</Text>
          <Text variant="microcopy">{`${LANE_LABELS.deep} from ${floors.deep} · ${LANE_LABELS.fast} from ${floors.fast}`}</Text>
        </Figure>
        <Figure title="Clearance">
          <ClearanceTag clearance={verdict?.clearance ?? null} />
        </Figure>
      </AutoGrid>
      <Text format={{ fontWeight: 'demibold' }}>{headlineText(record, verdict)}</Text>
      <Strengths profile={profile} ratings={draft.ratings} verdict={verdict} />
      <Text variant="microcopy">{trailText(record, profile)}</Text>
    </Column>
  );
}

function Figure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Column gap="xs" align="start">
      <Text variant="microcopy">{title}</Text>
      {children}
    </Column>
  );
}

interface LaneTagProps extends Pick<HeaderProps, 'verdict' | 'profile'> {
  state: RecordState;
}

function LaneTag({ verdict, profile, state }: LaneTagProps) {
  if (verdict !== null)
    return <StatusTag variant={LANE_COLOURS[verdict.lane]}>{laneTitle(verdict.lane, profile)}</StatusTag>;
  return <StatusTag hollow>{state === 'unjudgeable' ? 'Not judged' : 'Not assessed'}</StatusTag>;
}

function ClearanceTag({ clearance }: { clearance: Clearance | null }) {
  if (clearance === null) return <StatusTag hollow>Not yet known</StatusTag>;
  return <StatusTag variant={CLEARANCE_COLOURS[clearance]}>{CLEARANCE_LABELS[clearance]}</StatusTag>;
}

function totalText(verdict: Verdict | null): string {
  return verdict === null ? `– of ${MAX_TOTAL}` : `${pointsOf(verdict)} of ${MAX_TOTAL}`;
}

function headlineText({ state }: ScorecardRecord, verdict: Verdict | null): string {
  if (verdict !== null) return verdict.headline;
  if (state === 'unjudgeable') return 'Nothing is judged: see the problem below';
  return NOT_ASSESSED;
}
