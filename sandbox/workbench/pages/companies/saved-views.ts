import { type Asked, PARTNER_CATEGORIES } from './filters.ts';

export interface SavedView {
  id: string;
  title: string;
  asked: Asked;
  /** The name of a list of the portal: only who is in it. */
  list?: string;
}

export const ALL: SavedView = { id: 'all', title: 'All', asked: {} };

export const SAVED_VIEWS: readonly SavedView[] = [
  ALL,
  { id: 'deep', title: 'Deep', asked: { lane: ['deep'] } },
  { id: 'cleared', title: 'Cleared', asked: { clearance: ['cleared'] } },
  { id: 'fast', title: 'Fast lane', asked: { lane: ['fast'] } },
  { id: 'pending', title: 'Not yet cleared', asked: { clearance: ['pending'] } },
  { id: 'blocked', title: 'Blocked', asked: { clearance: ['blocked'] } },
  { id: 'undecided', title: 'Needs answers', asked: { lane: ['undecided'] } },
  { id: 'review', title: 'Review due', asked: { review: ['due'] } },
  { id: 'older-profile', title: 'Older profile', asked: {}, list: 'Partner ICP: Older profile' },
  ...PARTNER_CATEGORIES.map(({ value, label }) => ({
    id: `${value}-partners`,
    title: `${label} partners`,
    asked: { category: [value] },
  })),
];
