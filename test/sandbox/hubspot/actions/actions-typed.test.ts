import { Client } from '@hubspot/api-client';
import {
  FieldTypeDefinitionFieldTypeEnum,
  FieldTypeDefinitionTypeEnum,
  InputFieldDefinitionSupportedValueTypesEnum,
} from '@hubspot/api-client/lib/codegen/automation/actions/index.js';
import { APP } from '../open-sandbox.ts';
import { SCORER, withIntegrations } from '../open-integrations-sandbox.ts';
import { refusalOf } from '../with-client.ts';
import { laneAction, outputs, withAction } from './lane-action.ts';

const URL = 'http://127.0.0.1:1/judge';
const typedAction = () => ({
  ...laneAction(URL),
  inputFields: [
    {
      isRequired: true,
      supportedValueTypes: [InputFieldDefinitionSupportedValueTypesEnum.StaticValue],
      typeDefinition: {
        name: 'note',
        type: FieldTypeDefinitionTypeEnum.String,
        fieldType: FieldTypeDefinitionFieldTypeEnum.Text,
        options: [],
        externalOptions: false,
      },
    },
  ],
});
const clientOf = (basePath: string) =>
  new Client({ developerApiKey: 'sandbox-developer-key', basePath }).automation.actions;

test('the official client creates, lists, changes and archives a definition, and reads its revisions', () =>
  withIntegrations({ apps: [SCORER] }, async ({ crm }) => {
    const { definitionsApi, revisionsApi } = clientOf(crm.baseUrl);

    const made = await definitionsApi.create(4711, typedAction());
    const read = await definitionsApi.getById(made.id, 4711);
    const changed = await definitionsApi.update(made.id, 4711, { published: false });
    const revisions = await revisionsApi.getPage(made.id, 4711);
    const first = await revisionsApi.getById(made.id, '1', 4711);

    expect(read).toMatchObject({
      actionUrl: URL,
      published: true,
      objectTypes: ['COMPANY'],
      revisionId: '1',
    });
    expect(read.inputFields[0]?.typeDefinition.name).toBe('note');
    expect(read.objectRequestOptions?.properties).toEqual(['name', 'city']);
    expect(changed).toMatchObject({ actionUrl: URL, published: false, revisionId: '2' });
    expect(revisions.results.map(({ revisionId }) => revisionId)).toEqual(['2', '1']);
    expect(first.definition.published).toBe(true);
    await definitionsApi.archive(made.id, 4711);
    expect((await refusalOf(definitionsApi.getById(made.id, 4711))).code).toBe(404);
    expect((await definitionsApi.getPage(4711)).results).toEqual([]);
    expect((await definitionsApi.getPage(4711, undefined, undefined, true)).results).toHaveLength(1);
  }));

test('definitions come page by page', () =>
  withIntegrations({ apps: [SCORER] }, async ({ crm }) => {
    const { definitionsApi } = clientOf(crm.baseUrl);
    for (let round = 0; round < 3; round += 1) await definitionsApi.create(4711, typedAction());

    const first = await definitionsApi.getPage(4711, 2);
    const rest = await definitionsApi.getPage(4711, 2, first.paging?.next?.after);

    expect([...first.results, ...rest.results].map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(rest.paging).toBeUndefined();
  }));

test('the official client completes callbacks, one and many', () =>
  withAction(
    () => outputs({ hs_execution_state: 'BLOCK' }),
    async ({ crm, fire }) => {
      const { callbacksApi } = new Client({ accessToken: APP, basePath: crm.baseUrl }).automation.actions;
      const ids = [(await fire()).callbackId, (await fire()).callbackId];
      const [one = '', other = ''] = ids;

      await callbacksApi.complete(one, { outputFields: { hs_execution_state: 'SUCCESS', lane: 'deep' } });
      await callbacksApi.completeBatch({ inputs: [{ callbackId: other, outputFields: { lane: 'fast' } }] });

      expect(crm.actions.executions().map(({ outputFields }) => outputFields)).toEqual([
        { lane: 'deep' },
        { lane: 'fast' },
      ]);
    },
  ));

test.each([
  ['no labels', { labels: {} }],
  ['no name of the action', { labels: { en: {} } }],
  ['an address that is none', { actionUrl: 'judge' }],
  ['a field without a name', { inputFields: [{ typeDefinition: { type: 'string' } }] }],
  ['an unset address', { actionUrl: null }],
])('a definition with %s is refused', (_name, part) =>
  withIntegrations({ apps: [SCORER] }, async ({ call }) => {
    expect(
      await call('POST', '/automation/actions/2026-09/4711', { ...laneAction(URL), ...part }),
    ).toMatchObject({
      status: 400,
      body: { status: 'error', category: 'VALIDATION_ERROR' },
    });
  }),
);
