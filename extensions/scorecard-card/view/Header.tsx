import { Flex, Tag, Text } from '@hubspot/ui-extensions';

import type { RecordState } from '../../../src/contract/scorecard-record.ts';
import { pointsOf } from '../../../src/icp/causes.ts';
import { CLEARANCE_LABELS } from '../../../src/icp/clearance.ts';
import { LANE_LABELS } from '../../../src/icp/lanes.ts';
import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { MAX_TOTAL, type Profile, inSentence } from '../../../src/icp/profile.ts';
import type { Verdict } from '../../../src/icp/verdict.ts';
import { NOTHING_JUDGED, NOT_ASSESSED, NOT_RATED } from '../../../src/messages/cards.ts';

import { CLEARANCE_COLOURS, LANE_COLOURS } from '../../common/display.ts';
import type { Session } from '../state/session.ts';
import type { CardView } from './card-view.ts';
import { Column } from '../../common/layout.tsx';
import { SaveBar } from './SaveBar.tsx';

interface HeaderProps {
  view: CardView;
  session: Session;
}

/** Lane, total and clearance once each, Save beside them, what to do next, and who stored what is stored, and when. */
export function Header({ view, session }: HeaderProps) {
  const { record, profile, verdict } = view;
  return (
    <Column gap="flush">
      <Flex justify="between" align="center" gap="xs" wrap>
        {verdict === null ? (
          <Text format={{ fontWeight: 'demibold' }}>{withoutVerdict(record.state)}</Text>
        ) : (
          <VerdictLine verdict={verdict} profile={profile} />
        )}
        <SaveBar view={view} session={session} />
      </Flex>
      <Text>{nextText(view)}</Text>
      <Text variant="microcopy">{storedText(view)}</Text>
    </Column>
  );
}

function VerdictLine({ verdict, profile }: { verdict: Verdict; profile: Profile }) {
  const { lane, clearance } = verdict;
  const words = lane === 'undecided' ? [] : [profile.lanes[lane].label];
  return (
    <Flex align="center" gap="xs" wrap>
      <Tag variant={LANE_COLOURS[lane]}>{LANE_LABELS[lane]}</Tag>
      <Text inline format={{ fontWeight: 'demibold' }}>
        {[...words, `${pointsOf(verdict)} of ${MAX_TOTAL}`].join(' · ')}
      </Text>
      {clearance !== null && <Tag variant={CLEARANCE_COLOURS[clearance]}>{CLEARANCE_LABELS[clearance]}</Tag>}
    </Flex>
  );
}

function withoutVerdict(state: RecordState): string {
  if (state === 'unjudgeable') return NOTHING_JUDGED;
  return state === 'never-scored' ? NOT_ASSESSED : NOT_RATED;
}

function nextText({ record, profile, verdict }: CardView): string {
  if (verdict !== null) return verdict.next === '' ? '' : `Next: ${inSentence(verdict.next)}`;
  if (record.state === 'unjudgeable') return 'Next: see the problem below.';
  return `The first rating starts a scorecard as ${inSentence(partnerTypeLabel(profile.type))}.`;
}

/** Of what is stored, whatever is unsaved: who, when, and what is due. */
function storedText({ state, record: { texts } }: CardView): string {
  if (Object.keys(state.edits).length === 0) return texts.stored;
  return texts.stored === '' ? 'Not saved' : `Not saved. Stored: ${texts.stored}`;
}
