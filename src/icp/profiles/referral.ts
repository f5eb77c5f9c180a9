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
 * The shipped profile for referral partners: they introduce a customer to us and are rewarded when a sale follows.
 *
 * Source: ideal partner profile guide, its row "Referral Partner", its paragraph on channel partners and its detailed
 * criteria. The level texts are ours, and so are weights, floors and caps.
 */
export const referral: Profile = {
  type: 'referral',
  version: 0,
  title: 'Referral partner',
  origin: ORIGIN,
  asksSaas: false,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Does somebody there want to grow by introducing us, know how referral works, and have a leader behind them?',
      weight: 25,
      weightReason: 'An introduction is a favor of one person, so it all depends on that person.',
      anchors: [
        'Nobody would bring us up',
        'A friendly contact, alone',
        'Willing owner, first referrals',
        'Experienced owner, boss informed',
        'Experienced owner, boss agrees',
      ],
      rubric: [
        'Nobody there would bring us up with a customer, or sees what they would gain by it.',
        'One contact means well and mentions us when it comes to mind. No goal, no count, and no leader who knows.',
        'A named owner wants to grow by introductions and counts them. Referral is new to them; their boss was told, no more.',
        'The owner has run referrals before, tells us how each one goes, and counts closed ones. The boss is informed but stays out.',
        'The owner has run referrals before, plans growth by them, works on each with us, counts closed ones, and the boss told us to go ahead.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Vision: what introducing us does for their own growth over two years',
        'Way of working: how their last introduction ran, from first mention to the call with the vendor',
        'Measure: introductions that became customers, or another count they would be judged by',
        'Experience: vendors this person has referred customers to under an agreement, and for how long',
        'Sponsor: who above them agreed to it, and what that person said to us directly',
      ],
    },
    companyAlignment,
    {
      key: 'role_criteria',
      label: 'Role criteria',
      question:
        'Do they want from referral what we want, and does our industry listen to what they recommend?',
      weight: 15,
      weightReason: 'A recommendation counts as much as the name and the judgement behind it.',
      anchors: [
        'Other goal, new to the industry',
        'After the reward, knows little',
        'Fair goal, knows the industry',
        'Goals meet, record confirmed',
        'Goals meet, advice is sought',
      ],
      rubric: [
        'They expect to resell or to be hired. They have no past in our industry and cannot say what we do.',
        'The reward is the only goal they name. They know the industry from outside and describe our product wrongly.',
        'They know what referral asks of them and share one goal. Years in the industry, no results to show, our product known in outline.',
        'Goals of both sides meet. A past partner confirms customers won, peers know the name. They can tell who needs us, not who does not.',
        'Goals meet, past partners confirm customers won, buyers ask their advice. They studied our product and can tell who should not buy it.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What they think a referral partner does and leaves to us, and why they want to be one',
        'The aim of ours that their introductions would serve this year',
        'Years in the industry, posts held, and what peers say when asked about them',
        'Referral partnerships the company has had: introductions made, customers won',
        'Time spent on learning our product, and their own words for who needs it',
      ],
      saasPrompts: ['Subscription software they recommend today, and where they see that market going'],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question:
        'Do they know enough people to introduce, treat them with care, and accept a fair and open reward?',
      weight: 10,
      weightReason: 'How many firms they can introduce matters, and a reward can be agreed later.',
      anchors: [
        'Few contacts, hidden reward',
        'A list of strangers, fixed fee',
        'One circle, reward unwritten',
        'Several circles, one term open',
        'Several circles, reward agreed',
      ],
      rubric: [
        'A handful of contacts, whose names they pass on unasked, for a reward that nobody may know of.',
        'A long list of people who hardly know them. They want a fixed fee, whatever our prices are.',
        'They know one circle, such as their own customers, and ask people first. A share of revenue suits them; nothing is written.',
        'They know people in several circles and ask them first. The share is written and fits our prices; one term, such as its end, is open.',
        'They know people in several circles and ask them first. The share is written, fits our prices, pays both and can be reviewed.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Network: the circles they move in (customers, peers, clubs), and firms they could introduce in a quarter',
        'A recent introduction: was the customer asked first, and who called afterwards to hear how it went',
        'Reward: share, trigger and duration, and when either side may review it',
        'One sample deal: what they get, what we keep, and what it does to our price',
        'What they tell a customer about the reward',
      ],
      saasPrompts: ['Rewards on monthly fees elsewhere: how bills, changes and cancellations were settled'],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question:
        'Do they keep us posted on each introduction, stay there for the customer, and keep their people briefed?',
      weight: 10,
      weightReason: 'Handing over a name takes little help from either side.',
      anchors: [
        'Sends a name, then silence',
        'Answers when chased',
        'Good notes, no fixed talks',
        'Fixed talks, no refresher yet',
        'Fixed talks, refreshers booked',
      ],
      rubric: [
        'A name arrives without a word on the need, and our questions stay unanswered. They want no briefing.',
        'They answer after reminders. Nobody there would take a question from the customer, and our first briefing was put off.',
        'Notes come with each introduction, and the briefing took place. No fixed talks; customers with a question are sent to us.',
        'Notes, fixed talks, a named person for customers with a question, and a briefing with our material. No refresher is planned.',
        'Notes, fixed talks, a named person for customers with a question, a briefing with our material, and refreshers booked.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Talks: how often, who joins, and where open introductions are listed for both sides',
        'The notes that came with one introduction, and how soon they answered our questions',
        'Support: the person, number or inbox where a customer they sent us can still reach them',
        'Onboarding: who attends the first briefing, how long it is, and the day agreed',
        'Refreshers: how often, who leads them, and whether all who refer can open our material',
      ],
      saasPrompts: ['Whether they ask customers they sent, a year later, if they still subscribe and why'],
    },
    {
      ...marketAccess,
      weight: 25,
      weightReason: 'Who knows nobody that buys from us has nobody to introduce.',
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, market_access: 3 },
  minimumReasons: { ...MINIMUM_REASONS, market_access: MARKET_ACCESS_MINIMUM },
  lanes: {
    deep: {
      label: 'Standing referral',
      next: 'Sign the reward terms and brief their people once every check is clear.',
    },
    fast: {
      label: 'Single introductions',
      next: 'Take introductions one at a time, each with a one-off reward.',
    },
    pass: {
      label: 'No lane (pass)',
      next: 'Thank them, agree on nothing, and note what would make us ask again.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A famous adviser whose recommendation everybody would like to quote.',
      whyItFails:
        'Being quoted is not being introduced. Without people who make the call, no customer comes of it.',
      asks: [
        'Get the count of last year for a vendor like us: introductions made, and how many of them closed.',
      ],
      caps: { lane: 'fast' },
    },
    {
      ...checkTexts('competitor-in-disguise'),
      looksLike: 'They advise our buyers every week, and have an offer of their own for the same need.',
      whyItFails: 'The good customers get their own offer. We get the ones they could not win.',
      asks: [
        'Draw how they advise a customer, step by step: where does our offer complete theirs, where does it compete?',
      ],
      caps: { lane: 'pass' },
    },
    { ...checkTexts('enthusiastic-contact'), caps: { lane: 'fast' } },
  ],
  facts: [],
};
