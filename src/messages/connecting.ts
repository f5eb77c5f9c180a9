/** What is said about connecting a portal: on the pages of the authorization, and on the card. */

export const RECONNECT = 'Reconnect';
/** @param scopes "crm.lists.read, crm.lists.write" */
export const scopesMissing = (scopes: string) =>
  `Partner ICP needs more access than this portal granted (${scopes}). Whoever may install apps in HubSpot connects it again; nothing is lost.`;

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
  'There is no such app on this server. Use a link below, or ask whoever sent you here for the right one.';
export const TOO_MANY_BEGUN =
  'Too many authorizations were begun within a minute. Nothing was connected, and nothing is lost. Wait a minute, then connect again; if this stays, tell whoever runs the server.';
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

export const INSTALLING_TITLE = 'Partner ICP is being installed';
export const INSTALLED_TITLE = 'Partner ICP is connected';
export const INSTALL_FAILED_TITLE = 'Partner ICP is connected, but not installed';
export const installingIn = (portal: string) =>
  `The app is connected to ${portal}. Now it makes what it needs there: properties, lists, and what else the plan of the portal has. You may close this page; it goes on.`;
export const WAITS = 'It begins in some seconds.';
export const READING_PORTAL = 'Reading what is there.';
export const stepOf = (step: number, steps: number, sentence: string) =>
  `Step ${step} of ${steps}: ${sentence}.`;
export const REFRESHES_ITSELF = 'This page refreshes by itself.';
export const INSTALL_BROKE_OFF = 'The installation broke off.';
export const TRY_AGAIN = 'Try again';
export const TRY_AGAIN_HELP = 'If something has to be changed in HubSpot first, change it, then try again.';
export const OTHER_BROWSER =
  'This page is shown to the browser that connected the portal, for a day. There is nothing to see here for this one. If you connected it elsewhere, look there; to see it here, connect the portal again, which loses nothing.';
export const installedIn = (portal: string, types: string) =>
  `The app is connected to ${portal}. Partner types that can be scored: ${types}.`;
export const countsOf = (created: string, repaired: string, unchanged: string) =>
  `Created: ${created}. Repaired: ${repaired}. There already: ${unchanged}.`;
export const CLASHES = 'Exists in another form, and was not touched';
export const LEFT_OUT = 'Left out: everything else works without';
export const NEXT_TITLE = 'What to do next';
export const OPEN_RECORD_VIEW =
  'In HubSpot, an admin opens Settings > Objects > Companies > Record Customization > Default view.';
export const ADD_CARD =
  'Choose a tab in the middle column, then Add cards > Card types: Apps, and tick "Partner scorecard". Save.';
export const OPEN_COMPANY =
  'Open a company: the card is there, and whoever may edit the company may rate it.';
export const OPEN_HUBSPOT = 'Open the companies in HubSpot';
export const sealedWithMissingKey = (portals: number) =>
  `${portals} ${portals === 1 ? 'portal is' : 'portals are'} not connected, because their stored tokens cannot be opened.`;
