import { LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useEffect, useSyncExternalStore } from 'react';

import * as say from '../../../src/messages/triage-panel.ts';
import { Column, Notice } from '../../common/layout.tsx';
import type { ActingSession } from '../state/acting-session.ts';
import { ActForm } from './ActForm.tsx';
import { ActPreview } from './ActPreview.tsx';
import { ActResults } from './ActResults.tsx';

/** Companies that are changed at once: some minutes, in which the panel has to stay open. */
const MOST_CHANGED = 200;

interface ChangeSeveralProps {
  session: ActingSession;
  reloadPage: () => void;
}

/** An act on the selected companies: the form, its preview, and what became of it, below each other. */
export function ChangeSeveral({ session, reloadPage }: ChangeSeveralProps) {
  const state = useSyncExternalStore(session.subscribe, session.read);
  const { choices, phase, selected, failure } = state;
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
      {phase === 'previewed' && <ActPreview {...{ state, session }} />}
      {(phase === 'applying' || phase === 'stopping' || phase === 'ended') && (
        <ActResults {...{ state, session, reloadPage }} />
      )}
    </Column>
  );
}
