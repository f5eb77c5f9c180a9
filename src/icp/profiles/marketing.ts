import { checkTexts } from '../anti-patterns.ts';
import type { Profile } from '../profile.ts';
import { MARKET_ACCESS_MINIMUM, MINIMUM_REASONS, ORIGIN, companyAlignment } from './shared-questions.ts';

/**
 * The shipped profile for marketing partners, who make our name known and bring leads. The guide's table has no row for
 * them, so they have their own question about reach: about an audience, not about customers.
 *
 * Source: ideal partner profile guide, the paragraph on marketing partners and the detailed criteria "Partnership
 * objectives alignment" and "Market access". Weights, floors, level texts and caps are ours.
 */
export const marketing: Profile = {
  type: 'marketing',
  version: 0,
  title: 'Marketing partner',
  origin: ORIGIN,
  asksSaas: true,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Is there a marketer who wants to grow with us, has done it with others, and can get budget for it?',
      weight: 20,
      weightReason: 'Campaigns happen where a marketer has both a wish and a budget.',
      anchors: [
        'A mailbox, nobody in',
        'Sells placements',
        'Counts leads',
        'Record or budget',
        'Record and budget',
      ],
      rubric: [
        'We write to a shared mailbox, and nobody there follows up.',
        'A contact sells single placements. What comes after them, and what they bring, is never spoken of.',
        'A named marketer has ideas for a year and counts leads, not only views. We have met nobody who decides on the budget.',
        'A named marketer who counts leads, and one of: campaigns that won 3 customers for another company; a budget owner we met named an amount.',
        'A named marketer who counts leads and showed 3 customers won for another company, and a budget owner we met who named an amount.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'What should campaigns with us become in two years?',
        'When did you show a client bad news or weak figures, and what came next?',
        'Which count of leads or customers makes a good first year?',
        'Whom have you promoted before, for how long, and with what result?',
        'Who above you grants the budget, and when can we meet?',
      ],
    },
    companyAlignment,
    {
      key: 'role_criteria',
      label: 'Role criteria',
      question: 'Do they share our aim, tell well what we are good for, and make content that we would sign?',
      weight: 15,
      weightReason: 'A message told wrongly reaches people and wins nobody.',
      anchors: [
        'Does not know us',
        'Repeats our website',
        'Right once briefed',
        'Pitch or sample',
        'Pitch and sample',
      ],
      rubric: [
        'They cannot say what our product is for, or show no content of their own.',
        'They repeat our website. Readers could not tell us from others.',
        'After a briefing they tell our value rightly, and they publish each month. No sample about us was shown.',
        'An aim of both is named, and one of: we heard them tell our value in 2 minutes without slides; a sample about us shown that needs small edits.',
        'An aim of both is named, we heard them tell our value in 2 minutes without slides, and a sample about us was shown that could go out as it is.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What is your job as our marketing partner, and what should the year bring us both?',
        'Which launch, segment or message of ours would you carry this year?',
        'Can you tell us in 2 minutes what we are good for?',
        'May we see a sample about us, and what you made last quarter?',
      ],
      saasPrompts: ['How do you explain subscription software to your readers, and its trends?'],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question: 'Is their audience made of people who choose, use or pay for a product like ours?',
      weight: 15,
      weightReason: 'An audience of other roles reads us and does not buy.',
      anchors: [
        'Other people',
        'Ours by accident',
        'Right trade only',
        'Four in ten, or 500',
        'Six in ten, or 1,000',
      ],
      rubric: [
        'Their audience does other work, or lives where we do not sell.',
        'A few of our buyers are in it by accident. Topics are meant for others.',
        'The trade is right. Fewer than 4 in 10 choose, use or pay for a product like ours, or nobody counted.',
        '4 of 10 names drawn at random, or 500 people counted, hold roles we sell to, in companies of the size we serve.',
        '6 of 10 names drawn at random, or 1,000 people counted, hold roles we sell to, and our topic is among their 10 best read.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Who is your audience by role, size of company and country, and who counted it?',
        'May we draw 10 names at random and see their roles?',
        'Which topics got the best response in the last half year?',
      ],
      saasPrompts: ['Which subscriptions do you sell yourselves, and how do you bill them?'],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question:
        'Will they plan campaigns with us that make our name known, and hand over leads that sales can use?',
      weight: 10,
      weightReason: 'Dates and the way of a lead can be agreed before the first campaign.',
      anchors: [
        'Sends a bill',
        'A mention at times',
        'A plan, leads lost',
        'Plan or lead shown',
        'Plan and lead shown',
      ],
      rubric: [
        'They publish, and send a bill. There is no joint plan, and leads stay with them.',
        'They mention us now and then. Leads come late, as bare names.',
        'They would plan campaigns with us. What a lead says, and how fast it comes, was told, not shown.',
        'One of: a calendar of 3 campaigns with our name shown; a past lead shown, handed over in 2 days with what was asked; a client confirms good leads.',
        'Two of: a calendar of 3 campaigns with our name shown; a past lead shown, handed over in 2 days with what was asked; 2 clients confirm good leads.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Which campaigns would you plan for the half year, and who supplies what?',
        'Where would our name appear, how often, and next to whom?',
        'What does a lead say when we get it, with consent, and after how many days?',
        'How do both of us hear what became of the leads?',
      ],
      saasPrompts: ['What do you publish for people who are customers already, so that they stay?'],
    },
    {
      key: 'market_access',
      label: 'Market access',
      question: 'Do the buyers we want listen to them, know them in person, and keep coming back?',
      weight: 25,
      weightReason: 'Their audience is what they bring; without its trust a campaign is noise.',
      anchors: [
        'Nobody listens',
        'Numbers, no response',
        'Five accounts listen',
        'Ten reply or vouch',
        'Twenty reply, vouch',
      ],
      rubric: [
        'Nobody in our market reads, hears or visits them.',
        'The number of followers is high. Fewer than 1 in 100 opens, replies or comes.',
        'People at 5 of our target accounts read or come, and one of them is known by name. Nobody has counted replies.',
        'One of: people at 10 target accounts replied in 3 months, shown; 2 of them took a call set up for us; 80 % of 100 or more subscribers stayed a year.',
        'Two of: people at 20 target accounts replied in 3 months, shown; 3 of them took a call set up for us; 90 % of 100 or more subscribers stayed a year.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Which of our target accounts are among your readers, guests or members?',
        'May we see opens, replies and visits of the last 3 months in your own tool?',
        'Whom there do you know, and would you introduce us to one of them?',
        'How many subscribers of a year ago are still with you, and what do they say?',
        'Who quotes you, invites you to speak, or asks you before buying?',
      ],
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, market_access: 3 },
  minimumReasons: { ...MINIMUM_REASONS, market_access: MARKET_ACCESS_MINIMUM },
  lanes: {
    deep: {
      label: 'Joint campaigns',
      next: 'Plan the campaigns of the next two quarters together, with a budget from both.',
    },
    fast: { label: 'One test campaign', next: 'Run one small campaign, count the leads, then look again.' },
    pass: {
      label: 'Decline, keep reading',
      next: 'Say no politely, stay on their mailing list, and note which audience would fit.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A well-known name with a huge following, in which we would like to be seen.',
      whyItFails: 'Views are not buyers. If few of their followers need us, the campaign ends in applause.',
      asks: [
        'Have them name 10 readers at our target accounts, and see in their tool what these opened last month.',
      ],
      caps: { lane: 'fast' },
    },
    {
      ...checkTexts('competitor-in-disguise'),
      looksLike: 'Exactly our audience, and a shop, tool or sponsor of their own that serves the same need.',
      whyItFails: 'Our campaign warms up their audience, and the next click goes to the rival offer.',
      asks: [
        'Walk the path of a reader from article to purchase: does their own offer go with ours, or against it?',
      ],
      caps: { lane: 'pass' },
    },
    {
      ...checkTexts('enthusiastic-contact'),
      looksLike: 'One editor is a fan of ours, and nobody else there has planned anything with us.',
      whyItFails: 'When the editor changes jobs, the column ends and so do the leads.',
      caps: { lane: 'fast' },
    },
  ],
  facts: [],
};
