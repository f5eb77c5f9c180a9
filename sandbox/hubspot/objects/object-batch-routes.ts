import { linkNew } from '../associations/associate.ts';
import { parseWantedLinks, type WantedLink } from '../associations/parse-association.ts';
import { batchAnswer, distinctIds, inputsOf, unknownIds } from '../http/batch.ts';
import { type Answer, type Call, isArchivedAsked, NO_CONTENT, param } from '../http/call.ts';
import { requiredObject, requiredText, textIn, textsIn } from '../http/json.ts';
import { type ErrorBody, invalid, notFound, Refusal } from '../http/refusal.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import type { Changes } from '../properties/property-definition.ts';
import { checkRules } from '../rules/check-rules.ts';
import { archiveRecord } from './archive-record.ts';
import { checkWrite } from './check-write.ts';
import { describeCreated, describeRecord, recordFinder } from './read-record.ts';
import type { CrmRecord } from './record-store.ts';
import { createRecord, updateRecord } from './write-record.ts';

const MAX_HISTORY_INPUTS = 50;

export function readBatch(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const inputs = inputsOf(call.body);
  const names = textsIn(call.body, 'properties');
  const historyNames = textsIn(call.body, 'propertiesWithHistory');
  if (historyNames.length > 0 && inputs.length > MAX_HISTORY_INPUTS) {
    throw invalid(`A batch that reads histories has at most ${MAX_HISTORY_INPUTS} inputs.`);
  }
  const find = recordFinder(store, textIn(call.body, 'idProperty'));
  const found: CrmRecord[] = [];
  const unknown: string[] = [];
  for (const id of new Set(inputs.map((input) => requiredText(input, 'id')))) {
    const record = find(id);
    if (record !== undefined && (record.archivedAt !== undefined) === isArchivedAsked(call))
      found.push(record);
    else unknown.push(id);
  }
  const records = portal.switches.mergedTwiceInBatch === 'once' ? [...new Set(found)] : found;
  const results = records.map((record) => describeRecord(portal, store, record, { names, historyNames }));
  return batchAnswer(portal, call, 200, results, unknownIds('get', unknown));
}

/** One invalid input fails the whole batch, unless every input has an `objectWriteTraceId`. */
export function createBatch(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const inputs = inputsOf(call.body);
  const isTraced = inputs.every((input) => textIn(input, 'objectWriteTraceId') !== undefined);
  const taken = new Set<string>();
  const errors: ErrorBody[] = [];
  const checked: NewObject[] = [];
  for (const input of inputs) {
    const trace = textIn(input, 'objectWriteTraceId');
    try {
      const properties = requiredObject(input, 'properties');
      const changes = checkWrite(portal, store, properties, undefined, taken);
      checkRules(portal, call.form, { store, changes, record: undefined });
      const written = new Set(Object.keys(properties));
      checked.push({ changes, written, links: parseWantedLinks(portal, store, input), trace });
    } catch (error) {
      if (!isTraced || !(error instanceof Refusal)) throw error;
      errors.push({ ...error.body, context: { objectWriteTraceId: [trace ?? ''] } });
    }
  }
  const results = checked.map((wanted) => createOne(portal, store, call, wanted));
  return batchAnswer(portal, call, 201, results, errors);
}

export interface NewObject {
  readonly changes: Changes;
  /** The properties that the caller named. */
  readonly written: ReadonlySet<string>;
  readonly links: readonly WantedLink[];
  readonly trace: string | undefined;
}

export function createOne(
  portal: Portal,
  store: TypeStore,
  call: Call,
  { changes, written, links, trace }: NewObject,
): Record<string, unknown> {
  const record = createRecord(portal, store, changes, call.actor);
  linkNew(portal, { store, record }, links);
  const described = describeCreated(portal, store, record, written);
  return trace === undefined ? described : { ...described, objectWriteTraceId: trace };
}

export function updateBatch(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const inputs = inputsOf(call.body);
  distinctIds(inputs);
  const taken = new Set<string>();
  const unknown: string[] = [];
  const checked: { readonly record: CrmRecord; readonly changes: Changes }[] = [];
  for (const input of inputs) {
    const id = requiredText(input, 'id');
    const record = recordFinder(store, textIn(input, 'idProperty'))(id);
    if (record === undefined || record.archivedAt !== undefined) unknown.push(id);
    else {
      const changes = checkWrite(portal, store, requiredObject(input, 'properties'), record, taken);
      checkRules(portal, call.form, { store, changes, record });
      checked.push({ record, changes });
    }
  }
  if (unknown.length > 0 && portal.switches.batchUpdateUnknownId === 'whole') throw notFound();
  const results = checked.map(({ record, changes }) => updateOne(portal, store, call, record, changes));
  return batchAnswer(portal, call, 200, results, unknownIds('update', unknown));
}

export function updateOne(
  portal: Portal,
  store: TypeStore,
  call: Call,
  record: CrmRecord,
  changes: Changes,
): Record<string, unknown> {
  updateRecord(portal, store, record, changes, call.actor);
  const names = [...changes.keys()].map(({ name }) => name);
  return describeRecord(portal, store, record, { names, historyNames: [] });
}

/** Always 204: for active, archived and unknown records. */
export function archiveBatch(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  for (const input of inputsOf(call.body)) {
    const record = store.records.byId.get(requiredText(input, 'id'));
    if (record !== undefined && record.archivedAt === undefined)
      archiveRecord(portal, store, record, call.actor);
  }
  return NO_CONTENT;
}
