// What the tab "Decide" of the card says, and what it offers to copy.

export const NOTHING_DECIDED = 'Nothing is decided yet.';
export const DECIDE_ANEW =
  'A new decision replaces the stored one and gets a new time, also with the same choice.';
export const decidesOn = (basis: string) => `A new decision rests on: ${basis}.`;
export const OTHER_BASIS = 'This is not what the stored decision rests on.';
export const SAVE_FIRST = 'Save first: a decision freezes what is stored.';
export const LOOK_FIRST = 'First look at what changed.';
export const CHOOSE_DECISION = 'Choose what to do.';
export const NOT_DECIDED = 'Not decided; what you entered is still here';
export const DECIDED_MEANWHILE = 'Nothing was decided: the record changed meanwhile';
/** @param who "Ana Silva" */
export const decidedSince = (who: string) => `Decided, and since then changed by ${who}`;
/** @param label "Quarter"; @param found "2027-Q1" */
export const nowHolds = (label: string, found: string) => `${label} is now: ${found}.`;
/** @param decision "Go deep in 2027-Q1" */
export const decided = (decision: string) => `Decided: ${decision}`;
/** @param who "Ana Silva" */
export const replacedUnseen = (who: string, day: string) =>
  `It replaced a decision of ${who} on ${day} that you had not seen.`;
/** @param used "2 of 2 used: A, B" */
export const slotsOf = (quarter: string, used: string) => `Deep slots of ${quarter}: ${used}.`;
export const countingSlots = (quarter: string) => `Counting the deep slots of ${quarter}`;
export const slotsNotCounted = (quarter: string) => `The deep slots of ${quarter} could not be counted`;
export const noSlotLeft = (quarter: string) => `No deep slot of ${quarter} is left`;
/** @param holders "A, B, C" */
export const slotsOver = (used: number, limit: number, quarter: string, holders: string) =>
  `${used} of ${limit} slots of ${quarter} are used: ${holders}`;
export const COUNT_UNSURE = 'Count unsure';
export const SLOTS_UNSURE = "HubSpot's search does not show this decision yet.";
export const REPLY_EXPLAINED = 'Nothing is sent from here: copy it and send it yourself.';
export const MEETING_PAGE_FAILED = 'The page could not be made';
export const MEETING_PAGE = 'Verdict, evidence, checks and decision as text, as they are stored.';
