import { dayInWords } from './day-in.ts';
import type { Artifact, Facts } from './facts.ts';
import { checkFieldName, fieldsOf, sameValue } from './fields.ts';
import { PARTNER_TYPES } from './partner-types.ts';
import type { Profile } from './profile.ts';
import { type Rating, type Ratings, ratingOf } from './ratings.ts';
import { INSPECTION_DAYS, type LastChanges, isOlderThan } from './recheck.ts';
import { type Scorecard, checkAnswer } from './scorecard.ts';

/** A check that ratings or facts give a reason to run, or to run again. It never changes the verdict. */
export interface Suspicion {
  check: string;
  reason: string;
  /**
   * - `suspected`: the check is open
   * - `look-again`: it is clear, and what it looks at is newer than that, or an inspection has run out. It stays clear
   *   until a person changes it
   */
  kind: 'suspected' | 'look-again';
}

/** Below this many shared customers, one company asking raises a suspicion. Our value, not the guide's. */
export const FEW_SHARED_CUSTOMERS = 5;

interface Signs {
  ratings: Ratings;
  profile: Profile;
  facts: Facts;
  asOf: string;
}

/** One way in which a check becomes suspect. */
interface Rule {
  /** The fields that it looks at: ratings and facts. It says nothing unless the profile asks all of them. */
  looksAt: readonly string[];
  /** Only in profiles of service types. */
  isOfServices?: true;
  /** It speaks because time has passed, whatever changed. */
  runsOut?: true;
  /** Gives the reason, or null. Null too where a rating or fact is unknown. */
  reason: (signs: Signs) => string | null;
}

const RULES_OF_SUSPICION: Readonly<Record<string, readonly Rule[]>> = {
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
        const missing = INSPECTED.filter(({ key }) => !facts.artifacts.includes(key));
        return missing.length > 0 ? `Not seen: ${missing.map(({ label }) => label).join(', ')}.` : null;
      },
    },
    {
      looksAt: ['artifacts_checked_at'],
      runsOut: true,
      reason: ({ facts: { artifactsCheckedAt }, asOf }) =>
        artifactsCheckedAt !== null && isOlderThan(INSPECTION_DAYS, artifactsCheckedAt, asOf)
          ? `The artifacts were last inspected on ${dayInWords(artifactsCheckedAt)}, over ${INSPECTION_DAYS} days ago.`
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
      looksAt: ['contacts'],
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

/**
 * The checks worth running first, by uncapped ratings and facts. A flagged check is not suspected, and a clear one only
 * where something has happened since.
 *
 * @param changes per field, its last change. A clear check whose change is not among them counts as cleared after everything
 * @param asOf today, `YYYY-MM-DD`
 *
 * Source: partner ICP guide, "Anti-patterns: partners that look good and are not".
 */
export function suspicions(
  scorecard: Pick<Scorecard, 'ratings' | 'checks'>,
  profile: Profile,
  facts: Facts,
  changes: LastChanges,
  asOf: string,
): Suspicion[] {
  const signs: Signs = { ratings: scorecard.ratings, profile, facts, asOf };
  const found: Suspicion[] = [];
  for (const { key } of profile.checks) {
    const { state } = checkAnswer(scorecard, key);
    if (state === 'flagged') continue;
    for (const rule of rulesOf(key)) {
      const reason = rule.reason(signs);
      if (reason === null || !isAsked(rule, profile)) continue;
      const again = state === 'clear' ? reasonToLookAgain(rule, reason, key, changes) : null;
      if (state === 'clear' && again === null) continue;
      found.push({ check: key, reason: again ?? reason, kind: again === null ? 'suspected' : 'look-again' });
      break;
    }
  }
  return found;
}

/** Whether any rating or fact that the profile asks can ever point to the check. */
export function canBeSuspected(check: string, profile: Profile): boolean {
  return rulesOf(check).some((rule) => !rule.looksAt.includes(CONTACTS) && isAsked(rule, profile));
}

/** The last changes of a draft: what differs from the stored scorecard has not been saved, and counts as the newest. */
export function changesOfDraft(
  changes: LastChanges,
  stored: Scorecard,
  draft: Scorecard,
  profile: Profile,
  asOf: string,
): LastChanges {
  const edited = fieldsOf(profile).filter((field) => !sameValue(field.get(stored), field.get(draft)));
  const unsaved = { at: END_OF_TIME, on: asOf };
  return { ...changes, ...Object.fromEntries(edited.map(({ name }) => [name, unsaved])) };
}

const END_OF_TIME = '9999-12-31T23:59:59Z';

/** People at the partner are no field of a scorecard, and no profile asks for them. */
const CONTACTS = 'contacts';

/** Null while nothing that the rule looks at is newer than the clear. */
function reasonToLookAgain(
  { looksAt, runsOut }: Rule,
  reason: string,
  check: string,
  changes: LastChanges,
): string | null {
  if (runsOut) return reason;
  const cleared = changes[checkFieldName(check)];
  if (cleared === undefined) return null;
  const isNewer = looksAt.some((field) => Date.parse(changes[field]?.at ?? '') > Date.parse(cleared.at));
  return isNewer ? `${reason} This is newer than the clear of ${dayInWords(cleared.on)}.` : null;
}

function rulesOf(check: string): readonly Rule[] {
  return (Object.hasOwn(RULES_OF_SUSPICION, check) ? RULES_OF_SUSPICION[check] : undefined) ?? [];
}

/** A rating or fact that the profile does not ask may be left over from another type. */
function isAsked({ looksAt, isOfServices }: Rule, profile: Profile): boolean {
  if (isOfServices && !isService(profile)) return false;
  return looksAt.every(
    (field) =>
      field === CONTACTS ||
      profile.dimensions.some(({ key }) => key === field) ||
      profile.facts.some((name) => name === field),
  );
}

function isService({ type }: Profile): boolean {
  return PARTNER_TYPES.some(({ key, category }) => key === type && category === 'service');
}

function atLeast(rating: Rating | null, floor: Rating): boolean {
  return rating !== null && rating >= floor;
}

function atMost(rating: Rating | null, ceiling: Rating): boolean {
  return rating !== null && rating <= ceiling;
}
