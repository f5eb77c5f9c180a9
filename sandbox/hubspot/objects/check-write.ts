import { type JsonObject, textOf } from '../http/json.ts';
import { invalid, Refusal } from '../http/refusal.ts';
import { checkStage } from '../pipelines/check-stage.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import { checkValue, valueProblem, type ValueProblem } from '../properties/check-value.ts';
import { type Changes, isCalculated, type PropertyDefinition } from '../properties/property-definition.ts';
import { findProperty } from '../properties/property-store.ts';
import type { CrmRecord } from './record-store.ts';

/** Unique values used by earlier inputs of the same batch. */
export type Taken = Set<string>;

/**
 * Validates a whole write before anything is stored.
 *
 * @param record undefined for a create
 * @throws Refusal 400 naming every invalid value, 409 for a second contact with an email
 */
export function checkWrite(
  portal: Portal,
  store: TypeStore,
  properties: JsonObject,
  record: CrmRecord | undefined,
  taken: Taken = new Set(),
): Changes {
  const changes = new Map<PropertyDefinition, string>();
  const problems: ValueProblem[] = [];
  for (const [name, raw] of Object.entries(properties)) {
    if (raw === null && portal.switches.nullInWrite === 'ignored') continue;
    const text = raw === null ? '' : textOf(raw, name);
    const checked = checkProperty(portal, store, name, text, record, taken);
    if ('isValid' in checked) problems.push(checked);
    else changes.set(checked.definition, checked.value);
  }
  if (problems.length > 0) throw invalidValues(problems);
  if (record === undefined) checkRequired(store, changes);
  const completed = checkStage(store, portal.switches, changes, record);
  if ('isValid' in completed) throw invalidValues([completed]);
  return completed;
}

/** The shape is recorded, for tickets and projects. */
function checkRequired({ type, properties }: TypeStore, changes: Changes): void {
  const unset = type.requiredProperties.filter((name) => {
    const definition = findProperty(properties, name);
    return definition === undefined || (changes.get(definition) ?? '') === '';
  });
  if (unset.length === 0) return;
  const message = `Error creating ${type.singular.toUpperCase()}. Some required properties were not set.`;
  throw invalid(message, { context: { properties: unset } });
}

function checkProperty(
  portal: Portal,
  store: TypeStore,
  name: string,
  text: string,
  record: CrmRecord | undefined,
  taken: Taken,
): { readonly definition: PropertyDefinition; readonly value: string } | ValueProblem {
  const definition = findProperty(store.properties, name);
  if (definition === undefined)
    return valueProblem(name, 'PROPERTY_DOESNT_EXIST', `Property "${name}" does not exist`);
  if (definition.readOnlyValue || isCalculated(definition)) {
    return valueProblem(name, 'READ_ONLY_VALUE', `"${name}" is read only: its value cannot be set.`);
  }
  const checked = checkValue(definition, text, record?.values[definition.slot], portal);
  if ('isValid' in checked) return checked;
  if (
    definition.hasUniqueValue &&
    checked.value !== '' &&
    isTaken(portal, store, definition, checked.value, record, taken)
  ) {
    if (name === store.type.identity) throw exists(store, definition, checked.value);
    if (portal.switches.takenUniqueValue === 'sentence') throw hasThatValue(store, definition, checked.value);
    const code =
      portal.switches.unrecordedValueCodes === 'opaque' ? 'INVALID_VALUE' : 'CONFLICTING_UNIQUE_VALUE';
    return valueProblem(name, code, `${checked.value} is already the value of another record.`);
  }
  return { definition, value: checked.value };
}

/** Creates within this time count as simultaneous. */
const SIMULTANEOUS_MS = 100;

function isTaken(
  { switches, now }: Portal,
  store: TypeStore,
  definition: PropertyDefinition,
  value: string,
  record: CrmRecord | undefined,
  taken: Taken,
): boolean {
  const holder = store.records.holders.get(definition.slot)?.get(value);
  const key = `${definition.slot} ${value}`;
  if (taken.has(key)) return true;
  taken.add(key);
  if (holder === undefined || holder === record) return false;
  const isSimultaneous = record === undefined && now().getTime() - holder.created.at < SIMULTANEOUS_MS;
  return switches.simultaneousUniqueValue === 'one-wins' || !isSimultaneous;
}

/** The id at the end of the message is recorded; integrations read it from there. */
function exists({ type, records }: TypeStore, { slot }: PropertyDefinition, value: string): Refusal {
  const holder = records.holders.get(slot)?.get(value);
  const word = type.singular.charAt(0).toUpperCase() + type.singular.slice(1);
  const message = `${word} already exists.${holder === undefined ? '' : ` Existing ID: ${holder.id}`}`;
  return new Refusal(409, { message, category: 'CONFLICT' });
}

/** Public repositories show both this message and the list of invalid values. */
function hasThatValue({ records }: TypeStore, { slot, name }: PropertyDefinition, value: string): Refusal {
  const holder = records.holders.get(slot)?.get(value);
  const who = holder === undefined ? 'Another record of this batch' : `Record ${holder.id}`;
  return invalid(`Cannot set ${name}. ${who} already has that value.`);
}

function invalidValues(problems: readonly ValueProblem[]): Refusal {
  return invalid(`Property values were not valid: ${JSON.stringify(problems)}`, {
    errors: problems.map(({ message, error, name }) => ({
      message,
      code: error,
      context: { propertyName: [name] },
    })),
  });
}
