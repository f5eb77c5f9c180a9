import { Client, Signature } from '@hubspot/api-client';
import { SubscriptionCreateRequestEventTypeEnum } from '@hubspot/api-client/lib/codegen/webhooks/index.js';
import { COMPANIES, SCORER, withIntegrations } from '../open-integrations-sandbox.ts';
import { withReceiver } from '../open-receiver.ts';
import { refusalOf } from '../with-client.ts';

const { CompanyPropertyChange, CompanyCreation } = SubscriptionCreateRequestEventTypeEnum;
const settings = (targetUrl: string) => ({ targetUrl, throttling: { maxConcurrentRequests: 5 } });

test('the official client configures webhooks with the key of a developer', () =>
  withIntegrations({ apps: [SCORER] }, async ({ crm, call }) => {
    const hubspot = new Client({ developerApiKey: 'sandbox-developer-key', basePath: crm.baseUrl });
    const { settingsApi, subscriptionsApi } = hubspot.webhooks;

    expect((await refusalOf(settingsApi.getAll(4711))).code).toBe(404);
    await settingsApi.configure(4711, settings('http://127.0.0.1:1/hooks'));
    const read = await settingsApi.getAll(4711);
    const made = await subscriptionsApi.create(4711, { eventType: CompanyCreation });
    const other = await subscriptionsApi.create(4711, {
      eventType: CompanyPropertyChange,
      propertyName: 'city',
      active: true,
    });
    const on = await subscriptionsApi.update(Number(made.id), 4711, { active: true });
    const batch = await subscriptionsApi.updateBatch(4711, {
      inputs: [{ id: Number(other.id), active: false }],
    });

    expect(read).toMatchObject(settings('http://127.0.0.1:1/hooks'));
    expect(read.createdAt).toEqual(new Date('2026-09-01T12:00:00Z'));
    expect([made.active, other.active, on.active]).toEqual([false, true, true]);
    expect(batch.results).toMatchObject([{ id: other.id, active: false, propertyName: 'city' }]);
    expect((await subscriptionsApi.getAll(4711)).results).toHaveLength(2);
    await subscriptionsApi.archive(Number(made.id), 4711);
    expect((await refusalOf(subscriptionsApi.getById(Number(made.id), 4711))).code).toBe(404);
    await settingsApi.clear(4711);
    expect((await subscriptionsApi.getAll(4711)).results).toHaveLength(1);
    expect((await call('GET', '/app-webhooks/2026-09/4711/subscriptions')).body).toMatchObject({
      results: [{ id: other.id, eventType: 'company.propertyChange', active: false }],
    });
    expect((await call('GET', '/webhooks/v3/4711/subscriptions', undefined, 'wrong')).status).toBe(401);
  }));

test('the official client accepts the signature of what is sent', () =>
  withReceiver(
    () => ({}),
    (receiver) =>
      withIntegrations(
        {
          apps: [
            {
              ...SCORER,
              webhooks: {
                targetUrl: receiver.url,
                subscriptions: [{ eventType: 'object.creation', objectTypeId: '0-2' }],
              },
            },
          ],
        },
        async ({ crm, call }) => {
          // the client looks at the real time
          crm.skewClock(Date.now() - Date.parse('2026-09-01T12:00:00Z'));
          await call('POST', COMPANIES, { properties: { name: 'Larch & Söhne' } });
          await crm.webhooks.delivered();

          const [first] = receiver.received;
          const isValid = Signature.isValid({
            signatureVersion: 'v3',
            signature: String(first?.headers['x-hubspot-signature-v3']),
            clientSecret: SCORER.clientSecret,
            requestBody: first?.text ?? '',
            url: receiver.url,
            method: 'POST',
            timestamp: Number(first?.headers['x-hubspot-request-timestamp']),
          });

          expect(isValid).toBe(true);
        },
      ),
  ));

test.each([
  ['an unknown event', { eventType: 'company.party' }],
  ['a property change without its property', { eventType: 'company.propertyChange' }],
  ['a creation of a property', { eventType: 'company.creation', propertyName: 'city' }],
  ['an event of objects without a type', { eventType: 'object.creation' }],
  ['an event of an unknown type', { eventType: 'object.creation', objectTypeId: '9-9' }],
])('%s cannot be subscribed to', (_name, body) =>
  withIntegrations({ apps: [SCORER] }, async ({ call }) => {
    expect(await call('POST', '/app-webhooks/2026-09/4711/subscriptions', body)).toMatchObject({
      status: 400,
      body: { status: 'error' },
    });
  }),
);

test('without settings events are neither sent nor kept', () =>
  withReceiver(
    () => ({}),
    (receiver) =>
      withIntegrations({ apps: [SCORER] }, async ({ crm, call }) => {
        const area = '/app-webhooks/2026-09/4711';
        const subscription = { eventType: 'object.creation', objectTypeId: '0-2', active: true };
        await call('POST', `${area}/subscriptions`, subscription);
        await call('POST', COMPANIES, { properties: { name: 'before' } });
        await crm.webhooks.delivered();
        await call('PUT', `${area}/settings`, { targetUrl: receiver.url });
        await call('POST', COMPANIES, { properties: { name: 'after' } });
        await crm.webhooks.delivered();

        expect(receiver.received).toHaveLength(1);
        expect((await call('POST', `${area}/subscriptions`, subscription)).status).toBe(409);
      }),
  ));
