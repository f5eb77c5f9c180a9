/** What the server says on its pages for whoever runs it. */

export const PROPERTIES_FAILED = 'The installation of properties failed.';
export const PROPERTIES_STUCK = 'The installation of properties has not moved for ten minutes.';
export const BELOW_CERTIFIED = 'Fewer than 95 of 100 calls to HubSpot succeeded.';
export const CHANGES_LATE = 'Changes in HubSpot have waited for over an hour.';
export const FEW_CALLS_LEFT = 'Few calls are left today.';
export const scopesMissing = (scopes: string) =>
  `An admin of the portal has to connect it again, since scopes are missing: ${scopes}.`;
export const failedLately = (sentence: string) => `Within the last day: ${sentence}`;

/** Failures that whoever runs the server should know of, by code. No name of a person or company is in them. */
export const ERRORS: Readonly<Record<string, string>> = {
  bug: 'A fault of the app; the log has the report.',
  unavailable: 'HubSpot could not be reached, or did not answer in time.',
  'unknown-outcome': 'HubSpot did not confirm a write in time.',
  'rate-limited': 'HubSpot refused calls for the rate limit.',
  'wrong-token': 'HubSpot refused the access token.',
  'missing-scope': 'HubSpot refused a call, since a scope is missing.',
  forbidden: 'HubSpot did not allow a call.',
  'invalid-request': 'HubSpot did not accept a call.',
  'already-exists': 'HubSpot says that something exists already.',
  'property-missing': 'A property of the app is missing in the portal.',
  'not-installed': 'The properties of the app are missing in the portal.',
  'other-edition': 'Another edition of the app owns the portal.',
  'newer-rules': 'A newer version of the app has judged records of the portal.',
  'unknown-profile-version': 'A profile that records were judged by is not known here.',
  'policy-damaged': 'An entry of the policy cannot be read.',
  'no-room': 'The portal has no room for the properties.',
};

export const NO_PORTALS =
  'No portal is connected yet. Whoever may install apps in a portal opens the address below.';
export const CONNECT_MORE =
  'Whoever may install apps in a portal opens this address: for a new portal, or to connect one again.';
export const nothingFound = (text: string) => `No portal has "${text}" in its domain, id or app.`;

export const NO_CHANGES_WAIT = 'no change waits';
/** @param changes "12 changes wait" @param span "3 minutes" */
export const changesWait = (changes: string, span: string) => `${changes}, the first for ${span}`;
/** @param companies "2 companies" */
export const keptChanging = (companies: string) => `Another automation keeps changing ${companies}.`;
/** @param verdicts "2 edited verdicts wait" */
export const editedWait = (verdicts: string) => `${verdicts} for a person.`;
