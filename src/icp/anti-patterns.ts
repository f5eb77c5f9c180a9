import { FACT_NAMES, type FactName } from './facts.ts';
import type { CheckDefinition } from './profile.ts';

/** The texts of a check. They are the same in every profile unless the profile changes them. */
export type CheckTexts = Omit<CheckDefinition, 'caps'>;

/**
 * The five ways in which a partner looks good and is not. The texts are ours.
 *
 * Source: partner ICP guide, "Anti-patterns: partners that look good and are not".
 */
export const ANTI_PATTERNS: readonly CheckTexts[] = [
  {
    key: 'vanity-logo',
    label: 'Vanity logo',
    looksLike: 'A famous name that everybody would like to show on the website.',
    whyItFails:
      'A known name says nothing about shared use. If few customers run both products, nobody switches it on.',
    asks: ['Get usage figures: how many of our customers work with both products today?'],
  },
  {
    key: 'competitor-in-disguise',
    label: 'Competitor in disguise',
    looksLike: 'Many shared customers, and a product that sits close to ours.',
    whyItFails: 'Connecting two products for one job keeps our customers half with a rival.',
    asks: ['Draw the workflow step by step: does their product complete it, or compete for it?'],
  },
  {
    key: 'single-prospect-request',
    label: 'Single-prospect request',
    looksLike: 'One deal wants the integration, and it sounds like demand.',
    whyItFails: 'One request is one request. Demand shows when several accounts name the same need.',
    asks: ['Find the same request in other deals, renewals or churn talks, and name them.'],
  },
  {
    key: 'dead-api',
    label: 'Dead API',
    looksLike: 'Polished partner pages in front of thin developer pages.',
    whyItFails: 'What the docs leave out comes back as weeks of waiting for answers by mail.',
    asks: ['Open the docs, the sandbox and the changelog yourself, and note the day.'],
  },
  {
    key: 'enthusiastic-contact',
    label: 'Enthusiastic contact',
    looksLike: 'One person who is all for it, and nobody behind them.',
    whyItFails: 'When that person moves on, nobody inherits the work.',
    asks: [
      'Who owns the partnership on their side, by name?',
      'Is there a partner program that runs today?',
      'Is the process from first call to launch written down?',
    ],
  },
];

/** The texts of a check. An unknown check takes its label from its key and asks for a note. */
export function checkTexts(key: string): CheckTexts {
  const own = ANTI_PATTERNS.find((pattern) => pattern.key === key);
  if (own !== undefined) return own;
  const words = key.replaceAll('-', ' ');
  return {
    key,
    label: words.charAt(0).toUpperCase() + words.slice(1),
    looksLike: '',
    whyItFails: '',
    asks: ['Write down what was looked at and what was found.'],
  };
}

/** The facts that tell whether a check is worth running (suspicions.ts). Checks without an entry need none. */
const FACTS_OF_CHECKS: Readonly<Record<string, readonly FactName[]>> = {
  'single-prospect-request': ['shared_customers', 'companies_asking', 'overlap_as_of'],
  'dead-api': ['artifacts', 'artifacts_checked_at'],
};

/** The facts that the check looks at, in the order of `FACT_NAMES`. */
export function factsOfCheck(key: string): readonly FactName[] {
  return (Object.hasOwn(FACTS_OF_CHECKS, key) ? FACTS_OF_CHECKS[key] : undefined) ?? [];
}

/** The facts that a profile with these checks asks for, unless it lists its own. In the order of `FACT_NAMES`. */
export function factsOfChecks(checks: readonly { key: string }[]): FactName[] {
  return FACT_NAMES.filter((fact) => checks.some(({ key }) => factsOfCheck(key).includes(fact)));
}
