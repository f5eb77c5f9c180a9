import { at, isDone, listAt, summaryOf, textAt } from '../answer.ts';
import { makeCompany } from '../make.ts';
import { COMPANIES, NOBODY } from '../paths.ts';
import { guess, type Probe, row } from '../probe.ts';

const UNKNOWN_UPDATE = guess(
  'batchUpdateUnknownId',
  ['partial', 'a batch update with an unknown id updates the others'],
  ['whole', 'it is refused as a whole with 404'],
);
const STATUS = guess(
  'datedPartialStatus',
  [207, 'a partly successful batch answers 207 on dated paths'],
  [200, 'it answers 200'],
);
const UNKNOWN_READ = row('unknown ids of a batch read: 207, one error with context.ids');
const SIZE = row('100 inputs a batch, strings up to 65,536 characters');
const TWICE = row('duplicate ids refuse a whole batch with 400');
const HISTORIES = row('at most 50 inputs in a batch that reads history');
const ARCHIVE = guess(
  'repeatedArchiveStatus',
  [204, 'archiving a record again answers 204'],
  [404, 'it answers 404'],
);
const NEVER = row('DELETE of a record that never was: 204');
const LIMIT = guess(
  'limitAboveMaximum',
  ['refused', 'a limit above the maximum is refused with 400'],
  ['clamped', 'the maximum is taken'],
);

const READ = `${COMPANIES}/batch/read`;
const inputsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(Number(NOBODY) - index) }));

export const BATCH_PROBES: readonly Probe[] = [
  {
    name: 'batch-update',
    decides: [UNKNOWN_UPDATE, TWICE],
    run: async (live, observe) => {
      const id = await makeCompany(live, 'batch update');
      const update = (...ids: string[]) =>
        live.call('POST', `${COMPANIES}/batch/update`, {
          inputs: ids.map((each) => ({ id: each, properties: { city: 'Linz' } })),
        });
      const answer = await update(id, NOBODY);
      const isPartial = isDone(answer) && textAt(answer.body, 'results', 0, 'id') === id;
      const setting = isPartial ? 'partial' : answer.status === 404 ? 'whole' : undefined;
      const seen = `${summaryOf(answer)}, updated: ${listAt(answer.body, 'results').length}`;
      observe.guess(UNKNOWN_UPDATE, setting, seen, answer);
      const twice = await update(id, id);
      observe.fact(TWICE, twice.status === 400, summaryOf(twice), twice);
    },
  },
  {
    name: 'batch-read',
    decides: [STATUS, UNKNOWN_READ],
    run: async (live, observe) => {
      const id = await makeCompany(live, 'batch read');
      const answer = await live.call('POST', READ, { inputs: [{ id }, { id: NOBODY }], properties: [] });
      const { status, body } = answer;
      const errors = listAt(body, 'errors');
      observe.guess(STATUS, status === 207 || status === 200 ? status : undefined, summaryOf(answer), answer);
      const names = listAt(errors[0], 'context', 'ids').map(String);
      const isAsRecorded = errors.length === 1 && names.join() === NOBODY && at(body, 'numErrors') === 1;
      observe.fact(
        UNKNOWN_READ,
        isAsRecorded,
        `errors: ${errors.length}, ids named: ${names.length}`,
        answer,
      );
    },
  },
  {
    name: 'batch-size',
    decides: [SIZE, HISTORIES],
    run: async (live, observe) => {
      const read = (inputs: object[], more = {}) =>
        live.call('POST', READ, { inputs, properties: [], ...more });
      const [most, tooMany] = [await read(inputsOf(100)), await read(inputsOf(101))];
      const seen = `100 inputs: ${summaryOf(most)}; 101: ${summaryOf(tooMany)}`;
      observe.fact(SIZE, isDone(most) && tooMany.status === 400, seen, tooMany);
      const [half, more] = [
        await read(inputsOf(50), { propertiesWithHistory: ['name'] }),
        await read(inputsOf(51), { propertiesWithHistory: ['name'] }),
      ];
      const histories = `50 inputs with history: ${summaryOf(half)}; 51: ${summaryOf(more)}`;
      observe.fact(HISTORIES, isDone(half) && more.status === 400, histories, more);
    },
  },
  {
    name: 'repeated-archive',
    decides: [ARCHIVE, NEVER],
    run: async (live, observe) => {
      const id = await makeCompany(live, 'archived twice');
      await live.need('DELETE', `${COMPANIES}/${id}`);
      const again = await live.call('DELETE', `${COMPANIES}/${id}`);
      const { status } = again;
      observe.guess(ARCHIVE, status === 204 || status === 404 ? status : undefined, summaryOf(again), again);
      const never = await live.call('DELETE', `${COMPANIES}/${NOBODY}`);
      observe.fact(NEVER, never.status === 204, summaryOf(never), never);
    },
  },
  {
    name: 'limit-above-maximum',
    decides: [LIMIT],
    run: async (live, observe) => {
      const answer = await live.call('GET', `${COMPANIES}?limit=500&properties=hs_object_id`);
      const setting = answer.status === 400 ? 'refused' : isDone(answer) ? 'clamped' : undefined;
      observe.guess(LIMIT, setting, summaryOf(answer), answer);
    },
  },
];
