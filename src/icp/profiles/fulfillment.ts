import { checkTexts } from '../anti-patterns.ts';
import type { Profile } from '../profile.ts';
import {
  METHOD_MINIMUM,
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
  asksSaas: true,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Does somebody there care how our orders go, know this kind of work, and have the ear of a leader?',
      weight: 20,
      weightReason: 'When an order goes wrong, a named owner decides whether the customer stays.',
      anchors: [
        'Nobody owns orders',
        'Forwards our mail',
        'Owner with figures',
        'Delivered, or leader',
        'Delivered and leader',
      ],
      rubric: [
        'No person is named. Each question about an order goes to whoever is free.',
        'One contact answers, but passes questions on and has no aim for the work.',
        'A named owner counts late orders and has a goal for ours. Delivery for others is new to them, and we have met no leader.',
        'A named owner who counts late orders, and one of: delivered for another company before; a leader we met named people for it.',
        'A named owner who counts late orders and has delivered for another company for a year, and a leader we met who named people for it.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'How many of our orders do you want to handle in two years, and why?',
        'When did you last report bad news about an order unasked?',
        'Which share of orders on time makes a good first year?',
        'Whose orders have you delivered before, how many, and for how long?',
        'Who above you can add people or tools, and when can we meet?',
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
        'Volume, no standard',
        'Quality is promised',
        'Standard shown',
        'Figures or customer',
        'Figures, customers',
      ],
      rubric: [
        'They want volume. There is no standard, no record of past orders, and no interest in what we are after.',
        'A standard and figures of past orders are promised. Neither was shown.',
        'A written standard was shown, and they name an aim of ours. Figures of past orders were told, not shown.',
        'A written standard shown, and one of: 9 of 10 orders on time by their own count (50 or more); a customer we called confirms good work.',
        'A written standard shown, 9 of 10 orders on time by their own count (50 or more), and 2 customers we called confirm good work.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What do we want from delivery, in your words, and which tasks are yours?',
        'Which part of our plan for the year does that serve, and which of yours?',
        'May we see your quality standard, and what follows when an order falls short?',
        'How many orders did you deliver last year, on time and right, and who confirms it?',
      ],
      saasPrompts: ['What does a subscriber expect of delivery, and how is that changing?'],
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
        'In one head',
        'Written steps',
        'Order or skill seen',
        'Order and skill seen',
      ],
      rubric: [
        'Each order is done as it comes. Nobody there has worked with a product of our kind.',
        'One or two people do it well from memory. When they are away, orders wait or go wrong.',
        'Written steps were shown. The people know their trade, but would need us beside them for our product.',
        'Written steps shown, with checks, and one of: we saw a real order go through them; 2 people named who know products of our kind.',
        'Written steps shown, with checks, we saw a real order go through them, and 2 people we met have solved hard cases with products of our kind.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'May we see the steps from order to acceptance, and where each is checked?',
        'What went wrong in your last bad order, and which step changed since?',
        'Who would handle our orders, with which certificates and years?',
        'How would you go about this hard case of ours?',
      ],
      saasPrompts: ['Which step of an order starts or changes a subscription bill?'],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question: 'Will they keep us in the picture, run each order to a plan, and keep their people trained?',
      weight: 15,
      weightReason: 'We answer to the customer for their work, so we need to see it.',
      anchors: [
        'Silence till trouble',
        'Answers when asked',
        'Status on a set day',
        'Plan, alert or days',
        'Plan and alert',
      ],
      rubric: [
        'We would hear of an order when the customer complains. No plan and no training.',
        'They answer when asked. Dates are spread over mails, and training is left to us.',
        'Status would come on a fixed day, and a coordinator keeps the dates. Neither report nor plan was shown.',
        'One of: plan and status of an open order shown; a delay told within a day, shown by the message; days and names for training.',
        'Two of: plan and status of an open order shown; a delay told within a day, confirmed by a client; training days named, repeats included.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'May we see a status report that you send to another company?',
        'When an order is late, who tells whom, and within how many hours?',
        'May we see the plan of one order: owner, dates, open points?',
        'Who learns our product, on which days, again when it changes, with what material?',
      ],
      saasPrompts: ['What do you do after delivery so that a customer uses it and renews?'],
    },
    {
      ...marketAccess,
      weight: 10,
      weightReason: 'We sell and they deliver, so buyers of their own are a plus, not the point.',
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, compatibility: 3 },
  minimumReasons: { ...MINIMUM_REASONS, compatibility: METHOD_MINIMUM },
  lanes: {
    deep: {
      label: 'Full delivery',
      next: 'Sign the service levels, and hand over the orders of a first region.',
    },
    fast: {
      label: 'Trial orders',
      next: 'Give them ten orders and compare the result with our own delivery.',
    },
    pass: {
      label: 'Deliver ourselves',
      next: 'Thank them, keep delivery with us, and write down what was missing.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A delivery firm that everybody has heard of, with staff in every region.',
      whyItFails: 'Size says nothing about orders like ours. A small client waits behind their large ones.',
      asks: ['Have them name 5 buyers of ours to whom they delivered last year, and call 2 of these.'],
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
