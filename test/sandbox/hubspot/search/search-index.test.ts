import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';
const LAG = { searchLagMs: 3_000 };

async function found({ call }: OpenSandbox, city: string): Promise<unknown> {
  const filters = [{ propertyName: 'city', operator: 'EQ', value: city }];
  const { body } = await call('POST', `${COMPANIES}/search`, {
    filterGroups: [{ filters }],
    properties: ['city'],
  });
  return body['results'];
}

test('a new record is read at once and found when the index has caught up', () =>
  withSandbox(
    async (sandbox) => {
      const { body } = await sandbox.call('POST', COMPANIES, { properties: { city: 'Graz' } });
      const read = await sandbox.call('GET', `${COMPANIES}/${String(body['id'])}`);
      sandbox.pass(2_999);
      const early = await found(sandbox, 'Graz');
      const all = await sandbox.call('POST', `${COMPANIES}/search`, {});
      sandbox.pass(1);

      expect(read.status).toBe(200);
      expect(early).toEqual([]);
      expect(all.body).toMatchObject({ total: 0 });
      expect(await found(sandbox, 'Graz')).toHaveLength(1);
    },
    {},
    undefined,
    LAG,
  ));

test('until then a changed record is found, and shown, by what it was', () =>
  withSandbox(
    async (sandbox) => {
      const { body } = await sandbox.call('POST', COMPANIES, { properties: { city: 'Graz' } });
      sandbox.pass(5_000);
      await sandbox.call('PATCH', `${COMPANIES}/${String(body['id'])}`, { properties: { city: 'Linz' } });

      expect(await found(sandbox, 'Graz')).toMatchObject([
        { properties: { city: 'Graz' }, updatedAt: '2026-09-01T12:00:00Z' },
      ]);
      expect(await found(sandbox, 'Linz')).toEqual([]);
      sandbox.pass(3_000);
      expect(await found(sandbox, 'Graz')).toEqual([]);
      expect(await found(sandbox, 'Linz')).toMatchObject([{ updatedAt: '2026-09-01T12:00:05Z' }]);
    },
    {},
    undefined,
    LAG,
  ));

test('an archived record is found until the index has caught up', () =>
  withSandbox(
    async (sandbox) => {
      const { body } = await sandbox.call('POST', COMPANIES, { properties: { city: 'Graz' } });
      sandbox.pass(5_000);
      await sandbox.call('DELETE', `${COMPANIES}/${String(body['id'])}`);

      expect(await found(sandbox, 'Graz')).toHaveLength(1);
      sandbox.pass(3_000);
      expect(await found(sandbox, 'Graz')).toEqual([]);
    },
    {},
    undefined,
    LAG,
  ));
