// What is said of decisions and slots.

export const NO_DECISION = 'choose Go deep, Go light, Wait or Decline.';
export const NO_QUARTER = 'name a quarter as 2027-Q1, the last figure 1 to 4.';
export const NO_REASON_TEXT = 'give a text, or an empty one.';
export const NO_DAY = 'give an existing day as YYYY-MM-DD, or leave it empty.';
export const ASK_AGAIN_ONLY = 'only Wait and Decline carry a day of asking again. Leave it empty.';
export const ASK_AGAIN_LATER = 'choose a day after today.';
export const reasonTooLong = (length: number, most: number) =>
  `has ${length.toLocaleString('en')} characters; at most ${most.toLocaleString('en')} are allowed. Shorten it.`;
export const REASON_AGAINST_CHECKS =
  'this partner is not cleared. Say why you go deep against the checks, or clear the checks first.';
/** @param holders "A, B"; empty where the quarter has no slot at all */
export const reasonOverSlots = (quarter: string, holders: string) =>
  `${slotsUsed(quarter, holders)}. Say why you go over that, or choose Wait.`;
/** @param holders as above */
export const reasonOverSlotsAndChecks = (quarter: string, holders: string) =>
  `${slotsUsed(quarter, holders)}, and this partner is not cleared. Say why you go deep all the same, or choose Wait.`;
const slotsUsed = (quarter: string, holders: string) =>
  holders === '' ? `${quarter} has no slots` : `the slots of ${quarter} are used by ${holders}`;

export const NOT_RATED_YET = 'Rate at least one question before you decide.';
export const NOT_JUDGED = 'A decision needs a verdict, and this scorecard cannot be judged.';
export const DECIDED_AT_FAULT =
  'the time of the decision is more than an hour from now. Set the clock of this device, or reload the page.';
export const DECIDED_AT_SEEN =
  'each decision needs a time of its own, and this is the one that stands. Decide again from a page that is up to date.';
/** @param properties names with commas between */
export const decisionNotInstalled = (properties: string, remedy: string) =>
  `${properties} missing, so that nothing can be decided. ${remedy}`;
export const DECISION_KEPT_UNKNOWN =
  'The decision was sent, and HubSpot does not say whether it was kept. Load the record again before you decide anew.';
export const DECISION_NOT_KEPT =
  'HubSpot answered that it kept the decision, and it is not there. Decide once more; if it stays, a workflow may be changing it.';

/** @param value as it stands in HubSpot */
export const unknownDecision = (value: string) =>
  `The decision reads "${value}", which is none of Go deep, Go light, Wait or Decline. Decide anew.`;
export const AGAINST_CHECKS = 'against the checks';
/** @param quarter empty where none stands there */
export const decisionInQuarter = (label: string, quarter: string) =>
  quarter === '' ? label : `${label} in ${quarter}`;
/** @param day null where no time is stored; @param basis empty where none is */
export const decidedBy = (who: string, day: string | null, basis: string) =>
  `${who} decided${day === null ? '' : ` on ${day}`}${basis === '' ? '' : ` on this basis: ${basis}`}.`;
export const askAgain = (day: string) => `Ask again on ${day}.`;
export const changedOutside = (who: string, day: string) => `Changed outside by ${who} on ${day}.`;

// The reply to a partner that we do not work with now. No figure, and nothing that we keep about the partner.

export const REPLY_THANKS = 'Thank you for your interest in working with us, and for the time you gave us.';
export const REPLY_NOT_NOW = 'We will not start now: what we can do at a time is limited.';
/** @param wishes one or two, each to stand inside a sentence */
export const replyWishes = (wishes: readonly string[]) =>
  wishes.length === 1
    ? `One thing on your side would help most: ${wishes.join('')}.`
    : `Two things on your side would help most: ${wishes.join(' and ')}.`;
/** @param day in words */
export const replyAgainOn = (day: string) => `We will come back to you on ${day} and look again.`;
export const REPLY_AGAIN_UNSET = 'Write to us when something has changed, and we will look again.';
export const REPLY_PROMISE = 'We can promise that look, and not how it ends.';

export const WISH_OWNER = 'a named person who answers for the partnership';
export const WISH_PROGRAM = 'a partner program that is up and running';
export const WISH_SUPPORT = 'a partner program with people of yours named for it';
export const WISH_ARTIFACTS = {
  'api-docs': 'API docs that anybody can read',
  sandbox: 'a sandbox that is open to developers',
  changelog: 'a public changelog of your API',
  'developer-portal': 'a developer portal that hands out keys',
  'path-to-production': 'the steps from a test to a live integration in writing',
} as const;
