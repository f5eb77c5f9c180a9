/** Stable: other programs go by these. */
export type FindingCode =
  | 'wrong-token'
  | 'missing-scope'
  | 'not-installed'
  | 'property-missing'
  | 'property-changed'
  | 'option-missing'
  | 'newer-installation'
  | 'pipeline-missing'
  | 'list-missing'
  | 'clock-off'
  | 'limit-low'
  | 'verdict-differs'
  | 'keeps-changing'
  | 'not-writable'
  | 'unknown-profile-version'
  | 'superseded-profile-version'
  | 'newer-rules'
  | 'unjudgeable'
  | 'unreadable-value'
  | 'deal-differs'
  | 'deal-without-company';

/** Something that the doctor found. */
export interface Finding {
  code: FindingCode;
  /** A note is worth knowing, and leaves the portal healthy. */
  weight: 'fault' | 'note';
  /** What is the matter and what to do next. */
  message: string;
  /** How many records or properties it is about. */
  count: number;
  /** The first ten of them, by name. */
  examples: string[];
  /** How many of them this run put right. */
  repaired: number;
}

/** Names of a finding that are kept: a portal may have twenty thousand. */
const EXAMPLES = 10;

export function fault(code: FindingCode, message: string, names: readonly string[] = []): Finding {
  const count = Math.max(1, names.length);
  return { code, weight: 'fault', message, count, examples: names.slice(0, EXAMPLES), repaired: 0 };
}

export function note(code: FindingCode, message: string, names: readonly string[] = []): Finding {
  return { ...fault(code, message, names), weight: 'note' };
}

/** Names that are counted one by one, of which the first ten are kept. */
export interface Tally {
  count: number;
  examples: string[];
}

export function count(tally: Tally, name: string): void {
  tally.count += 1;
  if (tally.examples.length < EXAMPLES) tally.examples.push(name);
}
