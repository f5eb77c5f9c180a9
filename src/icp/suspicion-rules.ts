import { dayInWords } from './day-in.ts';
import type { Artifact, Facts } from './facts.ts';
import type { Profile } from './profile.ts';
import { type Rating, type Ratings, ratingOf } from './ratings.ts';
import { isOlderThan } from './recheck.ts';

/** People at the partner are no field of a scorecard, and no profile asks for them. */
export const CONTACTS = 'contacts';

/** Below this many shared customers, one company asking raises a suspicion. Our value, not the guide's. */
export const FEW_SHARED_CUSTOMERS = 5;

/** What a rule may look at. */
export interface Signs {
  ratings: Ratings;
  profile: Profile;
  facts: Facts;
  asOf: string;
  inspectionDays: number;
}

/** One way in which a check becomes suspect. */
export interface Rule {
  /** The fields that it looks at: ratings and facts. It says nothing unless the profile asks all of them. */
  looksAt: readonly string[];
  /** Only in profiles of service types. */
  isOfServices?: true;
  /** It speaks because time has passed, whatever changed. */
  runsOut?: true;
  /** Gives the reason, or null. Null too where a rating or fact is unknown. */
  reason: (signs: Signs) => string | null;
}

/** By key of the check. The first rule that gives a reason speaks. */
export const RULES_OF_SUSPICION: Readonly<Record<string, readonly Rule[]>> = {
  'vanity-logo': [
    {
      looksAt: ['customer_overlap', 'distribution_reach'],
      reason: ({ ratings }) => {
        const overlap = ratingOf(ratings, 'customer_overlap');
        const reach = ratingOf(ratings, 'distribution_reach');
        return atMost(overlap, 2) && atLeast(reach, 4)
          ? `Reach is rated ${reach}, but customer overlap only ${overlap}.`
          : null;
      },
    },
    {
      looksAt: ['compatibility', 'market_access'],
      isOfServices: true,
      reason: ({ ratings }) => {
        const compatibility = ratingOf(ratings, 'compatibility');
        const access = ratingOf(ratings, 'market_access');
        return atMost(compatibility, 2) && atLeast(access, 4)
          ? `Market access is rated ${access}, but compatibility only ${compatibility}.`
          : null;
      },
    },
  ],
  'competitor-in-disguise': [
    {
      looksAt: ['product_complementarity'],
      reason: ({ ratings }) =>
        ratingOf(ratings, 'product_complementarity') === 1
          ? 'Product complementarity is rated 1: the products do the same job.'
          : null,
    },
    {
      looksAt: ['customer_overlap', 'product_complementarity'],
      reason: ({ ratings }) => {
        const overlap = ratingOf(ratings, 'customer_overlap');
        const complementarity = ratingOf(ratings, 'product_complementarity');
        return atLeast(overlap, 4) && atMost(complementarity, 2)
          ? `Customer overlap is rated ${overlap}, but product complementarity only ${complementarity}.`
          : null;
      },
    },
    {
      looksAt: ['company_alignment', 'market_access'],
      reason: ({ ratings }) => {
        const access = ratingOf(ratings, 'market_access');
        return ratingOf(ratings, 'company_alignment') === 1 && atLeast(access, 4)
          ? `Market access is rated ${access}, but company alignment only 1.`
          : null;
      },
    },
  ],
  'single-prospect-request': [
    {
      looksAt: ['customer_overlap', 'companies_asking', 'shared_customers'],
      reason: ({ ratings, facts }) => {
        const overlap = ratingOf(ratings, 'customer_overlap');
        if (!atLeast(overlap, 3) || facts.companiesAsking !== 1) return null;
        if (facts.sharedCustomers === null)
          return `Customer overlap is rated ${overlap}, but only one company asked, and shared customers are not counted.`;
        return facts.sharedCustomers < FEW_SHARED_CUSTOMERS
          ? `Customer overlap is rated ${overlap}, but only one company asked, and shared customers number ${facts.sharedCustomers}.`
          : null;
      },
    },
  ],
  'dead-api': [
    {
      looksAt: ['artifacts', 'artifacts_checked_at'],
      reason: ({ facts }) => {
        if (facts.artifacts.length === 0 && facts.artifactsCheckedAt === null) return null;
        let missing = '';
        for (const { key, label } of INSPECTED)
          if (!facts.artifacts.includes(key)) missing += missing === '' ? label : `, ${label}`;
        return missing === '' ? null : `Not seen: ${missing}.`;
      },
    },
    {
      looksAt: ['artifacts_checked_at'],
      runsOut: true,
      reason: ({ facts: { artifactsCheckedAt }, asOf, inspectionDays }) =>
        artifactsCheckedAt !== null && isOlderThan(inspectionDays, artifactsCheckedAt, asOf)
          ? `The artifacts were last inspected on ${dayInWords(artifactsCheckedAt)}, over ${inspectionDays} days ago.`
          : null,
    },
  ],
  'enthusiastic-contact': [
    {
      looksAt: ['people'],
      reason: ({ ratings }) => {
        const people = ratingOf(ratings, 'people');
        return atMost(people, 2) ? `People is rated ${people}.` : null;
      },
    },
    {
      looksAt: [CONTACTS],
      reason: ({ facts }) =>
        facts.contacts?.count === 1 && facts.contacts.sponsors === 0
          ? 'One contact is known, and no executive sponsor.'
          : null,
    },
  ],
};

const INSPECTED: readonly { key: Artifact; label: string }[] = [
  { key: 'api-docs', label: 'API docs' },
  { key: 'sandbox', label: 'sandbox' },
  { key: 'changelog', label: 'changelog' },
];

function atLeast(rating: Rating | null, floor: Rating): boolean {
  return rating !== null && rating >= floor;
}

function atMost(rating: Rating | null, ceiling: Rating): boolean {
  return rating !== null && rating <= ceiling;
}
