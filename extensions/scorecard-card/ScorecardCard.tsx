import {
  type CrmContext,
  type ExtensionPointApiActions,
  LoadingSpinner,
  hubspot,
} from '@hubspot/ui-extensions';
import { useEffect, useState, useSyncExternalStore } from 'react';

import { LoadFailure, NotInstalled } from './view/LoadFailure.tsx';
import { Scorecard } from './view/Scorecard.tsx';
import { OVERRIDE_PROPERTIES } from './state/override-edits.ts';
import type { Run } from './state/draft-writer.ts';
import { startSession } from './state/session.ts';

hubspot.extend<'crm.record.tab'>(({ context, actions }) => (
  <ScorecardCard key={context.crm.objectId} context={context} actions={actions} />
));

export interface ScorecardCardProps {
  context: Pick<CrmContext, 'crm' | 'user'>;
  /** Left out by HubSpot. */
  run?: Omit<Run, 'user'>;
  actions: Pick<
    ExtensionPointApiActions<'crm.record.tab'>,
    'addAlert' | 'refreshObjectProperties' | 'onCrmPropertiesUpdate' | 'copyTextToClipboard' | 'closeOverlay'
  >;
}

/** The scorecard of the company on whose record the card stands. */
export function ScorecardCard({ context, actions, run }: ScorecardCardProps) {
  const [session] = useState(() =>
    startSession({
      companyId: String(context.crm.objectId),
      by: context.user.email,
      run: { ...(run ?? newRun()), user: String(context.user.id) },
      host: actions,
    }),
  );
  const state = useSyncExternalStore(session.subscribe, session.read);
  useEffect(() => {
    void session.load();
    actions.onCrmPropertiesUpdate([...OVERRIDE_PROPERTIES], (values, error) => {
      if (error === undefined) void session.overrideEdited(values);
    });
    return session.end;
  }, [session]);

  if (state.phase === 'loading')
    return <LoadingSpinner label="Loading the scorecard" showLabel layout="centered" />;
  const retry = () => void session.load();
  if (state.phase === 'failed') return <LoadFailure failure={state.failure} onRetry={retry} />;
  if (state.record.state === 'not-installed')
    return <NotInstalled message={state.record.texts.words.notInstalled} onRetry={retry} />;
  return <Scorecard state={state} session={session} actions={actions} />;
}

function newRun(): Omit<Run, 'user'> {
  return {
    session: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`,
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    now: () => new Date(),
  };
}
