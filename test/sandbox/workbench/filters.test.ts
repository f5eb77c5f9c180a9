import { matcherFor, type Asked } from '../../../src/sandbox/workbench/page/companies/filters.ts';

const TODAY = '2026-11-22';

const PARTNERS: Record<string, Record<string, string>> = {
  taskbridge: { ipp_lane: 'deep', ipp_clearance: 'pending', ipp_total: '430', ipp_review_due: '2026-11-22' },
  ledgerlane: { ipp_lane: 'deep', ipp_clearance: 'cleared', ipp_total: '440', ipp_review_due: '2027-11-04' },
  grandview: { ipp_lane: 'fast', ipp_clearance: 'not-required', ipp_total: '280' },
  pipekite: { ipp_lane: 'undecided' },
  harbor: {},
};

function found(asked: Asked): string[] {
  const matches = matcherFor(asked, TODAY);
  return Object.keys(PARTNERS).filter((id) => matches({ id, properties: PARTNERS[id] ?? {} }));
}

test.each<[string, Asked, string[]]>([
  ['nothing asked finds everybody', {}, ['taskbridge', 'ledgerlane', 'grandview', 'pipekite', 'harbor']],
  ['one value', { lane: ['deep'] }, ['taskbridge', 'ledgerlane']],
  ['two values of one filter: either', { lane: ['fast', 'undecided'] }, ['grandview', 'pipekite']],
  ['two filters: both', { lane: ['deep'], clearance: ['cleared'] }, ['ledgerlane']],
  ['no value', { lane: [''] }, ['harbor']],
  ['a value or none', { lane: ['fast', ''] }, ['grandview', 'harbor']],
  ['a total from, the end included', { total: ['430..'] }, ['taskbridge', 'ledgerlane']],
  ['a total from and to', { total: ['280..430'] }, ['taskbridge', 'grandview']],
  ['a total up to is no match for a company without one', { total: ['..300'] }, ['grandview']],
  ['a range or no value', { total: ['..300', ''] }, ['grandview', 'pipekite', 'harbor']],
  ['a review is due on its day', { review: ['due'] }, ['taskbridge']],
  ['before a day leaves that day out', { review: ['..2027-11-04'] }, ['taskbridge']],
  ['an unknown value finds nobody', { lane: ['gold'] }, []],
])('%s', (_, asked, expected) => {
  expect(found(asked)).toEqual(expected);
});

test('a multi-select matches by each of its values', () => {
  const matches = matcherFor({ type: ['oem'] }, TODAY);

  expect(matches({ id: '1', properties: { ipp_partner_type: 'reseller;oem' } })).toBe(true);
});
