import { batchAnswer, createdStatus, inputsOf } from '../http/batch.ts';
import { type Answer, type Call, NO_CONTENT } from '../http/call.ts';
import { type JsonObject, listIn, objectOf, requiredText, requireFields } from '../http/json.ts';
import { type ErrorBody, Refusal } from '../http/refusal.ts';
import { type Portal, typePairOf, type TypeStore } from '../portal/portal.ts';
import { associate, associateAs, dissociate, type End, plainTypeOf } from './associate.ts';
import { checkDistinct } from './association-routes.ts';
import type { AssociationType } from './association-types.ts';
import { describeBothWays, farId } from './describe-association.ts';
import { activeRecord, farEnd, idOf, parseTypes } from './parse-association.ts';

const MAX_WRITES = 2_000;

interface CheckedInput {
  readonly near: End;
  readonly far: End;
  readonly types: readonly AssociationType[];
}

/** Every input is checked before anything is stored; unknown records become errors beside the results. */
function checkInputs(
  portal: Portal,
  call: Call,
  typesOf: (input: JsonObject, from: TypeStore, to: TypeStore) => readonly AssociationType[],
): { readonly wanted: readonly CheckedInput[]; readonly errors: readonly ErrorBody[] } {
  const [from, to] = typePairOf(portal, call.params);
  const errors: ErrorBody[] = [];
  const wanted: CheckedInput[] = [];
  for (const input of inputsOf(call.body, MAX_WRITES)) {
    const types = typesOf(input, from, to);
    const [fromId, toId] = [idOf(input, 'from'), idOf(input, 'to')];
    try {
      const [near, far] = [farEnd(portal, from, fromId), farEnd(portal, to, toId)];
      checkDistinct(near, far);
      wanted.push({ near, far, types });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push({ ...error.body, context: { fromObjectId: [fromId], toObjectId: [toId] } });
    }
  }
  return { wanted, errors };
}

export function createAssociations(portal: Portal, call: Call): Answer {
  const { wanted, errors } = checkInputs(portal, call, (input, from, to) => {
    requireFields(input, ['types', 'from', 'to']);
    return parseTypes(portal, listIn(input, 'types'), from, to);
  });
  const results = wanted.map(({ near, far, types }) => {
    associateAs(portal, near, far, types);
    return {
      fromObjectTypeId: near.store.type.id,
      fromObjectId: farId(portal, call, near.record.id),
      toObjectTypeId: far.store.type.id,
      toObjectId: farId(portal, call, far.record.id),
      labels: types.flatMap(({ label }) => label ?? []),
    };
  });
  return batchAnswer(portal, call, createdStatus(portal, call), results, errors);
}

export function associateDefaults(portal: Portal, call: Call): Answer {
  const { wanted, errors } = checkInputs(portal, call, (_input, from, to) => [plainTypeOf(portal, from, to)]);
  const results = wanted.flatMap(({ near, far, types }) =>
    types.flatMap((type) => {
      associate(portal, near, far, type);
      return describeBothWays(portal, String(near.record.id), String(far.record.id), type);
    }),
  );
  return batchAnswer(portal, call, 200, results, errors);
}

/** Always 204. Removes all types between the pairs. */
export function archiveAssociations(portal: Portal, call: Call): Answer {
  const [from, to] = typePairOf(portal, call.params);
  const pairs = inputsOf(call.body, MAX_WRITES).flatMap((input) => {
    requireFields(input, ['from', 'to']);
    const far = listIn(input, 'to').map((item) => requiredText(objectOf(item, 'to'), 'id'));
    return far.map((toId) => [activeRecord(from, idOf(input, 'from')), activeRecord(to, toId)] as const);
  });
  for (const [near, far] of pairs) {
    if (near !== undefined && far !== undefined)
      dissociate(portal, { store: from, record: near }, { store: to, record: far });
  }
  return NO_CONTENT;
}

/** Removes the named types; removing the plain one removes all others (documented). */
export function archiveLabels(portal: Portal, call: Call): Answer {
  const { wanted } = checkInputs(portal, call, (input, from, to) => {
    requireFields(input, ['types', 'from', 'to']);
    return parseTypes(portal, listIn(input, 'types'), from, to);
  });
  for (const { near, far, types } of wanted) for (const type of types) dissociate(portal, near, far, type);
  return NO_CONTENT;
}
