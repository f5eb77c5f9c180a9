// What the history of a scorecard says, on the card, in the terminal and in files.

export const NO_OLDER_ENTRIES = 'HubSpot keeps no older entries.';
/** An old value that HubSpot no longer keeps, in a file. */
export const VALUE_NOT_KEPT = '(HubSpot keeps no older entry)';
export const UNKNOWN_VALUE = 'unknown';
export const EMPTY_VALUE = 'empty';
export const added = (value: string) => `added: ${value}`;
export const removed = (value: string) => `removed: ${value}`;
export const fromTo = (from: string, to: string) => `${from} -> ${to}`;

export const OUR_APP = 'Partner ICP';
export const inHubSpot = (name: string) => `${name} in HubSpot`;
export const otherApp = (source: string) => `another app (${source})`;

export const NOT_SCORED = 'Not scored';
export const NO_VERDICT = 'no verdict';
export const SCORECARD_EMPTIED = 'Scorecard emptied';
export const VERDICT_REPAIRED = 'Verdict brought up to date';
export const YEARLY_REVIEW = 'Yearly review';
/** @param quarter "2027-Q1"; empty where none is named */
export const decidedTo = (decision: string, quarter: string) =>
  `Decided: ${decision}${quarter === '' ? '' : ` in ${quarter}`}`;
export const andMore = (named: string, more: number) => `${named} and ${more} more`;

export const NOTHING_TO_UNDO = 'Nothing was saved yet, so there is nothing to undo.';
export const DECIDED_LAST =
  'The last act was a decision, and saves before it are not undone any more. To change the decision, decide anew; to change an answer, save it.';
/** @param remedy a sentence: how the earlier profile becomes the current one */
export const rejudgedLast = (remedy: string) =>
  `The last act took another profile over. Answers stayed as they are; they can be judged by the earlier profile again once it is the current one. ${remedy}`;
export const REVIEWED_LAST =
  'The last act was a yearly review, which changed no answer. To change an answer, save it.';
/** @param fields "Customer overlap, People" */
export const oldValuesGone = (fields: string) =>
  `HubSpot no longer keeps what stood before in ${fields}. Set the values by hand.`;
/** @param value "6" */
export const cannotStandAgain = (field: string, value: string) =>
  `${field} held "${value}", which the card cannot write. Set the values by hand.`;
export const MERGED_SINCE =
  'The company was merged with another one since, and entries of both stand in its history. Set the values by hand.';
export const ALL_CHANGED_SINCE =
  'Everything that the last save changed has been changed again since, outside the card. Set the values by hand.';
/** @param version "Technology partner, v3" */
export const versionGone = (version: string, remedy: string) =>
  `It was judged by ${version} before, and that profile is not known here. ${remedy}`;
export const OTHER_SAVE_IS_LAST = 'Another save is the last one by now. Look at the history again.';
export const standsAgain = (field: string, value: string) => `${field}: ${value}`;
/** @param value what stays; @param who "a workflow" */
export const staysAsChanged = (field: string, value: string, who: string) =>
  `${field} stays ${value}: changed since by ${who}`;
/** @param fields "Dead API: check" */
export const typeChangeStays = (fields: string) =>
  `A change of type goes back whole, and this was changed since: ${fields}. Change the type back on the card, then rate what it asks.`;
export const typeStays = (type: string) => `Partner type stays ${type}: others have rated since`;
/** @param version "Technology partner, v3" */
export const judgedAgainBy = (version: string) => `Judged by ${version}`;

export const NO_ENTRIES = 'Nothing was changed on its scorecard yet.';
export const NO_ENTRIES_OF_KIND = 'No entry is of that kind. Leave --kind out to see all.';
/** @param kinds "rated, checked" */
export const noSuchKind = (kinds: string) => `choose one of ${kinds}.`;
export const undoOnCard = (who: string, when: string) =>
  `The card can undo the last save (${who}, ${when}), in its tab History.`;
/** @param done "12 companies" */
export const historyBrokenOff = (done: string) =>
  `The history was broken off after ${done}. Run the export again.`;
/** @param companies "2 companies are" */
export const historyIncomplete = (companies: string, reason: string) =>
  `${companies} not in the file of the history. ${reason} Run the export again.`;
