import { type Section } from './criterion.ts';

export const TECHNOLOGY: Section = {
  section: 'partner ICP, dimensions and anti-patterns',
  of: ['technology'],
  criteria: [
    {
      criterion: 'customers using both',
      places: { technology: ['customer_overlap', 'How many of our customers use both'] },
    },
    {
      criterion: 'deals stalled or churned',
      places: { technology: ['customer_overlap', 'Which deals stalled'] },
    },
    {
      criterion: 'the same manual workflow',
      places: { technology: ['customer_overlap', 'Which customers describe the same step'] },
    },
    {
      criterion: 'account mapping',
      places: { technology: ['customer_overlap', 'by compared lists'] },
    },
    {
      criterion: 'completes, not competes',
      places: { technology: ['product_complementarity', 'Which product does each step of the job'] },
    },
    {
      criterion: 'the partner wants to build too',
      places: { technology: ['product_complementarity', 'put into the work yourselves'] },
    },
    {
      criterion: 'a channel that is real',
      places: { technology: ['distribution_reach', 'a place to park'] },
    },
    {
      criterion: 'proof from a comparable integration',
      places: { technology: ['distribution_reach', 'a comparable integration, with what result'] },
    },
    {
      criterion: 'category page and launch mail',
      places: { technology: ['distribution_reach', 'the category page and the launch mail'] },
    },
    {
      criterion: 'docs, portal, sandbox, changelog',
      places: {
        technology: ['technical_readiness', 'Where are docs, developer portal, sandbox and changelog'],
      },
    },
    {
      criterion: 'path to production',
      places: { technology: ['technical_readiness', 'How long does your app review take'] },
    },
    {
      criterion: 'sales motion',
      places: { technology: ['commercial_alignment', 'How do you sell (self-serve or field sales)'] },
    },
    {
      criterion: 'who owns the customer relationship',
      places: { technology: ['commercial_alignment', "Who holds the customer's record"] },
    },
    {
      criterion: 'segment or motion of this year',
      places: { technology: ['strategic_fit', 'Which line of our plan for this year'] },
    },
    {
      criterion: 'tiebreaker',
      places: { technology: ['strategic_fit', 'Of two partners that score alike'] },
    },
    {
      criterion: 'usage figures, not brand recall',
      places: { technology: ['check vanity-logo', 'Get usage figures'] },
    },
    {
      criterion: 'the workflow mapped',
      places: { technology: ['check competitor-in-disguise', 'Draw the workflow'] },
    },
    {
      criterion: 'several deals or renewals',
      places: { technology: ['check single-prospect-request', 'other deals, renewals or churn talks'] },
    },
    {
      criterion: 'docs, sandbox, changelog inspected',
      places: { technology: ['check dead-api', 'Open the docs, the sandbox and the changelog'] },
    },
  ],
};
