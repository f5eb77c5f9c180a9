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
        'Interest, but no lead',
        'Lead without backing',
        'Lead and leader, one gap',
        'Proven lead, leaders invest',
      ],
      rubric: [
        'Nobody can say who would run the service.',
        'A salesperson likes the idea. Whoever would run the service has not joined a call.',
        'The service lead is named, shares problems openly, and has a goal in accounts and response times. No leader has joined.',
        'A service lead with a goal, and a leader who joined a call. Either it is the first service of this kind, or no staff is granted yet.',
        "A service lead with a goal, who runs another vendor's product as a service. A leader joined a call and granted staff for ours.",
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Vision: how many accounts the lead wants on the service in two years, and what for',
        'Way of working: how the lead brings up a problem with a vendor, told by that vendor',
        'Measure: when a service does well for them, in accounts under contract, response times and margin',
        'Experience: a vendor product that the lead runs as a service, since when, and for how many customers',
        'Sponsor: who in the leadership signs for staff and tools, and what they have signed for',
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
        'Wants to sell and move on',
        'Right idea, no room',
        'Room to grow, record untold',
        'Plan to grow, good reports',
        'Has grown and stayed good',
      ],
      rubric: [
        'They want to sell and move on. Nobody would look after an account afterwards.',
        'They see that we want accounts looked after, but the team is full and no hiring is planned.',
        'They state our goal and theirs, and have room for more accounts. How good their service was is told, not shown.',
        'Both goals serve each other, hiring is planned, and service reports of the last year show promised levels kept.',
        'Both goals serve each other, and a service of theirs grew by half or more and kept its levels. Its customers say so too.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What they would do for an account in its sixth month, in their words',
        'Our goals for managed accounts, and the goal of theirs that each one serves',
        'Accounts per engineer today, the limit they set, and the weeks it takes to add a person',
        'How much the service grew in two years, and what they plan for the next two',
        'Service reports of three accounts: levels promised, levels kept, marks from the customer',
      ],
      saasPrompts: [
        'How subscription software is sold and priced in their market, and what they see changing there',
      ],
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
        'Routine, skill of a user',
        'Routine seen, two experts',
        'Held in trouble, more experts',
      ],
      rubric: [
        'They wait for calls. Nobody watches the accounts, and nobody knows a product like ours.',
        'Tickets are logged, but there is no routine: what gets fixed depends on who picks the ticket up.',
        'There is a routine for watching, changing and restoring. With our product they have the skill of a user.',
        'The routine was shown to us at work, and at least two people can set up and repair our product or one like it.',
        'We saw the routine at work, it held in an outage or a drill, and three or more people solve hard cases without the vendor.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Their run book for a product like ours: watching, changes, updates, recovery',
        'The report of their last large outage: cause, time to repair, what changed since',
        'Engineers with skill in our product or one like it, by name, and what they did with it',
        'A fault set in a test account, and how they find it',
      ],
      saasPrompts: [
        'How they bill monthly: seats added, seats dropped, a vendor price that rises mid-contract',
      ],
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
        'Monthly call, first team trained',
        'Reports, led rollouts, training',
        'Runs like this with a vendor now',
      ],
      rubric: [
        'We would not learn how the accounts are doing. Rollouts have no lead, and training is not wanted.',
        'We hear of changes afterwards. Rollouts are arranged by phone, and each engineer learns the product alone.',
        'A monthly call, and a plan for each rollout. The first team is trained, later hires learn by watching.',
        'A report on each account, a line for urgent cases, a lead for each rollout, and a training plan that covers later hires.',
        'Another vendor confirms that it has all this from them: account reports, an urgent line, led rollouts, yearly training.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'The account report that we would see, and how often',
        'Who calls whom at night: their person, ours, and the time within which they answer',
        'The plan of their last rollout at a customer: lead, dates, risks',
        'How a new engineer learns a product: weeks, teacher, material',
        'Training days per engineer and year, and who keeps the guides current',
      ],
      saasPrompts: [
        'What happens in the first ninety days of an account, when its use drops, and before it renews',
      ],
    },
    {
      ...marketAccess,
      weight: 10,
      weightReason: 'Reach decides how many accounts there are, not how well each one is run.',
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, compatibility: 3 },
  minimumReasons: { ...MINIMUM_REASONS, compatibility: COMPATIBILITY_MINIMUM },
  lanes: {
    deep: {
      label: 'Managed offer',
      next: 'When all checks are clear, sign the service terms and train their first team.',
    },
    fast: {
      label: 'A few accounts',
      next: 'Let them run two or three accounts for a quarter, and read the reports together.',
    },
    pass: {
      label: 'No lane (pass)',
      next: 'Turn it down with thanks, and say which skill or capacity would reopen the talk.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A large provider whose badge would look good beside ours.',
      whyItFails:
        'A long client list is not a list of accounts run on us. Ours may never leave their catalog.',
      asks: ['Get contract figures: how many customers pay them each month to run a product like ours?'],
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
