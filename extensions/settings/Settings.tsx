import {
  type ExtensionPointApiActions,
  type ExtensionPointApiContext,
  LoadingSpinner,
  hubspot,
} from '@hubspot/ui-extensions';
import { useEffect, useState, useSyncExternalStore } from 'react';

import { DoorNotice } from '../common/DoorNotice.tsx';
import { Column } from '../common/layout.tsx';
import { startSession } from './state/session.ts';
import { LoadFailure } from './view/LoadFailure.tsx';
import { Page } from './view/Page.tsx';
import { type OpenParts, openParts } from './view/parts.tsx';

hubspot.extend<'settings'>(({ context, actions }) => <Settings context={context} actions={actions} />);

interface SettingsProps {
  context: Pick<ExtensionPointApiContext<'settings'>, 'user' | 'portal'>;
  actions: Pick<ExtensionPointApiActions<'settings'>, 'copyTextToClipboard' | 'closeOverlay'>;
  now?: () => Date;
  /** Does something later. @returns takes that back */
  after?: (ms: number, act: () => void) => () => void;
  parts?: OpenParts;
}

/** The portal's profiles and settings. */
export function Settings(props: SettingsProps) {
  const { context, actions, now = () => new Date(), after = later, parts: open = openParts } = props;
  const by = context.user.email;
  const userId = String(context.user.id);
  const [session] = useState(() => startSession({ by, now }));
  const [parts] = useState(() => open({ by, now, after }));
  const state = useSyncExternalStore(session.subscribe, session.read);
  useEffect(() => void session.load(), [session]);
  const mayPublish = state.phase === 'ready' && state.policy.mayPublish;
  useEffect(() => (mayPublish ? parts.open() : undefined), [parts, mayPublish]);

  if (state.phase === 'loading')
    return <LoadingSpinner label="Loading profiles and settings" showLabel layout="centered" />;
  if (state.phase === 'failed')
    return <LoadFailure failure={state.failure} onRetry={() => void session.load()} />;
  return (
    <Column gap="md">
      <DoorNotice />
      <Page
        {...{ state, session, parts, by, userId }}
        zone={context.portal.timezone}
        copyText={actions.copyTextToClipboard}
        closeOverlay={actions.closeOverlay}
      />
    </Column>
  );
}

function later(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
