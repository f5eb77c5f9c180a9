/** What is said about connecting a portal: on the pages of the authorization, and on the card. */

export const RECONNECT = 'Reconnect';
export const scopesMissing = (scopes: readonly string[]) =>
  `Partner ICP needs more access than this portal granted (${scopes.join(', ')}). Whoever may install apps in HubSpot connects it again; nothing is lost.`;

export const keyMissing = (name: string) =>
  `What is stored was sealed with the key "${name.replaceAll(/[^\w-]/g, '?')}", which TOKEN_KEYS does not have. Add that key again behind the current one, or connect the portal again.`;
export const TOKEN_CHANGED =
  'What is stored does not open with its key: it was changed, or belongs to another row. Connect the portal again.';
export const REFRESHED_ELSEWHERE = 'Another process has not finished refreshing the tokens of the portal.';
export const REFUSED_AGAIN = 'HubSpot refused an access token that it issued seconds ago.';

export const DISCONNECTED =
  'The app is uninstalled and everything that this server kept of the portal is deleted. The values in the CRM stay.';
export const WAS_UNINSTALLED =
  'The portal had uninstalled the app. Everything that this server kept of it is deleted. The values in the CRM stay.';
export const UNINSTALL_BY_HAND =
  'Everything that this server kept of the portal is deleted, but HubSpot could not be told. An admin of the portal uninstalls the app under Settings > Integrations > Connected apps. The values in the CRM stay.';

export const CONNECT_TITLE = 'Connect Partner ICP';
export const NOT_CONNECTED_TITLE = 'Partner ICP is not connected';
export const CONNECT_AGAIN = 'Connect again';
export const connectApp = (appId: number) => `Connect app ${appId}`;
export const CHOOSE_APP =
  'This server answers for several apps. Choose the one whose cards you want to use; its number stands on its page in HubSpot.';
export const OTHER_APP =
  'There is no such app on this server. Choose one of these, or ask whoever sent you here for the right link.';
export const STATE_UNKNOWN =
  'This authorization was not begun in this browser, was used already, or is older than 10 minutes. Nothing was connected by it. Begin again, and stay in one browser.';
export const ACCESS_DENIED =
  'HubSpot says that access was not granted. Nothing was connected. To connect the portal, begin again and choose "Connect app"; whoever does so must be allowed to install apps.';
export const CODE_REFUSED =
  'HubSpot did not accept the authorization. Nothing was connected. Begin again; if this stays, whoever runs the server checks the id and the secret of the app.';
export const HUBSPOT_UNAVAILABLE =
  'HubSpot did not answer in time, so that the authorization could not be completed. Nothing was connected. Begin again in a minute.';
export const otherAppConnected = (appId: number) =>
  `This portal is connected to this server through another app (${appId}), and two apps would work on the same values. Nothing was connected. Uninstall that one in HubSpot first, under Settings > Integrations > Connected apps, then begin again.`;
