import type { RoleStory } from './role-story.ts';

const fulfillment: RoleStory = {
  type: 'fulfillment',
  trades: ['Delivery', 'Rollout', 'Onboarding', 'Migrations'],
  industries: ['INFORMATION_TECHNOLOGY_AND_SERVICES', 'LOGISTICS_AND_SUPPLY_CHAIN'],
  employees: [20, 400],
  thirdTitle: 'Head of Delivery',
  dealPurposes: ['setup of new customers', 'migrations', 'training for end users'],
  figures: 'Ask for orders delivered last quarter',
  strong: (draw) => ({
    people: [
      `Delivery lead has handed over ${draw(40, 150)} projects for vendors. Their director came to the kick-off.`,
      `Measure agreed: live within ${draw(10, 25)} days. Director reserves people for it.`,
    ],
    role_criteria: [
      `${draw(30, 90)} orders a quarter at ${draw(92, 98)} % on time, by their own board.`,
      `${draw(5, 16)} consultants free from next month, names given.`,
    ],
    compatibility: [
      `${draw(3, 7)} consultants passed our admin course.`,
      'They migrated a test account overnight, with a log of each step.',
    ],
    collaboration_support: ['Daily status in a shared board; open points are ours to see.'],
    market_access: [
      `On site at ${draw(25, 70)} of our customers already, marks of ${draw(43, 48) / 10} out of 5.`,
      `Teams in ${draw(3, 6)} regions where we sell; ${draw(10, 30)} customers asked for them.`,
    ],
  }),
  weak: (draw) => ({
    people: ['Project office answers, nobody owns it.', 'Lead is able, director not met.'],
    role_criteria: [`${draw(2, 5)} late orders out of ten last quarter.`, 'No free people before summer.'],
    market_access: [`One city only, ${draw(2, 6)} customers of ours.`, 'Works in other trades.'],
  }),
  clear: (draw) => ({
    vanity_logo: [
      `${draw(25, 80)} orders like ours delivered in a quarter, list seen.`,
      'Small orders are taken: four of them looked at.',
    ],
    competitor_in_disguise: [
      'They deliver and sell nothing of their own.',
      'Order followed from sale to aftercare: no other offer.',
    ],
    enthusiastic_contact: [
      'A delivery program with an owner and a booking desk.',
      'Three leads share the work.',
    ],
  }),
  flagged: (draw) => ({
    vanity_logo: [`Known everywhere, ${draw(2, 5)} orders like ours in a year.`],
    competitor_in_disguise: ['Their consultants offer a rival once the setup is done.'],
    enthusiastic_contact: ['One project lead does it all; when he is ill, it waits.'],
  }),
};

const managedServiceProvider: RoleStory = {
  type: 'managed-service-provider',
  trades: ['Managed', 'Operations', 'Care', 'Cloud Desk'],
  industries: ['INFORMATION_TECHNOLOGY_AND_SERVICES', 'TELECOMMUNICATIONS'],
  employees: [25, 520],
  thirdTitle: 'Service Manager',
  dealPurposes: ['managed offer for mid-sized firms', 'care for forty seats and more', 'monthly service'],
  figures: 'Ask for contracts under management',
  strong: (draw) => ({
    people: [
      `Head of services runs ${draw(60, 240)} contracts; the owner decided on our line in the quarterly meeting.`,
      `They count accounts per month: ${draw(12, 30)} wanted in year one, owner on the call.`,
    ],
    role_criteria: [
      `${draw(80, 300)} contracts under management, ${draw(14, 30)} per engineer.`,
      `Service levels of three accounts seen: ${draw(97, 99)} % kept.`,
    ],
    compatibility: [
      'Run book shown at work; a fault that we set was found in twenty minutes.',
      `${draw(3, 6)} engineers certified on a product like ours.`,
    ],
    collaboration_support: ['Monthly report on each account, a number to call at night.'],
    market_access: [
      `${draw(35, 110)} managed customers on our target list, contracts of ${draw(2, 4)} years.`,
      `${draw(94, 98)} % of contracts renewed; names and dates were shown.`,
    ],
  }),
  weak: (draw) => ({
    people: ['Sales wants it, the service lead was not asked.', 'New service lead, no vendor line before.'],
    role_criteria: [
      `${draw(45, 70)} contracts per engineer, above their own limit.`,
      'Tickets logged, levels not measured.',
    ],
    market_access: [`${draw(3, 9)} contracts in our market.`, 'Customers change every year.'],
  }),
  clear: (draw) => ({
    vanity_logo: [
      `${draw(40, 160)} customers pay monthly for a product like ours.`,
      'Contract figures by line, read with their finance lead.',
    ],
    competitor_in_disguise: [
      'Service list read: our line runs on us alone.',
      'Their own tool watches servers, no overlap.',
    ],
    enthusiastic_contact: [
      'Service lead, stand-in and program named.',
      'Onboarding of a new line is a written process there.',
    ],
  }),
  flagged: (draw) => ({
    vanity_logo: [`Long client list, ${draw(2, 5)} accounts run on a product like ours.`],
    competitor_in_disguise: ['Half of the service runs on a tool of their own that does what we do.'],
    enthusiastic_contact: ['One engineer asked for it. No service lead, no offer, no price.'],
  }),
};

