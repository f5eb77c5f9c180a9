import { at, codesIn, isDone, listAt, shown, summaryOf, textAt } from '../answer.ts';
import type { Live } from '../live.ts';
import { makeCompany, makeProperty, optionsOf, propertyBody } from '../make.ts';
import { COMPANIES, PROPERTIES } from '../paths.ts';
import { assumption, guess, type Probe, row } from '../probe.ts';

const DUPLICATE = row('409 PROPERTY_WITH_NAME_EXISTS for a second property of a name');
const LATE = row('a new property is listed after 250 to 700 ms');
const OPTIONS = row('options of a PATCH replace the list; without options it stays');
const RESTORED = guess(
  'restoredPropertyKeepsValues',
  [true, 'a property made again under an archived name has its old values'],
  [false, 'it is empty'],
);
const ARCHIVED = row('an archived property: 404, and 200 with archived=true');
const TAKEN = guess(
  'takenUniqueValue',
  ['value-problem', 'a taken unique value is a problem of that value, with a code'],
  ['sentence', 'the refusal is one sentence naming the record that has it'],
);
const SWAP = assumption('a second record with a unique value is refused, so that one of two writers wins');
const UPSERT = row('an upsert creates where no record has the unique value, else updates');
const CONTRADICTION = guess(
  'upsertOtherValue',
  ['written', 'an upsert whose properties contradict its id writes them'],
  ['refused', 'it is refused'],
);

const BATCH_STATUS = guess(
  'datedBatchCreateStatus',
  [200, 'a batch that creates properties answers 200 on the dated path'],
  [201, 'it answers 201'],
);

const valuesOf = (body: unknown) => listAt(body, 'options').map((option) => textAt(option, 'value'));

const upsert = (live: Live, idProperty: string, id: string, value: string) =>
  live.call('POST', `${COMPANIES}/batch/upsert`, {
    inputs: [{ id, idProperty, properties: { [idProperty]: value, name: live.name(`upsert ${id}`) } }],
  });

export const PROPERTY_PROBES: readonly Probe[] = [
  {
    name: 'duplicate-property',
    decides: [DUPLICATE],
    run: async (live, observe) => {
      await makeProperty(live, 'twice');
      const again = await live.call('POST', PROPERTIES, propertyBody(live, 'twice'));
      const subCategory = textAt(again.body, 'subCategory');
      const isAsRecorded = again.status === 409 && subCategory.endsWith('PROPERTY_WITH_NAME_EXISTS');
      observe.fact(DUPLICATE, isAsRecorded, summaryOf(again), again);
    },
  },
  {
    name: 'batch-of-properties',
    decides: [BATCH_STATUS],
    run: async (live, observe) => {
      const batch = { inputs: [propertyBody(live, 'batch')] };
      const made = await live.call('POST', `${PROPERTIES}/batch/create`, batch);
      if (isDone(made)) live.ledger.add('property', `${PROPERTIES}/${live.key('batch')}`);
      const { status } = made;
      observe.guess(
        BATCH_STATUS,
        status === 200 || status === 201 ? status : undefined,
        summaryOf(made),
        made,
      );
    },
  },
  {
    name: 'listed-property',
    decides: [LATE],
    run: async (live, observe) => {
      const name = await makeProperty(live, 'soon');
      const isListed = async () =>
        listAt(await live.need('GET', PROPERTIES), 'results').some((each) => textAt(each, 'name') === name);
      const after = await live.until(isListed, 10);
      const seen = after === undefined ? 'not within 10 s' : `listed within ${(after / 1_000).toFixed(1)} s`;
      observe.fact(LATE, after !== undefined && after < 5_000, seen);
    },
  },
  {
    name: 'options',
    decides: [OPTIONS],
    run: async (live, observe) => {
      const shape = { type: 'enumeration', fieldType: 'select', options: optionsOf(['red', 'blue']) };
      const path = `${PROPERTIES}/${await makeProperty(live, 'options', shape)}`;
      const replaced = valuesOf(await live.need('PATCH', path, { options: optionsOf(['blue', 'green']) }));
      const kept = valuesOf(await live.need('PATCH', path, { label: live.name('options two') }));
      const holds = [replaced, kept].every((values) => values.join() === 'blue,green');
      observe.fact(OPTIONS, holds, `${shown(replaced)} with options, ${shown(kept)} without`);
    },
  },
  {
    name: 'restored-property',
    decides: [ARCHIVED, RESTORED],
    run: async (live, observe) => {
      const name = await makeProperty(live, 'restored');
      const id = await makeCompany(live, 'restored', { [name]: 'kept' });
      await live.need('DELETE', `${PROPERTIES}/${name}`);
      const without = await live.call('GET', `${PROPERTIES}/${name}`);
      const asked = await live.call('GET', `${PROPERTIES}/${name}?archived=true`);
      const statuses = `${without.status}, and ${asked.status} with archived=true`;
      observe.fact(ARCHIVED, without.status === 404 && asked.status === 200, statuses, asked);

      await makeProperty(live, 'restored');
      const body = await live.need('GET', `${COMPANIES}/${id}?properties=${name}`);
      const value = at(body, 'properties', name);
      const isEmpty = value === null || value === '' || value === undefined;
      observe.guess(
        RESTORED,
        value === 'kept' ? true : isEmpty ? false : undefined,
        `reads as ${shown(value)}`,
      );
    },
  },
  {
    name: 'unique-value',
    decides: [TAKEN, SWAP],
    run: async (live, observe) => {
      const name = await makeProperty(live, 'unique', { hasUniqueValue: true });
      await makeCompany(live, 'unique one', { [name]: live.key('a') });
      const second = { name: live.name('unique two'), [name]: live.key('a') };
      const taken = await live.call('POST', COMPANIES, { properties: second });
      if (isDone(taken)) live.ledger.add('record', `${COMPANIES}/${textAt(taken.body, 'id')}`);
      observe.fact(SWAP, taken.status >= 400, summaryOf(taken), taken);
      const isProblem = taken.status === 400 && codesIn(taken.body).length > 0;
      const isSentence = taken.status === 400 && codesIn(taken.body).length === 0;
      const setting = isProblem ? 'value-problem' : isSentence ? 'sentence' : undefined;
      observe.guess(TAKEN, setting, summaryOf(taken), taken);
    },
  },
  {
    name: 'upsert',
    decides: [UPSERT, CONTRADICTION],
    run: async (live, observe) => {
      const name = await makeProperty(live, 'upsert', { hasUniqueValue: true });
      const created = await upsert(live, name, live.key('a'), live.key('a'));
      const id = textAt(created.body, 'results', 0, 'id');
      if (id !== '') live.ledger.add('record', `${COMPANIES}/${id}`);
      const updated = await upsert(live, name, live.key('a'), live.key('a'));
      const isNew = [created, updated].map(({ body }) => at(body, 'results', 0, 'new'));
      const isSame = textAt(updated.body, 'results', 0, 'id') === id;
      const seen = `new is ${shown(isNew)}, ${isSame ? 'one record' : 'two records'}`;
      observe.fact(UPSERT, isSame && isNew.join() === 'true,false', seen, updated);

      const other = await upsert(live, name, live.key('a'), live.key('b'));
      const isWritten = textAt(other.body, 'results', 0, 'properties', name) === live.key('b');
      const setting = isDone(other) && isWritten ? 'written' : other.status === 400 ? 'refused' : undefined;
      observe.guess(CONTRADICTION, setting, summaryOf(other), other);
    },
  },
];
