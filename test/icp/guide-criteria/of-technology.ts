import { type Section } from './criterion.ts';

export const TECHNOLOGY: Section = {
  section: 'partner ICP, dimensions and anti-patterns',
  of: ['technology'],
  criteria: [
    {
      criterion: 'customers using both',
      places: { technology: ['customer_overlap', 'Number of current customers on both products'] },
    },
    {
      criterion: 'deals stalled or churned',
      places: { technology: ['customer_overlap', 'Deals that stalled'] },
    },
    {
      criterion: 'the same manual workflow',
      places: { technology: ['customer_overlap', 'describe the same manual step'] },
    },
    {
      criterion: 'account mapping',
      places: { technology: ['customer_overlap', 'Account lists were compared'] },
    },
    {
      criterion: 'completes, not competes',
      places: { technology: ['product_complementarity', 'The workflow, step by step'] },
    },
    {
      criterion: 'the partner wants to build too',
      places: { technology: ['product_complementarity', 'put into the build themselves'] },
    },
    {
      criterion: 'a channel that is real',
      places: { technology: ['distribution_reach', 'a place to park'] },
    },
    {
      criterion: 'proof from a comparable integration',
      places: { technology: ['distribution_reach', 'a comparable integration, and the result'] },
    },
    {
      criterion: 'category page and launch mail',
      places: { technology: ['distribution_reach', 'Category page, launch mail'] },
    },
    {
      criterion: 'docs, portal, sandbox, changelog',
      places: {
        technology: ['technical_readiness', 'Links to docs, developer portal, sandbox and changelog'],
      },
    },
    {
      criterion: 'path to production',
      places: { technology: ['technical_readiness', 'How long their app review takes'] },
    },
    {
      criterion: 'sales motion',
      places: { technology: ['commercial_alignment', 'How they sell (self-serve or field sales)'] },
    },
    {
      criterion: 'who owns the customer relationship',
      places: { technology: ['commercial_alignment', "Who holds the customer's record"] },
    },
    {
      criterion: 'segment or motion of this year',
      places: { technology: ['strategic_fit', "The line of this year's plan"] },
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
