import type { Dimension } from '../profile.ts';

/**
 * The question about the two companies. The guide asks the same of every partner type, so the rating stays valid when the
 * type changes.
 *
 * Source: ideal partner profile guide, "Company - Company Alignment", and of its detailed criteria "Operational fit" and
 * "Company strategy and culture fit". The level texts are ours.
 */
export const companyAlignment: Dimension = {
  key: 'company_alignment',
  label: 'Company alignment',
  question:
    'Do both companies want the same market, sell to the same buyers, and work in ways that go together?',
  weight: 15,
  weightReason:
    'Shared aims carry each joint step, and most differences can be seen and settled before we sign.',
  anchors: [
    'Opposed aims or habits',
    'Little in common',
    'Same aims, other habits',
    'Aligned in most respects',
    'Aligned in all four',
  ],
  rubric: [
    'They chase our customers with a rival offer, or their way of working rules ours out.',
    'Other buyers, other pace, other priorities. Each joint step would need an exception.',
    'Both want this market and respect each other, but processes differ and nobody has adapted any yet.',
    'Shared direction, same buyers without rivalry, similar habits. One of the four still needs work that is named.',
    'Direction, way to market, daily processes and values fit, and joint work has shown it.',
  ],
  evidenceRequired: false,
  evidencePrompts: [
    'Strategy: the growth that both plan for, and what each is strong at that the other lacks',
    'Way to market: their customer segment beside ours, and where the two would compete',
    'Operations: which steps must mesh, who has changed a process for a partner before, how the teams talk',
    'Culture: how they treat commitments, bad news and money, seen in a dealing of theirs',
  ],
};

/**
 * The question about reach. The guide's table asks the same of every type but marketing, so the rating stays valid when
 * the type changes. Each profile gives it a weight of its own.
 *
 * Source: ideal partner profile guide, "Partner Type specific criteria", column and criteria "Market Access".
 */
export const marketAccess: Omit<Dimension, 'weight' | 'weightReason'> = {
  key: 'market_access',
  label: 'Market access',
  question: 'Do they already reach the buyers we want, and do those buyers stay with them?',
  anchors: [
    'None of our buyers',
    'A few, by chance',
    'Right market, thin relations',
    'Known and trusted by many',
    'Trusted by most, and they stay',
  ],
  rubric: [
    'Their customers are not the ones we look for.',
    'Some of their contacts belong to our market, none with a relationship to build on.',
    'They work in our market, but know few decision makers, or their customers change often.',
    'They name accounts of our target list and the people there. Renewals or references show that customers stay.',
    'A large share of our target list buys from them, returns, and speaks well of them when asked.',
  ],
  evidenceRequired: true,
  evidencePrompts: [
    'Accounts of our target list that they serve, by name, and the person they know there',
    'Share of customers who stayed over the last year, and how satisfied they say they are',
    'How they reach the audience today: visits, events, newsletter, community',
  ],
};

/** Why deep needs some of the two that every profile but technology has minimums for. */
export const MINIMUM_REASONS = {
  people:
    'Below 3 nobody with a name answers for the partnership, and good companies do not make up for that.',
  company_alignment: 'At 1 they work against us, and no total is worth that.',
};

export const MARKET_ACCESS_MINIMUM =
  'Below 3 they have no relations with our buyers, whatever else they are good at.';

export const COMPATIBILITY_MINIMUM =
  'Below 3 it has not been seen to work, and the customers would pay for that.';

/** The `origin` of the shipped profiles other than technology, as people read it. */
export const ORIGIN =
  'The questions follow the ideal partner profile guide. Weights, minimums, floors, required evidence and what a flag does are our starting values.';
