import { textAt } from './answer.ts';
import type { Live } from './live.ts';
import { LISTS } from './paths.ts';

/** The body of a list of companies, whose filters are an OR of ANDs. */
export function listBody(live: Live, word: string, ...groups: readonly (readonly object[])[]): object {
  const branches = groups.map((filters) => ({ filterBranchType: 'AND', filterBranches: [], filters }));
  return {
    name: live.name(word),
    objectTypeId: '0-2',
    processingType: 'DYNAMIC',
    filterBranch: { filterBranchType: 'OR', filters: [], filterBranches: branches },
  };
}

export const textFilter = (property: string, value: string) => ({
  filterType: 'PROPERTY',
  property,
  operation: { operationType: 'STRING', operator: 'IS_EQUAL_TO', value, includeObjectsWithNoValueSet: false },
});

/** Makes a list. @returns its id */
export async function makeList(live: Live, body: object): Promise<string> {
  return keepList(live, await live.need('POST', LISTS, body));
}

/** Takes note of a list that was made. */
export function keepList(live: Live, body: unknown): string {
  const id = textAt(body, 'list', 'listId');
  live.ledger.add('list', `${LISTS}/${id}`);
  return id;
}
