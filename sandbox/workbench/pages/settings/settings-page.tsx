import { useMemo } from 'react';
import { EmptyState } from '../../components/feedback.tsx';
import { useOverlayState } from '../../components/overlays.tsx';
import type { PlacedCard } from '../../host/settings.ts';
import { ExtensionFrame, sharedContext } from '../card/extension-frame.tsx';
import { ConnectedApp } from '../connection/connection.tsx';
import type { ConnectionState } from '../connection/use-connection.ts';
import { settings } from '../portal.ts';
import { useSignedIn } from '../session.tsx';

const NO_VALUES = {};

/** The settings of the app, as HubSpot shows them under its connected apps: on no record. */
export function SettingsPage({ connection }: { connection: ConnectionState }) {
  const owner = useSignedIn();
  const card = settings.cards.find(({ location }) => location === 'settings');
  return (
    <main className="page-main page-settings">
      <h1>Settings</h1>
      <ConnectedApp {...connection} />
      {card === undefined ? (
        <EmptyState title="No app has settings here">The workbench was started without one.</EmptyState>
      ) : (
        // the extension gets the signed-in person once, so another person restarts it
        <AppSettings key={owner.id} card={card} />
      )}
    </main>
  );
}

function AppSettings({ card }: { card: PlacedCard }) {
  const owner = useSignedIn();
  const overlays = useOverlayState();
  const context = useMemo(
    () => ({ ...sharedContext(card, owner), location: 'settings' as const }),
    [card, owner],
  );
  const surroundings = { ownerId: owner.id, record: null, refreshRecord: () => undefined };
  return <ExtensionFrame {...{ card, context, surroundings, overlays }} values={NO_VALUES} isTitled />;
}
