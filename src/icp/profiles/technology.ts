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
    'Weights and floors are the starting values of the partner ICP guide. What a flag does, and the limits of 180 days and 5 shared customers, are ours.',
  asksSaas: false,
  dimensions: [
    {
      key: 'customer_overlap',
      label: 'Customer overlap',
      question: 'How many of our customers already work with both products, and feel the gap between them?',
      weight: 30,
      weightReason: 'Customers who use both today are the surest sign that an integration will be used.',
      anchors: [
        'No shared customer known',
        'A few, by hearsay',
        'Some, by name',
        'Many, counted, deals named',
        'Many, same manual step told',
      ],
      rubric: [
        'Nobody can name a customer who uses both products.',
        'A handful of customers are said to use both. No list, and no deal that mentions it.',
        'Shared customers are known by name. One deal or renewal has brought the integration up.',
        'Account lists were compared and the overlap is counted. Several stalled or lost deals name the missing link.',
        'The overlap is large and counted, deals name the gap, and several customers describe the same copying by hand.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Number of current customers on both products, and the day it was counted',
        'Deals that stalled, or customers that left, because the integration is missing',
        'Customers who describe the same manual step between the products',
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
        'Mostly the same job',
        'Side by side, loosely tied',
        'Takes over at one step',
        'Completes the whole workflow',
      ],
      rubric: [
        'Their product does our job. A customer would pick one of the two.',
        'Large parts overlap. Joining them helps customers keep a foot in each product.',
        'The products stand next to each other. They share users, but no job runs through both.',
        'Work that starts with us continues with them at one clear step, and little is done twice.',
        'One job runs through both products from start to end, and each is worth more with the other.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'The workflow, step by step, with the product that does each step',
        'Features that both products offer',
        'What they would put into the build themselves',
        'How they decide what to develop next, and where their product will be in two years',
      ],
    },
    {
      key: 'distribution_reach',
      label: 'Distribution reach',
      question: 'Can they bring us installs, leads or attention, and have they done so for somebody like us?',
      weight: 20,
      weightReason: 'A channel that works keeps sending customers long after the launch.',
      anchors: [
        'No channel at all',
        'A long list, left alone',
        'A directory with some care',
        'Curated, with a proven case',
        'Active channel, steady installs',
      ],
      rubric: [
        'There is no marketplace, directory or partner program.',
        'Listings exist by the thousand and nobody promotes them: a place to park, not a channel.',
        'A directory is kept up and searched by customers. What it brings a newcomer is not known.',
        'A curated directory with category pages and launch mails, and figures from a comparable integration.',
        'A channel that sends installs and leads month after month, shown by figures of integrations like ours.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'What they did to bring installs to a comparable integration, and the result',
        'Category page, launch mail, co-marketing: what is promised to us',
      ],
    },
    {
      key: 'technical_readiness',
      label: 'Technical readiness',
      question: 'Can we build against their API at a cost we know beforehand?',
      weight: 15,
      weightReason: 'A good API saves weeks, and a bad one costs them, but weeks can be planned.',
      anchors: [
        'No public API',
        'API, but thin docs',
        'Good docs, no sandbox',
        'Docs, sandbox, changelog',
        'All five seen and working',
      ],
      rubric: [
        'No public API, or one that only selected partners get to see.',
        'An API exists with sparse docs. Questions go by mail to one person.',
        'Docs answer most questions. No sandbox, so tests run on live accounts.',
        'Docs, sandbox and changelog were opened and are current. The way to production is not yet clear.',
        'Docs, developer portal, sandbox, changelog and a predictable review were all seen, and a first call worked.',
      ],
      evidenceRequired: true,
      evidencePrompts: [
        'Links to docs, developer portal, sandbox and changelog, and the day they were opened',
        'How long their app review takes, and who runs it',
        'Breaking changes that the changelog shows for the last year',
        'Integrations they run today, and how fast their support answers a developer',
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
        'Incentives mostly differ',
        'Neutral, nothing to fight over',
        'Both gain, terms in sight',
        'Both gain, terms agreed',
      ],
      rubric: [
        'Their model works against ours, for example both want to own the customer relationship.',
        'Sales motions or price levels differ so much that joint work would stay on paper.',
        'Nothing collides. Nothing pulls either side to invest.',
        'Both sides gain from shared customers. Who does what, and who gets what, is being discussed.',
        'Both sides gain, and the split of work and money is agreed with people who can decide it.',
      ],
      evidenceRequired: false,
      evidencePrompts: [
        'How they sell (self-serve or field sales), price, and to whom',
        "Who holds the customer's record once both are connected",
        'What their side gains, in their words',
      ],
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
        'A side market for us',
        'Partly our segment',
        'Our segment or region',
        'The motion we chose this year',
      ],
      rubric: [
        'Their segment and region are ones that we do not serve and do not plan to.',
        'They are strong in a market that we serve, but do not push.',
        "Part of their customers belong to this year's target.",
        'Their main segment or region is one of our targets this year.',
        "They are the obvious partner for this year's main motion; without them it is slower.",
      ],
      evidenceRequired: false,
      evidencePrompts: [
        "The line of this year's plan that the partner serves",
        'Of two partners that score alike, the one this tips the scale for',
      ],
    },
  ],
  floors: { deep: 380, fast: 250 },
  deepNeeds: {},
  minimumReasons: {},
  lanes: {
    deep: { label: 'Deep build', next: 'Plan the build once every check is clear.' },
    fast: { label: 'Fast lane', next: 'Offer a listing, or a connector that does one thing.' },
    pass: { label: 'No lane (pass)', next: 'Say no, kindly, and note what would change it.' },
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
