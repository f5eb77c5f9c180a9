/** What somebody fills in for a demo company, by field name, as `save-scorecard` takes it. */
type Filled = Readonly<Record<string, string | number | readonly string[]>>;

/** A company of the demo portal. All names are invented. */
export interface DemoCompany {
  properties: { name: string; domain: string; industry: string; city: string };
  /** Left out for companies that were never scored: most are customers. */
  scorecard?: Filled;
}

/** Ratings in the order of the technology profile; null is unknown. */
function ratings(...values: (number | null)[]): Filled {
  const keys = [
    'customer_overlap',
    'product_complementarity',
    'distribution_reach',
    'technical_readiness',
    'commercial_alignment',
    'strategic_fit',
  ];
  const given = keys.map((key, index) => [key, values[index] ?? null] as const);
  return Object.fromEntries(given.filter((entry): entry is [string, number] => entry[1] !== null));
}

function clear(check: string, note: string): Filled {
  return { [`check_${check}`]: 'clear', [`check_${check}_note`]: note };
}

export const DEMO_COMPANIES: readonly DemoCompany[] = [
  {
    // The workflow tool of the guide: 430, deep, checks pending.
    properties: {
      name: 'Taskbridge',
      domain: 'taskbridge.example',
      industry: 'COMPUTER_SOFTWARE',
      city: 'Utrecht',
    },
    scorecard: ratings(5, 5, 3, 4, 4, 4),
  },
  {
    // The well-known logo of the guide: 280, fast.
    properties: {
      name: 'Grandview Cloud',
      domain: 'grandview.example',
      industry: 'COMPUTER_SOFTWARE',
      city: 'Austin',
    },
    scorecard: ratings(2, 3, 4, 3, 2, 3),
  },
  {
    properties: {
      name: 'Ledgerlane',
      domain: 'ledgerlane.example',
      industry: 'FINANCIAL_SERVICES',
      city: 'Dublin',
    },
    scorecard: {
      ...ratings(5, 4, 4, 5, 4, 3),
      customer_overlap_evidence: '212 shared customers on 3 November. Deals named: Harbor Foods, Nordlicht.',
      distribution_reach_evidence: 'Curated directory; 340 installs in 90 days for an integration like ours.',
      technical_readiness_evidence:
        'https://developers.ledgerlane.example opened on 4 November, first call worked.',
      artifacts: ['api-docs', 'developer-portal', 'sandbox', 'changelog', 'path-to-production'],
      artifacts_checked_at: '2026-11-04',
      shared_customers: 212,
      companies_asking: 14,
      ...clear('vanity_logo', '212 customers use both, counted from account lists.'),
      ...clear('competitor_in_disguise', 'They invoice what we schedule. No overlap in the workflow.'),
      ...clear('single_prospect_request', '14 companies asked, three of them in renewals.'),
      ...clear('dead_api', 'Docs, sandbox and changelog opened on 4 November.'),
      ...clear('enthusiastic_contact', 'Owner: Dana Whitt. Program runs since 2023, process sent as PDF.'),
    },
  },
  {
    properties: { name: 'Pipekite', domain: 'pipekite.example', industry: 'COMPUTER_SOFTWARE', city: 'Lyon' },
    scorecard: ratings(4, 4, null, 3, null, 3),
  },
  {
    properties: {
      name: 'Boardmate',
      domain: 'boardmate.example',
      industry: 'COMPUTER_SOFTWARE',
      city: 'Leeds',
    },
    scorecard: {
      ...ratings(5, 2, 4, 5, 4, 4),
      check_competitor_in_disguise: 'flagged',
      check_competitor_in_disguise_note: 'Their boards replace ours: two of three steps are the same job.',
    },
  },
  {
    properties: {
      name: 'Solodesk',
      domain: 'solodesk.example',
      industry: 'COMPUTER_SOFTWARE',
      city: 'Porto',
    },
    scorecard: { ...ratings(4, 5, 3, 4, 4, 5), companies_asking: 1, shared_customers: 3 },
  },
  {
    properties: {
      name: 'Dockwell',
      domain: 'dockwell.example',
      industry: 'LOGISTICS_AND_SUPPLY_CHAIN',
      city: 'Rotterdam',
    },
    scorecard: {
      ...ratings(4, 4, 5, 4, 4, 4),
      artifacts: ['api-docs', 'developer-portal'],
      artifacts_checked_at: '2026-10-12',
    },
  },
  {
    properties: {
      name: 'Quillbase',
      domain: 'quillbase.example',
      industry: 'COMPUTER_SOFTWARE',
      city: 'Gent',
    },
    scorecard: ratings(1, 2, 2, 3, 2, 1),
  },
  {
    properties: {
      name: 'Harbor Foods',
      domain: 'harborfoods.example',
      industry: 'RETAIL',
      city: 'Aarhus',
    },
  },
  {
    properties: {
      name: 'Nordlicht Telekom',
      domain: 'nordlicht.example',
      industry: 'TELECOMMUNICATIONS',
      city: 'Kiel',
    },
  },
  {
    properties: {
      name: 'Casa Verde Advisors',
      domain: 'casaverde.example',
      industry: 'MANAGEMENT_CONSULTING',
      city: 'Sevilla',
    },
  },
  {
    properties: {
      name: 'Mapleton Schools',
      domain: 'mapleton.example',
      industry: 'EDUCATION_MANAGEMENT',
      city: 'Ottawa',
    },
  },
];
