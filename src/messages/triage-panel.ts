// What the panel over selected companies says where it can change them: in the OAuth edition.

import { counts } from './list-triage.ts';

export const COMPARES_AND_CHANGES =
  'Compare reads with your own permissions. Change writes under your name, after a preview.';
export const COMPARE = 'Compare';
export const CHANGE = 'Change several';

export const ACT_LABEL = 'What to do';
export const ACTS = {
  'set-type': 'Set the partner type',
  start: 'Start scorecards',
  'take-over': 'Take the current profile over',
  decide: 'Decide',
} as const;
export const ACTS_EXPLAINED = {
  'set-type':
    'Changing the type of a rated company empties ratings that the other type asks differently, as on its card.',
  start:
    'Gives a type to companies that have none and no ratings, so that their card opens ready to rate. The first rating starts the scorecard.',
  'take-over': 'Judges by the newest published profile of each company’s type. No rating changes.',
  decide: 'One decision about each of them, resting on what each one is now.',
} as const;

export const TYPE_LABEL = 'Partner type';
export const DECISION_LABEL = 'Decision';
export const QUARTER_LABEL = 'Quarter';
export const ASK_AGAIN_LABEL = 'Ask again on';
export const REASON_LABEL = 'Reason';
export const PREVIEW = 'Preview';
export const CHOOSE_TYPE = 'Choose a type.';
export const CHOOSE_DECISION = 'Choose what to do.';
export const CHOICES_FAILED = 'What can be chosen could not be read';
export const NOT_PREVIEWED = 'The preview was not made';
/** @param most companies that are changed at once */
export const tooManySelected = (most: number, selected: number) =>
  `${selected} companies are selected. At most ${most} are changed at once: select fewer.`;
export const previewing = (read: number, of: number) => `${read} of ${of} companies looked at`;

/** @param change how many would change; @param already how many are so already; @param left how many are left out */
export const previewCounts = (change: number, already: number, left: number) =>
  counts([
    change === 0 ? 'Nothing would change' : `${change} would change`,
    ...(already > 0 ? [`${already} ${already === 1 ? 'is' : 'are'} so already`] : []),
    ...(left > 0 ? [`${left} left out`] : []),
  ]);
/** Those that are not ticked at first. */
export const notTicked = (count: number, isDecision: boolean) => {
  const [are, them] = count === 1 ? ['is', 'it'] : ['are', 'them'];
  const why = isDecision ? 'decided about already' : 'rated, and another type asks other questions';
  return `${count} of them ${are} ${why}. Tick ${them} to change ${them} too.`;
};
export const takesAway = (losses: string) => `Takes away ${losses}`;
export const LEFT_OUT = 'Left out, and why';
/** @param names "Harbor Foods, Ledgerlane" */
export const leftOutFor = (reason: string, names: string) => `${reason} ${names}`;
export const andMoreNames = (names: string, more: number) => `${names} and ${more} more`;
export const tickOf = (name: string) => `Change ${name}`;
export const TICK_ALL = 'Tick all';
export const UNTICK_ALL = 'Untick all';
export const applyTo = (count: number) => `Apply to ${count === 1 ? '1 company' : `${count} companies`}`;
export const TICK_ONE = 'Tick a company to apply it.';

export const APPLYING = 'Applying';
export const STOPPING = 'Stopping after these companies';
export const appliedSoFar = (handled: number, of: number) => `${handled} of ${of} companies`;
export const STOP = 'Stop';
export const KEEP_OPEN = 'Keep this panel open until it is through.';
export const goOnWith = (count: number) => `Go on with ${count === 1 ? '1 company' : `${count} companies`}`;
export const CHANGE_MORE = 'Change something else';

/** How far it came. Counts that are 0 are left out. */
export const outcomeCounts = (count: {
  done: number;
  unchanged: number;
  refused: number;
  failed: number;
  unknown: number;
  open: number;
}) =>
  counts(
    [
      [count.unchanged, 'unchanged'] as const,
      [count.refused, 'not done'] as const,
      [count.failed, 'not reached'] as const,
      [count.unknown, 'unknown'] as const,
      [count.open, 'not begun'] as const,
    ].flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : [])),
  );
export const doneOf = (done: number, of: number) => `${done} of ${of} done`;
export const GO_ON_IS_SAFE = 'Going on repeats nothing that is done.';
export const OUTCOMES = {
  done: 'Done',
  unchanged: 'Unchanged',
  refused: 'Not done',
  failed: 'Not reached',
  unknown: 'Unknown',
} as const;
export const RELOAD_LIST =
  'The list, and the comparison in this panel, show what was there before. Reload the list to see the new values; HubSpot’s search may need some seconds.';
export const RELOAD = 'Reload the list';
export const UNDO_ON_CARD = 'Each change can be undone on the card of its company, under History.';
export const DECIDE_ANEW = 'To take a decision back, decide anew.';
export const TAKEN_OVER =
  'No answer changed. A scorecard is judged by the profile from before once that is the current one again.';
export const NO_PROGRESS = 'No company could be begun in the time of a call. Wait a minute, then go on.';
