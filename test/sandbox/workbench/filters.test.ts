import { PARTNER_TYPES } from '../../../src/icp/partner-types.ts';
import {
  FILTERS,
  matcherFor,
  type Asked,
  PARTNER_CATEGORIES,
} from '../../../sandbox/workbench/pages/companies/filters.ts';
import { countTerms } from '../../../sandbox/workbench/pages/companies/matching.ts';
import { ALL as ALL_VIEW } from '../../../sandbox/workbench/pages/companies/saved-views.ts';

const TODAY = '2026-11-22';

const PARTNERS: Record<string, Record<string, string>> = {
  taskbridge: { ipp_lane: 'deep', ipp_clearance: 'pending', ipp_total: '430', ipp_review_due: '2026-11-22' },
  ledgerlane: { ipp_lane: 'deep', ipp_clearance: 'cleared', ipp_total: '440', ipp_review_due: '2027-11-04' },
  grandview: { ipp_lane: 'fast', ipp_clearance: 'not-required', ipp_total: '280' },
  pipekite: { ipp_lane: 'undecided' },
  hexworth: { ipp_partner_type: 'broker-agent' },
  ilverton: { ipp_partner_type: 'distributor' },
  harbor: {},
};

const ALL = Object.keys(PARTNERS);

function found(asked: Asked): string[] {
  const matches = matcherFor(asked, TODAY);
  return Object.keys(PARTNERS).filter((id) => matches({ id, properties: PARTNERS[id] ?? {} }));
}

test.each<[string, Asked, string[]]>([
  ['nothing asked finds everybody', {}, ALL],
  ['one value', { lane: ['deep'] }, ['taskbridge', 'ledgerlane']],
  ['two values of one filter: either', { lane: ['fast', 'undecided'] }, ['grandview', 'pipekite']],
  ['two filters: both', { lane: ['deep'], clearance: ['cleared'] }, ['ledgerlane']],
  ['no value', { lane: [''] }, ['hexworth', 'ilverton', 'harbor']],
  ['a value or none', { lane: ['fast', ''] }, ['grandview', 'hexworth', 'ilverton', 'harbor']],
  ['a total from, the end included', { total: ['430..'] }, ['taskbridge', 'ledgerlane']],
  ['a total from and to', { total: ['280..430'] }, ['taskbridge', 'grandview']],
  ['a total up to is no match for a company without one', { total: ['..300'] }, ['grandview']],
  [
    'a range or no value',
    { total: ['..300', ''] },
    ['grandview', 'pipekite', 'hexworth', 'ilverton', 'harbor'],
  ],
  ['a category finds every type in it', { category: ['channel'] }, ['hexworth']],
  ['a category that nobody is in', { category: ['marketing', 'service'] }, []],
  ['a category and a type: both', { category: ['channel'], type: ['reseller'] }, []],
  [
    'no type, under the category',
    { category: [''] },
    ['taskbridge', 'ledgerlane', 'grandview', 'pipekite', 'harbor'],
  ],
  ['a review is due on its day', { review: ['due'] }, ['taskbridge']],
  ['before a day leaves that day out', { review: ['..2027-11-04'] }, ['taskbridge']],
  ['an unknown value finds nobody', { lane: ['gold'] }, []],
])('%s', (_, asked, expected) => {
  expect(found(asked)).toEqual(expected);
});

test('every type that a company may have is in one category', () => {
  const types = PARTNER_CATEGORIES.flatMap(({ types: ofCategory }) => ofCategory);

  expect([...types].sort()).toEqual(PARTNER_TYPES.map(({ key }) => key).sort());
  for (const { value, types: ofCategory } of PARTNER_CATEGORIES)
    expect(ofCategory).toEqual(
      PARTNER_TYPES.filter(({ category }) => category === value).map(({ key }) => key),
    );
});

test('terms are counted under the other filters and the search, not under their own', () => {
  const companies = Object.entries(PARTNERS).map(([id, properties]) => ({
    id,
    properties: { ...properties, name: id },
  }));
  const lane = FILTERS.find(({ key }) => key === 'lane');
  const state = { view: ALL_VIEW, words: 'e', asked: { lane: ['fast'], clearance: ['pending', 'cleared'] } };

  expect(lane && countTerms(companies, lane, ['deep', 'fast', ''], state, TODAY)).toEqual({
    ...{ deep: 2, fast: 0, '': 0 },
  });
});

test('a multi-select matches by each of its values', () => {
  const matches = matcherFor({ type: ['oem'] }, TODAY);

  expect(matches({ id: '1', properties: { ipp_partner_type: 'reseller;oem' } })).toBe(true);
});
