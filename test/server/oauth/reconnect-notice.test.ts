import { reconnectNotice } from '../../../src/server/oauth/reconnect-notice.ts';

const NEEDED = ['oauth', 'crm.objects.companies.read', 'crm.lists.read'];
const PUBLIC_URL = 'https://partner-icp.example.com';

test('a portal that granted every scope of the manifest is asked for nothing', () => {
  const install = { appId: 4711, scopes: [...NEEDED, 'crm.objects.deals.read'] };

  expect(reconnectNotice(install, NEEDED, PUBLIC_URL)).toBeNull();
});

test('a portal that granted fewer is told which are missing, and where to connect again', () => {
  const install = { appId: 4711, scopes: ['oauth', 'crm.objects.companies.read'] };

  expect(reconnectNotice(install, NEEDED, PUBLIC_URL)).toEqual({
    message: expect.stringContaining('(crm.lists.read)') as unknown,
    link: { label: 'Reconnect', url: 'https://partner-icp.example.com/oauth/install?app=4711' },
  });
});
