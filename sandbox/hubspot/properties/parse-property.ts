import {
  flagIn,
  type JsonObject,
  listIn,
  objectOf,
  requiredText,
  requireFields,
  textIn,
  wholeNumberIn,
} from '../http/json.ts';
import { badJson, invalid } from '../http/refusal.ts';
import {
  isCalculated,
  type Option,
  PROPERTY_TYPES,
  type PropertyShape,
  type PropertyType,
  SENSITIVITIES,
  type Sensitivity,
} from './property-definition.ts';

const FIELD_TYPES: Readonly<Record<PropertyType, readonly string[]>> = {
  string: ['text', 'textarea', 'file', 'html', 'phonenumber', 'calculation_equation'],
  number: ['number', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox', 'calculation_equation'],
  bool: ['booleancheckbox', 'select', 'radio', 'calculation_equation'],
  phone_number: ['phonenumber'],
};
const NAME = /^[a-z][a-z0-9_]{0,99}$/;

/** Fields that a PATCH may change; not `name`, `hasUniqueValue` and `dataSensitivity`. */
export type PropertyChange = Partial<Omit<PropertyShape, 'name' | 'hasUniqueValue' | 'dataSensitivity'>>;

/** @throws Refusal 400 */
export function parsePropertyCreate(body: JsonObject): PropertyShape {
  requireFields(body, ['name', 'label', 'type', 'fieldType', 'groupName']);
  const shape: PropertyShape = {
    name: requiredText(body, 'name'),
    label: requiredText(body, 'label'),
    groupName: requiredText(body, 'groupName'),
    type: typeOf(requiredText(body, 'type')),
    fieldType: requiredText(body, 'fieldType'),
    description: textIn(body, 'description') ?? '',
    options: optionsOf(listIn(body, 'options')),
    displayOrder: wholeNumberIn(body, 'displayOrder') ?? -1,
    hidden: flagIn(body, 'hidden') ?? false,
    formField: flagIn(body, 'formField') ?? false,
    hasUniqueValue: flagIn(body, 'hasUniqueValue') ?? false,
    externalOptions: flagIn(body, 'externalOptions') ?? false,
    ...namedParts(body),
  };
  if (!NAME.test(shape.name))
    throw invalid(`A property name has the form ${NAME.source}: ${shape.name.slice(0, 120)}`);
  if (shape.hasUniqueValue && shape.type !== 'string' && shape.type !== 'number')
    throw invalid('Only text and numbers can have unique values.');
  checkShape(shape);
  return shape;
}

/** What a definition has only when it was sent. */
function namedParts(
  body: JsonObject,
): Pick<PropertyShape, 'referencedObjectType' | 'calculationFormula' | 'dataSensitivity'> {
  const referencedObjectType = textIn(body, 'referencedObjectType');
  const dataSensitivity = textIn(body, 'dataSensitivity');
  return {
    ...(referencedObjectType === undefined ? {} : { referencedObjectType }),
    ...(dataSensitivity === undefined ? {} : { dataSensitivity: sensitivityIn(dataSensitivity) }),
    ...formulaIn(body),
  };
}

/** A blank formula counts as no formula. */
function formulaIn(body: JsonObject): Pick<PropertyShape, 'calculationFormula'> {
  const calculationFormula = textIn(body, 'calculationFormula') ?? '';
  return calculationFormula.trim() === '' ? {} : { calculationFormula };
}

/** @throws Refusal 400 */
export function sensitivityIn(text: string): Sensitivity {
  const found = SENSITIVITIES.find((name) => name === text);
  if (found === undefined) throw badJson(`dataSensitivity must be one of ${SENSITIVITIES.join(', ')}`);
  return found;
}

/** @throws Refusal 400 */
export function parsePropertyChange(body: JsonObject): PropertyChange {
  const type = textIn(body, 'type');
  const change: Record<keyof PropertyChange, unknown> = {
    label: textIn(body, 'label'),
    groupName: textIn(body, 'groupName'),
    type: type === undefined ? undefined : typeOf(type),
    fieldType: textIn(body, 'fieldType'),
    description: textIn(body, 'description'),
    options:
      body['options'] === undefined || body['options'] === null
        ? undefined
        : optionsOf(listIn(body, 'options')),
    displayOrder: wholeNumberIn(body, 'displayOrder'),
    hidden: flagIn(body, 'hidden'),
    formField: flagIn(body, 'formField'),
    externalOptions: undefined,
    referencedObjectType: undefined,
    calculationFormula: formulaIn(body).calculationFormula,
  };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** Rules for created and changed properties. @throws Refusal 400 */
export function checkShape(shape: PropertyShape): void {
  const { type, fieldType, options, label, externalOptions } = shape;
  if (label.trim() === '') throw invalid('A property needs a label.');
  if (!FIELD_TYPES[type].includes(fieldType)) {
    throw invalid(
      `fieldType of a ${type} is one of ${FIELD_TYPES[type].join(', ')}: ${fieldType.slice(0, 50)}`,
    );
  }
  if (isCalculated(shape) && fieldType !== 'calculation_equation')
    throw invalid('A property with a calculationFormula has the fieldType calculation_equation.');
  const values = options.map(({ value }) => value);
  if (new Set(values).size < values.length) throw invalid('Two options have the same value.');
  if (new Set(options.map((option) => option.label)).size < values.length)
    throw invalid('Two options have the same label.');
  if (type === 'enumeration' && values.length === 0 && !externalOptions)
    throw invalid('An enumeration needs options.');
  if (type === 'bool' && values.toSorted().join() !== 'false,true') {
    throw invalid('A bool needs exactly the options true and false.', {
      subCategory: 'PropertyValidationError.INVALID_BOOLEAN_OPTION',
    });
  }
}

function typeOf(text: string): PropertyType {
  const type = PROPERTY_TYPES.find((name) => name === text);
  if (type === undefined) throw badJson(`type must be one of ${PROPERTY_TYPES.join(', ')}`);
  return type;
}

function optionsOf(items: readonly unknown[]): readonly Option[] {
  return items.map((item, index) => {
    const option = objectOf(item, 'an option');
    requireFields(option, ['label', 'value']);
    const value = requiredText(option, 'value');
    if (value !== value.trim() || value === '' || value.includes(';')) {
      throw invalid(
        `An option's value is not blank, has no space around it and no ";": ${value.slice(0, 100)}`,
      );
    }
    return {
      value,
      label: requiredText(option, 'label'),
      description: textIn(option, 'description') ?? '',
      displayOrder: wholeNumberIn(option, 'displayOrder') ?? index,
      hidden: flagIn(option, 'hidden') ?? false,
    };
  });
}
