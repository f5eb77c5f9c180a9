/** What is said about connecting a portal: on the pages of the authorization, and on the card. */

export const RECONNECT = 'Reconnect';
export const scopesMissing = (scopes: readonly string[]) =>
  `Partner ICP needs more access than this portal granted (${scopes.join(', ')}). Whoever may install apps in HubSpot connects it again; nothing is lost.`;
