import { type Asked, PARTNER_CATEGORIES, THIS_QUARTER } from './filters.ts';

export interface SavedView {
  id: string;
  title: string;
  asked: Asked;
  /** The name of a list of the portal: only who is in it. */
  list?: string;
  /** Instead of the usual columns. */
  columns?: readonly string[];
}

/** The columns of views of decisions. */
const DECISION_COLUMNS: readonly string[] = [
  'name',
  'ipp_lane',
  'ipp_total',
  'ipp_clearance',
  'ipp_decision',
  'ipp_decision_quarter',
  'ipp_ask_again_on',
  'hubspot_owner_id',
];

export const ALL: SavedView = { id: 'all', title: 'All', asked: {} };

export const SAVED_VIEWS: readonly SavedView[] = [
  ALL,
  { id: 'deep', title: 'Deep', asked: { lane: ['deep'] } },
  { id: 'cleared', title: 'Cleared', asked: { clearance: ['cleared'] } },
  { id: 'fast', title: 'Fast lane', asked: { lane: ['fast'] } },
  { id: 'pending', title: 'Not yet cleared', asked: { clearance: ['pending'] } },
  { id: 'blocked', title: 'Blocked', asked: { clearance: ['blocked'] } },
  { id: 'undecided', title: 'Needs answers', asked: { lane: ['undecided'] } },
  {
    id: 'to-decide',
    title: 'Deep and Cleared, no decision',
    asked: { lane: ['deep'], clearance: ['cleared'], decision: [''] },
    columns: DECISION_COLUMNS,
  },
  {
    id: 'go-deep-now',
    title: 'Go deep this quarter',
    asked: { decision: ['go-deep'], quarter: [THIS_QUARTER] },
    columns: DECISION_COLUMNS,
  },
  { id: 'waiting', title: 'Waiting', asked: { decision: ['wait'] }, columns: DECISION_COLUMNS },
  { id: 'ask-again', title: 'Ask again due', asked: { 'ask-again': ['due'] }, columns: DECISION_COLUMNS },
  { id: 'review', title: 'Review due', asked: { review: ['due'] } },
  { id: 'older-profile', title: 'Older profile', asked: {}, list: 'Partner ICP: Older profile' },
  ...PARTNER_CATEGORIES.map(({ value, label }) => ({
    id: `${value}-partners`,
    title: `${label} partners`,
    asked: { category: [value] },
  })),
];
