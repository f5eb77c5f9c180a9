import { APP, PERSON, withSandbox } from '../open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';

test('history names who wrote each value, newest first', () =>
  withSandbox(async ({ call, pass }) => {
    const { body } = await call('POST', COMPANIES, { properties: { city: 'Graz' } }, APP);
    const path = `${COMPANIES}/${String(body['id'])}`;
    pass(1_000);
    await call('PATCH', path, { properties: { city: 'Linz' } }, PERSON);

    const read = await call('GET', `${path}?propertiesWithHistory=city,domain`);

    expect(read.body['propertiesWithHistory']).toEqual({
      domain: [],
      city: [
        {
          value: 'Linz',
          timestamp: '2026-09-01T12:00:01Z',
          sourceType: 'CRM_UI',
          sourceId: 'userId:9001',
          updatedByUserId: 9001,
        },
        {
          value: 'Graz',
          timestamp: '2026-09-01T12:00:00Z',
          sourceType: 'INTEGRATION',
          sourceId: '1234',
          sourceLabel: 'Partner app',
        },
      ],
    });
  }));

test('a cleared value reads as "" and stands in the history as "", one that was never set is null', () =>
  withSandbox(async ({ call }) => {
    const { body } = await call('POST', COMPANIES, { properties: { city: 'Graz' } });
    const path = `${COMPANIES}/${String(body['id'])}`;

    await call('PATCH', path, { properties: { city: '' } });

    expect(
      (await call('GET', `${path}?properties=city,state&propertiesWithHistory=city`)).body,
    ).toMatchObject({
      properties: { city: '', state: null },
      propertiesWithHistory: { city: [{ value: '' }, { value: 'Graz' }] },
    });
  }));

test('times strictly increase while the clock stands still', () =>
  withSandbox(async ({ call }) => {
    const { body } = await call('POST', COMPANIES, { properties: { city: '0' } });
    const path = `${COMPANIES}/${String(body['id'])}`;
    for (const city of ['1', '2', '3']) await call('PATCH', path, { properties: { city } });

    const { body: read } = await call('GET', `${path}?propertiesWithHistory=city`);

    expect(read).toMatchObject({
      updatedAt: '2026-09-01T12:00:00.003Z',
      properties: { hs_lastmodifieddate: '2026-09-01T12:00:00.003Z', createdate: '2026-09-01T12:00:00Z' },
      propertiesWithHistory: {
        city: [3, 2, 1, 0].map((value) => ({
          value: String(value),
          timestamp: value === 0 ? '2026-09-01T12:00:00Z' : `2026-09-01T12:00:00.00${value}Z`,
        })),
      },
    });
  }));
