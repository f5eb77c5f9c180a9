import { at, codesIn, isDone, listAt, problemsInMessage, shown, summaryOf, textAt } from '../answer.ts';
import type { Live } from '../live.ts';
import { makeCompany } from '../make.ts';
import { COMPANIES } from '../paths.ts';
import { assumption, guess, type Probe, row } from '../probe.ts';

const UNCHANGED = guess(
  'unchangedWriteAddsHistory',
  [false, 'a value that is there already adds no history entry'],
  [true, 'it adds one'],
);
const KEPT = guess(
  'historyKept',
  ['all', 'a read answers every entry of a history'],
  [20, 'it answers the newest 20 of a property'],
);
const OUR_SOURCE = assumption('the history gives INTEGRATION as the source of what an app wrote');
const ONE_TIME = assumption('all values of one write have one time in their histories');
const CLEARED = guess('clearedValueReads', ['empty', 'a cleared value reads as ""'], ['null', 'as null']);
const NULL = guess('nullInWrite', ['clears', 'null clears the value'], ['ignored', 'null leaves it']);
const CODES = guess(
  'unrecordedValueCodes',
  ['likely', 'a bad number is INVALID_NUMBER'],
  ['opaque', 'it is INVALID_VALUE, which says nothing'],
);
const SPACE = row('white space around a number is taken off');
const RECORDED_CODES = row('codes PROPERTY_DOESNT_EXIST, INVALID_OPTION, INVALID_LONG, READ_ONLY_VALUE');
const IN_MESSAGE = assumption('problems of values stand as JSON inside the message');

/** More than a history of 20 can hold. */
const HISTORY_WRITES = 25;

const write = (live: Live, id: string, properties: object) =>
  live.call('PATCH', `${COMPANIES}/${id}`, { properties });

const cityOf = async (live: Live, id: string) =>
  at(await live.need('GET', `${COMPANIES}/${id}?properties=city`), 'properties', 'city');

export const VALUE_PROBES: readonly Probe[] = [
  {
    name: 'unchanged-value',
    decides: [UNCHANGED, OUR_SOURCE],
    run: async (live, observe) => {
      const id = await makeCompany(live, 'unchanged', { city: 'Graz' });
      await live.need('PATCH', `${COMPANIES}/${id}`, { properties: { city: 'Graz' } });
      const body = await live.need('GET', `${COMPANIES}/${id}?propertiesWithHistory=city`);
      const history = listAt(body, 'propertiesWithHistory', 'city');
      const settings: Readonly<Record<number, boolean>> = { 1: false, 2: true };
      observe.guess(UNCHANGED, settings[history.length], `entries in the history: ${history.length}`);
      const source = textAt(history[0], 'sourceType');
      observe.fact(OUR_SOURCE, source === 'INTEGRATION', `the source is ${shown(source)}`);
    },
  },
  {
    name: 'history-depth',
    decides: [KEPT],
    run: async (live, observe) => {
      const id = await makeCompany(live, 'history');
      for (let each = 1; each <= HISTORY_WRITES; each++)
        await live.need('PATCH', `${COMPANIES}/${id}`, { properties: { city: `Graz ${each}` } });
      const body = await live.need('GET', `${COMPANIES}/${id}?propertiesWithHistory=city`);
      const { length } = listAt(body, 'propertiesWithHistory', 'city');
      const setting = length === HISTORY_WRITES ? 'all' : length === 20 ? 20 : undefined;
      observe.guess(KEPT, setting, `${length} of ${HISTORY_WRITES} entries`);
    },
  },
  {
    name: 'time-of-a-write',
    decides: [ONE_TIME],
    run: async (live, observe) => {
      const id = await makeCompany(live, 'one time');
      const names = ['city', 'numberofemployees', 'description'];
      const properties = { city: 'Graz', numberofemployees: '4', description: 'One write.' };
      await live.need('PATCH', `${COMPANIES}/${id}`, { properties });
      const body = await live.need('GET', `${COMPANIES}/${id}?propertiesWithHistory=${names.join(',')}`);
      const times = names.map((name) => textAt(listAt(body, 'propertiesWithHistory', name)[0], 'timestamp'));
      observe.fact(ONE_TIME, new Set(times).size === 1, `the times are ${times.map(shown).join(', ')}`);
    },
  },
  {
    name: 'cleared-value',
    decides: [CLEARED],
    run: async (live, observe) => {
      const id = await makeCompany(live, 'cleared', { city: 'Graz' });
      await live.need('PATCH', `${COMPANIES}/${id}`, { properties: { city: '' } });
      const value = await cityOf(live, id);
      const setting = value === null ? 'null' : value === '' ? 'empty' : undefined;
      observe.guess(CLEARED, setting, `it reads as ${shown(value)}`);
    },
  },
  {
    name: 'null-value',
    decides: [NULL],
    run: async (live, observe) => {
      const id = await makeCompany(live, 'null', { city: 'Graz' });
      const answer = await write(live, id, { city: null });
      const value = await cityOf(live, id);
      const isCleared = value === null || value === '';
      const setting = isCleared ? 'clears' : value === 'Graz' ? 'ignored' : undefined;
      const seen = `${summaryOf(answer)}, then it reads as ${shown(value)}`;
      observe.guess(NULL, isDone(answer) ? setting : undefined, seen, answer);
    },
  },
  {
    name: 'space-around-a-number',
    decides: [SPACE],
    run: async (live, observe) => {
      const id = await makeCompany(live, 'space');
      const answer = await write(live, id, { numberofemployees: ' 4 ' });
      const value = at(
        await live.need('GET', `${COMPANIES}/${id}?properties=numberofemployees`),
        'properties',
        'numberofemployees',
      );
      const seen = `${summaryOf(answer)}, then it reads as ${shown(value)}`;
      observe.fact(SPACE, isDone(answer) && value === '4', seen, answer);
    },
  },
  {
    name: 'value-codes',
    decides: [CODES, RECORDED_CODES, IN_MESSAGE],
    run: async (live, observe) => {
      const id = await makeCompany(live, 'codes');
      const number = await write(live, id, { numberofemployees: 'many' });
      const [code] = codesIn(number.body);
      const settings = { INVALID_NUMBER: 'likely', INVALID_VALUE: 'opaque' } as const;
      const isKnown = code === 'INVALID_NUMBER' || code === 'INVALID_VALUE';
      observe.guess(CODES, isKnown ? settings[code] : undefined, summaryOf(number), number);

      const unknown = await write(live, id, { [live.key('nowhere')]: 'x' });
      const readOnly = await write(live, id, { hs_object_id: '1' });
      const codes = [...codesIn(unknown.body), ...codesIn(readOnly.body)];
      const seen = `unknown property: ${summaryOf(unknown)}; read-only one: ${summaryOf(readOnly)}`;
      const isAsRecorded = codes.includes('PROPERTY_DOESNT_EXIST') && codes.includes('READ_ONLY_VALUE');
      observe.fact(RECORDED_CODES, isAsRecorded, seen, readOnly);
      const problems = problemsInMessage(unknown.body);
      observe.fact(IN_MESSAGE, problems.length === 1, `problems in the message: ${problems.length}`, unknown);
    },
  },
];
