/** What the settings page says: of profiles, drafts, previews, publishing and settings. */

export const NO_HOME_TITLE = 'This portal keeps no profiles of its own yet';
export const NO_HOME_STILL_WORKS =
  'Scorecards work: each is judged by the profile that comes with Partner ICP, shown below. Weights, floors and settings of your own need a custom object, which HubSpot has on Enterprise plans.';
export const NO_HOME_WHAT_TO_DO =
  'An admin runs the installer again, which makes it where the plan has custom objects, and says why not elsewhere:';
export const SETTINGS_NOT_LOADED = 'The settings could not be loaded';

/** @param type "Technology partner" */
export const typeNotReady = (type: string) =>
  `${type}: its properties are missing in this portal. An admin adds them:`;
export const ONLY_READY_TYPES =
  'The card offers the types that are enabled and whose properties the portal has.';

export const EDITED_VERDICTS = 'Edited verdicts';
export const ASK_BEFORE_REPAIR = 'Ask before an edited verdict is repaired';
export const ASK_EXPLAINED =
  'A verdict that somebody overwrites in HubSpot then stays until a person presses Update on the card. One whose ratings, checks or texts were edited is repaired all the same.';

/** @param points positive */
export const sumMissing = (sum: number, points: number) => `The weights sum to ${sum}: ${points} missing.`;
export const sumOver = (sum: number, points: number) => `The weights sum to ${sum}: ${points} too many.`;
export const SUM_RIGHT = 'The weights sum to 100.';

export const NO_DRAFT =
  'There is no draft. Start one from the current profile or from a preset; nothing changes for anybody before it is published.';
export const draftBy = (by: string, on: string) => `Draft by ${by}, ${on}`;
/** @param what "technology" and others: what differs, one line each part */
export const theirsSaved = (by: string, on: string) =>
  `${by} has saved this draft on ${on}, after you opened it. Nothing of yours was saved, and nothing of theirs was lost.`;
export const NOTHING_DIFFERS = 'Theirs says the same as yours in every part that is compared.';
export const NOT_A_NUMBER = 'give a number';
export const DELETE_DRAFT =
  'The draft is deleted for everybody, with the edits that you have not saved. Published profiles and scorecards stay as they are.';

export const PREVIEW_WRITES_NOTHING =
  'Every scorecard of the type is judged by the draft. Nothing is written: no lane changes before the draft is published, and then only scorecards that somebody re-judges.';
export const PREVIEW_WAITS =
  'The draft has faults, so this preview shows the draft as it last was without them. The fields are marked in the draft.';
export const PREVIEW_UPDATING = 'Updating after a pause in typing.';
export const PREVIEW_NEEDS_DRAFT =
  'A preview compares a draft with the profiles in use. Start a draft first.';
export const EMPTY_PORTFOLIO = 'No company of this type has ratings yet, so nobody changes lane.';
export const NOBODY_MOVES = 'Nobody changes lane.';
export const FEW_SCORECARDS = 'With fewer than 20 complete scorecards, names are shown and no shares.';
/** @param read "400" @param of "1,200" */
export const readSoFar = (read: string, of: string) => `${read} of ${of}`;
/** @param at "27 November 2026, 14:03" @param read "1,200 companies" */
export const readOn = (at: string, read: string) => `${read} read on ${at}.`;
export const brokenOffAt = (read: string, of: string) =>
  `Reading broke off at ${read} of ${of}. What was read is kept and shown; it is not everybody.`;

export const PUBLISH_EXPLAINED =
  'New scorecards start under the published profile at once. Scorecards that exist keep theirs until somebody takes the new one over: on the card, or all of a type at once.';
export const REJUDGE_BY_TERMINAL =
  'Scorecards keep their profile until somebody takes this one over: on the card, or all of them:';
export const REJUDGE_EXPLAINED =
  'Scorecards keep their profile until somebody takes the current one over: on the card, or all of the type here.';
export const REJUDGE_BY_OTHERS =
  'Scorecards keep their profile until somebody takes the current one over on the card, or whoever may publish does so for all.';
