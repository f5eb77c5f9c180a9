import { at, isDone, listAt, summaryOf, textAt } from '../answer.ts';
import type { Live } from '../live.ts';
import { makeRecord, makeSchema, schemaBody } from '../make.ts';
import { OBJECTS, SCHEMAS } from '../paths.ts';
import { type Probe, assumption, guess, row } from '../probe.ts';

const NAMES = row('custom objects answer to 2-{id}, p{portal}_{name} and p_{name}');
const PLAIN = guess(
  'plainCustomNames',
  [false, 'a custom object does not answer to its bare name'],
  [true, 'it does'],
);
const TAKEN = guess(
  'takenSchemaName',
  [409, 'a second schema of a name answers 409'],
  [400, 'it answers 400'],
);
const ARCHIVED = guess(
  'schemaOfArchivedObjects',
  ['deleted', 'a schema can be deleted once its records are archived'],
  ['refused', 'it cannot, while they could be restored'],
);

const SIMULTANEOUS = guess(
  'simultaneousUniqueValue',
  ['one-wins', 'of two simultaneous creates with one unique value one is refused'],
  ['both-kept', 'both are kept, and a read by the value answers the older'],
);
const BY_KEY = assumption(
  'records of a custom object are read by a unique value in a batch, and only unknown values are named as not found',
);
const UPSERT = assumption('an upsert by a unique value creates a record of a custom object, then updates it');

export const SCHEMA_PROBES: readonly Probe[] = [
  {
    name: 'custom-object',
    decides: [NAMES, PLAIN, TAKEN, ARCHIVED],
    run: async (live, observe) => {
      const { typeId, fullName, path } = await makeSchema(live, 'project');
      const names = [typeId, fullName, `p_${live.key('project')}`];
      const answers = [];
      for (const name of names) answers.push(await live.call('GET', `${OBJECTS}/${name}?limit=1`));
      const statuses = answers.map(({ status }) => status).join(', ');
      observe.fact(NAMES, answers.every(isDone), `type id, full name and p_ name: ${statuses}`);
      const plain = await live.call('GET', `${OBJECTS}/${live.key('project')}?limit=1`);
      const isKnown = isDone(plain) ? true : plain.status === 400 ? false : undefined;
      observe.guess(PLAIN, isKnown, summaryOf(plain), plain);

      const second = await live.call('POST', SCHEMAS, schemaBody(live, 'project'));
      const { status } = second;
      observe.guess(TAKEN, status === 409 || status === 400 ? status : undefined, summaryOf(second), second);

      const record = await makeRecord(live, path, { title: live.name('record') });
      await live.need('DELETE', `${path}/${record}`);
      const deleted = await live.call('DELETE', `${SCHEMAS}/${typeId}`);
      const setting = isDone(deleted) ? 'deleted' : deleted.status === 400 ? 'refused' : undefined;
      observe.guess(ARCHIVED, setting, summaryOf(deleted), deleted);
    },
  },
  {
    name: 'home',
    decides: [SIMULTANEOUS, BY_KEY, UPSERT],
    run: async (live, observe) => {
      const { path } = await makeSchema(live, 'entry', { hasUniqueValue: true });
      const body = { properties: { title: 'policy@1' }, associations: [] };
      const both = await live.together(2, path, body);
      const made = both.flatMap((answer) => (isDone(answer) ? [textAt(answer.body, 'id')] : []));
      for (const id of made) live.ledger.add('record', `${path}/${id}`);
      const oldest = String(Math.min(...made.map(Number)));
      const read = await readByTitle(live, path, ['policy@1', 'policy@2']);
      const found = listAt(read.body, 'results').map((record) => textAt(record, 'id'));
      const isOldestFound = found.length === 1 && found[0] === oldest;
      const setting = !isOldestFound ? undefined : made.length === 1 ? 'one-wins' : 'both-kept';
      const seen = `${made.length} of 2 were kept, and ${found.length} found${isOldestFound ? ', the older' : ''}`;
      observe.guess(SIMULTANEOUS, setting, seen);
      const missing = listAt(read.body, 'errors').flatMap((error) => listAt(at(error, 'context'), 'ids'));
      observe.fact(BY_KEY, missing.join() === 'policy@2', summaryOf(read), read);

      const input = { id: 'draft', idProperty: 'title', properties: { title: 'draft' } };
      const answers = [];
      for (let count = 1; count <= 2; count++)
        answers.push(await live.call('POST', `${path}/batch/upsert`, { inputs: [input] }));
      const ids = answers.map(({ body: answered }) => textAt(listAt(answered, 'results')[0], 'id'));
      for (const id of new Set(ids)) live.ledger.add('record', `${path}/${id}`);
      observe.fact(UPSERT, answers.every(isDone) && ids[0] === ids[1], `ids ${ids.join(', ')}`);
    },
  },
];

function readByTitle(live: Live, path: string, titles: readonly string[]) {
  const inputs = titles.map((id) => ({ id }));
  const body = { inputs, idProperty: 'title', properties: ['title'], propertiesWithHistory: [] };
  return live.call('POST', `${path}/batch/read`, body);
}
