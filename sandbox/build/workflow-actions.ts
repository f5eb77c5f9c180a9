import {
  ACTION_DEFINITIONS,
  type ActionDefinition,
  type ActionInput,
} from '../../src/usecases/actions/definitions.ts';
import type { JsonObject } from './read-json.ts';
import type { ServerComponent } from './webhooks-component.ts';

/** Where HubSpot calls an action. @param serverUrl without a slash at its end */
function actionUrlOf({ name }: ActionDefinition, serverUrl: string): string {
  return `${serverUrl}/api/workflow-actions/${name}`;
}

/**
 * The workflow actions as components of a project.
 *
 * @param uidOf gives a component its uid
 * @param serverUrl may be a variable of the project's profile
 *
 * Source: HubSpot, "Custom workflow actions" of the developer platform, and its templates of platform 2026.09.
 */
export function actionComponents(uidOf: (name: string) => string, serverUrl: string): ServerComponent[] {
  return ACTION_DEFINITIONS.map((definition) => {
    const uid = uidOf(definition.name);
    const config = {
      actionUrl: actionUrlOf(definition, serverUrl),
      isPublished: true,
      supportedClients: [{ client: 'WORKFLOWS' }, { client: 'AGENTS' }],
      objectTypes: OBJECT_TYPES,
      inputFields: inputFieldsOf(definition),
      outputFields: outputFieldsOf(definition),
      labels: { en: labelsOf(definition) },
    };
    return { folder: 'workflow-actions', uid, description: { uid, type: 'workflow-action', config } };
  });
}

/** The workflow actions as bodies of HubSpot's API of definitions. */
export function actionBodies(serverUrl: string): JsonObject[] {
  return ACTION_DEFINITIONS.map((definition) => ({
    actionUrl: actionUrlOf(definition, serverUrl),
    published: true,
    objectTypes: OBJECT_TYPES,
    inputFields: inputFieldsOf(definition),
    outputFields: outputFieldsOf(definition),
    functions: [],
    labels: { en: labelsOf(definition) },
  }));
}

const OBJECT_TYPES = ['COMPANY'];

function inputFieldsOf({ inputs }: ActionDefinition) {
  return inputs.map((input) => ({
    typeDefinition: typeOf(input),
    supportedValueTypes: ['STATIC_VALUE', 'OBJECT_PROPERTY'],
    isRequired: input.isRequired ?? false,
  }));
}

function outputFieldsOf({ outputs }: ActionDefinition) {
  return outputs.map((output) => ({ typeDefinition: typeOf(output) }));
}

function typeOf({
  name,
  type,
  fieldType,
  options,
  isOwner,
}: Omit<ActionInput, 'description' | 'label'>): JsonObject {
  return {
    ...{ name, type, fieldType },
    ...(options !== undefined && { options: options.map((option) => ({ ...option })) }),
    ...(isOwner === true && { referencedObjectType: 'OWNER' }),
  };
}

function labelsOf({ actionName, description, card, inputs, outputs }: ActionDefinition) {
  return {
    ...{ actionName, actionDescription: description, actionCardContent: card, appDisplayName: 'Partner ICP' },
    inputFieldLabels: Object.fromEntries(inputs.map(({ name, label }) => [name, label])),
    inputFieldDescriptions: Object.fromEntries(inputs.map(({ name, description: told }) => [name, told])),
    outputFieldLabels: Object.fromEntries(outputs.map(({ name, label }) => [name, label])),
  };
}
