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
  asksSaas: false,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Is there a marketer who wants to grow with us, has done it with others, and can get budget for it?',
      weight: 20,
      weightReason: 'Campaigns happen where a marketer has both a wish and a budget.',
      anchors: [
        'A mailbox, nobody in it',
        'Sells placements only',
        'Able marketer, budget owner unmet',
        'Budget owner met, one gap',
        'Done before, budget given',
      ],
      rubric: [
        'We write to a shared mailbox, and nobody there follows up.',
        'A contact sells single placements. What comes after them, and what they bring, is never spoken of.',
        'A marketer has ideas for a year, counts leads and not only views, and shares results. We have not met whoever decides on the budget.',
        'A marketer who counts leads, and we have met the one who decides. Either joint campaigns are new to the marketer, or the budget is open.',
        'A marketer who counts leads, and whose joint campaigns won customers for another company. We met the one who decides; there is a budget.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Vision: what the marketer wants the campaigns with us to become in a year or two',
        'Way of working: whether drafts are shown early, dates are kept, criticism is taken',
        'Measure: the figure they go by, such as views, sign-ups, leads that sales took on, customers won',
        'Experience: a company that they promoted for half a year or longer, and what both got out of it',
        'Sponsor: who grants the budget, and how often the marketer speaks with that person',
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
        'Cannot say what we do',
        'Repeats our website',
        'Right after a briefing',
        'Aims agreed, good first sample',
        "Our value in readers' words",
      ],
      rubric: [
        'They cannot say what our product is for, or show no content of their own.',
        'They repeat our website. Their pieces are few, and readers could not tell us from others.',
        'After a briefing they tell our value rightly. They publish regularly, but what they want from us is not agreed.',
        'Aims of both are agreed. A sample about us is right, suits our brand, and is ready after small edits.',
        "Aims are written down. Two samples tell our value in their readers' words, suit our brand, and could go out as they are.",
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'How they describe the work of a marketing partner, and what they and we hope for by the end of the year',
        'The launch, segment or message of this year that they would carry',
        'Our value told by them in two minutes, without slides',
        'A sample about us: facts, tone, use of our name and logo',
        'What they made in the last quarter: formats, authors, response',
      ],
      saasPrompts: [
        'How they explain subscription software to their audience, and the trends they write about',
      ],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question: 'Is their audience made of people who choose, use or pay for a product like ours?',
      weight: 15,
      weightReason: 'An audience of other roles reads us and does not buy.',
      anchors: [
        'Other people altogether',
        'A few of ours, by accident',
        'Right trade, wrong role',
        'About half in our roles',
        'Most in our roles, on our topic',
      ],
      rubric: [
        'Their audience does other work, or lives where we do not sell.',
        'A few of our buyers are in it by accident. Topics are meant for others.',
        'The trade is right, the role is not: most neither choose nor use nor pay for a product like ours.',
        'About half hold roles that we sell to, in companies of the size we serve. Our topic comes up now and then.',
        'Most hold roles that we sell to, in companies of the size we serve, and the problem we solve is among the topics most read.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Their audience by role, size of company and country, and how they counted it',
        'Ten names taken at random: how many could choose, use or pay for our product',
        'The topics with most response in the last half year, beside the problem that we solve',
      ],
      saasPrompts: [
        'Subscriptions that they sell themselves, such as a paid newsletter, and how they bill them',
      ],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question:
        'Will they plan campaigns with us that make our name known, and hand over leads that sales can use?',
      weight: 10,
      weightReason: 'Dates and the way of a lead can be agreed before the first campaign.',
      anchors: [
        'Publishes and sends a bill',
        'A mention now and then',
        'Joint plan, leads get lost',
        'Joint plan, leads followed up',
        'It has won customers before',
      ],
      rubric: [
        'They publish, and send a bill. There is no joint plan, and leads stay with them.',
        'They mention us now and then. Leads come late, as bare names.',
        'Campaigns are planned together and carry our name. Leads come in time, but nobody hears what became of them.',
        'A calendar for the half year, our name on each campaign, leads in two days with what they asked for, results read together.',
        'They show that this way of working won customers for another company: calendar, leads in two days, results read together.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'The calendar for the half year: campaigns, dates, who supplies what',
        'Where our name would appear, how often, and next to whom',
        'Hand-over of a lead: what it says, consent given, days until sales has it',
        'How both hear what became of the leads, and how the next campaign uses that',
      ],
      saasPrompts: ['What they publish for people who are customers already, so that they use more and stay'],
    },
    {
      key: 'market_access',
      label: 'Market access',
      question: 'Do the buyers we want listen to them, know them in person, and keep coming back?',
      weight: 25,
      weightReason: 'Their audience is what they bring; without its trust a campaign is noise.',
      anchors: [
        'Nobody there listens',
        'Large numbers, no response',
        'Heard, but not known',
        'Heard, known, audience stays',
        'Asked for advice before buying',
      ],
      rubric: [
        'Nobody in our market reads, hears or visits them.',
        'The number of followers is large. Few of them open, reply or come.',
        'People at our target accounts read or come, but they know hardly any of them, or many unsubscribe within a year.',
        'They name target accounts whose people reply, have stayed a year or more, and would take a call from us on their word.',
        'People at many target accounts stay for years and ask them before they choose. Deals, quotes or invitations show it.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Opened mails, replies and visits of the last three months, shown in their own tool',
        'Our target accounts among their subscribers, guests or members',
        'People at those accounts whom they know, and one introduction as a trial',
        'Share of subscribers or members who stayed over the last year, and what those say about them',
        'Who quotes them, invites them to speak, or named them in a deal of ours',
      ],
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, market_access: 3 },
  minimumReasons: { ...MINIMUM_REASONS, market_access: MARKET_ACCESS_MINIMUM },
  lanes: {
    deep: {
      label: 'Joint campaigns',
      next: 'With every check clear, plan the campaigns of the next two quarters together.',
    },
    fast: { label: 'One test campaign', next: 'Run one small campaign, count the leads, then look again.' },
    pass: {
      label: 'No lane (pass)',
      next: 'Say no politely, stay on their mailing list, and note which audience would fit.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A well-known name with a huge following, in which we would like to be seen.',
      whyItFails: 'Views are not buyers. If few of their followers need us, the campaign ends in applause.',
      asks: [
        'Get campaign figures: how many leads for an offer like ours became customers in the last year?',
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
