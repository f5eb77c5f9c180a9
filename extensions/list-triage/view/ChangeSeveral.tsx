import { LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useEffect, useSyncExternalStore } from 'react';

import * as say from '../../../src/messages/triage-panel.ts';
import { Column, Notice } from '../../common/layout.tsx';
import { changing, isRunning } from '../state/acting.ts';
import type { ActingSession } from '../state/acting-session.ts';
import { ActForm } from './ActForm.tsx';
import { ActPreview, PreviewCounts } from './ActPreview.tsx';
import { ActResults, RunProgress } from './ActResults.tsx';
import { RunBar } from './RunBar.tsx';

/** Companies that are changed at once: some minutes, in which the panel has to stay open. */
const MOST_CHANGED = 200;

interface ChangeSeveralProps {
  session: ActingSession;
  reloadPage: () => void;
}

/** An act on the selected companies: the form, its preview, and what became of it, below each other. */
export function ChangeSeveral({ session, reloadPage }: ChangeSeveralProps) {
  const state = useSyncExternalStore(session.subscribe, session.read);
  const { choices, phase, selected, failure, plans } = state;
  useEffect(() => {
    if (session.read().choices === null) void session.loadChoices();
  }, [session]);
  if (selected > MOST_CHANGED) return <Text>{say.tooManySelected(MOST_CHANGED, selected)}</Text>;
  if (choices === null)
    return failure === null ? (
      <LoadingSpinner label="Reading what can be chosen" showLabel layout="centered" />
    ) : (
      <Notice
        title={say.CHOICES_FAILED}
        variant="danger"
        sentences={[failure.message]}
        link={failure.link}
        actions={[{ label: 'Try again', act: session.loadChoices }]}
      />
    );
  const hasRun =
    phase === 'ended' || isRunning(state) || (phase === 'previewed' && changing(plans).length > 0);
  return (
    <Column gap="md">
      <ActForm {...{ state, choices, session }} />
      {phase === 'form' && failure !== null && (
        <Notice
          title={say.NOT_PREVIEWED}
          variant="danger"
          sentences={[failure.message]}
          link={failure.link}
        />
      )}
      {phase === 'previewed' && <PreviewCounts state={state} />}
      {hasRun && <RunBar {...{ state, session }} />}
      {phase === 'previewed' && <ActPreview {...{ state, session }} />}
      {isRunning(state) && <RunProgress state={state} />}
      {phase === 'ended' && <ActResults {...{ state, reloadPage }} />}
    </Column>
  );
}
