import { isDone, listAt, summaryOf, textAt } from '../answer.ts';
import type { Live } from '../live.ts';
import { makeCompany, makeProperty, optionsOf } from '../make.ts';
import { Skipped } from '../outcome.ts';
import { COMPANIES } from '../paths.ts';
import { assumption, guess, type Probe, row } from '../probe.ts';

const LAG = row('searches find a record some seconds after it was written (an option)');
const AFTER_ID = assumption('a search by hs_object_id GT, sorted by it, pages through all records');
const NEGATIVE = guess(
  'negativeFiltersMatchUnset',
  [false, 'NEQ and NOT_IN do not find records whose value is unset'],
  [true, 'they find them'],
);
const MULTI = guess(
  'multiSelectMatchesMember',
  [true, 'EQ and IN find a multi-select by one of its options'],
  [false, 'they compare the whole value'],
);
const TOKENS = guess(
  'multiSelectHasTokens',
  [true, 'CONTAINS_TOKEN finds a multi-select by a word of an option'],
  [false, 'it does not find it'],
);
const APOSTROPHE = guess(
  'apostropheSplitsTokens',
  [true, "O'Reilly is found by reilly"],
  [false, 'the apostrophe is part of the word'],
);
const ACCENTS = guess('searchAccents', ['kept', 'Müller is not found by Muller'], ['folded', 'it is found']);
const FORMS = guess(
  'searchNormalises',
  [true, 'a letter with an accent is found in both Unicode forms'],
  [false, 'it is found in the form alone in which it was written'],
);
const CASE = assumption('a search on an enumeration tells upper and lower case apart');
const LIMITS = row(
  'search: 5 groups, 6 filters, 18 in all, 200 a page, 3,000 characters, 10,000 results, 1 sort',
);
const PATH = `${COMPANIES}/search`;

const byId = (id: string) => ({ propertyName: 'hs_object_id', operator: 'EQ', value: id });

async function finds(live: Live, id: string, ...filters: readonly object[]): Promise<boolean> {
  const body = await live.need('POST', PATH, { filterGroups: [{ filters: [byId(id), ...filters] }] });
  return textAt(body, 'results', 0, 'id') === id;
}

/** Waits for the index. @throws Skipped */
async function indexed(live: Live, id: string, ...filters: readonly object[]): Promise<number> {
  const after = await live.until(() => finds(live, id, ...filters), 45);
  if (after === undefined) throw new Skipped('the search index had not caught up after 45 seconds');
  return after;
}

/** The setting where all answers are the same. */
const allSame = (answers: readonly boolean[]): boolean | undefined =>
  answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;

export const SEARCH_PROBES: readonly Probe[] = [
  {
    name: 'search-index',
    decides: [LAG, AFTER_ID],
    run: async (live, observe) => {
      const id = await makeCompany(live, 'indexed');
      const after = await indexed(live, id);
      observe.fact(LAG, true, `found after ${(after / 1_000).toFixed(1)} s`);
      const before = String(BigInt(id) - 1n);
      const body = await live.need('POST', PATH, {
        filterGroups: [{ filters: [{ propertyName: 'hs_object_id', operator: 'GT', value: before }] }],
        sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
        limit: 1,
      });
      const isFirst = textAt(body, 'results', 0, 'id') === id;
      observe.fact(AFTER_ID, isFirst, isFirst ? 'the next id comes first' : 'another record comes first');
    },
  },
  {
    name: 'negative-filters',
    decides: [NEGATIVE],
    run: async (live, observe) => {
      const propertyName = await makeProperty(live, 'unset');
      const id = await makeCompany(live, 'unset');
      await indexed(live, id);
      const notEqual = await finds(live, id, { propertyName, operator: 'NEQ', value: 'x' });
      const notIn = await finds(live, id, { propertyName, operator: 'NOT_IN', values: ['x'] });
      observe.guess(NEGATIVE, allSame([notEqual, notIn]), `found by NEQ: ${notEqual}, by NOT_IN: ${notIn}`);
    },
  },
  {
    name: 'multi-select',
    decides: [MULTI, TOKENS, CASE],
    run: async (live, observe) => {
      const shape = { type: 'enumeration', fieldType: 'checkbox', options: optionsOf(['red', 'blue']) };
      const propertyName = await makeProperty(live, 'colours', shape);
      const both = await makeCompany(live, 'red and blue', { [propertyName]: 'red;blue' });
      const one = await makeCompany(live, 'blue', { [propertyName]: 'blue' });
      await indexed(live, both, { propertyName, operator: 'HAS_PROPERTY' });
      await indexed(live, one, { propertyName, operator: 'EQ', value: 'blue' });
      const equal = await finds(live, both, { propertyName, operator: 'EQ', value: 'blue' });
      const isIn = await finds(live, both, { propertyName, operator: 'IN', values: ['blue'] });
      observe.guess(MULTI, allSame([equal, isIn]), `found by EQ: ${equal}, by IN: ${isIn}`);

      const byWord = await finds(live, both, { propertyName, operator: 'CONTAINS_TOKEN', value: 'blue' });
      observe.guess(TOKENS, byWord, `found by CONTAINS_TOKEN: ${byWord}`);

      const filters = [byId(one), { propertyName, operator: 'EQ', value: 'BLUE' }];
      const upper = await live.call('POST', PATH, { filterGroups: [{ filters }] });
      const isFound = listAt(upper.body, 'results').length > 0;
      observe.fact(CASE, !isFound, isFound ? '"BLUE" finds "blue"' : `"BLUE" does not find "blue"`, upper);
    },
  },
  {
    name: 'search-words',
    decides: [APOSTROPHE, ACCENTS, FORMS],
    run: async (live, observe) => {
      const propertyName = 'city';
      const [composed, decomposed] = ['M\u00fcller', 'Mu\u0308ller'];
      const id = await makeCompany(live, 'words', { [propertyName]: `O'Reilly "${composed}"` });
      await indexed(live, id, { propertyName, operator: 'HAS_PROPERTY' });
      const byWord = (value: string) => finds(live, id, { propertyName, operator: 'CONTAINS_TOKEN', value });
      const [reilly, muller, other] = [
        await byWord('reilly'),
        await byWord('muller'),
        await byWord(decomposed),
      ];
      observe.guess(APOSTROPHE, reilly, `found by reilly: ${reilly}`);
      observe.guess(ACCENTS, muller ? 'folded' : 'kept', `found by muller: ${muller}`);
      // where accents are folded, both forms are one anyway
      observe.guess(FORMS, other, `found in the other Unicode form: ${other}`);
    },
  },
  {
    name: 'search-limits',
    decides: [LIMITS],
    run: async (live, observe) => {
      const group = { filters: [{ propertyName: 'name', operator: 'HAS_PROPERTY' }] };
      const search = (groups: number, more = {}) =>
        live.call('POST', PATH, { filterGroups: Array(groups).fill(group), limit: 1, ...more });
      const most = await search(5);
      const tooMuch = [await search(6), await search(1, { after: '10000' })];
      const statuses = tooMuch.map(({ status }) => status).join(', ');
      const seen = `5 groups: ${summaryOf(most)}; 6 groups, result 10,001: ${statuses}`;
      const isRefused = tooMuch.every(({ status }) => status === 400);
      const worst = tooMuch.find(({ status }) => status !== 400) ?? most;
      observe.fact(LIMITS, isRefused && isDone(most), seen, worst);
    },
  },
];
