// What the nightly run says. A parameter such as `companies` is a count with its verb: "2 companies were".

/** @param companies "20 companies were looked at, 3 repaired" */
export const nightlySum = (companies: string, deals: string, calls: string) =>
  `${companies}; ${deals}. ${calls}.`;
/** @param tasks "2 tasks" */
export const nightlySumWithTasks = (companies: string, deals: string, tasks: string, calls: string) =>
  `${companies}; ${deals}; ${tasks} made. ${calls}.`;
/** @param drafts "2 drafts" */
export const draftsExpired = (drafts: string) =>
  `${drafts} of scorecards deleted: expired, or no longer kept.`;
export const callsUsedUp = (calls: string) =>
  `The run ended at its bound of ${calls}: some companies or deals were not looked at.`;
export const nightlyBrokenOff = (companies: string, deals: string) =>
  `The run broke off: ${companies}; ${deals}. What is written stays.`;
export const RUN_AGAIN = 'Run it again.';
export const goesOnBehind = (id: string) =>
  `Run it again: with the same --progress file it goes on behind company ${id}, without one give --after ${id}.`;
export const DEALS_ARE_LEFT =
  'Only deals are left. Run it again with the same --progress file, or run: icp deals';

export const notJudged = (companies: string) =>
  `${companies} not judged, and nothing was written. Resolve what is said about each.`;
export const notWritable = (companies: string) =>
  `${companies} not repaired. Resolve what is said about each; the next run tries again.`;
export const keepsChangingNightly = (companies: string, most: number) =>
  `${companies} repaired ${most} times within an hour already: another automation keeps changing this. Turn it off; the next run tries again.`;
export const editedVerdicts = (companies: string) =>
  `${companies} left as they are: somebody overwrote the verdict, and the settings ask before it is repaired. Press "Update" on the card of each, or repair all of them: icp doctor --repair`;
/** @param source an app by its name, or HubSpot's word for the source */
export const lastChangedBy = (property: string, source: string) => `${property} was last set by ${source}`;
export const NOT_SEEN_WHO = 'the history does not say by what';
export const companiesNotRead = (companies: string) =>
  `${companies} left out, since HubSpot did not say what they hold. The next run looks again.`;
export const companiesNotListed = (missing: number) =>
  `HubSpot's search counted ${missing} more scored companies than it gave. The next run looks again.`;
export const dealsNotListed = (missing: number) =>
  `HubSpot's search counted ${missing} more partner deals than it gave. The next run looks again.`;
export const dealsLeftBehind = (deals: string) =>
  `${deals} left as they are. Resolve what is said about each; the next run tries again.`;
export const dealsRefused = (reason: string) => `The deals were not looked at. ${reason}`;

/** @param tasks "2 tasks were" */
export const tasksNotMade = (tasks: string) =>
  `${tasks} not made. Resolve what is said about each; the next run tries again.`;
export const tasksLeft = (tasks: string) =>
  `${tasks} not made, since the calls were used up. The next run makes them; give it more with --calls.`;
export const tasksRefused = (reason: string) =>
  `No task was made for overdue reviews, old evidence and partners to ask again. ${reason} To run without tasks, give --no-tasks.`;
export const TASK_UNKNOWN = 'HubSpot did not say whether it made the task. The next run looks for it first.';

// The subjects are how a task is found again: with other words every task would be made once more.
/** @param due "20 May 2027" */
export const reviewSubject = (due: string) => `Yearly partner review, due ${due}`;
export const recheckSubject = (due: string) => `Look at the partner's evidence again, due ${due}`;
export const reviewBody = (due: string) =>
  `The yearly review of this partner was due on ${due}. Open the Partner ICP card, go through the ratings, correct what changed, and save it as the yearly review.`;
/** @param old "customer overlap: Counted on 20 May 2025, over 365 days ago." */
export const recheckBody = (old: string) =>
  `This has grown old: ${old} Look again, and note what you found on the Partner ICP card. The lane stays as it is meanwhile.`;

/** @param name the company's; with another one the task would be made once more */
export const askAgainSubject = (name: string, on: string) => `Ask ${name} again, noted for ${on}`;
/** @param decision "Wait"; null where none can be read. @param reason empty where none was given */
export const askAgainBody = (name: string, on: string, decision: string | null, reason: string) =>
  `${decision === null ? 'It was noted' : `The decision was ${decision}, and it was noted`} to ask ${name} again on ${on}.${reason === '' ? '' : ` The reason then: ${reason}`} Look at the Partner ICP card, ask, and decide anew on the card.`;

/** @param file as it was typed */
/** @param command "icp nightly" */
export const progressDamaged = (file: string, command: string) =>
  `${file} is no progress file of ${command}, or it is damaged. Name another file, or delete it to begin with the first company.`;
export const progressOfOther = (file: string, its: string, own: string) =>
  `${file} is about portal ${its}, and the access token is for portal ${own}. Name another file.`;
export const progressUnusable = (file: string, reason: string) => `${file} cannot be used: ${reason}.`;
