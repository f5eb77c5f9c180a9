import fc from 'fast-check';
import {
  DEFAULT_COLUMNS,
  inView,
  listHref,
  parseListState,
} from '../../../sandbox/workbench/pages/companies/list-state.ts';
import { SAVED_VIEWS } from '../../../sandbox/workbench/pages/companies/saved-views.ts';

const parse = (query: string) => parseListState(new URLSearchParams(query));

test('an address without a query is every company by name, under the usual columns', () => {
  const state = parse('');

  expect(state.view.title).toBe('All');
  expect(state.sort).toEqual({ property: 'name', isDescending: false });
  expect(state.columns).toEqual(DEFAULT_COLUMNS);
  expect(listHref(state)).toBe('/companies');
});

test('what an address says and nobody understands is left out', () => {
  const state = parse(
    'view=gold&category=gold&total=many&review=soon&sort=..%2F&columns=%3Cb%3E&page=-3&colour=red',
  );

  expect(listHref(state)).toBe('/companies');
});

test('every list comes back from its own address', () => {
  const name = fc.constantFrom('name', 'ipp_lane', 'ipp_total', 'city');
  const lists = fc.record({
    view: fc.constantFrom(...SAVED_VIEWS),
    words: fc.string(),
    asked: fc.record(
      {
        lane: fc.uniqueArray(fc.string(), { minLength: 1 }),
        category: fc.uniqueArray(fc.constantFrom('channel', 'marketing', ''), { minLength: 1 }),
        total: fc.uniqueArray(fc.constantFrom('250..379', '..10', '5..', ''), { minLength: 1 }),
        review: fc.uniqueArray(fc.constantFrom('due', '..2026-12-01', ''), { minLength: 1 }),
      },
      { requiredKeys: [] },
    ),
    sort: fc.record({ property: name, isDescending: fc.boolean() }),
    columns: fc.uniqueArray(name).map((names) => [...new Set(['name', ...names])]),
    page: fc.integer({ min: 1, max: 400 }),
  });
  fc.assert(
    fc.property(lists, (list) => {
      expect(parse(new URL(listHref(list), 'http://here').search)).toEqual(list);
    }),
  );
});

test('a view brings its own columns, unless others were chosen', () => {
  const waiting = SAVED_VIEWS.find(({ title }) => title === 'Waiting') ?? SAVED_VIEWS[0];
  if (waiting === undefined) throw new Error('There is no view.');

  const there = inView(parse('page=3'), waiting);
  expect(there.columns).toContain('ipp_decision_quarter');
  expect(listHref(there)).toBe('/companies?view=waiting');
  expect(parse('view=waiting')).toEqual(there);
  expect(listHref(inView(there, parse('').view))).toBe('/companies');

  expect(inView(parse('columns=city'), waiting).columns).toEqual(['name', 'city']);
});
