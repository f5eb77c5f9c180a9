import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';

const PROPERTIES = '/crm/properties/2026-09/companies';
const COMPANIES = '/crm/objects/2026-09/companies';
const shape = { label: 'Own', groupName: 'companyinformation' };

const names = (body: Readonly<Record<string, unknown>>) =>
  (body['results'] as { name: string }[]).map(({ name }) => name);

test('a phone number is a type of its own, kept as it was written and found by search', () =>
  withSandbox(async ({ call }) => {
    const made = await call('POST', PROPERTIES, {
      ...{ ...shape, name: 'hotline', type: 'phone_number', fieldType: 'phonenumber' },
    });
    const wrong = await call('POST', PROPERTIES, {
      ...{ ...shape, name: 'other', type: 'phone_number', fieldType: 'text' },
    });
    await call('POST', COMPANIES, { properties: { hotline: '+43 316 1234 ext. A' } });

    const filters = [{ propertyName: 'hotline', operator: 'EQ', value: '+43 316 1234 EXT. a' }];
    const found = await call('POST', `${COMPANIES}/search`, {
      filterGroups: [{ filters }],
      properties: ['hotline'],
    });

    expect([made.status, wrong.status]).toEqual([201, 400]);
    expect(made.body).toMatchObject({ type: 'phone_number', fieldType: 'phonenumber' });
    expect(found.body).toMatchObject({ results: [{ properties: { hotline: '+43 316 1234 ext. A' } }] });
  }));

async function makeSensitive({ call }: OpenSandbox): Promise<void> {
  for (const [name, dataSensitivity] of [
    ['open', undefined],
    ['passport', 'sensitive'],
    ['diagnosis', 'highly_sensitive'],
  ] as const) {
    const text = { ...shape, name, type: 'string', fieldType: 'text' };
    await call('POST', PROPERTIES, { ...text, ...(dataSensitivity && { dataSensitivity }) });
  }
}

test.each([
  ['', 'open'],
  ['non_sensitive', 'open'],
  ['sensitive', 'passport'],
  ['highly_sensitive', 'diagnosis'],
])('reads of definitions with dataSensitivity "%s" show %s, and no other', (dataSensitivity, shown) =>
  withSandbox(async (sandbox) => {
    await makeSensitive(sandbox);
    const { call } = sandbox;
    const query = dataSensitivity === '' ? '' : `?dataSensitivity=${dataSensitivity}`;
    const own = ['open', 'passport', 'diagnosis'];

    const listed = await call('GET', `${PROPERTIES}${query}`);
    const statuses = await Promise.all(
      own.map(async (name) => (await call('GET', `${PROPERTIES}/${name}${query}`)).status),
    );
    const batch = await call('POST', `${PROPERTIES}/batch/read`, {
      inputs: own.map((name) => ({ name })),
      ...(dataSensitivity && { dataSensitivity }),
    });

    expect(names(listed.body).filter((name) => own.includes(name))).toEqual([shown]);
    expect(statuses).toEqual(own.map((name) => (name === shown ? 200 : 404)));
    expect(names(batch.body)).toEqual([shown]);
  }),
);

test('a sensitivity that does not exist is refused, on a read and on a create', () =>
  withSandbox(async ({ call }) => {
    const text = { ...shape, name: 'own', type: 'string', fieldType: 'text', dataSensitivity: 'secret' };

    expect((await call('GET', `${PROPERTIES}?dataSensitivity=secret`)).status).toBe(400);
    expect((await call('POST', PROPERTIES, text)).status).toBe(400);
  }));

const sum = {
  ...shape,
  ...{ name: 'sum', type: 'number', fieldType: 'calculation_equation' },
  calculationFormula: 'annualrevenue + 1',
};

test('the formula of a calculated property survives reads, changes, and the saved form', async () => {
  let saved: unknown;
  await withSandbox(async ({ call, crm }) => {
    await call('POST', PROPERTIES, sum);
    const renamed = await call('PATCH', `${PROPERTIES}/sum`, { label: 'Sum' });
    const listed = await call('POST', `${PROPERTIES}/batch/read`, { inputs: [{ name: 'sum' }] });
    saved = crm.portal.dump();

    const kept = { calculated: true, calculationFormula: 'annualrevenue + 1', label: 'Sum' };
    expect(renamed.body).toMatchObject(kept);
    expect(listed.body).toMatchObject({
      results: [{ ...kept, modificationMetadata: { readOnlyValue: true, readOnlyDefinition: false } }],
    });
  });
  await withSandbox(
    async ({ call }) => {
      const changed = await call('PATCH', `${PROPERTIES}/sum`, { calculationFormula: 'annualrevenue * 2' });

      expect(changed.body).toMatchObject({ label: 'Sum', calculationFormula: 'annualrevenue * 2' });
    },
    {},
    saved,
  );
});

test('nobody writes a calculated value, and a formula needs its field type', () =>
  withSandbox(async ({ call }) => {
    await call('POST', PROPERTIES, sum);

    const written = await call('POST', COMPANIES, { properties: { sum: '3' } });
    const misfit = await call('POST', PROPERTIES, { ...sum, name: 'sum2', fieldType: 'number' });

    expect(written).toMatchObject({ status: 400, body: { errors: [{ code: 'READ_ONLY_VALUE' }] } });
    expect(misfit.status).toBe(400);
  }));
