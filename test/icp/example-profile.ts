import { InvalidProfile, parseProfile } from '../../src/icp/parse-profile.ts';

/** A profile as written by hand: three questions, no anchors, two known checks, no facts. */
export const exampleProfile = {
  type: 'technology',
  version: 1,
  title: 'Small profile',
  dimensions: [
    {
      key: 'customer_overlap',
      label: 'Customer overlap',
      question: 'Who of our customers runs both products?',
      weight: 50,
      evidenceRequired: true,
      rubric: ['nobody', 'one or two, we hear', 'some, by name', 'many, on a list', 'most, copying by hand'],
    },
    {
      key: 'product_complementarity',
      label: 'Product complementarity',
      question: 'Does one product go on where the other stops?',
      weight: 30,
      rubric: ['same job', 'much the same', 'side by side', 'one clear step', 'one job, end to end'],
    },
    {
      key: 'technical_readiness',
      label: 'Technical readiness',
      question: 'Do we know beforehand what a build takes?',
      weight: 20,
      rubric: ['nothing public', 'thin docs', 'docs alone', 'docs and sandbox', 'everything seen'],
    },
  ],
  floors: { deep: 380, fast: 250 },
  lanes: {
    deep: { label: 'Full build', next: 'Plan it.' },
    fast: { label: 'Listing', next: 'List it.' },
    pass: { label: 'Polite no', next: 'Decline.' },
  },
  checks: [
    { key: 'dead-api', caps: { rating: { dimension: 'technical_readiness', at: 2 } } },
    { key: 'competitor-in-disguise', caps: { lane: 'pass' } },
  ],
};

const [overlap, complementarity, readiness] = exampleProfile.dimensions;

/** The example with its first dimension changed. */
export const withFirst = (change: object): unknown => ({
  ...exampleProfile,
  dimensions: [{ ...overlap, ...change }, complementarity, readiness],
});

/** The message with which a profile is refused, or `accepted`. Any error but InvalidProfile is thrown on. */
export function refusalOf(input: unknown): string {
  try {
    parseProfile(input);
  } catch (error) {
    if (error instanceof InvalidProfile) return error.message;
    throw error;
  }
  return 'accepted';
}
