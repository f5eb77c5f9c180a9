import { settings } from '../portal.ts';
import type { ConnectionState } from './use-connection.ts';

/** Says on every page that the app is not connected, and where an admin connects it. */
export function ConnectionBanner({ isConnected }: ConnectionState) {
  if (isConnected !== false) return null;
  return (
    <section className="connection" aria-label="Connection of the app">
      <p>
        <strong>Partner ICP is not connected to this portal.</strong> Its cards read and write nothing until
        an admin grants access.
      </p>
      <InstallLink>Connect Partner ICP</InstallLink>
    </section>
  );
}

/** The app among HubSpot's connected apps; nothing for one that needs no connection. */
export function ConnectedApp({ isConnected, disconnect }: ConnectionState) {
  if (isConnected !== true) return null;
  return (
    <section className="connection is-quiet" aria-label="Connection of the app">
      <p>Partner ICP is connected to this portal.</p>
      <InstallLink>Connect it again</InstallLink>
      <button
        type="button"
        className="ui-button is-secondary is-sm"
        onClick={() => void disconnect().catch(console.error)}
      >
        Disconnect
      </button>
    </section>
  );
}

/** In a new tab, as HubSpot's own pages stand beside its CRM. */
function InstallLink({ children }: { children: string }) {
  return (
    <a className="ui-button is-primary is-sm" href={settings.installUrl} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
