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

hubspot.extend<'settings'>(({ context, actions }) => <Settings context={context} actions={actions} />);

interface SettingsProps {
  context: Pick<ExtensionPointApiContext<'settings'>, 'user' | 'portal'>;
  actions: Pick<ExtensionPointApiActions<'settings'>, 'copyTextToClipboard' | 'closeOverlay'>;
  now?: () => Date;
}

/** The portal's profiles and settings. */
export function Settings({ context, actions, now = () => new Date() }: SettingsProps) {
  const by = context.user.email;
  const userId = String(context.user.id);
  const [session] = useState(() => startSession({ by, now }));
  const state = useSyncExternalStore(session.subscribe, session.read);
  useEffect(() => void session.load(), [session]);

  if (state.phase === 'loading')
    return <LoadingSpinner label="Loading profiles and settings" showLabel layout="centered" />;
  if (state.phase === 'failed')
    return <LoadFailure failure={state.failure} onRetry={() => void session.load()} />;
  return (
    <Column gap="md">
      <DoorNotice />
      <Page
        {...{ state, session, by, userId }}
        zone={context.portal.timezone}
        copyText={actions.copyTextToClipboard}
        closeOverlay={actions.closeOverlay}
      />
    </Column>
  );
}
