// What the pages for a meeting say.

/** @param day "3 March 2027" */
export const pageOfPartner = (day: string) => `Partner page, as of ${day}`;
/** @param day "3 March 2027" */
export const pageOfQuarter = (day: string) => `Partner decisions, as of ${day}`;
export const NO_EVIDENCE = 'No evidence is written down.';
export const NO_NOTE = 'No note.';
export const NOTHING_DECIDED = 'Nothing is decided yet.';
export const NOTHING_DECIDED_IN_QUARTER = 'No decision names this quarter yet.';
export const NOBODY_QUEUED = 'Every judged partner has a decision in this quarter.';
export const NOBODY_WAITS = 'Nobody waits, and nobody is to be asked again.';
/** @param basis and now: "430, Deep, Cleared, shipped profile" */
export const basisMoved = (basis: string, now: string) => `Decided on: ${basis}. Now it is: ${now}.`;
export const BASIS_SAME = 'The verdict is still the one that was decided on.';
/** @param value what stands there */
export const unknownDecision = (value: string) =>
  `"${value}" stands as the decision, which is none of Go deep, Go light, Wait and Decline. Decide anew in the card.`;
export const SLOTS_OVER = 'More partners hold a slot than there are slots.';
/** @param count "2 companies" */
export const notReadCount = (count: string) => `${count} could not be read. They are missing on this page.`;
export const SEARCH_LAGS = 'HubSpot shows a decision here some seconds after it was made.';
export const NAME_SOMETHING = 'name the ids of companies, or a quarter with --quarter.';
export const CANNOT_COMPARE = 'there is no verdict to compare. Rate it first.';
export const SAME_COMPANY = 'both ids are of one company. Name two.';
