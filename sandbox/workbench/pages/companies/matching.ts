import type { Company } from '../crm-objects.ts';
import { matcherFor, type Filter } from './filters.ts';
import type { ListState } from './list-state.ts';
import type { SavedView } from './saved-views.ts';

/** Ids of the companies in lists of the portal, by the name of the list. */
export type Members = Readonly<Record<string, ReadonlySet<string>>>;

/** Whether a company is in a view. */
export function viewMatcher(
  { asked, list }: SavedView,
  members: Members,
  today: string,
): (company: Company) => boolean {
  const fits = matcherFor(asked, today);
  return (company) => (list === undefined || members[list]?.has(company.id) === true) && fits(company);
}

function nameMatcher(words: string): (company: Company) => boolean {
  const wanted = words.trim().toLowerCase();
  return ({ properties }) => (properties['name'] ?? '').toLowerCase().includes(wanted);
}

/** The companies that fit view, filters and search. */
export function matchingCompanies(
  companies: readonly Company[],
  { view, asked, words }: Pick<ListState, 'view' | 'asked' | 'words'>,
  today: string,
  members: Members = {},
): Company[] {
  const matches = [viewMatcher(view, members, today), matcherFor(asked, today), nameMatcher(words)];
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
  members: Members = {},
): Readonly<Record<string, number>> {
  const { [key]: _, ...others } = asked;
  const within = matchingCompanies(companies, { view, asked: others, words }, today, members);
  return Object.fromEntries(
    terms.map((term) => [term, within.filter(matcherFor({ [key]: [term] }, today)).length]),
  );
}
