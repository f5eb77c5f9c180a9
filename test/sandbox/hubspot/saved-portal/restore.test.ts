import { SavedPortalError } from '../../../../sandbox/hubspot/saved-portal/saved-portal.ts';
import { withSandbox } from '../open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';

test('a running account is put back to what it was: records, definitions and ids, under the same tokens', () =>
  withSandbox(async ({ crm, call }) => {
    const { body: first } = await call('POST', COMPANIES, { properties: { name: 'Larch' } });
    const before = crm.portal.dump();
    await call('PATCH', `${COMPANIES}/${String(first['id'])}`, { properties: { name: 'Changed' } });
    await call('POST', COMPANIES, { properties: { name: 'Second' } });
    await call('POST', '/crm/properties/2026-09/companies', {
      ...{ name: 'extra', label: 'Extra', type: 'string', fieldType: 'text' },
      groupName: 'companyinformation',
    });

    crm.portal.restore(before);

    expect(crm.portal.dump()).toEqual(before);
    const { body } = await call('GET', COMPANIES);
    expect(body['results']).toMatchObject([{ id: first['id'], properties: { name: 'Larch' } }]);
    const { status } = await call('GET', '/crm/properties/2026-09/companies/extra');
    expect(status).toBe(404);
  }));

test('what is no saved portal is refused, and the account stays', () =>
  withSandbox(async ({ crm, call }) => {
    await call('POST', COMPANIES, { properties: { name: 'Larch' } });

    expect(() => crm.portal.restore({ version: 0 })).toThrow(SavedPortalError);

    const { body } = await call('GET', COMPANIES);
    expect(body['results']).toHaveLength(1);
  }));
