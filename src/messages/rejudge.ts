// What icp rejudge and icp reviews spread say.

/** @param began and now "Technology partner, v3" */
export const policyMovedSince = (began: string, now: string) =>
  `The run began with ${began}, and the current profile is ${now} by now. It does not go on under another one.`;
export const BEGIN_ANEW =
  'Look at the new profile with --dry-run, delete the progress file if there is one, then run it again.';
/** @param done "12 companies were re-judged" */
export const rejudgeBrokenOff = (done: string) =>
  `The run broke off: ${done}. Run it again: companies that are re-judged already are left alone, and with the same --progress file it goes on after the last of them.`;
export const NO_JOBS_HERE =
  'This edition has no server that works in the background. Many scorecards are re-judged from the terminal, with icp rejudge. Nothing was written.';
export const JOB_UNINSTALLED =
  'The app was uninstalled in this portal before the run was over. What was written stays. Connect the portal again, then start it again.';
export const REJUDGED_PROFILE_MOVED =
  'Another profile became the current one. Companies that were re-judged before stay as they are, and nothing more was written. Look at that profile, then start again.';
export const REJUDGE_UNSETTLED =
  'written three times, and something keeps changing it. Look for a workflow that sets it.';
export const OTHER_TYPE = 'it has another partner type.';
export const REJUDGE_GONE = 'there is no such company, or it was deleted.';
export const REJUDGE_NOTHING_WRITTEN =
  'Nothing was written. To write it, run it again with --apply and --by.';
export const NOT_IDS = 'give ids of company records, separated by commas, or a file with one on each line.';
/** @param weeks "7, 6, 6, 6" */
export const ownerWeeks = (owner: string, companies: string, weeks: string) =>
  `${owner}: ${companies}, by week ${weeks}`;
export const NO_OWNER = 'Companies without an owner';
export const REASON_NEEDED = 'say why, in a sentence: what changed about the customers that we want.';
export const PROGRESS_NEEDS_APPLY = 'a run that writes nothing keeps no progress. Add --apply and --by.';
export const SPREAD_BROKEN_OFF =
  'The work broke off. Run it again: reviews that were spread keep their day, and the others follow.';