export const REJUDGE_WHAT_HAPPENS = [
  'Every scorecard of the type that is judged by another profile is judged by the current one, and stamped with your name.',
  'Ratings, checks, texts and overrides stay. Lanes may change, and workflows that start on a lane may start.',
  'The server carries it through while you do other things: you can close this page. It can be paused and resumed.',
] as const;
/** @param scorecards "12 scorecards" */
export const rejudgedSoFar = (scorecards: string, current: string) =>
  `${scorecards} re-judged; ${current} judged by the current profile already.`;
export const andOthersLeft = (others: string) => `And ${others} others were left.`;

export const publisher = (name: string, isInstaller: boolean) =>
  isInstaller ? `${name} (installed the app)` : name;
/** @param publishers "Ada Berg (installed the app), Omar Haddad" */
export const othersPublish = (publishers: string) =>
  `You may read this, and prepare drafts of profiles. Profiles and settings are published by ${publishers}.`;
export const installerPublishes = (name: string) => `${name} installed the app and may always publish.`;
export const PUBLISHERS_EXPLAINED =
  'They publish profiles and settings, this list included, and re-judge all scorecards of a type';
export const noOwner = (userId: string) => `User ${userId} (no owner in this portal)`;
export const READING_PEOPLE = 'Reading who is in this portal';
export const PEOPLE_NOT_READ = 'Who is in this portal could not be read';
export const YOU_LEAVE = 'You take yourself out of the list';
export const YOU_LEAVE_EXPLAINED = 'Once these settings are published, you cannot publish any more.';
export const DAMAGED_IN_TABLES =
  'nothing is judged by what they say, and nothing can be published. Tell the support of the app, which has to restore them.';
export const REASON_NEEDED = 'Say why: the reason is kept with the version and shown.';
/** @param command "icp profile publish technology" */
export const PUBLISH_FROM_TERMINAL =
  'This page prepares the draft, and the terminal publishes it: on a page anybody in the portal could publish under another name. Save the draft, then whoever holds the token of the app runs:';
export const ALLOW_PAGE =
  'An admin may allow publishing here, and publishes the settings after it; the name is then a claim:';
export const PREREQUISITES_REFUSED =
  'The settings of this portal refuse a profile without its prerequisites. Fill them in on the draft.';
export const FAULTS_BEFORE_PUBLISHING = 'The draft has faults. They are marked in its fields:';

export const CUSTOMER_ICP_TITLE = 'Our customer ICP changed';
export const CUSTOMER_ICP_EXPLAINED =
  'A new customer profile can turn a good partner into a poor one. The scorecards in Deep and Fast lane whose decision is not wait or decline then fall due for review, spread over four weeks by owner. It writes many companies, so it runs from the terminal:';

export const FACT_SOURCES_EXPLAINED =
  'Where the figures of a scorecard are counted. By hand: people type them.';
export const READING_CHOICES = 'Reading what this portal has';
export const CHOICES_NOT_READ = 'What this portal has could not be read';
export const TYPE_NAMES = 'Until it can be read, type the internal names. Test says whether they fit.';
export const GUESS_TITLE = 'This portal seems to have sources for these facts';
export const GUESS_EXPLAINED =
  'Nothing is set before you use them. Then test them, and change what does not fit.';
export const NO_GUESS_TITLE = 'Nothing here looks like a source';
export const PARTNER_IN_LIST = '{partner} stands for the name of the partner, as its company has it';
export const EVERY_COMPANY = 'Every company';
/** @param value the internal name of a property */
export const propertyNotOffered = (value: string) => `${value} (gone, hidden or of another kind)`;
/** @param value a label, or the internal name of a lifecycle stage */
export const notInPortal = (value: string) => `${value} (not in this portal)`;
export const NOTHING_TO_CHOOSE = 'This portal shows none to choose from';
export const CHOOSE_ONE = 'choose one';
export const TEST_EXPLAINED =
  'Counts by what is chosen above, saved or not, for three scored partners. Nothing is written.';
export const TEST_OUTDATED = 'This was tested before the last change. Test again to see what it does.';
export const FAULTS_BEFORE_TEST = 'A field marked above has a fault.';
/** @param names of the first records */
export const andMore = (names: string, others: string) => `${names} and ${others} more`;
