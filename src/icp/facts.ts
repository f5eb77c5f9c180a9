/** What can be inspected before a build. Source: partner ICP guide, "Technical readiness". */
export const ARTIFACTS = [
  { key: 'api-docs', label: 'Public API docs' },
  { key: 'developer-portal', label: 'Developer portal' },
  { key: 'sandbox', label: 'Sandbox' },
  { key: 'changelog', label: 'Changelog' },
  { key: 'path-to-production', label: 'Path to production' },
] as const;

export type Artifact = (typeof ARTIFACTS)[number]['key'];

/**
 * The facts that people fill in, by the names of their fields. A profile lists in `facts` those that its checks look at.
 * Contacts are not among them: they come from the CRM.
 */
export const FACT_NAMES = [
  'artifacts',
  'artifacts_checked_at',
  'shared_customers',
  'companies_asking',
  'overlap_as_of',
] as const;

export type FactName = (typeof FACT_NAMES)[number];

/** What is known about a partner without judging it. Null is unknown. Facts never enter the verdict. */
export interface Facts {
  /** The artifacts that were seen. An empty list means "inspected, none found" only when `artifactsCheckedAt` is set. */
  artifacts: readonly Artifact[];
  /** The day they were inspected, `YYYY-MM-DD`. */
  artifactsCheckedAt: string | null;
  /** Customers known to use both products. */
  sharedCustomers: number | null;
  /** Distinct companies that asked for the integration. */
  companiesAsking: number | null;
  /** The day of the overlap count, `YYYY-MM-DD`. */
  overlapAsOf: string | null;
  /** The people known at the partner. Null when unknown. */
  contacts: { count: number; sponsors: number } | null;
}

export const NO_FACTS: Facts = {
  artifacts: [],
  artifactsCheckedAt: null,
  sharedCustomers: null,
  companiesAsking: null,
  overlapAsOf: null,
  contacts: null,
};
