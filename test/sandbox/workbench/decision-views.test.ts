import { matchingCompanies } from '../../../sandbox/workbench/pages/companies/matching.ts';
import { SAVED_VIEWS } from '../../../sandbox/workbench/pages/companies/saved-views.ts';

const TODAY = '2026-11-22';

function company(id: string, lane: string, clearance: string, decided: Record<string, string> = {}) {
  return { id, properties: { name: id, ipp_lane: lane, ipp_clearance: clearance, ...decided } };
}

const decision = (ipp_decision: string, ipp_decision_quarter: string, ipp_ask_again_on = '') => ({
  ipp_decision,
  ipp_decision_quarter,
  ipp_ask_again_on,
});

const COMPANIES = [
  company('Open', 'deep', 'cleared'),
  company('Unchecked', 'deep', 'pending'),
  company('Now', 'deep', 'cleared', decision('go-deep', '2026-Q4')),
  company('Next', 'deep', 'cleared', decision('go-deep', '2027-Q1')),
  company('Light', 'fast', '', decision('go-light', '2026-Q4')),
  company('Later', 'deep', 'pending', decision('wait', '2026-Q4', '2026-11-23')),
  company('Due', 'deep', 'pending', decision('wait', '2026-Q3', '2026-11-22')),
  company('Declined', 'pass', '', decision('decline', '2026-Q3', '2026-01-31')),
];

function namesIn(title: string, today = TODAY): string[] {
  const view = SAVED_VIEWS.find((each) => each.title === title);
  if (view === undefined) throw new Error(`There is no view ${title}.`);
  return matchingCompanies(COMPANIES, { view, asked: {}, words: '' }, today).map(({ id }) => id);
}

test('companies that are Deep and Cleared wait for a decision until there is one', () => {
  expect(namesIn('Deep and Cleared, no decision')).toEqual(['Open']);
});

test('going deep this quarter follows the day', () => {
  expect(namesIn('Go deep this quarter')).toEqual(['Now']);
  expect(namesIn('Go deep this quarter', '2026-12-31')).toEqual(['Now']);
  expect(namesIn('Go deep this quarter', '2027-01-01')).toEqual(['Next']);
});

test('waiting companies are shown whenever they are asked again, and the day makes them due', () => {
  expect(namesIn('Waiting')).toEqual(['Later', 'Due']);
  expect(namesIn('Ask again due')).toEqual(['Due', 'Declined']);
  expect(namesIn('Ask again due', '2026-11-23')).toEqual(['Later', 'Due', 'Declined']);
});

test('the filter of quarters takes a quarter by name, the one of today, or none', () => {
  const all = { view: SAVED_VIEWS[0] ?? { id: 'all', title: 'All', asked: {} }, words: '' };
  const found = (...quarter: string[]) =>
    matchingCompanies(COMPANIES, { ...all, asked: { quarter } }, TODAY).map(({ id }) => id);

  expect(found('2027-Q1')).toEqual(['Next']);
  expect(found('this')).toEqual(['Now', 'Light', 'Later']);
  expect(found('')).toEqual(['Open', 'Unchecked']);
});
