import type { Property } from '../../../sandbox/workbench/pages/crm-objects.ts';
import { sortCompanies } from '../../../sandbox/workbench/pages/companies/sort-companies.ts';
import { choice, NUMBER, property } from './partner-properties.ts';

function sorted(by: Property, values: string[], isDescending = false): string[] {
  const companies = values.map((value, index) => ({
    id: String(index),
    properties: { [by.name]: value, name: by.name === 'name' ? value : `Company ${index}` },
  }));
  const found = sortCompanies(companies, by, isDescending, (_, value) => value);
  return found.map(({ properties }) => properties[by.name] ?? '');
}

const lane = choice('ipp_lane', 'Lane', { deep: 'Deep', fast: 'Fast lane', pass: 'No lane' });
const total = property('ipp_total', 'Total', NUMBER);
const due = property('ipp_review_due', 'Review due', { type: 'date', fieldType: 'date' });

test('numbers stand by size, not by their digits', () => {
  expect(sorted(total, ['430', '99', '280'])).toEqual(['99', '280', '430']);
});

test('options stand in their own order, values that are no option any more behind them', () => {
  expect(sorted(lane, ['pass', 'gold', 'deep', 'fast'])).toEqual(['deep', 'fast', 'pass', 'gold']);
});

test('texts ignore case and read numbers in them', () => {
  expect(sorted(property('name', 'Name'), ['b 10', 'B 9', 'a'])).toEqual(['a', 'B 9', 'b 10']);
});

test('days stand by time', () => {
  expect(sorted(due, ['2027-01-01', '2026-11-22'])).toEqual(['2026-11-22', '2027-01-01']);
});

test.each([false, true])('companies without a value come last (falling: %s)', (isDescending) => {
  expect(sorted(total, ['', '430', '', '280'], isDescending).slice(2)).toEqual(['', '']);
});

test('companies that are equal keep their order, rising and falling', () => {
  const equal = ['a', 'b', 'c'].map((id) => ({ id, properties: { ipp_total: '430' } }));

  for (const isDescending of [false, true])
    expect(sortCompanies(equal, total, isDescending, (_, value) => value)).toEqual(equal);
});
