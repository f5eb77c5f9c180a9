import { decisionLabel } from '../../../src/icp/decision.ts';
import { checkAnswer } from '../../../src/icp/scorecard.ts';
import { ratingOf } from '../../../src/icp/ratings.ts';

import type { CardView } from './card-view.ts';
import { doubtOf } from './marks.ts';

export type TabId = 'rate' | 'checks' | 'why' | 'decide' | 'history' | 'type';

/** The titles of the tabs, in their order: `Rate 6/6`, `Checks, 5 open, 1 suspected`. */
export function tabTitles(view: CardView): Readonly<Record<TabId, string>> {
  return {
    rate: `Rate ${ratedCount(view)}/${view.profile.dimensions.length}`,
    checks: ['Checks', ...checkCounts(view)].join(', '),
    why: 'Why',
    decide: decisionTitle(view),
    history: 'History',
    type: 'Partner type',
  };
}

/** `Go deep, 2027-Q1`, as it is stored. */
function decisionTitle({ record: { decision: stored } }: CardView): string {
  if (stored.decision === null) return 'Decide';
  return [decisionLabel(stored.decision), stored.quarter].filter((text) => text !== '').join(', ');
}

function ratedCount({ profile, draft }: CardView): number {
  return profile.dimensions.filter(({ key }) => ratingOf(draft.ratings, key) !== null).length;
}

function checkCounts(view: CardView): string[] {
  const { profile, draft } = view;
  const doubts = profile.checks.map(({ key }) => doubtOf(key, view)?.word);
  const inState = (wanted: string) =>
    profile.checks.filter(({ key }) => checkAnswer(draft, key).state === wanted).length;
  const counts: readonly (readonly [number, string])[] = [
    [inState('open'), 'open'],
    [inState('flagged'), 'flagged'],
    [doubts.filter((word) => word === 'Suspected').length, 'suspected'],
    [doubts.filter((word) => word === 'Look again').length, 'to look at again'],
  ];
  return counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
}

/** The tab on which a field stands. */
export function tabOf(field: string, { profile }: CardView): TabId {
  if (field === 'partner_type' || field === 'other_types' || field.startsWith('override_')) return 'type';
  const isRated = profile.dimensions.some(({ key }) => field === key || field === `${key}_evidence`);
  return isRated ? 'rate' : 'checks';
}
