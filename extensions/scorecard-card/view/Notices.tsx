import { Text } from '@hubspot/ui-extensions';

import { LANE_LABELS } from '../../../src/icp/lanes.ts';
import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { type Profile, inSentence } from '../../../src/icp/profile.ts';
import type { Scorecard } from '../../../src/icp/scorecard.ts';
import type { Verdict } from '../../../src/icp/verdict.ts';

import type { Ready } from '../state/card-state.ts';
import { Drift } from './Drift.tsx';
import { Notice } from './layout.tsx';
import { isTypeAtFault } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { TypeQuestion } from './TypeQuestion.tsx';
import { counted } from '../../common/display.ts';
import {
  CANNOT_BE_JUDGED,
  NOT_ALL_READABLE,
  TYPE_EMPTIED_MEANWHILE,
  laneSetByHand,
  overrideEnded,
  propertiesDeleted,
  restoreFields,
  restoreProperties,
  typeChangedMeanwhile,
} from '../../../src/messages/cards.ts';

interface NoticesProps {
  state: Ready;
  /** The shown one. */
  profile: Profile;
  draft: Scorecard;
  verdict: Verdict | null;
  session: Session;
}

/** What a person has to know before relying on the lane. */
export function Notices(props: NoticesProps) {
  return (
    <>
      <TypeQuestion {...props} />
      <Missing {...props} />
      <Problems {...props} />
      <OtherType {...props} />
      <Drift record={props.state.record} session={props.session} />
      <OverrideInForce {...props} />
    </>
  );
}

function Missing({ state, session }: NoticesProps) {
  const { missing, isSavable } = state.record;
  if (missing.length === 0) return null;
  return (
    <Notice
      title={propertiesDeleted(counted(missing.length, 'property', 'properties'))}
      variant={isSavable ? 'warning' : 'danger'}
      sentences={[(isSavable ? restoreFields : restoreProperties)(missing.join(', '))]}
      actions={[{ label: 'Look again', act: session.load }]}
    />
  );
}

function Problems({ state: { record }, draft, session }: NoticesProps) {
  const { problems, profile, scorecard } = record;
  if (problems.length === 0) return null;
  const { type } = profile;
  const isTypeLost = isTypeAtFault(record) && scorecard.type !== type && draft.type === scorecard.type;
  const setType = {
    label: `Set the type to ${inSentence(partnerTypeLabel(type))}`,
    act: () => session.pickType(type),
  };
  return (
    <Notice
      title={record.state === 'unjudgeable' ? CANNOT_BE_JUDGED : NOT_ALL_READABLE}
      sentences={problems.map(({ message }) => message)}
      actions={isTypeLost ? [setType] : []}
    />
  );
}

function OtherType({ state, profile }: NoticesProps) {
  if (!state.isOtherType || Object.keys(state.edits).length === 0) return null;
  const { type } = state.record.scorecard;
  return (
    <Notice
      title={type === null ? TYPE_EMPTIED_MEANWHILE : typeChangedMeanwhile(partnerTypeLabel(profile.type))}
      sentences={['Your unsaved answers are still here: read them against its questions before you save.']}
    />
  );
}

function OverrideInForce({ state, draft, verdict }: NoticesProps) {
  const { override } = draft;
  if (override === null || verdict === null) return null;
  const { lane, by, until, reason } = override;
  const who = by === '' ? 'Somebody' : by;
  const { asOf, driftReasons } = state.record;
  if (until < asOf)
    return driftReasons.some(({ kind }) => kind === 'override-ended') ? null : (
      <Text variant="microcopy">{overrideEnded(who, until)}</Text>
    );
  const set = `${who} set ${LANE_LABELS[lane]}${reason === '' ? '' : `: ${reason}`}.`;
  return (
    <Notice
      title={laneSetByHand(until)}
      variant="info"
      sentences={[`${set} By ratings and checks it is ${LANE_LABELS[verdict.computedLane]}.`]}
    />
  );
}
