import type { RoleStory } from './role-story.ts';

const reseller: RoleStory = {
  type: 'reseller',
  trades: ['Supply', 'Trading', 'Outlet', 'Direct'],
  industries: ['INFORMATION_TECHNOLOGY_AND_SERVICES', 'RETAIL'],
  employees: [15, 260],
  thirdTitle: 'Head of Sales',
  dealPurposes: ['resale in the north', 'resale to schools', 'resale beside their own range'],
  figures: 'Ask for units sold per seller',
  strong: (draw) => ({
    people: [
      `Their head of resale brought two vendors to ${draw(20, 70)} customers each. The managing director was on the call.`,
      `Sponsor met twice. Success for them: ${draw(40, 120)} units in the first year.`,
    ],
    role_criteria: [
      `${draw(2, 6)} sellers named, ${draw(5, 14)} similar deals each; one of them gave our demo without help.`,
      `Sales plan shown: ${draw(30, 90)} units, a goal of ours. Demo by one of their sellers seen.`,
    ],
    compatibility: [
      `Sold ${draw(120, 900)} units of a like product in two years, renewals called by the same people.`,
      'Sample offer seen line by line: their margin fits our list price.',
    ],
    collaboration_support: [
      `Desk of ${draw(3, 9)} people, autumn campaign paid by them, training days in the calendar.`,
    ],
    market_access: [
      `${draw(40, 160)} of our target accounts buy from them; ${draw(86, 97)} % renewed last year.`,
      `They named ${draw(25, 80)} accounts with the person they know there. Two references called.`,
    ],
  }),
  weak: (draw) => ({
    people: ['A keen seller, nobody above who has heard of us.', 'Owner named, but resale is new to her.'],
    role_criteria: [
      `${draw(2, 3)} sellers know the product; training has no date.`,
      'Goal is more sales, no figure behind it.',
    ],
    market_access: [
      `${draw(3, 12)} accounts in our market, mostly one-time buyers.`,
      'Good name in retail, few contacts in our trades.',
    ],
  }),
  clear: (draw) => ({
    vanity_logo: [
      `${draw(60, 400)} units of a like product sold last year, most still active.`,
      'Units per seller seen, not only the logo wall.',
    ],
    competitor_in_disguise: [
      'Price list read: no product that does our job.',
      'The one near rival leaves their range in spring, in writing.',
    ],
    enthusiastic_contact: [
      'Owner, program and order steps sent in writing.',
      'A team sells, with a target of its own.',
    ],
  }),
  flagged: (draw) => ({
    vanity_logo: [`Large dealer, but only ${draw(2, 9)} units of such a product sold in two years.`],
    competitor_in_disguise: ['Their own brand in the price list does the same, with a higher margin.'],
    enthusiastic_contact: ['One seller wants it. No owner, no program, and the order steps are in his head.'],
  }),
};

const referral: RoleStory = {
  type: 'referral',
  trades: ['Advisory', 'Partners', 'Counsel', 'Network'],
  industries: ['MANAGEMENT_CONSULTING', 'HUMAN_RESOURCES'],
  employees: [3, 60],
  thirdTitle: 'Senior Adviser',
  dealPurposes: ['introductions to their clients', 'referral agreement', 'joint client mornings'],
  figures: 'Ask for the count of closed introductions',
  strong: (draw) => ({
    people: [
      `The partner in charge counts referrals: ${draw(9, 30)} last year, ${draw(4, 8)} became customers.`,
      'Both owners agreed on the call; one of them has run referrals for a payroll vendor since 2021.',
    ],
    role_criteria: [
      `${draw(11, 25)} years in the trade. A past vendor confirms ${draw(5, 15)} customers won through them.`,
      'They told us whom not to sell to, and were right.',
    ],
    compatibility: [
      'Clients and a trade club, 10 firms named in each; the share was worked out on a sample deal.',
      'They ask the client first: two notes of such calls shown.',
    ],
    collaboration_support: ['A call every second Monday, open introductions in a shared list.'],
    market_access: [
      `${draw(30, 90)} clients on our target list; ${draw(80, 95)} % have stayed for three years.`,
      `Named ${draw(15, 40)} firms and who decides there; three were called and know them well.`,
    ],
  }),
  weak: (draw) => ({
    people: ['Friendly adviser, his partners do not know of it.', 'Wants to refer, has never counted one.'],
    role_criteria: [
      'Speaks of the reward first, describes our product wrongly.',
      'Knows the trade from outside.',
    ],
    market_access: [
      `A list of ${draw(200, 900)} names, few of whom they know in person.`,
      `${draw(2, 8)} clients in our market.`,
    ],
  }),
  clear: (draw) => ({
    vanity_logo: [
      `${draw(12, 30)} introductions in a year, ${draw(5, 11)} closed, by their list and the vendor's.`,
      'Calls were made for two clients before anything was signed.',
    ],
    competitor_in_disguise: [
      'They advise and sell no tool of their own.',
      'Their audit ends where we begin.',
    ],
    enthusiastic_contact: [
      'Second partner introduces too; the reward is a board decision.',
      'Owner named, list kept by the office, terms in writing.',
    ],
  }),
  flagged: (draw) => ({
    vanity_logo: [`Quoted by everybody, ${draw(2, 3)} introductions made in a year.`],
    competitor_in_disguise: ['Their own planning tool is offered to the same clients first.'],
    enthusiastic_contact: ['One adviser likes us. No program, and nobody would go on without her.'],
  }),
};

