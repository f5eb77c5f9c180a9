import { checkTexts } from '../anti-patterns.ts';
import type { Profile } from '../profile.ts';
import {
  MARKET_ACCESS_MINIMUM,
  MINIMUM_REASONS,
  ORIGIN,
  companyAlignment,
  marketAccess,
} from './shared-questions.ts';

/**
 * The shipped profile for brokers and agents: they negotiate deals in our name, for a commission.
 *
 * Source: ideal partner profile guide, its row "Broker/Agent", its paragraph on channel partners and its detailed
 * criteria. The level texts are ours, and so are weights, floors and caps.
 */
export const brokerAgent: Profile = {
  type: 'broker-agent',
  version: 0,
  title: 'Broker or agent',
  origin: ORIGIN,
  asksSaas: true,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Is there an agent who wants to grow our sales, has held mandates like ours, and has the firm behind them?',
      weight: 25,
      weightReason: 'A mandate is as good as the agent who spends days on it.',
      anchors: [
        'No agent wants it',
        'Agent, firm unaware',
        'Agent with a target',
        'Deals, or firm head',
        'Deals and firm head',
      ],
      rubric: [
        'No agent there would speak for us, or sees a future in our product.',
        'One agent would take us along with other mandates. No target, no word between deals, and the head of the firm was not asked.',
        'An agent has a target of signed deals for the first year. It is a first mandate of this kind, and we have not met the head of the firm.',
        'An agent with a target in signed deals, and one of: closed 2 deals for a company like us; the head of the firm, whom we met, named days for it.',
        'An agent with a target in signed deals, who closed 3 for a company like us, confirmed by it; the head of the firm, whom we met, named days for it.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Which region or trade would you open for us in two years?',
        'How did you give bad news to a company in the middle of a negotiation?',
        'How many signed deals make a good first year for you?',
        'Which mandates have you held before for companies like us, and how did each end?',
        'Who above you heads the firm, and what did they agree to?',
      ],
    },
    companyAlignment,
    {
      key: 'role_criteria',
      label: 'Role criteria',
      question:
        'Do they see the mandate as we do, and know the industry and our product well enough to speak for us?',
      weight: 15,
      weightReason: 'Buyers judge us by how well the agent knows the industry and our product.',
      anchors: [
        'Wrong mandate',
        'Takes any mandate',
        'Clear mandate',
        'Record or knowledge',
        'Record and knowledge',
      ],
      rubric: [
        'They want a mandate we do not give, such as a whole country to themselves. Industry and product are new to them.',
        'They take any mandate on offer. Nobody in the industry can speak for them, and our leaflet is all they know.',
        'They say what an agent may promise and which aim of ours it serves. They know the industry; record and knowledge were told, not shown.',
        'One of: a company they acted for confirms 2 deals; 2 buyers confirm a good name; we heard them answer 3 hard questions on our product unaided.',
        'Two of: 2 companies they acted for confirm their deals; 3 buyers confirm a good name; we heard them answer 5 hard questions on our product unaided.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'What may an agent promise in our name, and what not?',
        'Which deals that our plan for the year needs would you look for?',
        'How long have you been in this industry, and which buyers would speak for you?',
        'Which 2 companies can confirm your deals, and how did you study our product?',
      ],
      saasPrompts: ['Which subscription deals have you closed, and what do buyers ask for now?'],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question:
        'Do they reach more than one region or trade, do buyers find them fair, and is the commission open to us both?',
      weight: 10,
      weightReason: 'Reach and commission matter, and a commission can be settled in writing.',
      anchors: [
        'No doors open',
        'A handful of doors',
        'One region or trade',
        'Two regions, or fair',
        'Two regions and fair',
      ],
      rubric: [
        'Fewer than 5 firms take their calls, or they take money from both sides of a deal in secret.',
        'Fewer than 10 firms take their calls. Buyers hear from them until they sign, and the commission changes from talk to talk.',
        '10 firms of one region or trade take their calls, and buyers are called back. Whether a commission pays both was not looked at.',
        'One of: 10 meetings a quarter in 2 regions or trades, shown; 2 buyers confirm they are fair; a commission shown on a sample deal that fits our prices.',
        'Two of: 20 meetings a quarter in 2 regions or trades, shown; 3 buyers confirm they are fair; a commission shown on a sample deal that fits our prices.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Which firms met you this quarter, by region and trade?',
        'How do you treat a buyer after the signature, and which buyer can tell us?',
        'On which sum is your commission, at what rate, and when is it due?',
        'What does a buyer hear about who pays you, and may we check a past statement?',
      ],
      saasPrompts: ['How does a commission follow a subscription that is upgraded, cut or renewed?'],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question:
        'Do they keep us informed while a deal runs, stay reachable for the buyer, and keep their agents trained?',
      weight: 10,
      weightReason: 'Reports and training can be agreed with an agent who wants the mandate.',
      anchors: [
        'We hear afterwards',
        'News when we ask',
        'Would report',
        'Report, or stand-in',
        'Report and stand-in',
      ],
      rubric: [
        'We learn of talks in our name when they are over. Buyers find no office, and training is refused.',
        'They report when asked. A buyer who calls reaches a machine.',
        'They would report on each deal and ask before they promise. Nobody stands in when the agent is away.',
        'A report on an open deal shown, and one of: the office answered 2 calls of ours; a stand-in named; days and names for training.',
        'A report on an open deal shown, and two of: the office answered 3 calls of ours; a stand-in we met; training days named for this year and next.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'May we see a report on an open deal as you would send it?',
        'Who agrees a price or a promise with us before the buyer hears it?',
        'Who answers a buyer when you are away, and in which hours?',
        'Which agents would we train, on which days each year, with which material?',
      ],
      saasPrompts: ['What do you do for a buyer in the first year, and before the day to cancel?'],
    },
    {
      ...marketAccess,
      weight: 25,
      weightReason: 'We pay an agent for buyers who take the call; without them nothing closes.',
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: { people: 3, company_alignment: 2, market_access: 3 },
  minimumReasons: { ...MINIMUM_REASONS, market_access: MARKET_ACCESS_MINIMUM },
  lanes: {
    deep: { label: 'Standing mandate', next: 'Sign the mandate, and set the days to train their agents.' },
    fast: {
      label: 'Single-deal mandate',
      next: 'Give a mandate for one named deal, and look at how it went.',
    },
    pass: { label: 'Give no mandate', next: 'Say no plainly, and note which record we would want to see.' },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A large brokerage with offices everywhere, and a name that opens doors.',
      whyItFails:
        'The name opens doors for a hundred mandates. If no agent spends days on ours, no deal is signed.',
      asks: ['Have them name 10 buyers of ours and the day they last met each, and call 2 of these.'],
      caps: { lane: 'fast' },
    },
    {
      ...checkTexts('competitor-in-disguise'),
      looksLike: 'They know all our buyers, and a rival has given them a mandate too.',
      whyItFails: 'An agent with two mandates knows our lowest price and may close for the other side.',
      asks: [
        'List every mandate they hold, and where it stands in a deal: does ours complete the others, or compete?',
      ],
      caps: { lane: 'pass' },
    },
    {
      ...checkTexts('enthusiastic-contact'),
      looksLike: 'One agent who promises much, with no firm and no stand-in.',
      whyItFails: 'When that agent is ill or takes another mandate, every open deal stops.',
      caps: { lane: 'fast' },
    },
  ],
  facts: [],
};
