/** What the server says: at its start, on its pages, and to cards. */

export const NO_PUBLIC_URL =
  'PUBLIC_URL is missing: set it to the address under which HubSpot and browsers reach the server, such as https://partner-icp.example.com';
export const BAD_PUBLIC_URL =
  'PUBLIC_URL must be an https address without path, query and user (http only on this computer, outside production)';
export const NO_APPS =
  'HUBSPOT_APPS is missing: set it to a JSON list of {"appId": 123, "clientId": "...", "clientSecret": "..."}, from the app\'s page in HubSpot';
export const BAD_APPS =
  'HUBSPOT_APPS must be a JSON list of {"appId": 123, "clientId": "...", "clientSecret": "..."}, one for each app, each appId and clientId once';
export const NO_TOKEN_KEYS =
  'TOKEN_KEYS is missing: set it to a name and 32 random bytes in base64, such as 2026-11:..., which `openssl rand -base64 32` makes';
export const BAD_TOKEN_KEYS =
  'TOKEN_KEYS must be name:key pairs separated by commas, the current key first; each name once, each key 32 bytes in base64';
export const NO_ADMIN_SECRET =
  'ADMIN_SECRET is missing: set it to at least 32 random characters, which open the health page';
export const SHORT_ADMIN_SECRET = 'ADMIN_SECRET must have at least 32 characters, without spaces';
export const BAD_DATABASE_URL = 'DATABASE_URL must be the address of a PostgreSQL database: postgres://...';
export const NO_DATABASE_URL =
  'DATABASE_URL is missing: production needs PostgreSQL 15 or later, since the database in a folder serves one process only';
export const BAD_PORT = 'PORT must be a whole number from 0 to 65535';
export const BAD_LOG_LEVEL = 'LOG_LEVEL must be trace, debug, info, warn, error or fatal';

export const EVENTS_NOT_SIGNED =
  'The request does not carry a valid signature of HubSpot. If this stays, the client secret or PUBLIC_URL of the server is wrong.';
export const EVENTS_NOT_LISTED = 'The request is no list of events as HubSpot sends it.';
export const NOT_SIGNED =
  'The call does not carry a valid signature of HubSpot. Open the card inside HubSpot; if this stays, the client secret or PUBLIC_URL of the server is wrong.';
export const SIGNED_LONG_AGO =
  'The call was signed more than 5 minutes away from the clock of the server. Try again; if this stays, the clock of the server is wrong.';
export const OTHER_PERSON =
  'The call names another person than HubSpot says is signed in. Reload the page. Nothing was written.';
/** It stands beside a link, whose label follows. */
export const NO_ACCESS =
  'Partner ICP has no access to this portal. Whoever may install apps in HubSpot connects it.';
export const CONNECT = 'Connect Partner ICP';
/** @param who `ipp_lane was last set by Workflow "Tidy up"`; null where history does not say */
export const keepsChanging = (who: string | null) =>
  `Another automation keeps changing the verdict of this company${who === null ? '' : `: ${who}`}. It was put right three times within an hour and is left alone for now. Turn the automation off, then press Update.`;
export const NO_PERSON =
  'HubSpot did not say who is signed in. Reload the page, or sign in again. Nothing was written.';
export const POST_ONLY = 'Operations are asked by POST alone.';
export const NO_PAGE = 'There is no such address on this server.';
export const BAD_REQUEST = 'The server cannot read this request.';
export const NOT_JSON = 'The call is no JSON. Nothing was written.';
export const NOT_UTF8 = 'The call is not written in UTF-8. Nothing was written.';
export const UNKNOWN_ENVELOPE =
  'The call is not of the form {"input": ..., "requestId": ...}. Reload the page. Nothing was written.';
export const OTHER_CONTENT =
  'Another call of this page had the same id. Reload the page, then try again. Nothing was written.';
export const DATABASE_DOWN =
  'The database of the server did not answer. Try again in a minute, and look at what is stored first if you changed something.';
export const FAILED =
  'The server failed. Reload the page to see what is stored; if it fails again, tell whoever runs the server.';
export const TOO_LARGE = 'The call is larger than 1 MB. Nothing was written.';
export const TOO_DEEP = 'The call is nested too deeply. Nothing was written.';
export const ANSWER_TOO_LARGE = 'The answer is larger than the 1 MB that HubSpot passes on to a card.';
export const TOO_MANY_CALLS = 'Too many calls in a short time. Wait a minute, then try again.';
export const TOO_LATE = 'It took too long, and is perhaps done. Reload the page to see what is stored.';
export const TOKENS_UNAVAILABLE =
  'HubSpot did not renew the access of the app to this portal. Try again in a minute.';
