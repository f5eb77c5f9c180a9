import type { CountedFact } from '../../../src/contract/facts.ts';
import { checkFieldName } from '../../../src/icp/fields.ts';
import { type Profile, inSentence } from '../../../src/icp/profile.ts';

/** A fact from the CRM. */
export type FactKey = CountedFact | 'contacts';

/**
 * The facts that speak to a question or check, by its key. A profile that asks none of these shows none.
 *
 * Source: partner ICP guide, "Customer overlap" and "Anti-patterns"; ideal partner profile guide, "The people".
 */
const SPEAKS_TO: Readonly<Record<string, readonly FactKey[]>> = {
  customer_overlap: ['shared-customers', 'companies-asking'],
  people: ['contacts'],
  'single-prospect-request': ['companies-asking', 'shared-customers'],
  'enthusiastic-contact': ['contacts'],
};

export function factsSpeakingTo(question: string): readonly FactKey[] {
  return (Object.hasOwn(SPEAKS_TO, question) ? SPEAKS_TO[question] : undefined) ?? [];
}

/** Where the sentence of a fact belongs first: the evidence of a question, else the note on a check. */
export interface EvidencePlace {
  fact: FactKey;
  /** The name of the field. */
  field: string;
  /** `customer overlap`, `the note on enthusiastic contact` */
  where: string;
}

/** One place for each fact that the profile asks about. */
export function evidencePlaces({ dimensions, checks }: Profile): EvidencePlace[] {
  const places = [
    ...dimensions.map(({ key, label }) => ({ key, field: `${key}_evidence`, where: inSentence(label) })),
    ...checks.map(({ key, label }) => ({
      key,
      field: `${checkFieldName(key)}_note`,
      where: `the note on ${inSentence(label)}`,
    })),
  ];
  const first = new Map<FactKey, EvidencePlace>();
  for (const { key, ...place } of places)
    for (const fact of factsSpeakingTo(key)) if (!first.has(fact)) first.set(fact, { fact, ...place });
  return [...first.values()];
}
