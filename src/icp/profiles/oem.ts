import { checkTexts } from '../anti-patterns.ts';
import type { Profile } from '../profile.ts';
import {
  COMPATIBILITY_MINIMUM,
  MINIMUM_REASONS,
  ORIGIN,
  companyAlignment,
  marketAccess,
} from './shared-questions.ts';

/**
 * The shipped profile for OEM partners: they put our product inside theirs and sell both as one.
 *
 * Source: ideal partner profile guide, its row "OEM Partner", its paragraph on channel partners and its detailed criteria.
 * The level texts are ours, and so are weights, floors and caps.
 */
export const oem: Profile = {
  type: 'oem',
  version: 0,
  title: 'OEM partner',
  origin: ORIGIN,
  asksSaas: false,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Is there somebody who answers for the embedded product, has shipped one before, and has a leader behind them?',
      weight: 20,
      weightReason: 'An embedded product needs an owner who defends its place on the roadmap.',
      anchors: [
        'Nobody answers for it',
        'One fan in a team, alone',
        'Product owner, first embedding',
        'Has embedded before, no budget',
        'Has embedded before, budget set',
      ],
      rubric: [
        'Nobody there answers for a product with ours inside, or sees growth in having one.',
        'One person tried our product and likes it. No plan, no measure, and the head of product has not heard of it.',
        'A product owner has a growth plan and counts licenses. Embedding is new to them; their leaders were told, no more.',
        'The owner has shipped an embedded product before, shares plans with us and counts licenses. A leader agrees, without budget.',
        'The owner has shipped an embedded product before, plans growth and releases with us and counts licenses. A leader has set a budget.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Vision: where their product should stand in two years with ours inside',
        'Way of working: how they settled their last dispute with a supplier over scope or date',
        'Measure: licenses shipped with ours inside, and the share of them in use',
        "Experience: other makers' products that this person has shipped inside theirs, and since when",
        'Sponsor: the leader who signs for the product line, and the budget or staff granted so far',
      ],
    },
    companyAlignment,
    {
      key: 'role_criteria',
      label: 'Role criteria',
      question:
        'Do they embed for reasons that serve our aims too, and is each product worth more with the other?',
      weight: 15,
      weightReason: 'If both products gain, embedding lasts; if it only fills a gap, it is replaced.',
      anchors: [
        'Aims clash, products rival',
        'A cheap filler for them',
        'One use for it, aims half clear',
        'Both gain, aims in writing',
        'Both gain, and they know ours',
      ],
      rubric: [
        'They are after our code or our customers. Their own product does, or will do, what ours does.',
        'They look for a feature at the lowest price. Few of their users would miss it, and nobody there has tried ours.',
        'They know what an OEM deal asks of both sides. Ours solves one problem of their users. They have read about it, not used it.',
        'Aims of both are written and agree. Both products gain, and users name the problem. Their team has tried ours on a real case.',
        'Aims agree in writing, many users of both name the same problem, and their people have learned what ours can and cannot do.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Why they embed and do not write their own, and what they expect each side to do',
        'The line of our plan that an embedded offer moves forward',
        'What each product does better with the other, shown on one real case',
        'The problem that users of both describe, and how many of them do',
        'How their team studied ours: days of trial, cases tried, questions that only a user would ask',
      ],
      saasPrompts: [
        'Their own subscriptions: since when, for which products, and what this market expects of them',
      ],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question:
        'Does our product run well inside theirs and stay current, on terms and with customer care we accept?',
      weight: 20,
      weightReason: 'Embedding stands or falls with whether our product runs inside theirs.',
      anchors: [
        'Theirs cannot carry ours',
        'Large changes, terms secret',
        'Runs in a trial, terms unwritten',
        'Runs as one, one term open',
        'Runs as one, terms agreed',
      ],
      rubric: [
        'Their platform cannot carry ours, or users with a fault would find nobody to talk to.',
        'We would have to change much. Their engineers do not know our technology, updates wait for years, prices stay secret.',
        'A trial runs with visible seams. Their engineers know most of what it takes. Updates, prices and who looks after users are unwritten.',
        'It runs as part of theirs, by engineers at home in it, and updates have dates. One term, on price or on care for users, is open.',
        'It runs as part of theirs, by engineers at home in it. Update dates, fair open prices and care for users are in writing.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'A running trial: what a user notices where the products meet, and what breaks',
        'Engineers assigned, and where they have used our technologies before',
        'Updates: how soon they passed on the last three releases of something they embed',
        'Who talks to users about a fault or a wish, how often, and what we get to hear',
        'License fee: what both sides can see, where it can move, and how it sits with our prices',
      ],
      saasPrompts: [
        'How they bill seats that start, grow or stop within a month, and report them to suppliers',
      ],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question: 'Will they develop the product with us, support its users, and train the people who do so?',
      weight: 15,
      weightReason: 'Two teams release one product, so they work together for years.',
      anchors: [
        'Takes the product and leaves',
        'Passes every ticket to us',
        'Joint roadmap, thin support',
        'Roadmap and desk, one gap',
        'Roadmap, desk and training run',
      ],
      rubric: [
        'They want no contact after delivery. Changes, user support and training would all be ours.',
        'Wishes arrive one by one, with no plan. Every user ticket is passed to us, and onboarding is left to reading.',
        'A joint roadmap is agreed in words. A few people answer simple tickets, and one onboarding day is set.',
        'Both sides work on a written roadmap, a support desk is staffed, onboarding has dates. One piece, such as later courses, is missing.',
        'Both sides have engineers on a written roadmap. The desk is staffed with agreed reply times, and onboarding and later courses have owners.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Joint development: engineers named by each side, and the first thing they would make together',
        'Support desk: levels, reply times, and which faults would reach our engineers',
        'Support over time: for how many years they look after a version once it is sold',
        'Onboarding: which of their teams take part, and for how long they are freed from other work',
        'Later courses: when new releases are taught, by whom, and where staff find our manuals',
      ],
      saasPrompts: [
        'Who watches whether users of the embedded part stay active, and what happens when they do not',
      ],
    },
    {
      ...marketAccess,
      weight: 15,
      weightReason: 'Their users come with their product, so reach counts less than whether ours fits it.',
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, compatibility: 3 },
  minimumReasons: { ...MINIMUM_REASONS, compatibility: COMPATIBILITY_MINIMUM },
  lanes: {
    deep: {
      label: 'Embedded product',
      next: 'Agree on the license and plan the first release once every check is clear.',
    },
    fast: { label: 'Embedding trial', next: 'Offer a license for one of their products, for a fixed time.' },
    pass: {
      label: 'No lane (pass)',
      next: 'Grant no license, say why, and ask again when their product changes.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A household name that speaks of putting our product into one of its own.',
      whyItFails:
        'A famous maker also has products that hardly sell. If few users open our part, few licenses follow.',
      asks: [
        'Get the active users of the very product ours goes into, and how many use parts embedded today.',
      ],
      caps: { lane: 'fast' },
    },
    {
      ...checkTexts('competitor-in-disguise'),
      looksLike: 'Our kind of user, a product next to ours, and many questions about how ours works.',
      whyItFails: 'Ours fills the gap until their own is ready, and then our users are theirs.',
      asks: [
        'Draw the workflow and their roadmap for it: does ours complete their product, or will theirs replace it?',
      ],
      caps: { lane: 'pass' },
    },
    { ...checkTexts('enthusiastic-contact'), caps: { lane: 'fast' } },
  ],
  facts: [],
};
