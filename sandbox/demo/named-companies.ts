import type { Calendar } from './calendar.ts';
import type { Filled } from './step.ts';

/** A company that is the same under every seed: guides, tests and pictures name it. */
export interface NamedCompany {
  readonly properties: {
    readonly name: string;
    readonly domain: string;
    readonly industry: string;
    readonly city: string;
  };
}

export interface NamedPartner extends NamedCompany {
  readonly filled: Filled;
  /** The stage of its deal. */
  readonly stage: string;
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

function company(name: string, domain: string, industry: string, city: string): NamedCompany {
  return { properties: { name, domain: `${domain}.example`, industry, city } };
}

const SOFTWARE = 'COMPUTER_SOFTWARE';

export function namedPartners(calendar: Calendar): readonly NamedPartner[] {
  return [
    // The workflow tool of the guide: 430, deep, checks pending.
    {
      ...company('Taskbridge', 'taskbridge', SOFTWARE, 'Utrecht'),
      stage: 'checks',
      filled: ratings(5, 5, 3, 4, 4, 4),
    },
    // The well-known logo of the guide: 280, fast.
    {
      ...company('Grandview Cloud', 'grandview', SOFTWARE, 'Austin'),
      stage: 'scored',
      filled: ratings(2, 3, 4, 3, 2, 3),
    },
    {
      ...company('Ledgerlane', 'ledgerlane', 'FINANCIAL_SERVICES', 'Dublin'),
      stage: 'launching',
      filled: ledgerlane(calendar),
    },
    {
      ...company('Pipekite', 'pipekite', SOFTWARE, 'Lyon'),
      stage: 'sourced',
      filled: ratings(4, 4, null, 3, null, 3),
    },
    {
      ...company('Boardmate', 'boardmate', SOFTWARE, 'Leeds'),
      stage: 'declined',
      filled: {
        ...ratings(5, 2, 4, 5, 4, 4),
        check_competitor_in_disguise: 'flagged',
        check_competitor_in_disguise_note: 'Their boards replace ours: two of three steps are the same job.',
      },
    },
    {
      ...company('Solodesk', 'solodesk', SOFTWARE, 'Porto'),
      stage: 'checks',
      filled: { ...ratings(4, 5, 3, 4, 4, 5), companies_asking: 1, shared_customers: 3 },
    },
    {
      ...company('Dockwell', 'dockwell', 'LOGISTICS_AND_SUPPLY_CHAIN', 'Rotterdam'),
      stage: 'checks',
      filled: {
        ...ratings(4, 4, 5, 4, 4, 4),
        artifacts: ['api-docs', 'developer-portal'],
        artifacts_checked_at: calendar.day(41),
      },
    },
    {
      ...company('Quillbase', 'quillbase', SOFTWARE, 'Gent'),
      stage: 'declined',
      filled: ratings(1, 2, 2, 3, 2, 1),
    },
  ];
}

function ledgerlane(calendar: Calendar): Filled {
  return {
    ...ratings(5, 4, 4, 5, 4, 3),
    customer_overlap_evidence: '34 shared customers. Deals named: Harbor Foods, Nordlicht.',
    distribution_reach_evidence: 'Curated directory; 340 installs in 90 days for an integration like ours.',
    technical_readiness_evidence: 'https://developers.ledgerlane.example opened, first call worked.',
    artifacts: ['api-docs', 'developer-portal', 'sandbox', 'changelog', 'path-to-production'],
    artifacts_checked_at: calendar.day(18),
    shared_customers: 34,
    companies_asking: 14,
    overlap_as_of: calendar.day(19),
    ...clear('vanity_logo', '34 customers use both, counted from account lists.'),
    ...clear('competitor_in_disguise', 'They invoice what we schedule. No overlap in the workflow.'),
    ...clear('single_prospect_request', '14 companies asked, three of them in renewals.'),
    ...clear('dead_api', 'Docs, sandbox and changelog opened on the day of the inspection.'),
    ...clear('enthusiastic_contact', 'Owner: Dana Whitt. Program runs since 2023, process sent as PDF.'),
  };
}

/** A tool that customers work with and ask for, and that nobody has looked at as a partner. */
export const PROSPECT: NamedCompany = company('Paperdesk', 'paperdesk', SOFTWARE, 'Bergen');

/** Customers that nobody ever scored. */
export const NAMED_CUSTOMERS: readonly NamedCompany[] = [
  company('Harbor Foods', 'harborfoods', 'RETAIL', 'Aarhus'),
  company('Nordlicht Telekom', 'nordlicht', 'TELECOMMUNICATIONS', 'Kiel'),
  company('Casa Verde Advisors', 'casaverde', 'MANAGEMENT_CONSULTING', 'Sevilla'),
  company('Mapleton Schools', 'mapleton', 'EDUCATION_MANAGEMENT', 'Ottawa'),
];
