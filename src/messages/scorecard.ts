// What is said about the scorecard of a company: what is stored there, and what a save does to it.

export const noSuchCompany = (id: string) =>
  `There is no company ${id}: it may have been deleted. Open the card on a company record.`;
export const OTHER_RECORD =
  'companyId: the card stands on another record, and acts on that one only. Reload the page. Nothing was written.';
export const BUG = 'Something broke on our side. Load the company again to see what was kept.';

export const RATED_WITHOUT_TYPE = 'There are ratings but no partner type. Choose the type to get a verdict.';
/** @param version "Technology partner, as shipped" */
export const typeChangedOutside = (version: string, type: string) =>
  `The scorecard was judged by the profile "${version}", but its type was changed to ${type} outside this card. Set the type back; you can then change it here, which keeps what holds for both.`;
/** @param remedy a sentence: who adds them, and how */
export const typeNotInstalled = (label: string, remedy: string) =>
  `This portal has no properties for the type ${label} yet. ${remedy} Nothing of other types is touched.`;
/** @param remedy a sentence: who restores it, and how */
export const profileUnknown = (version: string, remedy: string) =>
  `The scorecard was judged by the profile "${version}", which is not known here: it was edited or deleted by other means, or a newer app published it. Nothing is derived until it can be read, or the current profile is taken over. ${remedy}`;
export const profileUnreadable = (type: string, remedy: string) =>
  `The current profile for the type ${type} cannot be read: its entry was edited or deleted by other means. Nothing new is judged by it. ${remedy}`;
export const judgedByNewer = (rules: number, known: number) =>
  `A newer version of Partner ICP judged this company (rules ${rules}, this app knows ${known}). Reload the page to get it.`;
export const profileUnpublished = (type: string) =>
  `No profile is published for the type ${type}. Publish one, or choose another type.`;

/** @param why one of the sentences below */
export const unreadableValue = (field: string, value: string, why: string) =>
  `${field} holds "${value}", ${why} It is kept until somebody changes it.`;
/** @param characters "4,001" */
export const proseTooLong = (field: string, characters: string) =>
  `${field} has ${characters} characters, too long to edit here. It counts as it stands. Shorten it to change it.`;
export const NO_RATING = 'which is no rating from 1 to 5; it counts as unknown.';
export const NO_TYPE = 'which is no partner type; it counts as none.';
export const NO_CHECK_STATE = 'which is neither open, clear nor flagged; the check counts as open.';
/** @param missing "last day", "lane" or "lane and last day" */
export const overrideIncomplete = (missing: string) =>
  `An override was begun without a ${missing}. It has no effect until both lane and last day are set: set what is missing, or empty the rest of it.`;

/** @param expectation a sentence on what is allowed */
export const notAllowed = (field: string, value: string, expectation: string) =>
  `${field}: ${value} is not allowed here. ${expectation}`;
export const A_RATING = 'A rating is a whole number from 1 to 5, or unknown.';
/** @param fields "role_criteria empty, check_dead_api open, to_confirm people" */
export const typeChangeNeeds = (from: string, to: string, fields: string) =>
  `changing ${from} to ${to} needs ${fields}. Send them along, like that or answered anew.`;
export const KEPT_UNKNOWN =
  'Your changes were sent, but HubSpot could not be asked what it kept. Save once more: what was kept is not written again, and what it replaced is named.';
export const VERDICT_BEHIND =
  'Your changes are saved. The verdict that follows from them may not be: somebody wrote at the same time. Load the record to see it, then save once more.';
export const CLEARING_UNKNOWN =
  'The scorecard was emptied, or is about to be, but HubSpot could not be asked what it kept. Load the record to see; emptying once more changes nothing that is empty.';
export const FIELD_HELD_BACK = 'The other fields are saved.';
export const fieldHeldBack = (property: string, remedy: string) =>
  `The property ${property} is not in this portal, so that this field is not saved; the others are. ${remedy}`;
export const ruleHeldBack = (reason: string) =>
  `A rule of this portal does not allow the value: ${reason} ${FIELD_HELD_BACK} Choose another value, or ask an admin.`;
export const UNSCORED_REVIEW =
  'this company has not been rated yet, so that there is nothing to review. Rate it first.';
export const REVIEW_HELD_BACK =
  'The yearly review is not noted, because somebody changed the scorecard meanwhile. Look at what they changed, then review it again.';
/** @param names "ipp_reviewed_by, ipp_reviewed_at" */
export const reviewNotInstalled = (names: string, remedy: string) =>
  `The yearly review is not noted, because the properties ${names} are not in this portal. ${remedy}`;
export const NOT_KEPT = 'HubSpot did not keep the write. Your changes are not saved: try again in a minute.';
export const propertiesMissing = (names: string, remedy: string) =>
  `The property ${names} is not in this portal: it is new in this version, was deleted in HubSpot, or stands there as somebody else's. Nothing was written. ${remedy}`;
export const dealsBehind = (mirrored: number, of: number, why: string) =>
  `${mirrored} of ${of} deals show the verdict. ${why} The next save tries again.`;
export const NOT_EMPTY =
  'The scorecard is not empty: HubSpot did not keep the write, or something fills it again. Load the company, then try again.';

/** @param why one of the sentences below, or HubSpot's own */
export const othersBehind = (why: string) => `Of the others: ${why}`;
export const DEAL_COMPANY_UNKNOWN =
  'HubSpot did not say what the primary company holds, so the deal stays as it is.';
export const DEAL_NOT_KEPT = 'HubSpot answered that it wrote the deal, and did not.';
export const DEAL_KEEPS_CHANGING =
  'something keeps changing it back. Look for a workflow that sets the lane of deals.';
/** @param remedy a sentence: what becomes of the others */
export const dealsLeft = (remedy: string) => `The company has more deals than HubSpot names. ${remedy}`;
export const dealsBrokenOff = (done: number, of: number) =>
  `${done} of the ${of} deals that differ were repaired before that. Run it again: it goes on with the others.`;

export const DRAFT_TOO_LONG = 'These unsaved changes are too long to be kept as a draft. Save them instead.';
