import { batchAnswer, createdStatus, inputsOf, unknownIds } from '../http/batch.ts';
import { type Answer, type Call, NO_CONTENT, param } from '../http/call.ts';
import { flagIn, requiredText, textIn } from '../http/json.ts';
import { type ErrorBody, Refusal } from '../http/refusal.ts';
import { type Portal, typeStoreOf } from '../portal/portal.ts';
import { namesNotListed } from './late-definitions.ts';
import { parsePropertyCreate, sensitivityIn } from './parse-property.ts';
import { describeProperty, sensitivityOf } from './property-definition.ts';
import { addProperty, archiveDefinition, checkNew, propertiesOf } from './property-routes.ts';
import { checkNotUsed, usersOf } from './property-uses.ts';
import { findProperty } from './property-store.ts';

export function readProperties(portal: Portal, call: Call): Answer {
  const store = propertiesOf(portal, call);
  const names = inputsOf(call.body).map((input) => requiredText(input, 'name'));
  const isArchived = flagIn(call.body, 'archived') ?? false;
  const sensitivity = sensitivityIn(textIn(call.body, 'dataSensitivity') ?? 'non_sensitive');
  const found = names.flatMap((name) => store.definitions.get(name) ?? []);
  const hidden = namesNotListed(store, portal.now(), names);
  const results = found.filter(
    (definition) =>
      !hidden.has(definition.name) &&
      (definition.archivedAt !== undefined) === isArchived &&
      sensitivityOf(definition) === sensitivity,
  );
  const known = new Set(results.map(({ name }) => name));
  const unknown = names.filter((name) => !known.has(name));
  return batchAnswer(portal, call, 200, results.map(describeProperty), unknownIds('get', unknown));
}

/** Creates the valid inputs and reports the others. */
export function createProperties(portal: Portal, call: Call): Answer {
  const store = propertiesOf(portal, call);
  const errors: ErrorBody[] = [];
  const results: unknown[] = [];
  for (const shape of inputsOf(call.body).map(parsePropertyCreate)) {
    try {
      checkNew(store, shape);
      results.push(describeProperty(addProperty(portal, call, store, shape)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push({ ...error.body, context: { name: [shape.name] } });
    }
  }
  return batchAnswer(portal, call, createdStatus(portal, call), results, errors);
}

export function archiveProperties(portal: Portal, call: Call): Answer {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const own = inputsOf(call.body).flatMap((input) => {
    const definition = findProperty(store.properties, requiredText(input, 'name'));
    return definition?.hubspotDefined === false ? [definition] : [];
  });
  const isRefused = portal.switches.batchArchiveInUse === 'refused';
  if (isRefused) for (const definition of own) checkNotUsed(portal, store, definition);
  for (const definition of own)
    if (usersOf(portal, store, definition).length === 0)
      archiveDefinition(portal, store.properties, definition);
  return NO_CONTENT;
}
