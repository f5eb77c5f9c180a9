import {
  PropertyCreateFieldTypeEnum as Field,
  PropertyCreateTypeEnum as Type,
} from '@hubspot/api-client/lib/codegen/crm/properties/index.js';
import type { Client } from '@hubspot/api-client';
import { refusalOf } from '../with-client.ts';
import { FORMS, withForm } from '../with-forms.ts';

async function withKey({ crm }: Client): Promise<void> {
  const shape = { type: Type.String, fieldType: Field.Text, groupName: 'companyinformation' };
  await crm.properties.coreApi.create('companies', {
    ...shape,
    name: 'key',
    label: 'Key',
    hasUniqueValue: true,
  });
}

test.each(FORMS)('a company is read and changed by a unique value (%s)', (form) =>
  withForm(form, async ({ hubspot }) => {
    await withKey(hubspot);
    const { basicApi, batchApi } = hubspot.crm.companies;
    const { id } = await basicApi.create({ properties: { name: 'Larch', key: 'k 1' } });

    await basicApi.update('k 1', { properties: { city: 'Graz' } }, 'key');
    await batchApi.update({ inputs: [{ id: 'k 1', idProperty: 'key', properties: { phone: '1' } }] });

    const read = await basicApi.getById('k 1', ['city', 'phone'], [], [], false, 'key');
    expect(read).toMatchObject({ id, properties: { city: 'Graz', phone: '1' } });
    expect((await refusalOf(basicApi.getById('k 2', [], [], [], false, 'key'))).code).toBe(404);
    expect((await refusalOf(basicApi.getById('Larch', [], [], [], false, 'name'))).code).toBe(400);
    expect((await refusalOf(basicApi.update('k 2', { properties: { city: 'x' } }, 'key'))).code).toBe(404);
  }),
);

test.each(FORMS)(
  'an upsert updates what is there and creates the rest, in the order of its inputs (%s)',
  (form) =>
    withForm(form, async ({ hubspot }) => {
      await withKey(hubspot);
      const { basicApi, batchApi } = hubspot.crm.companies;
      const { id } = await basicApi.create({ properties: { name: 'Larch', key: 'a' } });

      const answer = await batchApi.upsert({
        inputs: ['b', 'a'].map((key) => ({
          id: key,
          idProperty: 'key',
          properties: { city: `city of ${key}` },
          objectWriteTraceId: `trace ${key}`,
        })),
      });

      expect(answer.results).toMatchObject([
        { _new: true, properties: { city: 'city of b', key: 'b' }, objectWriteTraceId: 'trace b' },
        { _new: false, id, properties: { city: 'city of a' }, objectWriteTraceId: 'trace a' },
      ]);
      expect((await basicApi.getPage()).results).toHaveLength(2);
    }),
);

test.each(FORMS)(
  'upserting by email knows a contact in any spelling, and never makes a second one (%s)',
  (form) =>
    withForm(form, async ({ hubspot }) => {
      const { basicApi, batchApi } = hubspot.crm.contacts;
      const { id } = await basicApi.create({ properties: { email: 'ada@larch.example' } });

      for (const email of ['ADA@larch.example', 'ada@LARCH.example']) {
        const input = { id: email, idProperty: 'email', properties: { firstname: 'Ada' } };
        expect((await batchApi.upsert({ inputs: [input] })).results).toMatchObject([{ id, _new: false }]);
      }

      expect((await basicApi.getPage()).results).toHaveLength(1);
    }),
);

test.each(FORMS)(
  'a bad input refuses a whole upsert, or is reported alone where inputs are traced (%s)',
  (form) =>
    withForm(form, async ({ hubspot }) => {
      await withKey(hubspot);
      const { basicApi, batchApi } = hubspot.crm.companies;
      const inputs = ['good', 'bad'].map((key) => ({
        id: key,
        idProperty: 'key',
        properties: { numberofemployees: key === 'good' ? '5' : 'five' },
      }));

      const whole = await refusalOf(batchApi.upsert({ inputs }));
      const traced = await batchApi.upsert({
        inputs: inputs.map((input) => ({ ...input, objectWriteTraceId: input.id })),
      });

      expect(whole.code).toBe(400);
      expect(traced).toMatchObject({
        results: [{ _new: true }],
        numErrors: 1,
        errors: [{ context: { objectWriteTraceId: ['bad'] } }],
      });
      expect((await basicApi.getPage(10, undefined, ['key'])).results).toMatchObject([
        { properties: { key: 'good' } },
      ]);
      const twice = { inputs: [1, 2].map(() => ({ id: 'x', idProperty: 'key', properties: {} })) };
      expect((await refusalOf(batchApi.upsert(twice))).code).toBe(400);
      const unknown = await batchApi.upsert({ inputs: [{ id: '1', properties: { city: 'x' } }] });
      expect(unknown).toMatchObject({ results: [], errors: [{ context: { ids: ['1'] } }] });
    }),
);
