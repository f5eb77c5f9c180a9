import { checkTexts } from '../anti-patterns.ts';
import type { Profile } from '../profile.ts';
import {
  MARKET_ACCESS_MINIMUM,
  MINIMUM_REASONS,
  ORIGIN,
  companyAlignment,
  marketAccess,
} from './shared-questions.ts';

/**
 * The shipped profile for resellers: they buy our product and sell it on, under its own name, to their customers.
 *
 * Source: ideal partner profile guide, its row "Reseller", its paragraph on channel partners and its detailed criteria.
 * The level texts are ours, and so are weights, floors and caps.
 */
export const reseller: Profile = {
  type: 'reseller',
  version: 0,
  title: 'Reseller',
  origin: ORIGIN,
  asksSaas: true,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Is there a champion who has run resale before, wants to grow with us, and has a leader behind them?',
      weight: 25,
      weightReason: 'A product in a price list sells only where one person answers for its sales.',
      anchors: [
        'Nobody in charge',
        'Keen contact alone',
        'Owner with a figure',
        'Record or sponsor',
        'Record and sponsor',
      ],
      rubric: [
        'Nobody there answers for sales of our product, or wants to grow with it.',
        'One person likes the idea, works alone and cannot say what would count as success. No leader knows of it.',
        'A named owner has a sales figure for the first year. Resale is new to them, and we have met no leader.',
        'A named owner with a sales figure for year 1, and one of: ran a resale line before; a leader we met backs it.',
        'A named owner with a sales figure for year 1, who ran a resale line before and showed its sales; a leader we met backs it.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'What should our product bring your company in two years, and how?',
        'When did you last bring bad news to a vendor, and how did it go on?',
        'How many units, or which margin, would make a good first year?',
        'Which products have you resold before, and for how long?',
        'Who above you backs this, and when can we meet?',
      ],
    },
    companyAlignment,
    {
      key: 'role_criteria',
      label: 'Role criteria',
      question:
        'Do they want from resale what we want, and do their sellers know our product well enough to sell it?',
      weight: 15,
      weightReason: 'Sellers who know the product close without us, and knowledge can be taught.',
      anchors: [
        'Wrong goal',
        'Goal: more sales',
        'A goal we share',
        'Demo or sellers seen',
        'Demo and sellers',
      ],
      rubric: [
        'They want something other than resale, or something that hurts us. Nobody there has used the product.',
        'Their goal is "more sales". Sellers repeat our brochure, and nobody has opened a trial.',
        'They say what resale asks of them and name a goal of our plan. No seller has used the product yet.',
        'A goal of our plan in their figures, and one of: a demo by 1 of their sellers, seen by us; 2 sellers named who closed 5 similar deals each.',
        'A goal of our plan in their figures, a demo by 1 of their sellers, seen by us, and 2 sellers named who closed 5 similar deals each.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What does a reseller do for us, in your words, and what is not your job?',
        'Which figure of our plan would your sales move, and by how much?',
        'Can one of your sellers show us a demo of our product?',
        'Who would sell it, with which background, and what have they tried in our product?',
      ],
      saasPrompts: ['Which subscription software do you sell today, and where is that market going?'],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question:
        'Do they sell in a way, and at a price, that suits our product, and look after the customer afterwards?',
      weight: 10,
      weightReason: 'Prices and sales steps can still be settled once both sides want the sale.',
      anchors: [
        'Undercuts us',
        'Sells on discount',
        'Similar sale',
        'Sales or offer shown',
        'Sales and an offer',
      ],
      rubric: [
        'They never sold anything like it, drop customers once paid, or ask for prices that would undercut ours.',
        'They sell similar things on discount alone. The margin they ask is fixed, and the price to customers stays hidden.',
        'Similar products sold, in steps like ours. Sales and prices to customers were told, not shown.',
        'One of: a similar product sold to 10 customers in 2 years, shown; a sample offer shown that fits our prices; 2 customers confirm calls after the sale.',
        'Two of: a similar product sold to 20 customers in 2 years, shown; a sample offer shown that fits our prices; 3 customers confirm calls after the sale.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Which similar products have you sold, to how many customers in two years?',
        'What are your steps from first call to signature?',
        'After the sale, who calls the customer, and how often?',
        'May we see a sample offer line by line: what do you earn, and what can move?',
      ],
      saasPrompts: ['How do you bill, renew and change subscriptions today, in which system?'],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question:
        'Will they market, sell and support our product with their own people, and keep those people trained?',
      weight: 10,
      weightReason: 'Help with marketing and support can start small and grow with sales.',
      anchors: [
        'All work stays ours',
        'A logo on a page',
        'Helps when asked',
        'Desk, money or days',
        'Desk and money',
      ],
      rubric: [
        'No marketing, no support desk, no time for training. Every task after the contract would be ours.',
        'They offer a logo on their site. Customer questions would come to us, and training is one short call.',
        'They join a campaign when asked and answer simple questions. No budget, desk or training day is named.',
        'One of: a campaign budget named; a support desk shown, with 2 people and hours; training days named for each seller.',
        'Two of: a campaign budget named; a support desk shown, with 2 people and hours; training days named for each seller, repeats included.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Which campaigns would you pay for in the first half year?',
        'Who joins sales calls, runs trials and writes offers?',
        'Who answers customers, in which hours, and what would come to us?',
        'How does a new seller learn a product, how often again, and from which material?',
      ],
      saasPrompts: ['Who sees to it that subscribers succeed, and acts before one cancels?'],
    },
    {
      ...marketAccess,
      weight: 25,
      weightReason: 'A reseller is worth the buyers it already has; we cannot give it any.',
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, market_access: 3 },
  minimumReasons: { ...MINIMUM_REASONS, market_access: MARKET_ACCESS_MINIMUM },
  lanes: {
    deep: {
      label: 'Full resale',
      next: 'Sign the reseller contract, and set the days of the first training.',
    },
    fast: {
      label: 'Trial resale',
      next: 'Let them sell a few named deals, with no exclusive rights and no target.',
    },
    pass: {
      label: 'Decline with thanks',
      next: 'Say no with thanks, and note what they would have to change.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A well-known dealer that would look good on our partner page.',
      whyItFails:
        'A price list sells nothing by itself. Where no seller earns by offering ours, few units move.',
      asks: [
        'Have them name 10 buyers of ours whom they can call, and ask 2 of these who sold to them last.',
      ],
      caps: { lane: 'fast' },
    },
    {
      ...checkTexts('competitor-in-disguise'),
      looksLike: 'The right buyers, the right deals, and a rival product in the same price list.',
      whyItFails: 'Their sellers see our deals and offer whichever product earns them more.',
      asks: [
        'Go through their price list and a sample offer: does ours complete it, or compete with a rival in it?',
      ],
      caps: { lane: 'pass' },
    },
    { ...checkTexts('enthusiastic-contact'), caps: { lane: 'fast' } },
  ],
  facts: [],
};