const solution: RoleStory = {
  type: 'solution',
  trades: ['Integrators', 'Consulting', 'Solutions', 'Practice'],
  industries: ['INFORMATION_TECHNOLOGY_AND_SERVICES', 'MANAGEMENT_CONSULTING'],
  employees: [30, 650],
  thirdTitle: 'Solution Architect',
  dealPurposes: ['planning and payroll in one', 'solution for clinics', 'first joint project'],
  figures: 'Ask for projects that went live last year',
  strong: (draw) => ({
    people: [
      `Practice lead took a warehouse solution to ${draw(8, 24)} paid projects. A director set ${draw(20, 60)} days aside.`,
      `Goal: ${draw(4, 9)} projects won with us. Director met in person.`,
    ],
    role_criteria: [
      `${draw(3, 7)} customers named the same gap between planning and payroll, unasked.`,
      'Two references called: plan kept, both would do it again.',
    ],
    compatibility: [
      'Trial joins both systems; the parts they joined in 2023 still run.',
      `${draw(4, 9)} consultants know both products, method from workshop to sign-off in writing.`,
    ],
    collaboration_support: ['A joint demo shown, reply times of their desk confirmed by a customer.'],
    market_access: [
      `${draw(20, 60)} customers of our list, ${draw(6, 15)} of them asked who could join the two.`,
      `Project lists of ${draw(2, 4)} years seen; most customers came back.`,
    ],
  }),
  weak: (draw) => ({
    people: ['Other people at each call.', 'An expert likes it, the practice has no goal for it.'],
    role_criteria: [
      `${draw(2, 3)} projects shown, none of them finished.`,
      'Their part and ours were not drawn yet.',
    ],
    market_access: [`${draw(2, 8)} customers in our market.`, 'Large firms only, which we do not serve.'],
  }),
  clear: (draw) => ({
    vanity_logo: [
      `${draw(5, 18)} projects with a product like ours went live last year.`,
      'The team behind the slides was met, by name.',
    ],
    competitor_in_disguise: [
      'Solution drawn part by part: each of theirs adds to ours.',
      'Their module ends at the order, ours begins there.',
    ],
    enthusiastic_contact: [
      'Practice plan with lead, days and a partner desk.',
      'Two leads, and a process to start a vendor line.',
    ],
  }),
  flagged: (draw) => ({
    vanity_logo: [`Famous house, ${draw(2, 3)} projects with a product like ours.`],
    competitor_in_disguise: ['Their own module takes our place in phase two, by their own slides.'],
    enthusiastic_contact: ['One consultant; her practice plans something else.'],
  }),
};

/** Partners who put the product to work at customers. */
export const SERVICE_STORIES: readonly RoleStory[] = [fulfillment, managedServiceProvider, solution];