const oem: RoleStory = {
  type: 'oem',
  trades: ['Devices', 'Platforms', 'Instruments', 'Terminals'],
  industries: ['COMPUTER_SOFTWARE', 'TELECOMMUNICATIONS'],
  employees: [80, 1_900],
  thirdTitle: 'Lead Engineer',
  dealPurposes: ['planner inside their terminal', 'embedded reports', 'our engine in their suite'],
  figures: 'Ask for active users of the product it goes into',
  strong: (draw) => ({
    people: [
      `Product owner shipped an embedded map before, now plans ${draw(300, 2_000)} licenses. Budget granted by the head of product.`,
      'Budget letter seen. They count licenses in use, not only those sold.',
    ],
    role_criteria: [
      `${draw(6, 20)} users of both named the same handover by hand.`,
      `Their team tried us for ${draw(3, 8)} weeks on a real case and asked good questions.`,
    ],
    compatibility: [
      'Runs in their test build without a seam; release dates of both sides compared.',
      `Fee per seat open to both. They passed on our last ${draw(2, 3)} updates within a month.`,
    ],
    collaboration_support: [
      `${draw(2, 4)} engineers each on the roadmap, reply times for their desk agreed.`,
    ],
    market_access: [
      `${draw(900, 9_000)} active users in our trades, ${draw(84, 96)} % stayed last year.`,
      `Installed at ${draw(40, 140)} accounts of our target list, shown by name.`,
    ],
  }),
  weak: (draw) => ({
    people: ['A fan in research, no budget and no date.', 'Owner named; first embedding for all of them.'],
    role_criteria: [`Looks for a feature below ${draw(2, 6)} euros a seat.`, 'Read about us, never used it.'],
    market_access: [
      'Sells to hobby users, few firms among them.',
      `${draw(4, 15)} of our accounts, by chance.`,
    ],
  }),
  clear: (draw) => ({
    vanity_logo: [
      `${draw(600, 5_000)} people opened the very screen last month.`,
      'Use of the part embedded today was shown from their own logs.',
    ],
    competitor_in_disguise: [
      'Roadmap of two years read: nothing of ours is planned there.',
      'They stopped their own attempt last year and said why.',
    ],
    enthusiastic_contact: [
      'Three people on the call, budget and owner named.',
      'OEM program with a contract desk.',
    ],
  }),
  flagged: (draw) => ({
    vanity_logo: [`Household name, but the product has ${draw(30, 90)} users.`],
    competitor_in_disguise: ['Their job ads look for people to write the same planner.'],
    enthusiastic_contact: ['One engineer, after hours. Product management was not told.'],
  }),
};

const brokerAgent: RoleStory = {
  type: 'broker-agent',
  trades: ['Brokers', 'Agency', 'Representation', 'Mandates'],
  industries: ['FINANCIAL_SERVICES', 'MANAGEMENT_CONSULTING'],
  employees: [2, 45],
  thirdTitle: 'Agent',
  dealPurposes: ['mandate for one region', 'mandate for public buyers', 'single-deal mandate'],
  figures: 'Ask for deals signed per agent',
  strong: (draw) => ({
    people: [
      `The agent closed ${draw(6, 18)} deals for a vendor like us; the head of the firm confirmed two days a week.`,
      `Target agreed: ${draw(4, 12)} signed deals in a year. Head of the firm met.`,
    ],
    role_criteria: [
      `Former principal confirms ${draw(5, 14)} deals and says what the agent may promise.`,
      'Explained our limits to a buyer before we had to.',
    ],
    compatibility: [
      `Last negotiation: ${draw(3, 6)} meetings, price held within ${draw(3, 8)} % of the list.`,
      'Commission on payment only, shown on a sample deal.',
    ],
    collaboration_support: ['A note after each meeting, open deals in a shared list every Friday.'],
    market_access: [
      `Sat with ${draw(20, 60)} buyers of our list last year; ${draw(12, 30)} bought through them again.`,
      `Named ${draw(18, 50)} buyers and the day of the last meeting with each.`,
    ],
  }),
  weak: (draw) => ({
    people: ['An agent would take it along, the firm was not asked.', 'First mandate of this kind.'],
    role_criteria: [`Holds ${draw(9, 30)} mandates, knows our leaflet.`, 'Wants a country alone.'],
    market_access: [`${draw(2, 7)} buyers known, none of them this year.`, 'Knows our market from fairs.'],
  }),
  clear: (draw) => ({
    vanity_logo: [
      `${draw(5, 15)} deals of our size signed by this agent last year.`,
      'Deals per agent listed by their office, two checked with the buyer.',
    ],
    competitor_in_disguise: [
      'Every mandate listed: none for a rival.',
      'The rival mandate ended in June, paper seen.',
    ],
    enthusiastic_contact: [
      'Stand-in named, the firm signs the mandate.',
      'Two agents share it, the office keeps the list.',
    ],
  }),
  flagged: (draw) => ({
    vanity_logo: [`Offices everywhere, ${draw(2, 3)} deals of our kind in a year.`],
    competitor_in_disguise: ['They hold a mandate of our closest rival for the same buyers.'],
    enthusiastic_contact: ['One agent promises much; no firm behind, no stand-in.'],
  }),
};

/** Partners who bring customers or sell. */
export const CHANNEL_STORIES: readonly RoleStory[] = [reseller, referral, oem, brokerAgent];
