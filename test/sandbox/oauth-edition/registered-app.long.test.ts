import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SANDBOX_PROFILE, buildEdition } from '../../../sandbox/build/build-edition.ts';
import { planEdition } from '../../../sandbox/build/plan-edition.ts';
import { startSandboxCrm } from '../../../sandbox/hubspot/start-sandbox-crm.ts';
import { type RegisteredApp, registeredApp } from '../../../sandbox/oauth-edition/registered-app.ts';
import { webhookSubscriptions } from '../../../src/crm/webhook-subscriptions.ts';
import { SHIPPED_PROFILES } from '../../../src/icp/shipped-profiles.ts';
import { ACTION_DEFINITIONS } from '../../../src/usecases/actions/definitions.ts';
import { sendAs } from '../../send-as.ts';
import { withReceiver } from '../hubspot/open-receiver.ts';

const ROOT = join(__dirname, '..', '..', '..');

let folder: string;
let app: RegisteredApp;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registered-app-'));
  const plan = await planEdition(ROOT, 'oauth', SANDBOX_PROFILE);
  app = await registeredApp((await buildEdition(plan, join(folder, 'project'))).projectFolder);
});
afterAll(() => rm(folder, { recursive: true }));

test('what the built project subscribes to, and its actions, are registered with the app', () => {
  const [server] = app.permittedOrigins;

  expect(app.webhooks).toMatchObject({ targetUrl: `${server}/webhooks`, maxConcurrentRequests: 10 });
  expect(app.webhooks.subscriptions).toHaveLength(webhookSubscriptions(SHIPPED_PROFILES).length);
  expect(app.actions.map(({ actionUrl }) => actionUrl).sort()).toEqual(
    ACTION_DEFINITIONS.map(({ name }) => `${server}/api/workflow-actions/${name}`).sort(),
  );
  expect(app.optionalScopes).toContain('automation');
});

test('calls of its actions lead to the server on this machine, events only once the app is connected', () =>
  withReceiver(
    () => ({ status: 200, body: '{"outputFields":{}}' }),
    async ({ url, received }) => {
      const tokens = [{ token: 'person', sourceType: 'CRM_UI', sourceId: 'userId:7', userId: 7 }];
      const crm = await startSandboxCrm({ tokens, apps: [app] });
      crm.connections.leadTo(app.permittedOrigins[0], new URL(url).origin);
      const call = sendAs(crm.baseUrl, 'person');
      const { id } = await call('POST', '/crm/objects/2026-09/companies', { properties: { name: 'Larch' } });
      await crm.webhooks.delivered();
      const told = received.length;
      // the sandbox numbers subscriptions and definitions of an app in their order
      const definitionId = String((app.webhooks.subscriptions ?? []).length + 1);
      const execution = await crm.actions.fire({
        ...{ appId: app.id, definitionId, objectType: 'companies', objectId: String(id) },
      });
      await crm.close();

      expect(told).toBe(0);
      expect(execution).toMatchObject({ attempts: [{ status: 200 }] });
    },
  ));
