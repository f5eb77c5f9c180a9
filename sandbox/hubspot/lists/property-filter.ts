import { flagIn, type JsonObject, objectOf, requiredText, textIn } from '../http/json.ts';
import { badJson, invalid } from '../http/refusal.ts';
import { type CrmRecord, versionsOf } from '../objects/record-store.ts';
import type { Portal, TypeStore } from '../portal/portal.ts';
import type { PropertyDefinition } from '../properties/property-definition.ts';
import { findProperty } from '../properties/property-store.ts';
import { type Match, valueText } from '../search/search-filter.ts';
import { OPERATIONS, type Operator } from './operators.ts';
import { testOf } from './value-test.ts';

/** Compiles a filter on a property. @throws Refusal 400 for anything that the sandbox does not support */
export function parsePropertyFilter(portal: Portal, store: TypeStore, filter: JsonObject): Match {
  const name = requiredText(filter, 'property');
  const operation = objectOf(filter['operation'], 'operation');
  const typeName = requiredText(operation, 'operationType');
  const operatorName = requiredText(operation, 'operator');
  const type = Object.hasOwn(OPERATIONS, typeName) ? OPERATIONS[typeName] : undefined;
  if (type === undefined)
    throw invalid(`The sandbox supports no list operation of the type ${typeName.slice(0, 50)}.`);
  const operator = Object.hasOwn(type.operators, operatorName) ? type.operators[operatorName] : undefined;
  if (operator === undefined)
    throw invalid(`${typeName} operations have no operator ${operatorName.slice(0, 50)}.`);
  const definition = findProperty(store.properties, name);
  if (definition === undefined || !type.fits.includes(definition.type)) {
    if (portal.switches.unfitListFilter === 'finds-nothing') return () => false;
    const why = definition === undefined ? 'does not exist' : `is a ${definition.type}`;
    throw invalid(`${name.slice(0, 100)} ${why}, so ${typeName} does not apply to it.`);
  }
  const isMet = testOf(portal, definition, { typeName, operator, operation });
  if (operator.test === 'known')
    return (record) => (valueText(portal, record, definition) !== '') === (operator.isNegated !== true);
  const includesUnset = flagIn(operation, 'includeObjectsWithNoValueSet') ?? false;
  const textsOf = textReader(portal, definition, operator, textIn(operation, 'propertyParser'));
  return (record) => {
    if (valueText(portal, record, definition) === '' && operator.isEver !== true) return includesUnset;
    const texts = textsOf(record);
    if (texts.length === 0) return includesUnset;
    return texts.some(isMet) === (operator.isNegated !== true);
  };
}

/** The texts to compare: the value, all former values, or the time of writing. */
function textReader(
  portal: Portal,
  definition: PropertyDefinition,
  operator: Operator,
  parser: string | undefined,
): (record: CrmRecord) => readonly string[] {
  const { slot } = definition;
  if (parser !== undefined && parser !== 'VALUE' && parser !== 'UPDATED_AT')
    throw badJson('propertyParser must be VALUE or UPDATED_AT');
  if (parser === 'UPDATED_AT') {
    return (record) => {
      const at = record.writes[slot]?.at;
      return at === undefined ? [] : [String(at)];
    };
  }
  if (operator.isEver !== true || definition.derive !== undefined)
    return (record) => [valueText(portal, record, definition)];
  return (record) => versionsOf(record, slot).flatMap(({ value }) => (value === '' ? [] : value));
}
