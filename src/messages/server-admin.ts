/** What the server answers to whoever runs it, behind the admin secret. */

export const BEARER_ONLY = 'What acts takes the admin secret as a bearer token. Nothing was done.';
export const BODY_TOO_LARGE = 'The request is larger than 1 MB. Nothing was done.';
export const BODY_NOT_JSON = 'The request is no JSON. Nothing was done.';
/** @param faults "by: say who does it" */
export const badBody = (faults: string) => `The request cannot be used: ${faults}. Nothing was done.`;
export const noSuchPortal = (portalId: string, appId: string) =>
  `The app ${appId} was never connected to portal ${portalId} on this server.`;
export const portalUninstalled = (portalId: number) =>
  `Portal ${portalId} has uninstalled the app. Its admin can connect it again.`;
export const SAY_WHO = 'say who publishes, in one line of at most 320 characters';
export const KEY_OF_OTHER_KIND = 'the key of an entry does not fit its kind';
