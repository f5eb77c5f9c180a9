import type { DecideAnswer } from '../../../src/contract/decisions.ts';
import type { ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import { dayInWords } from '../../../src/icp/day-in.ts';
import { decisionLabel } from '../../../src/icp/decision.ts';
import {
  DECIDED_MEANWHILE,
  NOT_DECIDED,
  decided,
  decidedSince,
  nowHolds,
  replacedUnseen,
} from '../../../src/messages/decide-tab.ts';
import { decisionInQuarter } from '../../../src/messages/decisions.ts';
import { whoText } from '../../../src/messages/people.ts';

import { Notice } from '../../common/layout.tsx';
import type { Ready } from '../state/card-state.ts';
import type { Decided } from '../state/decision-form.ts';
import type { Session } from '../state/session.ts';
import { changeText, decisionFieldLabel, decisionValueText } from './sentences.ts';
import { SlotsLine } from './SlotsLine.tsx';

interface OutcomeProps {
  state: Ready;
  session: Session;
}

/** What became of the last decision, below the form, so that nothing moves under the pointer. */
export function DecisionOutcome({ state, session }: OutcomeProps) {
  const { failure, record, busy } = state;
  const { conflict, done } = state.decision;
  return (
    <>
      {failure?.call === 'decide' && (
        <Notice
          title={NOT_DECIDED}
          variant="danger"
          sentences={[withLabel(failure)]}
          link={failure.link}
          actions={[{ label: 'Load the record again', act: session.load }]}
        />
      )}
      {conflict !== null && (
        <Notice
          title={conflictTitle(conflict)}
          sentences={conflictSentences(conflict)}
          actions={[{ label: 'Look at it', act: session.lookAtNewer, isDisabled: busy !== null }]}
        />
      )}
      {done !== null && <Done done={done} record={record} />}
      {done?.decision === 'go-deep' && <SlotsLine state={state} session={session} />}
    </>
  );
}

function Done({ done, record }: { done: Decided; record: ScorecardRecord }) {
  const { decision, quarter, replaced } = done;
  const loss = replaced === null ? [] : [replacedUnseen(whoText(replaced, record), dayInWords(replaced.on))];
  return (
    <Notice
      title={decided(decisionInQuarter(decisionLabel(decision), quarter))}
      variant={replaced === null ? 'success' : 'warning'}
      sentences={loss}
    />
  );
}

/** The app begins a sentence about a field with the field's name. */
function withLabel({ message, field }: { message: string; field?: string }): string {
  const name = `${field ?? ''}: `;
  return field !== undefined && message.startsWith(name)
    ? `${decisionFieldLabel(field)}: ${message.slice(name.length)}`
    : message;
}

function conflictTitle(answer: DecideAnswer): string {
  const since = answer.conflicts.find(({ written }) => written);
  if (since === undefined) return DECIDED_MEANWHILE;
  return decidedSince(since.change === null ? 'somebody else' : whoText(since.change, answer));
}

/** Each field with what stands there now and who changed it. The time changes with every decision and says nothing more. */
function conflictSentences(answer: DecideAnswer): string[] {
  const told = answer.conflicts.filter(({ field }) => field !== 'decided_at');
  return (told.length === 0 ? answer.conflicts : told).map(({ field, found, change }) => {
    const holds = nowHolds(decisionFieldLabel(field), decisionValueText(field, found));
    return change === null ? holds : `${holds} ${changeText(change, answer)}.`;
  });
}
