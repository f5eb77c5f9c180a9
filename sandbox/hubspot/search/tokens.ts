import type { Switches } from '../switches.ts';

type Folding = Pick<Switches, 'searchAccents' | 'searchNormalises'>;
type Splitting = Folding & Pick<Switches, 'apostropheSplitsTokens'>;

/** A text in the form in which the search compares it: small letters, and what the switches say of accents. */
export function foldedText(text: string, { searchAccents, searchNormalises }: Folding): string {
  const lower = text.toLowerCase();
  if (searchAccents === 'folded') return lower.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
  return searchNormalises ? lower.normalize('NFC') : lower;
}

/** The words of a text that CONTAINS_TOKEN and the query of a search compare. */
export function tokensOf(text: string, switches: Splitting): readonly string[] {
  const between = switches.apostropheSplitsTokens ? /[^\p{L}\p{M}\p{N}]+/u : /[^\p{L}\p{M}\p{N}'’]+/u;
  return foldedText(text, switches)
    .split(between)
    .map((token) => token.replaceAll(/^['’]+|['’]+$/gu, ''))
    .filter((token) => token !== '');
}
