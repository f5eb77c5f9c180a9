// What the two cards say.

export const NOT_SET_UP = 'Partner ICP is not set up in this portal';
/** @param remedy a sentence: who sets it up, and how */
export const notSetUp = (remedy: string) =>
  `Its group "Partner ICP" with properties of companies is missing here. ${remedy}`;
export const MAY_NOT_READ = 'The app has no permission to read this scorecard';
export const COMPANY_GONE = 'This company is gone';
export const HUBSPOT_BUSY = 'HubSpot is busy';
export const NOT_CONNECTED = 'Partner ICP is not connected to this portal';
export const TOO_MANY_CALLS = 'Too many calls in a short time';
export const SEE_TO_THIS = 'Partner ICP has to be connected again';
export const NOT_LOADED = 'The scorecard could not be loaded';
export const FUNCTION_UNREACHABLE =
  'HubSpot could not run the function of this app. Check your connection and try again; if it stays, an admin finds the reason in the logs of the app.';
export const SERVER_UNREACHABLE =
  'HubSpot could not reach the server of this app. Check your connection and try again; if it stays, tell the support of the app.';
export const UNREADABLE_ANSWER =
  'The app answered in a form that this card does not know. Reload the page; if it stays, an admin has to bring the card and what answers it to the same version.';

/** @param properties "2 properties" */
export const propertiesDeleted = (properties: string) => `${properties} of the app missing`;
/** @param remedy a sentence: who brings them back, and how */
export const restoreProperties = (names: string, remedy: string) =>
  `${names}. Nothing can be saved until they are there again; what you enter meanwhile stays here. ${remedy}`;
/** @param remedy as above */
export const restoreFields = (names: string, remedy: string) =>
  `${names}. What belongs there is not saved until they are there again; the rest is saved. ${remedy}`;
export const OTHER_VERDICT_STORED = 'HubSpot holds another verdict';
export const storedAndNow = (stored: string, now: string) =>
  `HubSpot still says ${stored}. From this scorecard follows ${now}.`;
/** @param labels of fields of the verdict */
export const storedApart = (labels: string) =>
  `Lane and total are the same in HubSpot. Another value is stored for ${labels}.`;
export const OLDER_RULES = 'It was judged by the rules of an older version of the app.';
/** @param changes "Lane (a workflow, 20 November 2026)" */
export const verdictEdited = (changes: string) => `The verdict itself was edited: ${changes}.`;
/** @param changes "Strategic fit (Ana Sousa, 20 November 2026)" */
export const changedAfterVerdict = (changes: string) =>
  `Changed after HubSpot's verdict was stored: ${changes}.`;
export const NO_REASON_KNOWN = 'The history does not say why.';
export const UPDATE_WAITS =
  'It stays as it was edited until somebody presses "Update", which stores what follows.';
export const UPDATE_WRITES = 'Press "Update" to store what follows.';
/** @param profile "profile of 3 March 2025 (v1)"; null for one that is not known here */
export const judgedByOlder = (profile: string | null) =>
  profile === null ? "Today's profile can be taken over" : `Judged by the ${profile}`;
/** @param today "3 March 2026, v2"; @param before "430 Deep", null where nothing is judged */
export const otherByToday = (today: string, before: string | null, then: string) =>
  `By today's (${today}): ${before === null ? '' : `${before} -> `}${then}.`;
/** @param points before and after: "440" and "450" */
export const sameLaneByToday = (today: string, [before, after]: readonly [string, string]) =>
  `By today's (${today}): no lane change, ${before === after ? after : `${before} -> ${after}`}.`;
export const TAKE_OVER = 'Take it over';
/** @param today "profile of 3 March 2026 (v2)"; @param published who published it and why; empty for the shipped one */
export const todaysProfile = (today: string, published: string) =>
  `Today's is the ${today}. ${published === '' ? '' : `${published} `}Taking it over changes the verdict and nothing else; what is unsaved stays unsaved.`;
export const NOT_TAKEN_OVER = 'Not taken over';
export const NEWER_PROFILE =
  'Another profile was published meanwhile. Nothing was changed: look at what that one would change.';
/** @param reason without a full stop; empty where none was given */
export const profilePublished = (who: string, day: string, reason: string) =>
  `${who} published it on ${day}${reason === '' ? '' : `: ${reason}`}.`;
export const SHIPPED_WITH_APP = 'It comes with Partner ICP.';
export const heldUntil = (day: string) => `It is held until ${day}.`;
export const profileReviewDue = (day: string) => `It has been due for its yearly review since ${day}.`;
export const CANNOT_BE_JUDGED = 'This scorecard cannot be judged';
export const NOT_ALL_READABLE = 'Not everything can be read';
export const laneSetByHand = (until: string) => `Lane set by hand until ${until}`;
/** @param reason without a full stop; empty where none was given */
export const overrideSet = (who: string, lane: string, reason: string) =>
  `${who} set ${lane}${reason === '' ? '' : `: ${reason}`}.`;
export const withoutOverride = (lane: string) => `By ratings and checks it is ${lane}.`;
export const overrideEnded = (who: string, until: string) =>
  `An override by ${who} ended on ${until}. It counts no more.`;
export const OVERRIDE_RENEW = 'Set a later last day, or empty its fields.';
export const overrideWaits = (lane: string, until: string) =>
  `An override to ${lane} until ${until} waits for the first rating`;
export const OVERRIDE_WAITS =
  'Nothing is rated yet, so there is no lane. It counts from the first rating on.';
export const OVERRIDE_UNJUDGED = 'It has no effect while this scorecard cannot be judged.';
export const OVERRIDE_UNFINISHED = 'The override is not finished';
export const OVERRIDE_EXPLAINED =
  'An override sets the lane by hand until the end of its last day. Ratings and checks stay, and the checks still hold clearance back. A value is saved as you leave its field, in your name.';
