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
  asksSaas: true,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Does somebody there want to grow by introducing us, know how referral works, and have a leader behind them?',
      weight: 25,
      weightReason: 'An introduction is a favor of one person, so it all depends on that person.',
      anchors: [
        'Nobody mentions us',
        'Friendly, but alone',
        'Owner who counts',
        'Referred, or sponsor',
        'Referred and sponsor',
      ],
      rubric: [
        'Nobody there would bring us up with a customer, or sees what they would gain by it.',
        'One contact means well and mentions us when it comes to mind. No goal, no count, and no leader who knows.',
        'A named owner counts introductions and has a goal for the first year. Referral is new to them, and we have met no leader.',
        'A named owner with a goal in introductions, and one of: made 3 for another vendor before; a leader we met said go ahead.',
        'A named owner with a goal in introductions, who showed 5 made for another vendor before, and a leader we met who said go ahead.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'What would introducing us do for your firm in two years?',
        'How did you tell a vendor bad news about a customer you had introduced?',
        'How many introductions that became customers make a good first year?',
        'Which vendors have you referred customers to before, and on which terms?',
        'Who above you agreed to this, and may we hear it from them?',
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
        'New to the industry',
        'After the reward',
        'Knows the industry',
        'Record or reputation',
        'Record, reputation',
      ],
      rubric: [
        'They expect to resell or to be hired. They are new to our industry and cannot say what we do.',
        'The reward is the only goal they name. They know the industry from outside and describe our product wrongly.',
        'They say what referral asks of them and share an aim of ours. They know the industry; results were told, not shown.',
        'One of: another vendor confirms 3 customers won through them; 2 buyers confirm that they ask their advice; they rightly named 3 firms we do not fit.',
        'Two of: another vendor confirms 5 customers won through them; 3 buyers confirm that they ask their advice; they rightly named 3 firms we do not fit.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What does a referral partner do for us, and what do you leave to us?',
        'Which aim of ours would your introductions serve this year?',
        'How long have you been in this industry, and who there would speak for you?',
        'For which vendors have you won customers, and who should not buy our product?',
      ],
      saasPrompts: ['Which subscription software do you recommend today, and where is it going?'],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question:
        'Do they know enough people to introduce, treat them with care, and accept a fair and open reward?',
      weight: 10,
      weightReason: 'How many firms they can introduce matters, and a reward can be agreed later.',
      anchors: [
        'Under 10 firms',
        'A list of strangers',
        'One circle',
        'Two circles or share',
        'Two circles, share',
      ],
      rubric: [
        'They know fewer than 10 firms of our market, or pass on names without asking.',
        'A long list, but fewer than 10 people on it know them. They want a fixed fee, whatever our prices are.',
        'They know 10 firms of one circle, such as their own customers, and ask before they pass on a name. Whether a reward pays both was not looked at.',
        'They ask first, and one of: 2 circles of 10 firms each, named; a share of our price, shown on a sample deal, that pays both.',
        'They ask first, 2 circles of 10 firms each are named, and a share of our price, shown on a sample deal, pays both.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Which circles do you move in, and how many firms do you know in each?',
        'Did you ask the customer before the last introduction, and who called afterwards?',
        'Which share do you expect, for how long, and who may review it?',
        'On a sample deal: what do you get, what do we keep, what does the customer hear?',
      ],
      saasPrompts: ['How was a reward on monthly fees settled when the customer changed or cancelled?'],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question:
        'Do they keep us posted on each introduction, stay there for the customer, and keep their people briefed?',
      weight: 10,
      weightReason: 'Handing over a name takes little help from either side.',
      anchors: [
        'A name, then silence',
        'Answers when chased',
        'Would send notes',
        'Notes, talks or help',
        'Notes, talks, help',
      ],
      rubric: [
        'A name arrives without a word on the need, and our questions stay unanswered. They want no briefing.',
        'They answer after 2 reminders. Nobody there would take a question from the customer.',
        'They would send notes with each name. No day for talks is set, and customers with a question would be sent to us.',
        'Notes of a past introduction shown, and one of: a day for regular talks named; a person named for customers; a day and names for a briefing.',
        'Notes of a past introduction shown, and two of: a day for regular talks named; a person named for customers; days for briefing and refresher named.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'On which day would we talk, and where are open introductions listed?',
        'May we see the notes of one introduction you made?',
        'Whom can a customer you sent still reach at your firm?',
        'Who would join a briefing and a refresher, and can they open our material?',
      ],
      saasPrompts: ['Do you ask customers, a year later, whether they still subscribe and why?'],
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
      next: 'Sign the reward terms, and set the day to brief their people.',
    },
    fast: {
      label: 'Single introductions',
      next: 'Take introductions one at a time, each with a one-off reward.',
    },
    pass: {
      label: 'Thank and leave it',
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
        'Have them name 10 buyers who would take a call on their word, and let them set up 1 such call.',
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
