import { isJsonObject, type JsonObject } from '../../../../sandbox/hubspot/http/json.ts';
import {
  type IntegrationsSandbox,
  type IntegrationsSetup,
  SCORER,
  withIntegrations,
} from '../open-integrations-sandbox.ts';
import { type Received, type Receiver, type Reply, withReceiver } from '../open-receiver.ts';

/** A field that a workflow fills in. */
const inputField = (name: string, type: string, fieldType: string) => ({
  isRequired: true,
  supportedValueTypes: ['STATIC_VALUE'],
  typeDefinition: { name, type, fieldType, options: [], externalOptions: false },
});

/** A definition as it is created. */
export const laneAction = (actionUrl: string) => ({
  actionUrl,
  published: true,
  objectTypes: ['COMPANY'],
  objectRequestOptions: { properties: ['name', 'city'] },
  inputFields: [inputField('note', 'string', 'text')],
  outputFields: [],
  functions: [],
  labels: { en: { actionName: 'Judge the partner' } },
});

/** The same with fields of other types. */
export const typedAction = (actionUrl: string) => ({
  ...laneAction(actionUrl),
  inputFields: [
    inputField('points', 'number', 'number'),
    inputField('urgent', 'bool', 'booleancheckbox'),
    inputField('types', 'enumeration', 'checkbox'),
    inputField('note', 'string', 'text'),
  ],
});

export interface LaneAction {
  readonly company: string;
  readonly fire: (inputFields?: JsonObject) => ReturnType<IntegrationsSandbox['crm']['actions']['fire']>;
}

/** An account with a custom action, and a company to bring to it. */
export function withAction(
  reply: (received: Received, index: number) => Reply,
  run: (sandbox: IntegrationsSandbox & LaneAction, receiver: Receiver) => Promise<void>,
  setup: IntegrationsSetup = {},
  define: (actionUrl: string) => JsonObject = laneAction,
): Promise<void> {
  return withReceiver(reply, (receiver) =>
    withIntegrations(
      { apps: [{ ...SCORER, actions: [define(receiver.url)] }], ...setup },
      async (sandbox) => {
        const { body } = await sandbox.call('POST', '/crm/v3/objects/companies', {
          properties: { name: 'Larch', city: 'Graz' },
        });
        const company = String(body['id']);
        const fire = (inputFields: JsonObject = {}) =>
          sandbox.crm.actions.fire({
            appId: 4711,
            definitionId: '1',
            objectType: 'companies',
            objectId: company,
            inputFields,
          });
        await run({ ...sandbox, company, fire }, receiver);
      },
    ),
  );
}

export const outputs = (outputFields: JsonObject): Reply => ({ body: { outputFields } });

export const bodyOf = (received: Received | undefined): JsonObject =>
  isJsonObject(received?.body) ? received.body : {};
