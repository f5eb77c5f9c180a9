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
  asksSaas: false,
  dimensions: [
    {
      key: 'people',
      label: 'People',
      question:
        'Is there an agent who wants to grow our sales, has held mandates like ours, and has the firm behind them?',
      weight: 25,
      weightReason: 'A mandate is as good as the agent who spends days on it.',
      anchors: [
        'No agent wants our mandate',
        'An agent, the firm unaware',
        'Willing agent, first mandate',
        'Proven agent, firm allows it',
        'Proven agent, firm backs it',
      ],
      rubric: [
        'No agent there would speak for us, or sees a future in our product.',
        'One agent would take us along with much else. No target, no word between deals, and the head of the firm was not asked.',
        'An agent takes us on, names a target of signed deals and keeps us informed. It is the first mandate they hold; the firm allows it.',
        'The agent has closed deals for companies like us, tells us where each stands and has a target. The head of the firm allows it.',
        'The agent has closed deals for companies like us, plans our growth with us by signed deals, and the head of the firm told us what it will do.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Vision: the region or segment they want to open for us, and how large it could become',
        'Way of working: how they kept the company they acted for informed in their last negotiation',
        'Measure: the deals signed, or commission earned, that would make a good year',
        'Experience: mandates this agent has held for companies like us, and how each ended',
        'Sponsor: who heads the firm, what they agreed to, and whether they told us so themselves',
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
        'Wrong mandate, wrong industry',
        'Any mandate will do',
        'Clear mandate, little record',
        'Clear mandate, record checked',
        'Record checked, speaks for us',
      ],
      rubric: [
        'They want a mandate we do not give, such as a whole country to themselves. Industry and product are new to them.',
        'They take any mandate on offer. Nobody in the industry can speak for them, and our leaflet is all they know.',
        'They can say what an agent may promise and which aim of ours it serves. They know the industry; closed deals and product knowledge are thin.',
        'Mandate and aims are written and fit our plan. A company they acted for confirms deals, buyers know them. Product questions come to us.',
        'Mandate and aims are written and fit our plan. Two companies confirm deals, buyers praise them, and they explain our product unaided.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Their words for the mandate: what an agent may promise, and what it should bring both sides',
        'The kind of deal they would look for, beside the kind that our plan for the year needs',
        'Career in the industry, trade bodies, and licenses where the law asks for one',
        'Two companies they acted for, to call: deals the firm closed for each, and its name among buyers',
        'How they study our product: days spent, calls joined, a hard question they have answered',
      ],
      saasPrompts: ['Subscription deals they have closed, and what buyers now ask for in such contracts'],
    },
    {
      key: 'compatibility',
      label: 'Compatibility',
      question:
        'Do they reach more than one region or trade, do buyers find them fair, and is the commission open to us both?',
      weight: 10,
      weightReason: 'Reach and commission matter, and a commission can be settled in writing.',
      anchors: [
        'No doors, or secret fees',
        'Few doors, fee keeps changing',
        'One region, commission drafted',
        'Wide reach, one clause open',
        'Wide reach, commission agreed',
      ],
      rubric: [
        'Hardly any firm takes their calls, or they take money from both sides of a deal in secret.',
        'A few firms take their calls. Buyers hear from them until they sign, and the fee changes from talk to talk.',
        'They get meetings in one region or trade, and call buyers back. A commission is drafted, not yet held against our prices.',
        'They get meetings in several regions or trades, and buyers call them fair. The commission is written, one clause is open.',
        'They get meetings in several regions or trades, and buyers call them fair. The commission is agreed, and both can check each sum.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Network: firms that gave them a meeting this quarter, by region and trade',
        'How they treat a buyer before and after the signature, told by one such buyer',
        'What they tell a buyer about who pays them',
        'Commission: base, rate, due date, and what happens when the buyer does not pay',
        'One past statement of commission, with names struck out, to see what we would be able to check',
      ],
      saasPrompts: [
        'How their commission follows a subscription that is upgraded, cut or renewed, and who keeps count',
      ],
    },
    {
      key: 'collaboration_support',
      label: 'Collaboration and support',
      question:
        'Do they keep us informed while a deal runs, stay reachable for the buyer, and keep their agents trained?',
      weight: 10,
      weightReason: 'Reports and training can be agreed with an agent who wants the mandate.',
      anchors: [
        'We hear of it afterwards',
        'News when we ask',
        'Reports, but no stand-in',
        'Reports and office, one gap',
        'Reports, office, training days',
      ],
      rubric: [
        'We learn of talks in our name when they are over. Buyers find no office, and training is refused.',
        'They report when asked. A buyer who calls reaches a machine, and onboarding was cut to one call.',
        'They report on each deal and ask before they promise. Nobody stands in when the agent is away, and only onboarding is planned.',
        'Fixed reports, promises agreed first, an office that answers, onboarding done. One piece, such as later training, is missing.',
        'Fixed reports, promises agreed first, an office that answers, onboarding done, and training days with our material booked.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'A report on an open deal as they would send it, and on which days',
        'Who agrees to a price or a promise, and how fast, before the buyer hears it',
        'Office behind the agent: hours, stand-in, and who answers a buyer on a contract in force',
        'Onboarding: agents who attend, days given to it, and the date',
        'Training after that: days a year, who teaches, and which of our material each agent has',
      ],
      saasPrompts: [
        'What they do for a buyer in the first year of a subscription, and before the date to cancel',
      ],
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
    deep: {
      label: 'Standing mandate',
      next: 'Sign the mandate and train their agents once every check is clear.',
    },
    fast: {
      label: 'Single-deal mandate',
      next: 'Give a mandate for one named deal, and look at how it went.',
    },
    pass: {
      label: 'No lane (pass)',
      next: 'Give no mandate, say so plainly, and note which record we would want to see.',
    },
  },
  checks: [
    {
      ...checkTexts('vanity-logo'),
      looksLike: 'A large brokerage with offices everywhere, and a name that opens doors.',
      whyItFails:
        'The name opens doors for a hundred mandates. If no agent spends days on ours, no deal is signed.',
      asks: ['Get the deals signed last year, per agent, for an offer of our kind and price.'],
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
