import { linkNew } from '../associations/associate.ts';
import { describeAssociated } from '../associations/describe-association.ts';
import { parseWantedLinks } from '../associations/parse-association.ts';
import {
  type Answer,
  type Call,
  isArchivedAsked,
  limitOf,
  namesInQuery,
  NO_CONTENT,
  param,
} from '../http/call.ts';
import { requiredObject } from '../http/json.ts';
import { invalid, notFound, Refusal } from '../http/refusal.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import { checkRules } from '../rules/check-rules.ts';
import { archiveRecord } from './archive-record.ts';
import { checkWrite } from './check-write.ts';
import { describeCreated, describeRecord, recordFinder, recordOf, type Selection } from './read-record.ts';
import { type CrmRecord, indexAfter } from './record-store.ts';
import { createRecord, updateRecord } from './write-record.ts';

const LIST_LIMIT = 10;
const LIST_MAXIMUM = 100;
const HISTORY_MAXIMUM = 50;

function selectionInQuery(call: Call): Selection {
  return {
    names: namesInQuery(call, 'properties'),
    historyNames: namesInQuery(call, 'propertiesWithHistory'),
  };
}

export function createObject(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const properties = requiredObject(call.body, 'properties');
  const changes = checkWrite(portal, store, properties, undefined);
  checkRules(portal, call.form, { store, changes, record: undefined });
  const links = parseWantedLinks(portal, store, call.body);
  const record = createRecord(portal, store, changes, call.actor);
  linkNew(portal, { store, record }, links);
  const written = new Set(Object.keys(properties));
  return { status: 201, body: describeCreated(portal, store, record, written) };
}

export function getObject(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const find = recordFinder(store, call.query.get('idProperty') ?? undefined);
  const record = recordOf(find, param(call, 'objectId'), isArchivedAsked(call));
  return {
    status: 200,
    body: {
      ...describeRecord(portal, store, record, selectionInQuery(call)),
      ...describeAssociated(portal, record, farTypesInQuery(portal, call)),
    },
  };
}

/** The object types that `associations` asks for. @throws Refusal 400 */
function farTypesInQuery(portal: Portal, call: Call): readonly TypeStore[] {
  return [...new Set(namesInQuery(call, 'associations').map((name) => typeStoreOf(portal, name)))];
}

export function updateObject(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const properties = requiredObject(call.body, 'properties');
  const find = recordFinder(store, call.query.get('idProperty') ?? undefined);
  const record = recordOf(find, param(call, 'objectId'));
  if (Object.keys(properties).length === 0)
    throw invalid('There are no properties to update; name at least one.');
  const changes = checkWrite(portal, store, properties, record);
  checkRules(portal, call.form, { store, changes, record });
  updateRecord(portal, store, record, changes, call.actor);
  const names = Object.keys(properties);
  return { status: 200, body: describeRecord(portal, store, record, { names, historyNames: [] }) };
}

/** 204 also for a record that never was (recorded). */
export function archiveObject(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const record = store.records.byId.get(param(call, 'objectId'));
  if (record === undefined) return NO_CONTENT;
  if (record.archivedAt !== undefined) {
    if (portal.switches.repeatedArchiveStatus === 204) return NO_CONTENT;
    throw notFound();
  }
  archiveRecord(portal, store, record, call.actor);
  return NO_CONTENT;
}

export function listObjects(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const selection = selectionInQuery(call);
  const maximum = selection.historyNames.length > 0 ? HISTORY_MAXIMUM : LIST_MAXIMUM;
  const limit = limitOf(portal, call.query.get('limit'), LIST_LIMIT, maximum);
  const page: CrmRecord[] = [];
  const { all } = store.records;
  let index = indexAfter(store.records, afterOf(call));
  for (; index < all.length && page.length <= limit; index += 1) {
    const record = all[index];
    if (record !== undefined && (record.archivedAt !== undefined) === isArchivedAsked(call))
      page.push(record);
  }
  const hasMore = page.length > limit;
  if (hasMore) page.pop();
  const farTypes = farTypesInQuery(portal, call);
  const results = page.map((record) => ({
    ...describeRecord(portal, store, record, selection),
    ...describeAssociated(portal, record, farTypes),
  }));
  const after = String(page.at(-1)?.id ?? '');
  return { status: 200, body: { results, ...(hasMore ? { paging: { next: { after } } } : {}) } };
}

/** Cursors are ids, so paging is stable while records are created or archived. */
function afterOf(call: Call): number {
  const after = call.query.get('after') ?? '';
  if (after === '') return 0;
  if (!/^\d{1,15}$/.test(after))
    throw new Refusal(400, { message: `after is not a valid cursor: ${after.slice(0, 50)}` });
  return Number(after);
}