export const typeChangedMeanwhile = (type: string) => `Somebody changed the type to ${type} meanwhile`;
export const TYPE_EMPTIED_MEANWHILE = 'Somebody emptied the type meanwhile';

/** @param due "20 May 2027" */
export const reviewNoted = (company: string, due: string) =>
  `The yearly review of ${company} is noted. The next one is due ${due}.`;
/** @param changes "3 unsaved changes"; @param when "today 14:38" */
export const draftOffered = (changes: string, when: string) => `${changes} from ${when}`;
export const othersDraft = (who: string, when: string) => `${who} has unsaved changes since ${when}.`;
export const DRAFT_FAILED = 'Unsaved changes cannot be kept as a draft right now.';
export const NOT_SAVED = 'Not saved; what you entered is still here';
/** @param fields "2 fields" */
export const changedMeanwhile = (fields: string) => `Somebody else changed ${fields} meanwhile`;
export const THEIRS_KEPT = 'Their values were kept. Choose which to use.';
/** @param who "ana@example.com and a workflow"; @param fields "2 fields" */
export const changedSince = (who: string, fields: string) =>
  `Saved, and since then changed by ${who}: ${fields}`;
export const WROTE_OVER = "Somebody else's change was written over";
/** @param fields "2 fields" */
export const notWritten = (fields: string) => `Not saved: ${fields}; what you entered is still here`;
export const correctFirst = (fields: string) =>
  `Not saved until it is right: ${fields}. The rest can be saved.`;
export const keptUnsaved = (fields: string) => `No question of this type, so kept here unsaved: ${fields}.`;
export const TYPE_SAVED_WHOLE = 'A change of type is saved whole, so nothing of yours is saved yet.';
export const UNSAVED_ANSWERS_STAY =
  'Your unsaved answers are still here: read them against its questions before you save.';
export const RATINGS_EMPTIED = 'Emptied, because this type asks something else';
export const UNCHECKED_AGAIN = 'Open again, because they were checked for another type';
export const UNASKED_DROPPED = 'Unsaved and not asked by this type, so dropped';
export const SAVED_COMES_BACK = 'What is saved for this type comes back.';
export const EVIDENCE_STAYS = 'Evidence and notes stay, marked with the type that they were written for.';
export const NOTHING_WAS_CHANGED = 'Nothing was changed.';
export const THINK_ALONG = 'A list to think along: nothing of it is saved.';
export const NOT_CLEARED = 'Not emptied';
export const CLEARED = 'The scorecard is empty. Undo brings the values back.';
/** @param fields "2 fields" */
export const refilled = (fields: string) => `Filled in again since: ${fields}`;
export const REFILLED_STAY = 'These values stay. To empty them too, empty it again.';
export const questionsMissing = (type: string) => `The questions of ${type} did not arrive`;
/** @param types "OEM partner, Reseller"; @param remedy a sentence: who adds them, and how */
export const typesNotSetUp = (types: string, remedy: string) =>
  `Not set up in this portal yet: ${types}. ${remedy}`;
export const OTHER_TYPES_EXPLAINED = 'What else it could be to us, without a lane of its own';

export const CHECKS_EXPLAINED = 'Ways in which a partner looks good and is not.';
export const CHECKS_NOT_NEEDED = 'Only Deep needs these checks. A flag can still lower the lane.';
export const NO_CHECKS = 'This profile has no checks.';
export const FACTS_EXPLAINED = 'Facts give no points. They tell whether to run this check first.';
export const NOTE_HINT = 'What was asked, of whom, and what came back';
export const SAY_WHY_CLEAR = 'Say why it is clear: without a note this partner is not cleared.';
export const FLAG_BLOCKS = 'The flag blocks clearance for Deep.';
export const SAY_WHY_FLAGGED = 'Say why it is flagged.';
export const minimumToDeep = (minimum: number) => `Deep needs ${minimum} here.`;
/** @param type "Reseller" */
export const writtenFor = (type: string) => `Written for ${type}`;
export const NOTHING_TO_EXPLAIN = 'Nothing to explain yet: no rating is given, or nothing can be judged.';

export const reviewedBy = (who: string, day: string) => `Reviewed by ${who} on ${day}.`;
export const NOT_REVIEWED_YET = 'Not reviewed yet.';
export const nextReview = (day: string) => `Next review due on ${day}.`;
export const nextRecheck = (day: string) => `Evidence is to be looked at again on ${day}.`;
export const recheckSince = (day: string) => `Evidence has been due for another look since ${day}.`;

export const SUMMARY_UNREADABLE = 'The partner summary could not be read';
export const SUMMARY_WITHOUT_PROPERTIES =
  'HubSpot did not hand over the properties of Partner ICP. Try again; if it stays, ask an admin whether the app is installed and its properties are still there.';
/** @param lane "Deep" */
export const laneBecame = (lane: string) => `The lane is now ${lane}`;
export const laneWas = (lane: string) => `It was ${lane}. Not saved yet.`;
export const SEE_ABOVE_TABS = 'Close this panel: the card says what to do.';
export const NOT_RATED = 'Not rated yet';
export const NOTHING_JUDGED = 'Not judged';
export const NOT_ASSESSED = 'Not assessed as a partner';
export const notRatedYet = (type: string) => `${type}, not rated yet`;
export const DEAL_WITHOUT_LANE =
  'No lane here. A deal shows the lane of its primary company once that company is scored and the deal is in the partner pipeline.';
export const DEAL_MIRRORS = 'As of the primary company, whose record has the scorecard.';
export const OTHER_RECORD = 'The partner summary is for companies and deals.';
