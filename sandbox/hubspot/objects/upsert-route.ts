import { batchAnswer, distinctIds, inputsOf, unknownIds } from '../http/batch.ts';
import { type Answer, type Call, param } from '../http/call.ts';
import { type JsonObject, requiredObject, requiredText, textIn } from '../http/json.ts';
import { type ErrorBody, invalid, notFound, Refusal } from '../http/refusal.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import type { Changes } from '../properties/property-definition.ts';
import { findProperty } from '../properties/property-store.ts';
import { checkRules } from '../rules/check-rules.ts';
import { checkWrite, type Taken } from './check-write.ts';
import { createOne, updateOne } from './object-batch-routes.ts';
import { recordFinder } from './read-record.ts';
import type { CrmRecord } from './record-store.ts';

interface CheckedInput {
  /** undefined for a create. */
  readonly record: CrmRecord | undefined;
  readonly changes: Changes;
  /** The properties that the caller named. */
  readonly written: ReadonlySet<string>;
  readonly trace: string | undefined;
}

/** Updates records that have the unique value, creates the others. Validates all inputs before it stores any. */
export function upsertBatch(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const inputs = inputsOf(call.body);
  distinctIds(inputs);
  const isTraced = inputs.every((input) => textIn(input, 'objectWriteTraceId') !== undefined);
  const [wanted, errors, unknown]: [CheckedInput[], ErrorBody[], string[]] = [[], [], []];
  const taken: Taken = new Set();
  for (const input of inputs) {
    const trace = textIn(input, 'objectWriteTraceId');
    try {
      const checked = checkInput(portal, store, call, input, taken);
      if (checked === undefined) unknown.push(requiredText(input, 'id'));
      else wanted.push({ ...checked, trace });
    } catch (error) {
      if (!isTraced || !(error instanceof Refusal)) throw error;
      errors.push({ ...error.body, context: { objectWriteTraceId: [trace ?? ''] } });
    }
  }
  if (unknown.length > 0 && portal.switches.batchUpdateUnknownId === 'whole') throw notFound();
  const results = wanted.map((each) => writeOne(portal, store, call, each));
  return batchAnswer(portal, call, 200, results, [...errors, ...unknownIds('update', unknown)]);
}

/** @returns undefined for a record id that does not exist, since ids cannot be chosen */
function checkInput(
  portal: Portal,
  store: TypeStore,
  call: Call,
  input: JsonObject,
  taken: Taken,
): Pick<CheckedInput, 'record' | 'changes' | 'written'> | undefined {
  const id = requiredText(input, 'id');
  const idProperty = textIn(input, 'idProperty') ?? '';
  const found = recordFinder(store, idProperty)(id);
  const record = found?.archivedAt === undefined ? found : undefined;
  const isRecordId = idProperty === '' || idProperty === 'hs_object_id';
  if (isRecordId && record === undefined) return undefined;
  const given = requiredObject(input, 'properties');
  if (!isRecordId) checkSameValue(portal, store, { idProperty, id, given });
  const isNamed = isRecordId || record !== undefined || textIn(given, idProperty) !== undefined;
  const properties = isNamed ? given : { ...given, [idProperty]: id };
  const changes = checkWrite(portal, store, properties, record, taken);
  checkRules(portal, call.form, { store, changes, record });
  return { record, changes, written: new Set(Object.keys(properties)) };
}

function checkSameValue(
  { switches }: Portal,
  { properties }: TypeStore,
  { idProperty, id, given }: { idProperty: string; id: string; given: JsonObject },
): void {
  const text = textIn(given, idProperty);
  const isEmail = findProperty(properties, idProperty)?.isEmail === true;
  const isSame = text === undefined || text === id || (isEmail && text.toLowerCase() === id.toLowerCase());
  if (isSame || switches.upsertOtherValue === 'written') return;
  throw invalid(`${idProperty} is ${id.slice(0, 100)} as an id and something else among the properties.`);
}

function writeOne(
  portal: Portal,
  store: TypeStore,
  call: Call,
  { record, changes, written, trace }: CheckedInput,
): JsonObject {
  if (record === undefined)
    return { ...createOne(portal, store, call, { changes, written, links: [], trace }), new: true };
  const described = updateOne(portal, store, call, record, changes);
  return { ...described, ...(trace === undefined ? {} : { objectWriteTraceId: trace }), new: false };
}
