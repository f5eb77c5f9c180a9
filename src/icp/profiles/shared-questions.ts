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
    'Works against us',
    'Little in common',
    'Two of four fit',
    'Three of four shown',
    'Partners confirm it',
  ],
  rubric: [
    'They sell a rival offer to our customers, or their way of working rules ours out.',
    'One of four fits at best: aims, buyers, daily steps, values. Each joint step would need an exception.',
    'Two of four fit (aims, buyers, daily steps, values); the others differ or were not looked at. Or more fit, told and not shown.',
    'Three of four fit (aims, buyers, daily steps, values), each shown by a document we opened or a case we saw.',
    'Three of four fit (aims, buyers, daily steps, values), and 2 of their partners confirm it; or all four, each shown as for 4.',
  ],
  evidenceRequired: false,
  evidencePrompts: [
    'Where do you want to grow, and what do we have for it that you lack?',
    'Who buys from you, and where would we meet as rivals?',
    'Which of your steps must fit with ours, and which have you changed for a partner?',
    "How do your teams and a partner's teams talk in a normal week?",
    'What did you do when a promise to a partner could not be kept?',
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
    'A handful by chance',
    'Five accounts named',
    'Ten, or confirmed',
    'Twenty, confirmed',
  ],
  rubric: [
    'Their customers are not the ones we look for.',
    'Fewer than 5 of our target accounts know them, each by chance.',
    'They name 5 accounts of our target list and whom they know there. Nobody has confirmed it.',
    'One of: 10 target accounts named, with a person each; 2 of them confirm it to us; 80 % of 20 or more customers renewed or came back last year.',
    'Two of: 20 target accounts (or 10 % of the list) named, with a person each; 3 of them confirm it; 90 % of 20 or more customers renewed or came back.',
  ],
  evidenceRequired: true,
  evidencePrompts: [
    'Which accounts of our target list buy from you, and whom do you know there?',
    'May we call 3 of them and ask how they see you?',
    'How many customers did you have a year ago, and how many are still there?',
    'Where do you meet these buyers: visits, events, newsletter, community?',
  ],
};

/** Why deep needs some of the two that every profile but technology has minimums for. */
export const MINIMUM_REASONS = {
  people:
    'Below 3 nobody with a name answers for the partnership, and good companies do not make up for that.',
  company_alignment: 'At 1 they work against us, and no total is worth that.',
};

export const MARKET_ACCESS_MINIMUM =
  'Below 3 hardly any of our buyers know them, whatever else they are good at.';

/** Of those whose product or solution has ours in it. */
export const TRIAL_MINIMUM =
  'Below 3 the products were not seen to work together, and customers would find out first.';

/** Of those who work on our product at customers. */
export const METHOD_MINIMUM = 'Below 3 no method of theirs was shown, and our customers would pay for that.';

/** The `origin` of the shipped profiles other than technology, as people read it. */
export const ORIGIN =
  'The questions follow the ideal partner profile guide. Weights, minimums, floors, required evidence, the figures in the levels and what a flag does are our starting values.';
