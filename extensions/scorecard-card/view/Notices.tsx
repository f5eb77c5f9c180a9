import { Text } from '@hubspot/ui-extensions';

import { laneLabel } from '../../../src/icp/lanes.ts';
import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { type Profile, inSentence } from '../../../src/icp/profile.ts';
import type { Scorecard } from '../../../src/icp/scorecard.ts';
import type { Verdict } from '../../../src/icp/verdict.ts';

import type { Ready } from '../state/card-state.ts';
import { Notice } from './layout.tsx';
import { isTypeAtFault } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { counted } from './sentences.ts';

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
      <Missing {...props} />
      <Problems {...props} />
      <OtherType {...props} />
      <Drift {...props} />
      <OverrideInForce {...props} />
    </>
  );
}

function Missing({ state, session }: NoticesProps) {
  const { missing } = state.record;
  if (missing.length === 0) return null;
  return (
    <Notice
      title={`${counted(missing.length, 'property', 'properties')} of the app deleted`}
      variant="danger"
      sentences={[
        `${missing.join(', ')}. Nothing can be saved until an admin runs the installer: icp install. It restores them. What you enter meanwhile stays here.`,
      ]}
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
      title={
        record.state === 'unjudgeable' ? 'This scorecard cannot be judged' : 'Not everything can be read'
      }
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
      title={
        type === null
          ? 'Somebody emptied the type meanwhile'
          : `Somebody changed the type to ${partnerTypeLabel(profile.type)} meanwhile`
      }
      sentences={['Your unsaved answers are still here: read them against its questions before you save.']}
    />
  );
}

function Drift({ state, session }: NoticesProps) {
  const { drift } = state.record;
  if (drift.length === 0) return null;
  return (
    <Notice
      title="HubSpot holds another verdict"
      sentences={[
        `Stored differently from what follows from this scorecard: ${drift.map(propertyText).join(', ')}. Somebody edited it, or a rating changed outside. Saving repairs it.`,
      ]}
      actions={[{ label: 'Repair now', act: () => session.save('top', []) }]}
    />
  );
}

/** `score lane` for `ipp_score_lane`. */
function propertyText(property: string): string {
  return property.replace(/^ipp_/, '').replaceAll('_', ' ');
}

function OverrideInForce({ state, profile, draft, verdict }: NoticesProps) {
  const { override } = draft;
  if (override === null || verdict === null) return null;
  const { lane, by, until, reason } = override;
  const who = by === '' ? 'Somebody' : by;
  if (until < state.record.asOf)
    return <Text variant="microcopy">{`An override by ${who} ended on ${until}. It counts no more.`}</Text>;
  const set = `${who} set ${laneLabel(lane, profile)}${reason === '' ? '' : `: ${reason}`}.`;
  return (
    <Notice
      title={`Lane set by hand until ${until}`}
      variant="info"
      sentences={[`${set} By ratings and checks it is ${laneLabel(verdict.computedLane, profile)}.`]}
    />
  );
}
