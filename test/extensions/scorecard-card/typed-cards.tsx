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

const RESELLER = {
  ...{ partner_type: 'reseller', ...RATED, role_criteria_evidence: 'Two demos in May' },
  ...{ check_vanity_logo: 'clear', check_vanity_logo_note: '40 units sold' },
  check_enthusiastic_contact: 'flagged',
};

/** The card of a reseller with ratings and one piece of evidence. */
export function openReseller() {
  return openCard(RESELLER);
}

/** The same, its type changed to solution and not saved. */
export async function openChangedToSolution() {
  const card = await openReseller();
  card.pickType('solution');
  await card.waitFor(() => expect(card.alerts()).toEqual(['Change to Solution partner?']));
  card.click('Change to Solution partner');
  return card;
}
