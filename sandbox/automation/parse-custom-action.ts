import {
  OBJECT_TYPES,
  type ObjectType,
  type ActionField,
  type CustomAction,
} from '../workbench/pages/automation/automation.ts';
import { listIn, recordIn, textIn } from '../workbench/pages/parse.ts';

/** Types of records in definitions. */
const SPELLINGS: Readonly<Record<string, ObjectType>> = {
  COMPANY: 'companies',
  CONTACT: 'contacts',
  DEAL: 'deals',
};

/** Reads a definition of HubSpot's API, in English or else its first language. */
export function customActionIn(appId: string, definition: unknown): CustomAction {
  const { id, labels, objectTypes, inputFields } = recordIn(definition);
  const languages = recordIn(labels);
  const texts = recordIn(languages['en'] ?? Object.values(languages)[0]);
  const fieldLabels = recordIn(texts['inputFieldLabels']);
  const types = listIn(objectTypes).flatMap((type) => SPELLINGS[textIn(type).toUpperCase()] ?? []);
  return {
    appId,
    definitionId: textIn(id),
    label: textIn(texts['actionName']) || `Action ${textIn(id)}`,
    // an action without types takes all
    objectTypes: listIn(objectTypes).length === 0 ? OBJECT_TYPES : types,
    fields: listIn(inputFields).map((field) => fieldIn(field, fieldLabels)),
  };
}

function fieldIn(json: unknown, labels: Readonly<Record<string, unknown>>): ActionField {
  const { typeDefinition, supportedValueTypes, isRequired } = recordIn(json);
  const { name, options } = recordIn(typeDefinition);
  const kinds = listIn(supportedValueTypes);
  return {
    name: textIn(name),
    label: textIn(labels[textIn(name)]) || textIn(name),
    isRequired: isRequired === true,
    takesProperty: kinds.includes('OBJECT_PROPERTY') && !kinds.includes('STATIC_VALUE'),
    options: listIn(options).map((option) => {
      const { label, value } = recordIn(option);
      return { label: textIn(label) || textIn(value), value: textIn(value) };
    }),
  };
}
