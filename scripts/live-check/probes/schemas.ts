import { isDone, summaryOf } from '../answer.ts';
import { makeRecord, makeSchema, schemaBody } from '../make.ts';
import { OBJECTS, SCHEMAS } from '../paths.ts';
import { guess, type Probe, row } from '../probe.ts';

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
];
