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
 * The shipped profile for fulfillment partners, who deliver what we sold to our customers.
 *
 * Source: ideal partner profile guide, its row for fulfillment partners, the paragraph on service partners and the
 * detailed criteria. Weights, floors, level texts and caps are ours.
 */
export const fulfillment: Profile = {
  type: 'fulfillment',
  version: 0,
  title: 'Fulfillment partner',
  origin: ORIGIN,
  asksSaas: false,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Does somebody there care how our orders go, know this kind of work, and have the ear of a leader?',
      weight: 20,
      weightReason: 'When an order goes wrong, a named owner decides whether the customer stays.',
      anchors: [
        'Nobody owns our orders',
        'A contact who forwards mail',
        'Able owner, leader not met',
        'Owner and leader, one gap',
        'Seasoned owner, active leader',
      ],
      rubric: [
        'No person is named. Each question about an order goes to whoever is free.',
        'One contact answers, but passes most questions on and has no aim for the work.',
        'An owner is named, wants more of our orders, speaks openly of trouble and counts what is late. No leader has met us.',
        'A named owner counts what is late, and a leader has met us. Either delivery for others is new to the owner, or no people are set aside.',
        'A named owner counts what is late, and has delivered for another company for a year or more. A leader met us and set people aside.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Vision: how many of our orders the owner wants to handle in two years, and why that matters to them',
        'Way of working: a delay or fault that the owner reported to a client unasked',
        'Measure: what the owner is judged by, such as orders on time, right at once, cost of an order',
        'Experience: companies whose orders the owner has delivered before, how many, and for how long',
        'Sponsor: the leader who can add people or tools, and how often the owner talks with them',
      ],
    },
    companyAlignment,
    {
      key: 'role_criteria',
      label: 'Role criteria',
      question:
        'Do they know what we want from delivery, keep a quality standard, and leave customers content?',
      weight: 20,
      weightReason: 'We bring the customers; what we need back is quality that can be measured.',
      anchors: [
        'Volume only, no standard',
        'Quality promised, not shown',
        'Standard shown, aims vague',
        'Aims agreed, good figures',
        'Aims agreed, customers confirm',
      ],
      rubric: [
        'They want volume. There is no standard, no record of past orders, and no interest in what we are after.',
        'They see what we are after. A standard and figures of past orders are promised, none has been shown.',
        'A written standard and figures of past orders were shown. The figures are mixed, or our aims are still vague to them.',
        'They say what delivery should do for us and for them. By their figures, nine of ten orders are on time and right at once.',
        'Aims agree, nine of ten orders are on time and right, each is checked against the standard, and customers we called are content.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Our goals for delivery in their words, and which tasks they take to be theirs',
        'The part of our plan for the year that this delivery serves, and of theirs',
        'The quality standard in writing, who checks it, and what follows when an order falls short',
        'Orders delivered for others last year: share on time, share right at once',
        'Two of their customers who rate the delivery, one of them picked by us',
      ],
      saasPrompts: [
        'What a customer who subscribes expects of delivery, and how that is changing in their market',
      ],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question:
        'Is their way of delivering sound and repeatable, and do their people know products like ours?',
      weight: 20,
      weightReason: 'A sound method and skill with products like ours decide how each order goes.',
      anchors: [
        'No method, no skill',
        'In the heads of one or two',
        'Written steps, general skill',
        'Checked steps, product skill',
        'Watched at work, hard cases solved',
      ],
      rubric: [
        'Each order is done as it comes. Nobody there has worked with a product of our kind.',
        'One or two people do it well from memory. When they are away, orders wait or go wrong.',
        'Steps are written down and followed. The people know their trade, but would need us beside them for our product.',
        'Steps are written, with checks on the way. At least two people know products of our kind and name the hard cases.',
        'We watched the steps and checks on a real order, and several people have solved hard cases with products of our kind.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'The steps from order to acceptance as written down, and where each is checked',
        'The last order that went wrong, and what they changed in the steps since',
        'Who would handle our orders: certificates, years with products of our kind',
        'A hard case of ours, and how they would go about it',
      ],
      saasPrompts: ['Which step of an order starts or changes a subscription bill, and who reports it'],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question: 'Will they keep us in the picture, run each order to a plan, and keep their people trained?',
      weight: 15,
      weightReason: 'We answer to the customer for their work, so we need to see it.',
      anchors: [
        'Silence until it breaks',
        'Answers when asked',
        'Regular status, trains once',
        'Early word, training planned',
        'Proven with another company',
      ],
      rubric: [
        'We would hear of an order when the customer complains. No plan and no training.',
        'They answer when asked. Dates are spread over mails, and training is left to us.',
        'Status comes on a fixed day and a coordinator keeps the dates. Training happens once, at the start.',
        'We could see plan and status at any time, delays would be told early, and training has dates beyond the start.',
        'Another company confirms that it has this from them: open plans, early word of delays, training when its product changes.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'A status report that they send to another company, and how often it goes out',
        'The way of a late order: who tells whom, within how many hours',
        'The plan of an order under way: owner, dates, open points',
        'Onboarding: who takes part, how many days, and what material both sides supply',
        'How staff are trained again when our product changes, and who answers them in between',
      ],
      saasPrompts: [
        'What they do in the weeks after delivery so that the customer uses what was bought, and renews',
      ],
    },
    {
      ...marketAccess,
      weight: 10,
      weightReason: 'We sell and they deliver, so buyers of their own are a plus, not the point.',
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, compatibility: 3 },
  minimumReasons: { ...MINIMUM_REASONS, compatibility: COMPATIBILITY_MINIMUM },
  lanes: {
    deep: {
      label: 'Full delivery',
      next: 'Once every check is clear, agree on service levels and hand over a first region.',
    },
    fast: {
      label: 'Trial orders',
      next: 'Give them ten orders and compare the result with our own delivery.',
    },
    pass: {
      label: 'No lane (pass)',
      next: 'Thank them, keep delivery with us, and write down what was missing.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A delivery firm that everybody has heard of, with staff in every region.',
      whyItFails: 'Size says nothing about orders like ours. A small client waits behind their large ones.',
      asks: [
        'Get the figures: how many orders for a product like ours did they deliver in the last quarter?',
      ],
      caps: { lane: 'fast' },
    },
    {
      ...checkTexts('competitor-in-disguise'),
      looksLike: 'They know our trade very well, because they deliver for a rival or sell something similar.',
      whyItFails: 'Whoever delivers stands next to the customer, and can put another offer in place of ours.',
      asks: [
        'Follow an order from sale to aftercare: where does their offer complete ours, where could it replace it?',
      ],
      caps: { lane: 'pass' },
    },
    {
      ...checkTexts('enthusiastic-contact'),
      looksLike:
        'One account executive promises everything, and nobody from the delivery floor has joined a call.',
      caps: { lane: 'fast' },
    },
  ],
  facts: [],
};
