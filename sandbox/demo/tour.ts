import { CLEARANCE_LABELS } from '../../src/icp/clearance.ts';
import { LANE_LABELS } from '../../src/icp/lanes.ts';
import type { LegendEntry, TourStep } from '../workbench/host/settings.ts';

/** The first things to try in the demo portal. */
export const TOUR: readonly TourStep[] = [
  {
    title: 'See why Taskbridge is not cleared',
    hint: 'It is Deep by its ratings. “Next” says which checks and evidence are missing.',
    at: { company: 'Taskbridge' },
  },
  {
    title: 'Clear a check of Boardmate and see the task',
    hint: 'Under Checks, set “Competitor in disguise” to Clear and save. It becomes Deep, and a task appears beside it.',
    at: { company: 'Boardmate' },
    done: { property: 'ipp_clearance', isNot: ['', 'blocked'] },
  },
  {
    title: 'Score Harbor Foods',
    hint: 'Nobody has judged it yet. Rate six questions and save.',
    at: { company: 'Harbor Foods' },
    done: { property: 'ipp_lane', isNot: [''] },
  },
  {
    title: 'Look at what the CRM knows of Paperdesk',
    hint: 'Nobody has scored it, but customers use it and ask for it. “Look at what the CRM knows” gathers that.',
    at: { company: 'Paperdesk' },
    done: { property: 'ipp_lane', isNot: [''] },
  },
  {
    title: 'Rank those to decide about',
    hint: 'Select them, then “Compare as partners”. It says why each stands where it stands; tick two to see them side by side.',
    at: { path: '/companies?view=to-decide' },
  },
  {
    title: 'Decide about Ledgerlane',
    hint: 'Under Decide, choose Go deep. Both slots of this quarter are used: take the next one, give a reason, or choose Wait.',
    at: { company: 'Ledgerlane' },
    done: { property: 'ipp_decision', isNot: [''] },
  },
  {
    title: 'Your own profile: two versions, one draft',
    hint: 'In Settings, preview the draft: it says who would change lane. Then open Ledgerlane, whose card is judged by the older version.',
    at: { path: '/settings' },
  },
  {
    title: 'Look at the board',
    hint: 'Deals by stage, each with the lane of its company.',
    at: { path: '/board' },
  },
];

/** What lanes and clearance mean, one line each. */
export const LEGEND: readonly LegendEntry[] = [
  { term: LANE_LABELS.deep, text: 'Points and minimums are reached: worth a closer look.' },
  { term: LANE_LABELS.fast, text: 'Something light: a listing, terms to sign, a name passed on.' },
  { term: LANE_LABELS.pass, text: 'No work now.' },
  { term: LANE_LABELS.undecided, text: 'Questions that nobody has answered yet could change the lane.' },
  {
    term: 'Clearance for Deep',
    text: `Work with a Deep partner starts once it is “${CLEARANCE_LABELS.cleared}”: every check clear with a note, the evidence there.`,
  },
];
