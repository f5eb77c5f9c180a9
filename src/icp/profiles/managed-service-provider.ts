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
 * The shipped profile for managed service providers, who run our product for their customers month after month.
 *
 * Source: ideal partner profile guide, its row for managed service providers, the paragraph on service partners and
 * the detailed criteria. Weights, floors, level texts and caps are ours.
 */
export const managedServiceProvider: Profile = {
  type: 'managed-service-provider',
  version: 0,
  title: 'Managed service provider',
  origin: ORIGIN,
  asksSaas: true,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Is there a lead who wants a service around our product, has run such a service, and has leaders who pay for it?',
      weight: 20,
      weightReason: 'A service that runs for years needs a lead with staff and money behind it.',
      anchors: [
        'Nobody would lead it',
        'Interest, no lead',
        'Lead with a goal',
        'Runs one, or staff',
        'Runs one, and staff',
      ],
      rubric: [
        'Nobody can say who would run the service.',
        'A salesperson likes the idea. Whoever would run the service has not joined a call.',
        'A named service lead has a goal in accounts for the first year. It is a first service of this kind, and we have met no leader.',
        "A named lead with a goal in accounts, and one of: runs another vendor's product as a service; a leader we met named staff for ours.",
        "A named lead with a goal in accounts, who showed another vendor's product run as a service; a leader we met named staff for ours.",
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'How many accounts do you want on the service in two years, and what for?',
        'How did you bring bad news to a vendor, and may we ask them?',
        'How many accounts, at which margin, make a good first year?',
        'Which product did you run as a service before, and for how many customers?',
        'Who above you signs for staff and tools, and when can we meet?',
      ],
    },
    companyAlignment,
    {
      key: 'role_criteria',
      label: 'Role criteria',
      question:
        'Do they know why we want accounts looked after, can they take on more, and is their service rated well?',
      weight: 20,
      weightReason: 'Room to grow and levels kept decide how many accounts we can trust them with.',
      anchors: [
        'Sells and moves on',
        'Team is full',
        'Room for 10 more',
        'Growth, or levels',
        'Growth and levels',
      ],
      rubric: [
        'They want to sell and move on. Nobody would look after an account afterwards.',
        'They see that we want accounts looked after, but the team is full and no hiring is planned.',
        'They state our goal and theirs, and have room for 10 more accounts. How good their service was is told, not shown.',
        'Room for 10 accounts, and one of: a service shown that grew by half or by 20 accounts in 2 years; reports of 3 accounts show promised levels kept.',
        'Room for 10 accounts, a service shown that grew by half or by 20 accounts in 2 years, and reports of 3 accounts that show promised levels kept.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What would you do for an account in its sixth month?',
        'Which of our goals do managed accounts serve, and which of yours?',
        'How many accounts has an engineer today, and how long does it take to add one?',
        'How did the service grow in 2 years, and may we see reports of 3 accounts?',
      ],
      saasPrompts: ['How is subscription software sold and priced in your market, and what changes?'],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question:
        'Is their way of running a product for customers sound, and are they skilled in one like ours?',
      weight: 20,
      weightReason:
        'They run our product alone, so routine and skill must be there before the first account.',
      anchors: [
        'Waits for the phone',
        'Tickets, no routine',
        'Routine, user skill',
        'Experts or a drill',
        'Experts and a drill',
      ],
      rubric: [
        'They wait for calls. Nobody watches the accounts, and nobody knows a product like ours.',
        'Tickets are logged, but there is no routine: what gets fixed depends on who picks the ticket up.',
        'A routine for watching, changing and restoring was shown. With our product they have the skill of a user.',
        'Routine shown at work, and one of: 2 people met who repair a product like ours; the report of an outage or a drill shows that it held.',
        'Routine shown at work, 2 people met who repair a product like ours, and the report of an outage or a drill shows that it held.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'May we see the run book for a product like ours, from watching to recovery?',
        'What caused your last outage, how long did it take, and what changed?',
        'Which engineers know a product like ours, and what did they do with it?',
        'We set a fault in a test account: how do you find it?',
      ],
      saasPrompts: ['How do you bill seats added or dropped, and a vendor price that rises mid-year?'],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question:
        'Will they share what they see in the accounts, plan each rollout as a project, and train their team?',
      weight: 15,
      weightReason: 'We see our customers only through their reports.',
      anchors: [
        'A closed book',
        'Told afterwards',
        'A monthly call',
        'Report or rollout',
        'Report and rollout',
      ],
      rubric: [
        'We would not learn how the accounts are doing. Rollouts have no lead, and training is not wanted.',
        'We would hear of changes afterwards. Rollouts are arranged by phone, and each engineer learns alone.',
        'A monthly call and a plan for each rollout are offered. No report or plan of theirs was shown.',
        'One of: a monthly report on an account shown; plan and lead of a past rollout shown; training days a year and a teacher named.',
        'Two of: monthly reports on 3 accounts shown; plan and lead of a past rollout shown; training days a year, confirmed by another vendor.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'May we see the account report that we would get, and how often?',
        'Who calls whom at night, and within how many minutes do you answer?',
        'May we see the plan of your last rollout: lead, dates, risks?',
        'How does a new engineer learn a product, how often again, with which guides?',
      ],
      saasPrompts: ['What happens in the first 90 days of an account, and before it renews?'],
    },
    {
      ...marketAccess,
      weight: 10,
      weightReason: 'Reach decides how many accounts there are, not how well each one is run.',
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, compatibility: 3 },
  minimumReasons: { ...MINIMUM_REASONS, compatibility: METHOD_MINIMUM },
  lanes: {
    deep: {
      label: 'Managed offer',
      next: 'Sign the service terms, and set the days to train their first team.',
    },
    fast: {
      label: 'A few accounts',
      next: 'Let them run two or three accounts for a quarter, and read the reports together.',
    },
    pass: {
      label: 'Turn down, say why',
      next: 'Turn it down with thanks, and say which skill or capacity would reopen the talk.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A large provider whose badge would look good beside ours.',
      whyItFails:
        'A long client list is not a list of accounts run on us. Ours may never leave their catalog.',
      asks: ['Have them name 5 target accounts that pay them each month today, and call 2 of these.'],
      caps: { lane: 'fast' },
    },
    {
      ...checkTexts('competitor-in-disguise'),
      looksLike: 'Their service covers nearly all that we do, on a rival product or a tool of their own.',
      whyItFails:
        'They choose the tool behind the service. At the next renewal they can put theirs in our place.',
      asks: [
        'Go through their service list line by line: which lines would run on us, which on a rival or their own?',
      ],
      caps: { lane: 'pass' },
    },
    {
      ...checkTexts('enthusiastic-contact'),
      looksLike: 'One engineer loves our product, and nobody there has planned a service around it.',
      whyItFails: 'When the engineer leaves, the accounts have nobody who knows the product.',
      caps: { lane: 'fast' },
    },
  ],
  facts: [],
};
