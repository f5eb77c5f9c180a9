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
        'Nobody in charge of resale',
        'Keen contact, no mandate',
        'Owner named, new to resale',
        'Seasoned owner, sponsor unmet',
        'Seasoned owner, sponsor met',
      ],
      rubric: [
        'Whoever picks up the phone. Nobody there wants to grow with our product or answers for its sales.',
        'One person likes the idea, works alone, and cannot say what sales would count as success. No leader knows of it.',
        'A named owner has a growth plan and a sales target, but never ran a resale line. A leader knows of it, no more.',
        'The owner has run resale before and shares pipeline and sales target with us. A leader is said to back it; we have not met.',
        'The owner grew a resale line before, plans growth and pipeline with us by a sales target, and a leader told us that they back it.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Vision: the sales they want from our product in two years, and how they would get there',
        'Way of working: how they last shared a pipeline, or a lost deal, with a vendor',
        'Measure: the units sold, or the margin earned, that would make the first year a good one',
        'Experience: vendors whose product this person has resold, and for how long',
        'Sponsor: the leader who backs it, what they have decided so far, and when we spoke',
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
        'Wrong goal, product unknown',
        'Vague goal, brochure knowledge',
        'Shared goal, one can give a demo',
        'Goals written, most are trained',
        'Goals written, sellers go unaided',
      ],
      rubric: [
        'They expect something other than resale, or goals that hurt ours. Nobody there has used the product.',
        'Their goal is "more sales". Sellers repeat our brochure, and no training is planned.',
        'They know what resale asks of them and name a goal we share. One seller can give a demo, the others are untrained.',
        'Shared goals are in writing and serve our plan. Most sellers are trained and answer common questions; hard ones come to us.',
        'Shared goals are in writing and serve our plan. Trained sellers gave a demo unaided, and have paid time to study the product.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What a reseller of ours does and does not do, in their words, and the goal they have for it',
        'The target of our plan that their sales would move, and by how much',
        'A demo given by one of their sellers: which questions were answered without us',
        "Sellers' background, and the courses or certificates they hold",
        'Days a year set aside to study the product, and who among them knows it best',
      ],
      saasPrompts: ['Subscription software they sell today, and what they see changing in that market'],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question:
        'Do they sell in a way, and at a price, that suits our product, and look after the customer afterwards?',
      weight: 10,
      weightReason: 'Prices and sales steps can still be settled once both sides want the sale.',
      anchors: [
        'Sells or prices against us',
        'Sells on discount alone',
        'Similar sale, prices unwritten',
        'Proven sale, one price point open',
        'Proven sale, fair open prices',
      ],
      rubric: [
        'They never sold anything like it, drop customers once paid, or ask for prices that would undercut ours.',
        'They sell similar things on discount. The margin they ask is fixed, and we may not see what customers pay.',
        'Similar products sold, in steps like ours. Customers hear from them when a renewal is due. Prices are not on paper.',
        'Sales figures for similar products, steps that match ours, customers visited through the year. One point of price is still open.',
        'Sales figures for similar products, steps that match ours, customers visited through the year. Prices are open, fit ours and pay both.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Similar products in their range: units or revenue sold over the last two years',
        'Their sales steps and strategy beside ours, from first call to signature',
        'After the sale: who calls the customer, how often, and who takes a complaint',
        'One sample deal: what each side earns, and where the margin can move for both',
        'What a customer is charged, line by line, and how it sits with our own prices',
      ],
      saasPrompts: ['How they bill, renew and change subscriptions today, and the system that does it'],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question:
        'Will they market, sell and support our product with their own people, and keep those people trained?',
      weight: 10,
      weightReason: 'Help with marketing and support can start small and grow with sales.',
      anchors: [
        'All the work stays with us',
        'A logo on a page',
        'Some help when we push',
        'Real help, one gap known',
        'Markets, sells, supports, trains',
      ],
      rubric: [
        'No marketing, no support desk, no time for training. Every task after the contract would be ours.',
        'They offer a logo on their site. Customer questions would be passed on to us, and onboarding is one short call.',
        'They join a campaign when asked and answer simple questions. Onboarding is agreed, nothing after it.',
        'Marketing plan, help in sales calls and a support desk exist, onboarding has dates. One piece, such as later training, has no owner.',
        'Paid campaigns, help in sales calls and a staffed desk. Onboarding and later training have dates and owners.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Marketing: the money and the activities they commit to for the first half year',
        'Sales support: who joins calls, runs trials and prepares offers on their side',
        'Support desk: people, hours, tools, and which cases would reach us',
        'Onboarding: who takes part, for how many days, and by which date',
        'Later training: how often, who gives it, and whether every seller can open our course material',
      ],
      saasPrompts: [
        'Who on their side sees to it that subscribers succeed, and acts before one of them cancels',
      ],
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
    deep: { label: 'Full resale', next: 'Sign and onboard once every check is clear.' },
    fast: {
      label: 'Trial resale',
      next: 'Let them sell a few named deals, with no exclusive rights and no target.',
    },
    pass: { label: 'No lane (pass)', next: 'Decline with thanks, and note what they would have to change.' },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A well-known dealer that would look good on our partner page.',
      whyItFails:
        'A price list sells nothing by itself. Where no seller earns by offering ours, few units move.',
      asks: ['Get units sold and customers still active, for a product like ours that they carry today.'],
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
