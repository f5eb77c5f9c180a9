import { FILTERS, isTerm, type Asked } from './filters.ts';
import { TOTALS } from '../total-text.ts';
import { ALL, SAVED_VIEWS, type SavedView } from './saved-views.ts';

/** View, search, filters, order and columns of the list. All of it is in the address. */
export interface ListState {
  view: SavedView;
  words: string;
  /** In addition to the filters of the view. */
  asked: Asked;
  sort: Sort;
  /** Property names, the company's name first. */
  columns: readonly string[];
  /** From 1. */
  page: number;
}

export interface Sort {
  property: string;
  isDescending: boolean;
}

export const DEFAULT_COLUMNS: readonly string[] = [
  'name',
  'ipp_partner_type',
  'ipp_lane',
  'ipp_total',
  'ipp_clearance',
  'ipp_review_due',
  'hubspot_owner_id',
];
/** The columns of a view until somebody chooses others. */
export function usualColumns({ columns = DEFAULT_COLUMNS }: SavedView): readonly string[] {
  return columns;
}

/** The same list in another view: its columns are the view's own, unless others were chosen. */
export function inView(state: ListState, view: SavedView): ListState {
  const isUsual = state.columns.join(',') === usualColumns(state.view).join(',');
  return { ...state, view, columns: isUsual ? usualColumns(view) : state.columns, page: 1 };
}

const DEFAULT_SORT = 'name';
const isPropertyName = (text: string) => /^[a-z][a-z0-9_]*$/.test(text);

/** Reads an address and ignores invalid values. */
export function parseListState(query: URLSearchParams): ListState {
  const sort = query.get('sort') ?? '';
  const property = sort.replace(/^-/, '');
  const columns = (query.get('columns') ?? '').split(',').filter(isPropertyName);
  const view = SAVED_VIEWS.find(({ id }) => id === query.get('view')) ?? ALL;
  return {
    view,
    words: query.get('q') ?? '',
    asked: askedIn(query),
    sort: {
      property: isPropertyName(property) ? property : DEFAULT_SORT,
      isDescending: sort.startsWith('-'),
    },
    columns: columns.length === 0 ? usualColumns(view) : [...new Set(['name', ...columns])],
    page: Math.max(1, Math.trunc(Number(query.get('page'))) || 1),
  };
}

function askedIn(query: URLSearchParams): Asked {
  const entries = FILTERS.map(
    (filter) => [filter.key, query.getAll(filter.key).filter((term) => isTerm(filter, term))] as const,
  );
  return Object.fromEntries(entries.filter(([, terms]) => terms.length > 0));
}

/** The address of a list, without defaults. */
export function listHref({ view, words, asked, sort, columns, page }: ListState): string {
  const query = new URLSearchParams();
  if (view.id !== ALL.id) query.set('view', view.id);
  if (words !== '') query.set('q', words);
  for (const { key } of FILTERS) for (const term of asked[key] ?? []) query.append(key, term);
  const order = (sort.isDescending ? '-' : '') + sort.property;
  if (order !== DEFAULT_SORT) query.set('sort', order);
  if (columns.join(',') !== usualColumns(view).join(',')) query.set('columns', columns.join(','));
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? '/companies' : `/companies?${text}`;
}

/** The properties that showing, filtering and sorting need. */
export function neededProperties({ columns, sort }: ListState): string[] {
  const names = [
    'name',
    ...TOTALS,
    ...SAVED_VIEWS.flatMap(usualColumns),
    ...FILTERS.map(({ property }) => property),
    ...columns,
  ];
  return [...new Set([...names, sort.property])].sort();
}

/** Whether anything beyond the view narrows the list. */
export function isNarrowed({ words, asked }: ListState): boolean {
  return words.trim() !== '' || Object.keys(asked).length > 0;
}
