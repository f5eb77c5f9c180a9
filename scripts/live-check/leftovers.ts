import { isDone, listAt, textAt } from './answer.ts';
import type { Made } from './ledger.ts';
import { MARK } from './live.ts';
import { Skipped } from './outcome.ts';
import {
  COMPANIES,
  DEALS,
  LABELS,
  LISTS,
  NOTES,
  OBJECTS,
  PIPELINES,
  PROPERTIES,
  SCHEMAS,
  TASKS,
} from './paths.ts';
import type { Request, Send } from './send.ts';

/** How to list things of one kind, and the fields of their name and id. */
interface Place {
  readonly kind: Made['kind'];
  readonly list: Request;
  readonly area: string;
  readonly name: readonly string[];
  readonly id: string;
}

const get = (path: string): Request => ({ method: 'GET', path });

function recordsNamed(path: string, name: string): Place {
  const filters = [{ propertyName: name, operator: 'CONTAINS_TOKEN', value: MARK }];
  const body = { filterGroups: [{ filters }], properties: [name], limit: 200 };
  const list: Request = { method: 'POST', path: `${path}/search`, body };
  return { kind: 'record', list, area: path, name: ['properties', name], id: 'id' };
}

const LISTS_NAMED: Request = { method: 'POST', path: `${LISTS}/search`, body: { query: MARK, count: 200 } };

const PLACES: readonly Place[] = [
  { kind: 'list', list: LISTS_NAMED, area: LISTS, name: ['name'], id: 'listId' },
  recordsNamed(COMPANIES, 'name'),
  recordsNamed(DEALS, 'dealname'),
  recordsNamed(TASKS, 'hs_task_subject'),
  recordsNamed(NOTES, 'hs_note_body'),
  { kind: 'label', list: get(LABELS), area: LABELS, name: ['label'], id: 'typeId' },
  { kind: 'pipeline', list: get(PIPELINES), area: PIPELINES, name: ['label'], id: 'id' },
  { kind: 'property', list: get(PROPERTIES), area: PROPERTIES, name: ['name'], id: 'name' },
  { kind: 'schema', list: get(SCHEMAS), area: SCHEMAS, name: ['name'], id: 'objectTypeId' },
];

/**
 * Finds leftovers of checks by name. Searches may miss what was created seconds ago.
 *
 * @param run limits it to one run
 */
export async function findLeftovers(send: Send, run?: string): Promise<readonly Made[]> {
  const isOurs = (name: string) =>
    ['_', ' '].some((gap) => name.startsWith(MARK + gap + (run === undefined ? '' : run + gap)));
  const found: Made[] = [];
  for (const { kind, list, area, name, id } of PLACES) {
    const ours = (await listed(send, list)).filter((each) => isOurs(textAt(each, ...name)));
    found.push(...ours.map((each) => ({ kind, path: `${area}/${textAt(each, id)}` })));
  }
  for (const { path } of found.filter(({ kind }) => kind === 'schema')) {
    const records = path.replace(SCHEMAS, OBJECTS);
    const all = await listed(send, get(`${records}?limit=100`));
    found.push(...all.map((each): Made => ({ kind: 'record', path: `${records}/${textAt(each, 'id')}` })));
  }
  return found;
}

/** Empty when the token lacks the scope, since nothing was created there. */
async function listed(send: Send, request: Request): Promise<readonly unknown[]> {
  const answer = await send(request).catch((error: unknown) => {
    if (error instanceof Skipped) return undefined;
    throw error;
  });
  if (answer === undefined || !isDone(answer)) return [];
  return [...listAt(answer.body, 'results'), ...listAt(answer.body, 'lists')];
}
