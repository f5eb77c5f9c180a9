import { checkTexts } from '../anti-patterns.ts';
import type { Profile } from '../profile.ts';
import {
  TRIAL_MINIMUM,
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
  asksSaas: true,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Is there somebody who answers for the embedded product, has shipped one before, and has a leader behind them?',
      weight: 20,
      weightReason: 'An embedded product needs an owner who defends its place on the roadmap.',
      anchors: [
        'Nobody owns it',
        'One fan, alone',
        'Owner with a plan',
        'Embedded, or budget',
        'Embedded and budget',
      ],
      rubric: [
        'Nobody there answers for a product with ours inside, or sees growth in having one.',
        'One person tried our product and likes it. No plan, no measure, and the head of product has not heard of it.',
        'A product owner has a plan and a count of licenses for the first year. Embedding is new to them, and we have met no leader.',
        'A product owner with a license count for year 1, and one of: shipped an embedded product before; a leader we met named a budget.',
        'A product owner with a license count for year 1, who showed an embedded product they shipped, and a leader we met who named a budget.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Where should your product stand in two years with ours inside?',
        'How did you give a supplier bad news about scope or date?',
        'How many licenses in use make a good first year?',
        "Which other makers' products have you shipped inside yours before?",
        'Who above you grants budget and staff, and when can we meet?',
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
        'Aims clash',
        'A cheap filler',
        'One use for it',
        'Users or trial seen',
        'Users and trial seen',
      ],
      rubric: [
        'They are after our code or our customers. Their own product does, or will do, what ours does.',
        'They look for a feature at the lowest price. Their users would not miss it, and nobody there has tried ours.',
        'They know what an OEM deal asks of both sides. Ours solves one problem of their users. They have read about it, not used it.',
        'One of: 3 of their users, named, describe the problem; their team showed a real case in our trial; the gain of both products shown in figures.',
        'Two of: 5 of their users, named, describe the problem; their team showed 2 real cases in our trial; the gain of both products shown in figures.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Why embed and not write your own, and what do you expect each side to do?',
        'Which line of our plan would the embedded offer move?',
        'Which users describe the problem, and what does each product gain on a real case?',
        'How did your team study ours: days of trial, cases, open questions?',
      ],
      saasPrompts: ['Which subscriptions do you sell, since when, and where is that market going?'],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question:
        'Does our product run well inside theirs and stay current, on terms and with customer care we accept?',
      weight: 20,
      weightReason: 'Embedding stands or falls with whether our product runs inside theirs.',
      anchors: [
        'Cannot carry ours',
        'Needs a rewrite',
        'A trial with seams',
        'Trial, team or fee',
        'Trial, team and fee',
      ],
      rubric: [
        'Their platform cannot carry ours, or users with a fault would find nobody to talk to.',
        'One of the two products would have to be rewritten, or updates wait for years, or prices stay secret.',
        'A trial was seen to run, with seams that users notice. Skills, updates and the license fee were not looked at.',
        'A trial seen to run, and one of: no seam that users notice; 2 engineers met; 2 updates passed on in 90 days; a license fee shown that fits our prices.',
        'A trial seen to run, and two of: no seam that users notice; 2 engineers met; 2 updates passed on in 90 days; a license fee shown that fits our prices.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Can we see ours run inside your product, and where would a user notice?',
        'Which engineers would do it, and where have they used our technology?',
        'How soon did you pass on the last updates of a part that you embed?',
        'Who talks to users about a fault, and which license fee pays both sides?',
      ],
      saasPrompts: ['How do you bill and report seats that start or stop within a month?'],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question: 'Will they develop the product with us, support its users, and train the people who do so?',
      weight: 15,
      weightReason: 'Two teams release one product, so they work together for years.',
      anchors: [
        'Takes it and leaves',
        'Passes every ticket',
        'A roadmap in words',
        'Engineers or desk',
        'Engineers and desk',
      ],
      rubric: [
        'They want no contact after delivery. Changes, user support and training would all be ours.',
        'Wishes arrive one by one, with no plan. Every user ticket would be passed to us.',
        'Both talk of a joint roadmap. Simple tickets would be answered there; nobody is named yet.',
        'One of: an engineer on each side named for a first joint piece; a support desk shown, with reply times; days and names for training.',
        'Two of: 2 engineers on each side named for a first joint piece; a support desk shown, with reply times; training named for new releases too.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Which engineers would work on it with ours, and what would they make first?',
        'What does your support desk answer itself, and how fast?',
        'For how many years do you look after a version you have sold?',
        'Who learns our product, who teaches new releases, and where are manuals kept?',
      ],
      saasPrompts: ['Who watches whether users of a part stay active, and what follows if not?'],
    },
    {
      ...marketAccess,
      weight: 15,
      weightReason: 'Their users come with their product, so reach counts less than whether ours fits it.',
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, compatibility: 3 },
  minimumReasons: { ...MINIMUM_REASONS, compatibility: TRIAL_MINIMUM },
  lanes: {
    deep: {
      label: 'Embedded product',
      next: 'Sign the license, and plan the first release with both teams.',
    },
    fast: { label: 'Embedding trial', next: 'Offer a license for one of their products, for a fixed time.' },
    pass: {
      label: 'Refuse the license',
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
        'Get the buyers of the very product ours goes into: how many are active, and 3 of them to call.',
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
