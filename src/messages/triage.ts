// What is said of acts on several companies at once, by the server and by the panel over selected companies.

export const TRIAGE_UNSIGNED =
  'Several companies are changed at once only where HubSpot says who asks, in the OAuth edition. Change them one by one on their cards. Nothing was written.';
export const SEEN_MISMATCH = 'companies: what was seen does not belong to this act. Nothing was written.';

// Why nothing would be written to a company.

export const COMPANY_GONE = 'There is no such company, or it was deleted.';
/** @param name of the company that remains */
export const mergedIntoSelected = (name: string) => `It was merged into ${name}, which is selected too.`;
export const IS_SO_ALREADY = 'It is so already.';
/** @param type "Reseller" */
export const hasType = (type: string) => `It has a type already: ${type}.`;
export const RATED_UNTYPED = 'It has ratings without a type. Set its type instead.';
/** @param text as it stands in HubSpot */
export const unknownType = (text: string) =>
  `Its type reads "${text}", which is no partner type. Set its type instead.`;
export const NO_SCORECARD = 'It has not been rated yet, so that there is nothing to judge.';

// What would change.

export const NO_TYPE_YET = 'none';
export const typeLine = (from: string, to: string) => `Partner type: ${from} -> ${to}`;
export const profileLine = (from: string, to: string) => `Profile: ${from} -> ${to}`;
export const laneLine = (from: string, to: string) => `Lane: ${from} -> ${to}`;
export const laneStays = (lane: string) => `Lane stays ${lane}`;
export const NOT_JUDGED_YET = 'not rated';
export const toConfirm = (labels: string) => `To be confirmed for the new type: ${labels}`;
export const decisionLine = (from: string, to: string) => `Decision: ${from} -> ${to}`;
export const NOT_DECIDED_YET = 'none';
export const restsOn = (basis: string) => `Rests on: ${basis}`;

// What became of it.

/** @param changes "Partner type is now Reseller, changed by Ana Silva" */
export const changedSincePreview = (changes: string) =>
  `Changed since the preview: ${changes}. Nothing was written.`;
export const changedAfterWriting = (changes: string) => `It was written, and then changed: ${changes}.`;
export const nowReads = (label: string, value: string, who: string | null) =>
  `${label} is now ${value}${who === null ? '' : `, changed by ${who}`}`;
export const BASIS_LABEL = 'what the decision rests on';
/** @param name of the company that remains */
export const mergedSincePreview = (name: string) =>
  `It was merged since the preview, and is ${name} now. Nothing was written.`;
/** @param version "Technology partner, v3" */
export const rejudgedSincePreview = (version: string) =>
  `Since the preview it was judged by ${version}. Nothing was written.`;
/** @param lane "Fast lane 280" */
export const otherLaneSincePreview = (lane: string) =>
  `Its answers changed since the preview: the profile would make it ${lane} by now. Nothing was written.`;
export const replacedOf = (label: string, value: string, who: string) =>
  `It replaced ${label} ${value} of ${who}, written at the same time.`;
export const replacedDecision = (who: string) =>
  `It replaced a decision of ${who} that was made at the same time.`;
export const RATE_LIMIT_MEANWHILE =
  "HubSpot's limit of calls is used up for the moment. Wait a minute, then go on.";
