import { at, isDone, listAt, shown, summaryOf, textAt } from '../answer.ts';
import type { Live } from '../live.ts';
import { makeCompany } from '../make.ts';
import { COMPANIES } from '../paths.ts';
import { guess, type Observe, type Probe, row } from '../probe.ts';

const NEW_ID = row('a merge makes a record with a new id, to which both old ids lead');
const PRIMARY_WINS = row("a merged record has the primary record's values; both histories come along");
const FILLS = guess(
  'mergeFillsEmpty',
  [true, 'a merged record takes a value that only the secondary record has'],
  [false, 'it leaves it unset'],
);
const CREATED = guess(
  'mergedCreatedAt',
  ['oldest', 'a merged record is as old as the older one'],
  ['merge', 'it is made at the time of the merge'],
);
const WRITES = guess(
  'mergeWrites',
  ['hidden-values', 'a merge writes only values that a newer one would hide'],
  ['all-values', 'it writes every value anew'],
);
const NAMED_TWICE = guess(
  'mergedTwiceInBatch',
  ['once', 'a batch read by two ids of one merged record answers it once'],
  ['each', 'it answers it for each'],
);
const QUERY = 'properties=city,phone&propertiesWithHistory=city,state';

export const MERGE_PROBES: readonly Probe[] = [
  {
    name: 'merge',
    decides: [NEW_ID, PRIMARY_WINS, FILLS, CREATED, WRITES, NAMED_TWICE],
    run: async (live, observe) => {
      const primary = await makeCompany(live, 'primary', { city: 'Graz', state: 'Styria' });
      const secondary = await makeCompany(live, 'secondary', { city: 'Linz', phone: '1' });
      const createdAt = textAt(await live.need('GET', `${COMPANIES}/${primary}`), 'createdAt');
      const merge = { primaryObjectId: primary, objectIdToMerge: secondary };
      const id = textAt(await live.need('POST', `${COMPANIES}/merge`, merge), 'id');
      live.ledger.add('record', `${COMPANIES}/${id}`);

      const byOldIds = [await read(live, primary), await read(live, secondary)];
      const leads = byOldIds.filter((body) => textAt(body, 'id') === id).length;
      const isNew = id !== primary && id !== secondary;
      const seen = `${isNew ? 'a new id' : 'an old id'}, ${leads} of 2 old ids lead to it`;
      observe.fact(NEW_ID, isNew && leads === 2, seen);
      sawValues(observe, await read(live, id), createdAt);

      const both = await live.call('POST', `${COMPANIES}/batch/read`, {
        inputs: [{ id: primary }, { id: secondary }],
        properties: [],
      });
      const times = listAt(both.body, 'results').length;
      const setting = ({ 1: 'once', 2: 'each' } as const)[times];
      observe.guess(
        NAMED_TWICE,
        isDone(both) ? setting : undefined,
        `${summaryOf(both)}, results: ${times}`,
        both,
      );
    },
  },
];

const read = (live: Live, id: string) => live.need('GET', `${COMPANIES}/${id}?${QUERY}`);

function sawValues(observe: Observe, merged: unknown, createdAt: string): void {
  const [city, phone] = ['city', 'phone'].map((name) => at(merged, 'properties', name));
  const cities = listAt(merged, 'propertiesWithHistory', 'city').map((entry) => textAt(entry, 'value'));
  const hasBoth = cities.includes('Graz') && cities.includes('Linz');
  const seen = `city reads as ${shown(city)}, its history has ${hasBoth ? 'both' : 'not both'} values`;
  observe.fact(PRIMARY_WINS, city === 'Graz' && hasBoth, seen);
  const isEmpty = phone === null || phone === '' || phone === undefined;
  observe.guess(FILLS, phone === '1' ? true : isEmpty ? false : undefined, `phone reads as ${shown(phone)}`);
  const mergedAt = textAt(merged, 'createdAt');
  const isOldest = mergedAt === createdAt;
  const created = isOldest ? 'oldest' : Date.parse(mergedAt) > Date.parse(createdAt) ? 'merge' : undefined;
  observe.guess(CREATED, created, `createdAt is ${isOldest ? "the older record's" : 'another'}`);
  const sources = listAt(merged, 'propertiesWithHistory', 'state').map((entry) =>
    textAt(entry, 'sourceType'),
  );
  const isRewritten = sources.length > 1;
  const writes = sources.length === 0 ? undefined : isRewritten ? 'all-values' : 'hidden-values';
  observe.guess(WRITES, writes, `the history of an untouched value has the sources ${shown(sources)}`);
}
