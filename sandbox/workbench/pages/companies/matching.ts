import type { Company } from '../crm-objects.ts';
import { matcherFor, type Filter } from './filters.ts';
import type { ListState } from './list-state.ts';

function nameMatcher(words: string): (company: Company) => boolean {
  const wanted = words.trim().toLowerCase();
  return ({ properties }) => (properties['name'] ?? '').toLowerCase().includes(wanted);
}

/** The companies that fit view, filters and search. */
export function matchingCompanies(
  companies: readonly Company[],
  { view, asked, words }: Pick<ListState, 'view' | 'asked' | 'words'>,
  today: string,
): Company[] {
  const matches = [matcherFor(view.asked, today), matcherFor(asked, today), nameMatcher(words)];
  return companies.filter((company) => matches.every((match) => match(company)));
}

/**
 * How many companies each term of a filter would find, under the view, the search and the other filters.
 *
 * @returns counts by term
 */
export function countTerms(
  companies: readonly Company[],
  { key }: Filter,
  terms: readonly string[],
  { view, asked, words }: Pick<ListState, 'view' | 'asked' | 'words'>,
  today: string,
): Readonly<Record<string, number>> {
  const { [key]: _, ...others } = asked;
  const within = matchingCompanies(companies, { view, asked: others, words }, today);
  return Object.fromEntries(
    terms.map((term) => [term, within.filter(matcherFor({ [key]: [term] }, today)).length]),
  );
}
