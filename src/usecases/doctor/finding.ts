import { CrmError, isForbidden } from '../../crm/client/errors.ts';

/** Stable: other programs depend on them. */
export type FindingCode =
  | 'wrong-token'
  | 'missing-scope'
  | 'forbidden'
  | 'not-installed'
  | 'property-missing'
  | 'property-changed'
  | 'property-foreign'
  | 'record-missing'
  | 'zone-changed'
  | 'zone-unknown'
  | 'option-missing'
  | 'label-outdated'
  | 'newer-installation'
  | 'pipeline-missing'
  | 'list-missing'
  | 'list-behind'
  | 'clock-off'
  | 'limit-low'
  | 'verdict-differs'
  | 'keeps-changing'
  | 'not-writable'
  | 'unknown-profile-version'
  | 'superseded-profile-version'
  | 'home-unreachable'
  | 'entry-edited'
  | 'entry-missing'
  | 'profile-unnamed'
  | 'profile-review-due'
  | 'profile-draft-old'
  | 'scorecard-draft-old'
  | 'source-missing'
  | 'source-wrong-type'
  | 'source-stage-missing'
  | 'newer-rules'
  | 'unjudgeable'
  | 'unreadable-value'
  | 'decision-unreadable'
  | 'decision-quarter-unreadable'
  | 'decision-incomplete'
  | 'decision-outside'
  | 'slots-over'
  | 'not-read'
  | 'search-behind'
  | 'deal-differs'
  | 'deal-not-writable'
  | 'deal-without-company';

export interface Finding {
  code: FindingCode;
  /** A note leaves the portal healthy. */
  weight: 'fault' | 'note';
  /** What is wrong and what to do next. */
  message: string;
  /** How many records or properties it is about. */
  count: number;
  /** The first ten of them, by name. */
  examples: string[];
  /** How many of them this run repaired. */
  repaired: number;
}

/** Names kept per finding: a portal may have twenty thousand. */
const EXAMPLES = 10;

export function fault(code: FindingCode, message: string, names: readonly string[] = []): Finding {
  const count = Math.max(1, names.length);
  return { code, weight: 'fault', message, count, examples: names.slice(0, EXAMPLES), repaired: 0 };
}

export function note(code: FindingCode, message: string, names: readonly string[] = []): Finding {
  return { ...fault(code, message, names), weight: 'note' };
}

/** Counts names and keeps the first ten. */
export interface Tally {
  count: number;
  examples: string[];
}

export function count(tally: Tally, name: string): void {
  tally.count += 1;
  if (tally.examples.length < EXAMPLES) tally.examples.push(name);
}

/**
 * Runs a part of the examination; a token that may not is a finding.
 *
 * @returns null when the token may not
 * @throws CrmError for any other failure
 */
export async function ifAllowed<Result>(
  findings: Finding[],
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    const isWrongToken = error instanceof CrmError && error.code === 'wrong-token';
    if (!isWrongToken && !isForbidden(error)) throw error;
    noteRefusal(findings, error);
    return null;
  }
}

export function noteRefusal(findings: Finding[], { code, message }: CrmError): void {
  const named = code === 'wrong-token' || code === 'forbidden' ? code : 'missing-scope';
  addFindings(findings, [fault(named, message)]);
}

/** Adds findings, each message once: a scope that several calls need is one finding. */
export function addFindings(findings: Finding[], more: readonly Finding[]): void {
  for (const finding of more)
    if (!findings.some(({ message }) => message === finding.message)) findings.push(finding);
}
