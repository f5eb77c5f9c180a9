import { Accordion } from '@hubspot/ui-extensions';

import type { PartnerType } from '../../../src/icp/partner-types.ts';
import type { Scorecard } from '../../../src/icp/scorecard.ts';
import type { ScorecardRecord } from '../../../src/contract/scorecard-record.ts';
import { profileOf, recordOf } from './function-in-test.ts';
import { openCard } from './open-card.tsx';

/** Ratings under any of the eight profiles that share their dimensions, one of them still unknown. */
export const RATED = {
  people: 4,
  company_alignment: 4,
  role_criteria: 4,
  compatibility: 3,
  collaboration_support: null,
  market_access: 5,
} as const;

/** A record of a company of that type. */
export function recordUnder(
  type: PartnerType,
  scorecard: Partial<Scorecard>,
  rest: Partial<ScorecardRecord> = {},
): ScorecardRecord {
  return recordOf({ type, ...scorecard }, { profile: profileOf(type), ...rest });
}

/** The card of a reseller with ratings and one piece of evidence. */
export function openReseller() {
  return openCard(
    recordUnder('reseller', { ratings: RATED, evidence: { role_criteria: 'Two demos in May' } }),
  );
}

/** The same, its type changed to solution and not saved. */
export async function openChangedToSolution() {
  const card = await openReseller();
  card.pickType('solution');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Change to Solution partner?']));
  card.click('Change to Solution partner');
  return card;
}

/** The section of the partner type: its line, and whether it is unfolded. */
export function typeSection(card: Awaited<ReturnType<typeof openCard>>) {
  return card.find(Accordion, ({ props }) => props.title.startsWith('Partner type')).props;
}
