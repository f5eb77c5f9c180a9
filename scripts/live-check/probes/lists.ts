import { isDone, listAt, summaryOf, textAt } from '../answer.ts';
import type { Live } from '../live.ts';
import { makeCompany, makeProperty } from '../make.ts';
import { Skipped } from '../outcome.ts';
import { LISTS, PROPERTIES } from '../paths.ts';
import { guess, type Probe, row } from '../probe.ts';

const BRANCHES = row('the root branch is an OR without filters, its branches are ANDs');
const CASE = guess(
  'listTextIgnoresCase',
  [true, 'list filters on text take upper and lower case alike'],
  [false, 'they tell them apart'],
);
const UNFIT = guess(
  'unfitListFilter',
  ['refused', 'a list filter on an unknown property is refused'],
  ['finds-nothing', 'the list is made and finds nothing'],
);
const SECOND_NAME = row('400 with ILS.DUPLICATE_LIST_NAMES for a second list of a name');
const FREED = guess(
  'deletedListName',
  ['free', 'the name of a deleted list is free at once'],
  ['taken', 'it stays taken until the list is gone for good'],
);

const USED = row(
  '400 CANNOT_DELETE_PROPERTY_IN_USE for a property of an active list, a calculation or a workflow',
);
const BATCH_OF_USED = guess(
  'batchArchiveInUse',
  ['refused', 'a batch archive with a property in use is refused'],
  ['passed-over', 'it answers 204 and leaves that property'],
);

async function membersOf(live: Live, id: string): Promise<readonly string[]> {
  const results = listAt(await live.need('GET', `${LISTS}/${id}/memberships`), 'results');
  return results.map((member) => textAt(member, 'recordId'));
}

export const LIST_PROBES: readonly Probe[] = [
  {
    name: 'list-filters',
    decides: [BRANCHES, CASE],
    run: async (live, observe) => {
      const property = await makeProperty(live, 'listed');
      const upper = await makeCompany(live, 'upper', { [property]: 'Graz' });
      const exact = await makeCompany(live, 'exact', { [property]: 'linz' });
      const half = await makeCompany(live, 'half', { [property]: 'wels' });
      const isLinz = textFilter(property, 'linz');
      const halves = [textFilter(property, 'wels'), textFilter('name', live.name('exact'))];
      const id = await makeList(
        live,
        listBody(live, 'list', [textFilter(property, 'graz')], [isLinz], halves),
      );
      const after = await live.until(async () => (await membersOf(live, id)).includes(exact), 90);
      if (after === undefined) throw new Skipped('the list was not filled after 90 seconds');
      const members = await membersOf(live, id);
      const isAnd = !members.includes(half);
      observe.fact(BRANCHES, isAnd, `one whole branch is enough; half of one ${isAnd ? 'is not' : 'is too'}`);
      observe.guess(
        CASE,
        members.includes(upper),
        `"graz" ${members.includes(upper) ? 'finds' : 'misses'} "Graz"`,
      );
    },
  },
  {
    name: 'unfit-list-filter',
    decides: [UNFIT],
    run: async (live, observe) => {
      const body = listBody(live, 'unfit', [textFilter(live.key('nowhere'), 'x')]);
      const answer = await live.call('POST', LISTS, body);
      if (isDone(answer)) keepList(live, answer.body);
      const setting = answer.status === 400 ? 'refused' : isDone(answer) ? 'finds-nothing' : undefined;
      observe.guess(UNFIT, setting, summaryOf(answer), answer);
    },
  },
  {
    name: 'used-property',
    decides: [USED, BATCH_OF_USED],
    run: async (live, observe) => {
      const name = await makeProperty(live, 'used');
      await makeList(live, listBody(live, 'using', [textFilter(name, 'x')]));
      const batch = await live.call('POST', `${PROPERTIES}/batch/archive`, { inputs: [{ name }] });
      const isThere = isDone(await live.call('GET', `${PROPERTIES}/${name}`));
      const setting = batch.status === 400 ? 'refused' : isDone(batch) && isThere ? 'passed-over' : undefined;
      const stayed = isThere ? 'the property stayed' : 'the property went';
      observe.guess(BATCH_OF_USED, setting, `${summaryOf(batch)}, ${stayed}`, batch);
      if (!isThere) throw new Skipped('the batch archive took the property away');
      const alone = await live.call('DELETE', `${PROPERTIES}/${name}`);
      const isRefused = alone.status === 400 && summaryOf(alone).includes('CANNOT_DELETE_PROPERTY_IN_USE');
      observe.fact(USED, isRefused, summaryOf(alone), alone);
    },
  },
  {
    name: 'list-names',
    decides: [SECOND_NAME, FREED],
    run: async (live, observe) => {
      const body = listBody(live, 'name', [textFilter('name', live.name('nobody'))]);
      const first = await makeList(live, body);
      const second = await live.call('POST', LISTS, body);
      if (isDone(second)) keepList(live, second.body);
      const isTaken = textAt(second.body, 'subCategory') === 'ILS.DUPLICATE_LIST_NAMES';
      observe.fact(SECOND_NAME, second.status === 400 && isTaken, summaryOf(second), second);

      await live.need('DELETE', `${LISTS}/${first}`);
      const again = await live.call('POST', LISTS, body);
      if (isDone(again)) keepList(live, again.body);
      const setting = isDone(again) ? 'free' : again.status === 400 ? 'taken' : undefined;
      observe.guess(FREED, setting, summaryOf(again), again);
    },
  },
];

/** The body of a list of companies, whose filters are an OR of ANDs. */
function listBody(live: Live, word: string, ...groups: readonly (readonly object[])[]): object {
  const branches = groups.map((filters) => ({ filterBranchType: 'AND', filterBranches: [], filters }));
  return {
    name: live.name(word),
    objectTypeId: '0-2',
    processingType: 'DYNAMIC',
    filterBranch: { filterBranchType: 'OR', filters: [], filterBranches: branches },
  };
}

const textFilter = (property: string, value: string) => ({
  filterType: 'PROPERTY',
  property,
  operation: { operationType: 'STRING', operator: 'IS_EQUAL_TO', value, includeObjectsWithNoValueSet: false },
});

/** Makes a list. @returns its id */
async function makeList(live: Live, body: object): Promise<string> {
  return keepList(live, await live.need('POST', LISTS, body));
}

/** Takes note of a list that was made. */
function keepList(live: Live, body: unknown): string {
  const id = textAt(body, 'list', 'listId');
  live.ledger.add('list', `${LISTS}/${id}`);
  return id;
}
