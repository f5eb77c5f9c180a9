import { useMemo } from 'react';
import type { Company, Property } from '../crm-objects.ts';
import { today, valueText } from '../portal.ts';
import type { ListState } from './list-state.ts';
import { matchingCompanies, viewMatcher } from './matching.ts';
import { SAVED_VIEWS } from './saved-views.ts';
import { sortCompanies } from './sort-companies.ts';
import type { Listed } from './use-companies.ts';

/** Rows of one page: as many as a browser draws without a pause. */
export const ROWS = 50;

export interface Selection {
  /** What matches, sorted. */
  found: readonly Company[];
  /** The part of it on the current page. */
  shown: readonly Company[];
  page: number;
  pageCount: number;
  /** How many companies each view has, by its id. */
  counts: Readonly<Record<string, number>>;
  /** Of the columns asked for, those whose properties exist. */
  columns: readonly Property[];
}

/** Sorting costs most, so all companies are sorted, and only when they or the order change. */
export function useSelection({ companies, properties, members }: Listed, state: ListState): Selection {
  const { view, words, asked, sort } = state;
  const day = today();
  const counts = useMemo(
    () =>
      Object.fromEntries(
        SAVED_VIEWS.map((each) => [each.id, companies.filter(viewMatcher(each, members, day)).length]),
      ),
    [companies, members, day],
  );
  const name = properties.get('name');
  const byName = useMemo(
    () => (name ? sortCompanies(companies, name, false, valueText) : companies),
    [companies, name],
  );
  const sortedBy = properties.get(sort.property) ?? name;
  // Sorts the list by name again, which orders equal ones: comparing texts costs most.
  const sorted = useMemo(
    () => (sortedBy ? sortCompanies(byName, sortedBy, sort.isDescending, valueText) : byName),
    [byName, sortedBy, sort.isDescending],
  );
  const found = useMemo(
    () => matchingCompanies(sorted, { view, asked, words }, day, members),
    [sorted, view, asked, words, day, members],
  );
  const pageCount = Math.max(1, Math.ceil(found.length / ROWS));
  const page = Math.min(state.page, pageCount);
  const shown = found.slice((page - 1) * ROWS, page * ROWS);
  const names = state.columns.join(',');
  // The same array until columns change, so that memoised rows are not drawn again.
  const columns = useMemo(
    () => names.split(',').flatMap((each) => properties.get(each) ?? []),
    [properties, names],
  );
  return { found, shown, page, pageCount, counts, columns };
}
