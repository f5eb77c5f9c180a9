import { batchAnswer, inputsOf } from '../http/batch.ts';
import { type Answer, type Call, limitOf, NO_CONTENT, param } from '../http/call.ts';
import { type JsonObject, listIn, requiredText, textIn } from '../http/json.ts';
import { type ErrorBody, invalid, notFound } from '../http/refusal.ts';
import { type Portal, typePairOf, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import { associate, associateAs, dissociate, type End, plainTypeOf } from './associate.ts';
import { linksOf } from './association-store.ts';
import { describeBothWays, describeLinks, farId, LINK_LIMIT } from './describe-association.ts';
import { activeRecord, farEnd, parseTypes } from './parse-association.ts';

/** The first record of the path. @throws Refusal 404 */
function nearEnd(portal: Portal, call: Call): End {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const record = activeRecord(store, param(call, 'objectId'));
  if (record === undefined) throw notFound();
  return { store, record };
}

function farStore(portal: Portal, call: Call): TypeStore {
  return typeStoreOf(portal, param(call, 'toObjectType'));
}

/** Both ends of a path that writes. @throws Refusal */
function endsOf(portal: Portal, call: Call): readonly [End, End] {
  const near = nearEnd(portal, call);
  const far = farEnd(portal, farStore(portal, call), param(call, 'toObjectId'));
  checkDistinct(near, far);
  return [near, far];
}

/** @throws Refusal 400 */
export function checkDistinct(near: End, far: End): void {
  if (near.record === far.record) throw invalid('A record cannot be associated with itself.');
}

export function listAssociations(portal: Portal, call: Call): Answer {
  const { record } = nearEnd(portal, call);
  const limit = limitOf(portal, call.query.get('limit'), LINK_LIMIT, LINK_LIMIT);
  const after = call.query.get('after') ?? '';
  return { status: 200, body: describeLinks(portal, call, record, farStore(portal, call), after, limit) };
}

export function associateDefault(portal: Portal, call: Call): Answer {
  const [near, far] = endsOf(portal, call);
  const type = plainTypeOf(portal, near.store, far.store);
  associate(portal, near, far, type);
  const [fromId, toId] = [String(near.record.id), String(far.record.id)];
  return batchAnswer(portal, call, 200, describeBothWays(portal, fromId, toId, type));
}

export function putLabels(portal: Portal, call: Call): Answer {
  const [near, far] = endsOf(portal, call);
  const types = parseTypes(portal, listIn(call.body, 'items'), near.store, far.store);
  associateAs(portal, near, far, types);
  const kept = linksOf(portal.associations, near.record.id, far.store.type.id).get(far.record.id) ?? [];
  return {
    status: 201,
    body: {
      fromObjectTypeId: near.store.type.id,
      fromObjectId: farId(portal, call, near.record.id),
      toObjectTypeId: far.store.type.id,
      toObjectId: farId(portal, call, far.record.id),
      labels: kept.flatMap(({ label }) => label ?? []),
    },
  };
}

/** 204 whether or not the two were associated. */
export function removeAssociation(portal: Portal, call: Call): Answer {
  const near = nearEnd(portal, call);
  const store = farStore(portal, call);
  const record = activeRecord(store, param(call, 'toObjectId'));
  if (record !== undefined) dissociate(portal, near, { store, record });
  return NO_CONTENT;
}

const MAX_READS = 1_000;

/** An id without associations, or of no record, is an error in the batch (recorded). */
export function readAssociations(portal: Portal, call: Call): Answer {
  const [from, to] = typePairOf(portal, call.params);
  const results: JsonObject[] = [];
  const errors: ErrorBody[] = [];
  for (const input of inputsOf(call.body, MAX_READS)) {
    const id = requiredText(input, 'id');
    const record = activeRecord(from, id);
    const after = textIn(input, 'after') ?? '';
    const page = record && describeLinks(portal, call, record, to, after, LINK_LIMIT);
    if (page === undefined || page.results.length === 0) errors.push(noAssociations(from, to, id));
    else
      results.push({
        from: { id },
        to: page.results,
        ...('paging' in page ? { paging: page['paging'] } : {}),
      });
  }
  return batchAnswer(portal, call, 200, results, errors);
}

function noAssociations({ type: from }: TypeStore, { type: to }: TypeStore, id: string): ErrorBody {
  return {
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to.singular} is associated with ${from.singular} ${id.slice(0, 30)}.`,
    context: { fromObjectId: [id], fromObjectType: [from.singular], toObjectType: [to.singular] },
  };
}
