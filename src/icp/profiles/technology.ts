import { checkTexts } from '../anti-patterns.ts';
import type { Profile } from '../profile.ts';

/**
 * The shipped profile for technology partners.
 *
 * Source: partner ICP guide, its tables of dimensions and of anti-patterns, and "Set thresholds once and hold them".
 * The level texts are ours, after the evidence that the guide names. The caps are ours.
 */
export const technology: Profile = {
  type: 'technology',
  version: 0,
  title: 'Technology partner',
  origin:
    'Weights and floors are the starting values of the partner ICP guide. The figures in the levels, what a flag does, and the limits of 180 days and 5 shared customers are ours.',
  asksSaas: true,
  dimensions: [
    {
      key: 'customer_overlap',
      label: 'Customer overlap',
      question: 'How many of our customers already work with both products, and feel the gap between them?',
      weight: 30,
      weightReason: 'Customers who use both today are the surest sign that an integration will be used.',
      anchors: ['None known', 'By hearsay', 'By name', 'Counted, or in deals', 'Counted and in deals'],
      rubric: [
        'Nobody can name a customer who uses both products.',
        'Up to 5 customers are said to use both. Nobody has a list.',
        'Shared customers are known by name, but the two customer lists were not compared. One request alone does not raise this.',
        'One of: 5 % of our customers or 25 (the lower), counted and dated; 2 deals name the gap; 3 customers describe the same step by hand.',
        'Two of: 10 % of our customers or 50 (the lower), counted and dated; 3 deals name the gap; 5 customers describe the same step by hand.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'How many of our customers use both, by compared lists, counted on which day?',
        'Which deals stalled, or customers left, because the link is missing?',
        'Which customers describe the same step by hand between the two products?',
      ],
    },
    {
      key: 'product_complementarity',
      label: 'Product complementarity',
      question: 'Does their product carry on a job that ours starts, or does it want the same job?',
      weight: 20,
      weightReason: 'Two products that share one job pull apart when the work needs money.',
      anchors: [
        'Same job as ours',
        'Half is the same job',
        'Side by side',
        'Drawn, case or team',
        'Drawn, case and team',
      ],
      rubric: [
        'Their product does our job. A customer would pick one of the two.',
        'Half of the steps or more exist in both products, so a customer pays twice for them.',
        'The products stand next to each other. They share users, but no job runs through both.',
        'The job was drawn step by step and passes from us to them. One of: shown on a real case; no step done twice; their part of the work named.',
        'The job was drawn step by step and passes from us to them. Two of: shown on a real case; no step done twice; their part of the work named.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Which product does each step of the job, from start to end?',
        'Which features do both products have?',
        'What would you put into the work yourselves: people, days, a date?',
        'How do you decide what to develop next, and where is your product in two years?',
      ],
    },
    {
      key: 'distribution_reach',
      label: 'Distribution reach',
      question: 'Can they bring us installs, leads or attention, and have they done so for somebody like us?',
      weight: 20,
      weightReason: 'A channel that works keeps sending customers long after the launch.',
      anchors: [
        'No channel',
        'A list nobody tends',
        'A kept directory',
        'Installs or a launch',
        'Installs, a launch',
      ],
      rubric: [
        'There is no marketplace, directory or partner program.',
        'Listings are neither sorted nor promoted: a place to park, not a channel.',
        'A directory is kept up and searched by customers. Nobody can say what it brings to a newcomer.',
        'One of, for a comparable integration: 20 installs or 5 leads a month shown; launch mail and category page shown; its maker confirms leads.',
        'Two of, for a comparable integration: 50 installs or 10 leads a month shown; launch mail and category page shown; its maker confirms leads.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'What did you do to bring installs to a comparable integration, with what result?',
        'May we see the category page and the launch mail of your last launch?',
        'Which of your partners gets leads from you, and may we call them?',
      ],
      saasPrompts: ['Does your success team point customers to integrations, and do those stay longer?'],
    },
    {
      key: 'technical_readiness',
      label: 'Technical readiness',
      question: 'Can we build against their API at a cost we know beforehand?',
      weight: 15,
      weightReason: 'A good API saves weeks, and a bad one costs them, but weeks can be planned.',
      anchors: ['No public API', 'Thin docs', 'Good docs', 'Docs, sandbox, log', 'With keys and a call'],
      rubric: [
        'No public API, or one that only selected partners get to see.',
        'An API exists with sparse docs. Questions go by mail to one person.',
        'Docs answer our questions. A sandbox or a changelog is missing.',
        'Docs, sandbox and changelog were opened, and the changelog has an entry of the last 12 months.',
        'As 4, and two of: a developer portal gave us keys; steps and days of their app review shown; a first call of ours worked.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Where are docs, developer portal, sandbox and changelog, and may we open them now?',
        'How long does your app review take, and who runs it?',
        'Which changes broke callers in the last 12 months?',
        'Which integrations run today, and how fast does support answer a developer?',
      ],
    },
    {
      key: 'commercial_alignment',
      label: 'Commercial alignment',
      question: 'Do both sides earn when a shared customer does well, in ways they can act on?',
      weight: 10,
      weightReason: 'Business models that collide stop joint work, and this seldom decides alone.',
      anchors: [
        'Models collide',
        'Models far apart',
        'No clash, no pull',
        'Same buyer or a gain',
        'Same buyer and gains',
      ],
      rubric: [
        'Their model works against ours, for example both want to own the customer relationship.',
        'Sales motion, buyer or price level differ so much that joint work would stay on paper.',
        'Nothing collides, and nothing makes either side invest.',
        "One of: same buyer and price level, shown by price lists; each side's gain named by somebody who decides.",
        "Both: same buyer and price level, shown by price lists; each side's gain named by somebody who decides.",
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'How do you sell (self-serve or field sales), at what price, and to whom?',
        "Who holds the customer's record once both products are connected?",
        'What does your side gain, and who among you decides on that?',
      ],
      saasPrompts: ['How do you bill subscriptions, and what happens when seats change?'],
    },
    {
      key: 'strategic_fit',
      label: 'Strategic fit',
      question:
        'Does this partner bring us closer to the customers or regions that are our target this year?',
      weight: 5,
      weightReason: 'It tips the scale between two partners who are equal in all else.',
      anchors: [
        'Points elsewhere',
        'A side market',
        'Part of our target',
        'Our target, counted',
        'In our plan, counted',
      ],
      rubric: [
        'Their segment and region are ones that we do not serve and do not plan to.',
        'They are strong in a market that we serve, but do not push.',
        "Part of their customers belong to this year's target. Nobody has counted them.",
        "Segment or region stands in this year's plan, and a third of their customers or 30 (the lower), counted, belong to it.",
        "Segment and region both stand in this year's plan, or their name does; a third of their customers or 30 (the lower), counted, belong to it.",
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'Which segment and region do you push this year?',
        'Which line of our plan for this year would you serve, and how?',
        'How many of your customers belong to that segment or region?',
        'Of two partners that score alike, why should we take you?',
      ],
      saasPrompts: ['Where is subscription software in your market going?'],
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: {},
  minimumReasons: {},
  lanes: {
    deep: {
      label: 'Full build',
      next: 'Plan the build: name an owner on both sides, and set the date of the first release.',
    },
    fast: { label: 'Directory listing', next: 'Offer a listing, or a connector that does one thing.' },
    pass: { label: 'Polite no', next: 'Say no, kindly, and note what would change it.' },
  },
  checks: [
    { ...checkTexts('vanity-logo'), caps: { lane: 'fast' } },
    { ...checkTexts('competitor-in-disguise'), caps: { lane: 'pass' } },
    { ...checkTexts('single-prospect-request'), caps: { rating: { dimension: 'customer_overlap', at: 2 } } },
    { ...checkTexts('dead-api'), caps: { rating: { dimension: 'technical_readiness', at: 2 } } },
    { ...checkTexts('enthusiastic-contact'), caps: { lane: 'fast' } },
  ],
  facts: ['artifacts', 'artifacts_checked_at', 'shared_customers', 'companies_asking', 'overlap_as_of'],
};
