// What is said when HubSpot refuses a call, or cannot be reached.

/** @param pause "ten seconds" */
export const slowDown = (pause: string) => `HubSpot asks to slow down. Try again in ${pause}.`;
export const LIMIT_TAKEN_UP =
  "The portal's limit of API calls is taken up at the moment. Try again in ten seconds.";
export const RECORD_LOCKED = 'HubSpot holds a lock on this record. Try again in a few seconds.';
export const DAILY_LIMIT_USED_UP =
  "The portal's daily limit of API calls is used up. It starts anew at midnight of the portal's time zone.";
/** @param pause "a day" */
export const portalMoving = (pause: string) =>
  `HubSpot is moving this portal and takes no calls. Try again in ${pause}.`;
export const WRONG_TOKEN = 'HubSpot does not accept the access token. Check the token of the app.';
/** @param scopes "the scope crm.lists.write" */
export const scopeMissing = (scopes: string) =>
  `The app may not do this: it needs ${scopes}. An admin has to install it again with that.`;
/** @param reason HubSpot's own sentence */
export const notPermitted = (reason: string) =>
  `HubSpot does not allow this. Ask an admin of the portal about it. HubSpot says: ${reason}`;
export const UNREACHABLE = 'HubSpot could not be reached. Check the network and try again.';
export const failedWith = (status: number) =>
  `HubSpot answered with status ${status}. Try again in a minute.`;
export const UNKNOWN_TO_HUBSPOT = 'HubSpot does not know what was asked for.';
export const NOT_ANSWERED =
  'HubSpot left this record out of its answer. Look at what it holds, then try again.';
export const NOT_CONFIRMED = 'HubSpot did not confirm the write. Look what was kept before you repeat it.';
export const FAILED_WHILE_WRITING = 'HubSpot failed while writing. Look what was kept before you repeat it.';
export const propertyGone = (name: string) =>
  `The property ${name} no longer exists in HubSpot. An admin has to install Partner ICP again, which restores it.`;
export const valueRefused = (property: string, reason: string) =>
  `HubSpot refuses the value of ${property}: ${reason}`;
/** @param properties "partner_tier" */
export const ruleUnmet = (properties: string, reason: string) =>
  `A rule of this portal asks for a value in ${properties}. Fill it in on the record, or have an admin change the rule; then try again. HubSpot says: ${reason}`;
export const requestRefused = (reason: string) => `HubSpot refuses the request: ${reason}`;
export const searchBehind = (missing: number) =>
  `HubSpot's search counted ${missing} more records than it gave. Wait a minute.`;
