/** What the settings page says of what the server does in the background. */

export const BACKGROUND = 'Background work';
export const READING_WORK = 'Reading what the server does';
export const WORK_NOT_READ = 'What the server does could not be read';
export const WORK_NOT_NEW = 'Not up to date';
/** @param at "27 November 2026, 14:03" */
export const asOf = (at: string) => `As of ${at}`;

/** @param type "Technology partner" @param far "50 of 1,200"; empty before anybody has counted */
export const runningNow = (type: string, far: string) => `Re-judging: ${type}${far === '' ? '' : `, ${far}`}`;
export const YOU_CAN_CLOSE = 'You can close this page: the server goes on without it.';
/** @param by an address @param at "27 November 2026, 14:03" @param to "Profile of 3 March 2026 (v2)" */
export const startedBy = (by: string, at: string, to: string) => `Started by ${by} on ${at}, for: ${to}`;
export const endedAt = (at: string) => `Ended on ${at}.`;
export const REJUDGING = 'Re-judging scorecards';
export const WAITS_FOR_TURN = 'Waits for its turn';
export const COUNTING = 'Counting';
export const HELD_UP = 'Held up';
export const triedAgain = (at: string) => `It is tried again by itself on ${at}.`;
export const ALL_DONE = 'All scorecards were gone over';
/** @param far "50 of 1,200" */
export const pausedAt = (far: string) => `Paused${far === '' ? '' : ` at ${far}`}`;
export const endedEarly = (far: string) => `Ended early${far === '' ? '' : ` at ${far}`}`;
export const PAUSED_EXPLAINED = 'What was written stays. Resume goes on from here.';
export const RESUME_GOES_ON =
  'What was written stays. Once that is seen to, Resume goes on from here; Start again begins with the first scorecard, and changes only what is left.';
export const START_AGAIN_CHANGES =
  'What was written stays. Start again begins with the first scorecard, by the profile that is current now, and changes only what is left.';
/** @param current "Profile of 3 March 2026 (v2)" */
export const currentByNow = (current: string) => `Another profile is the current one by now: ${current}.`;
export const NOT_STARTED = 'Not started';
export const NOT_PAUSED = 'Not paused';
export const NOT_RESUMED = 'Not resumed';

export const REJUDGINGS = 'Re-judging all scorecards of a type';
export const NO_REJUDGING =
  'None was started in the last 30 days. To start one, open a type under Profiles, then its Versions.';

export const NIGHT = 'Every night';
export const NIGHT_EXPLAINED =
  'The server goes over all scorecards and partner deals, repairs what does not follow, and makes tasks for what is due.';
export const NO_NIGHT_PLANNED =
  'None is planned yet. The first one follows the installation of the properties.';
/** @param at "28 November 2026, 02:17" */
export const nextNight = (at: string) => `The next one begins on ${at}.`;
export const noNightYet = (at: string) => `The first one begins on ${at}.`;
export const nightRuns = (at: string) => `It runs now, since ${at}.`;
export const lastNight = (at: string) => `The last one was on ${at}.`;
export const nightEndedEarly = (at: string, why: string) => `The last one ended early on ${at}: ${why}`;
/** @param companies "130 companies" @param repaired "3" */
export const nightSums = (companies: string, repaired: string, deals: string, dealsRepaired: string) =>
  `${companies} looked at, ${repaired} repaired; ${deals} looked at, ${dealsRepaired} repaired.`;
/** @param tasks "2 tasks" */
export const nightTasks = (tasks: string) => `${tasks} made for what is due.`;
/** @param companies "2 companies" */
export const nightLeft = (companies: string) => `${companies} left as they are; their cards say why.`;
/** @param verdicts "2 edited verdicts wait" */
export const editedWait = (verdicts: string) =>
  `${verdicts} for a person, as the settings ask. The cards of these companies say what was edited; Update there repairs it.`;

export const CHANGES = 'Changes in HubSpot';
export const CHANGES_EXPLAINED =
  'Whatever somebody edits, imports or merges in HubSpot is followed within seconds: total, lane and deals show what follows.';
export const NO_CHANGE_WAITS = 'No change waits to be followed.';
/** @param changes "12 changes wait" @param span "3 minutes" */
export const changesWait = (changes: string, span: string) =>
  `${changes} to be followed, the first for ${span}.`;
/** @param companies "2 companies" */
export const keptChanging = (companies: string) =>
  `Another automation keeps changing the verdict of ${companies}. Their cards name what it sets: turn it off.`;
