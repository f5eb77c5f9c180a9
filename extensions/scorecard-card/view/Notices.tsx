import { Text } from '@hubspot/ui-extensions';

import { LANE_LABELS } from '../../../src/icp/lanes.ts';
import { partnerTypeLabel } from '../../../src/icp/partner-types.ts';
import { inSentence } from '../../../src/icp/profile.ts';

import type { CardView } from './card-view.ts';
import { Notice } from '../../common/layout.tsx';
import { isTypeAtFault } from '../state/drafts.ts';
import type { Session } from '../state/session.ts';
import { TypeQuestion } from './TypeQuestion.tsx';
import {
  CANNOT_BE_JUDGED,
  NOT_ALL_READABLE,
  TYPE_EMPTIED_MEANWHILE,
  typeChangedMeanwhile,
  withoutOverride,
} from '../../../src/messages/cards.ts';

interface NoticesProps {
  view: CardView;
  session: Session;
}

/** What a person has to know before relying on the lane. */
export function Notices({ view, session }: NoticesProps) {
  return (
    <>
      <TypeQuestion state={view.state} session={session} />
      <Problems view={view} session={session} />
      <OtherType view={view} session={session} />
      <Told view={view} session={session} />
      <OverrideState view={view} session={session} />
    </>
  );
}

/** What the app says of the record. */
function Told({ view: { record }, session }: NoticesProps) {
  const acts = { update: () => session.save([]), load: session.load, 'take-over': session.takeOver };
  return record.texts.notices.map(({ action: { label, act }, ...notice }) => (
    <Notice key={act} {...notice} actions={[{ label, act: acts[act] }]} />
  ));
}

function Problems({ view: { record, draft }, session }: NoticesProps) {
  const { profile, scorecard } = record;
  // an unfinished override has a notice of its own
  const problems = record.problems.filter(({ field }) => field !== 'override_lane');
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

function OtherType({ view: { state, profile } }: NoticesProps) {
  if (!state.isOtherType || Object.keys(state.edits).length === 0) return null;
  const { type } = state.record.scorecard;
  return (
    <Notice
      title={type === null ? TYPE_EMPTIED_MEANWHILE : typeChangedMeanwhile(partnerTypeLabel(profile.type))}
      sentences={[state.record.texts.words.unsavedAnswersStay]}
    />
  );
}

/** One that ended has its own sentence where it is why HubSpot holds another verdict. */
function OverrideState({ view: { record, verdict } }: NoticesProps) {
  const inForce = verdict !== null && verdict.override !== null;
  const notice = record.texts.override.find(({ kind }) => kind !== (inForce ? 'waits' : 'in-force'));
  if (notice === undefined) return null;
  const { kind, title } = notice;
  const byRules = inForce ? [withoutOverride(LANE_LABELS[verdict.computedLane])] : [];
  const sentences = [...notice.sentences, ...(kind === 'in-force' ? byRules : [])];
  if (kind === 'ended')
    return record.driftReasons.some((reason) => reason.kind === 'override-ended') ? null : (
      <Text variant="microcopy">{[title, ...sentences].join(' ')}</Text>
    );
  return (
    <Notice
      title={title}
      variant={kind === 'incomplete' ? 'warning' : 'info'}
      sentences={[sentences.join(' ')]}
    />
  );
}
