import { inSentence } from './profile.ts';

/** What a change of a profile is about, in the order in which it is shown. */
export const DIFFERENCE_PARTS = {
  weights: 'Weights',
  floors: 'Floors',
  minimums: 'Minimums for Deep',
  evidence: 'Evidence',
  checks: 'Checks',
  dimensions: 'Dimensions',
  texts: 'Texts',
} as const;

export type DifferencePart = keyof typeof DIFFERENCE_PARTS;

/** One thing that differs between two profiles. */
export interface Difference {
  part: DifferencePart;
  /** What it is, for people: `Customer overlap`. */
  what: string;
  /** Null where the first profile has no such thing. */
  from: string | null;
  /** Null where the second one has none. */
  to: string | null;
}

/** `Weights: customer overlap 30 -> 40, strategic fit 5 -> 10`, a line a part; each text has a line of its own. */
export function differenceLines(differences: readonly Difference[]): string[] {
  return Object.entries(DIFFERENCE_PARTS).flatMap(([part, title]) => {
    const own = differences.filter((difference) => difference.part === part);
    if (own.length === 0) return [];
    if (part === 'texts') return own.map((text) => `${text.what}: ${changeOf(text, quoted)}`);
    // lanes keep their capital
    const named = ({ what }: Difference) => (part === 'floors' ? what : inSentence(what));
    return [`${title}: ${own.map((one) => `${named(one)} ${changeOf(one, String)}`).join(', ')}`];
  });
}

function changeOf({ from, to }: Difference, written: (text: string) => string): string {
  return `${from === null ? 'none' : written(from)} -> ${to === null ? 'none' : written(to)}`;
}

function quoted(text: string): string {
  return `"${text}"`;
}

/** The difference of two values as a list of none or one. */
export function between(part: DifferencePart, what: string, from: Value, to: Value): Difference[] {
  const [before, after] = [textOf(from), textOf(to)];
  return before === after ? [] : [{ part, what, from: before, to: after }];
}

/** Undefined: there is no such thing. */
export type Value = string | number | undefined;

function textOf(value: Value): string | null {
  return value === undefined ? null : String(value);
}

/** What both have in the order of the second, then what only the first has. */
export function pairsByKey<Keyed extends { key: string }>(
  from: readonly Keyed[],
  to: readonly Keyed[],
): (readonly [Keyed | undefined, Keyed] | readonly [Keyed, undefined])[] {
  return [
    ...to.map((other) => [from.find(({ key }) => key === other.key), other] as const),
    ...from
      .filter(({ key }) => !to.some((other) => other.key === key))
      .map((one) => [one, undefined] as const),
  ];
}
