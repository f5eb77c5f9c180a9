import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { isJsonObject, type JsonObject } from '../../../../sandbox/hubspot/http/json.ts';
import { retryDelay } from '../../../../sandbox/hubspot/webhooks/delivery.ts';
import {
  COMPANIES,
  type IntegrationsSandbox,
  type IntegrationsSetup,
  SCORER,
  withIntegrations,
} from '../open-integrations-sandbox.ts';
import { gate, type Received, type Receiver, type Reply, withReceiver } from '../open-receiver.ts';

const LANE = { eventType: 'object.propertyChange', objectTypeId: 'company', propertyName: 'city' };
const CREATED = { eventType: 'object.creation', objectTypeId: '0-2' };

/** An account with an app that subscribed to events of companies. */
const withSubscriber = (
  run: (sandbox: IntegrationsSandbox, receiver: Receiver) => Promise<void>,
  reply: (received: Received, index: number) => Reply = () => ({}),
  subscriptions: readonly object[] = [LANE],
  setup: IntegrationsSetup & { readonly maxConcurrentRequests?: number } = {},
) =>
  withReceiver(reply, (receiver) => {
    const { maxConcurrentRequests = 10, ...rest } = setup;
    const webhooks = {
      targetUrl: receiver.url,
      maxConcurrentRequests,
      subscriptions: subscriptions.filter(isJsonObject),
    };
    return withIntegrations({ apps: [{ ...SCORER, webhooks }], ...rest }, (sandbox) =>
      run(sandbox, receiver),
    );
  });

const create = (call: IntegrationsSandbox['call'], city: string) =>
  call('POST', COMPANIES, { properties: { city } });

const createMany = (call: IntegrationsSandbox['call'], cities: readonly string[]) =>
  call('POST', `${COMPANIES}/batch/create`, { inputs: cities.map((city) => ({ properties: { city } })) });

const eventsOf = ({ body }: Received): readonly JsonObject[] =>
  Array.isArray(body) ? body.filter((event: unknown) => isJsonObject(event)) : [];

test('a change is told with its app, subscription, value, source and time', () =>
  withSubscriber(async ({ crm, call }, { received }) => {
    const { body } = await create(call, 'Graz');
    await crm.webhooks.delivered();

    expect(received.map(({ body: sent }) => sent)).toEqual([
      [
        {
          eventId: 1,
          subscriptionId: 1,
          portalId: 48_000_001,
          appId: 4711,
          occurredAt: Date.parse('2026-09-01T12:00:00Z'),
          subscriptionType: 'object.propertyChange',
          attemptNumber: 0,
          objectId: Number(body['id']),
          propertyName: 'city',
          propertyValue: 'Graz',
          changeSource: 'INTEGRATION',
          sourceId: '1234',
          objectTypeId: '0-2',
          isSensitive: false,
        },
      ],
    ]);
  }));

test('a record that a person takes out of the recycling bin is there again, and that is told', () =>
  withSubscriber(
    async ({ crm, call }, { received }) => {
      const { body } = await create(call, 'Graz');
      const id = String(body['id']);
      await call('DELETE', `${COMPANIES}/${id}`);

      crm.portal.restoreRecord('companies', id, { sourceType: 'CRM_UI', sourceId: 'userId:7' });
      await crm.webhooks.delivered();

      expect((await call('GET', `${COMPANIES}/${id}`)).status).toBe(200);
      expect(received.flatMap(eventsOf)).toMatchObject([
        { subscriptionType: 'object.restore', objectId: Number(id), changeSource: 'CRM_UI' },
      ]);
    },
    () => ({}),
    [{ eventType: 'object.restore', objectTypeId: '0-2' }],
  ));

test('requests carry the v3 signature of method, address, body and time', () =>
  withSubscriber(async ({ crm, call }, receiver) => {
    await create(call, 'Graz');
    await crm.webhooks.delivered();

    const [{ headers, text } = { headers: {}, text: '' }] = receiver.received;
    const time = String(Date.parse('2026-09-01T12:00:00Z'));
    const expected = createHmac('sha256', 'secret-1')
      .update(`POST${receiver.url}${text}${time}`)
      .digest('base64');

    expect(headers).toMatchObject({
      'x-hubspot-signature-v3': expected,
      'x-hubspot-request-timestamp': time,
    });
  }));

test('old and new types of events stand side by side, and only what was subscribed to is told', () =>
  withSubscriber(
    async ({ crm, call }, { received }) => {
      const { body } = await create(call, 'Graz');
      await call('POST', '/crm/objects/2026-09/deals', { properties: { dealname: 'Build' } });
      await call('DELETE', `${COMPANIES}/${String(body['id'])}`);
      await crm.webhooks.delivered();

      const told = received.flatMap(eventsOf);
      expect(told.map(({ subscriptionType, changeFlag }) => [subscriptionType, changeFlag])).toEqual([
        ['object.creation', 'CREATED'],
        ['company.deletion', 'DELETED'],
      ]);
      expect(told.map((event) => 'objectTypeId' in event)).toEqual([true, false]);
    },
    undefined,
    [CREATED, { eventType: 'company.deletion' }, { ...LANE, active: false }],
  ));

test('250 events that happen at once come in batches of 100', () =>
  withSubscriber(async ({ crm, call }, { received }) => {
    await Promise.all([100, 100, 50].map((count) => createMany(call, Array<string>(count).fill('Graz'))));
    await crm.webhooks.delivered();

    const sizes = received.map((one) => eventsOf(one).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(250);
  }));

test('no more requests are open at once than the settings allow', () => {
  const { opened, open } = gate();
  return withSubscriber(
    async ({ crm, call }, { received, mostAtOnce }) => {
      for (let round = 0; round < 8; round += 1) {
        await create(call, 'Graz');
        await crm.events.delivered();
      }
      open();
      await crm.webhooks.delivered();

      expect(received).toHaveLength(8);
      expect(mostAtOnce()).toBe(2);
    },
    () => ({ after: opened }),
    undefined,
    { maxConcurrentRequests: 2 },
  );
});

test('what is refused comes again ten times within a day, counted up, and then no more', () =>
  withSubscriber(
    async ({ crm, call, pass }, { received }) => {
      await create(call, 'Graz');
      await crm.webhooks.delivered();
      for (let retry = 1; retry <= 12; retry += 1) {
        pass(retryDelay(Math.min(retry, 10)));
        await crm.webhooks.delivered();
      }

      expect(received.map((one) => eventsOf(one)[0]?.['attemptNumber'])).toEqual([
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ]);
      expect(crm.webhooks.attempts().map(({ status }) => status)).toEqual([...Array<number>(11).fill(404)]);
    },
    () => ({ status: 404 }),
  ));

test('the ten delays grow and make a day', () => {
  const delays = Array.from({ length: 10 }, (_, index) => retryDelay(index + 1));

  expect(delays).toEqual(delays.toSorted((a, b) => a - b));
  expect(delays.reduce((sum, delay) => sum + delay, 0)).toBeLessThanOrEqual(86_400_000);
});

test('time can be compressed: all retries of a day come within a second', () =>
  withSubscriber(
    async ({ crm, call }, { received }) => {
      await create(call, 'Graz');
      const began = performance.now();
      while (received.length < 4 && performance.now() - began < 60_000)
        await new Promise((resolve) => setTimeout(resolve, 5));
      await crm.webhooks.delivered();

      expect(received.map((one) => eventsOf(one)[0]?.['attemptNumber'])).toEqual([0, 1, 2, 3]);
    },
    (_one, index) => ({ status: index < 3 ? 500 : 200 }),
    undefined,
    { timeFactor: 86_400 * 10 },
  ));

test('an app that is too slow is asked again', () => {
  const tooLate = new AbortController();
  const signals = [tooLate.signal];
  return withSubscriber(
    async ({ crm, call, pass }) => {
      await create(call, 'Graz');
      await crm.webhooks.delivered();
      pass(retryDelay(1));
      await crm.webhooks.delivered();

      expect(crm.webhooks.attempts()).toMatchObject([
        { status: 0, failure: 'No answer within 50 ms.' },
        { status: 200, attemptNumber: 1 },
      ]);
    },
    (_one, index) => {
      if (index > 0) return {};
      tooLate.abort(new DOMException('', 'TimeoutError'));
      return { after: new Promise(() => undefined) };
    },
    undefined,
    { webhookTimeoutMs: 50, timeoutSignal: () => signals.shift() ?? new AbortController().signal },
  );
});

test('events come twice and out of order on demand, none is lost, and ids repeat', () =>
  withSubscriber(async ({ crm, call }, { received }) => {
    const cities = Array.from({ length: 40 }, (_, index) => `city ${index}`);
    crm.webhooks.setChaos({ duplicatePercent: 50, reorders: true, repeatsEventIds: true, seed: 5 });
    await createMany(call, cities);
    await crm.webhooks.delivered();

    const told = received.flatMap(eventsOf).map((event) => String(event['propertyValue']));
    expect(new Set(told)).toEqual(new Set(cities));
    expect(told.length).toBeGreaterThan(50);
    expect(told.slice(0, 40)).not.toEqual(cities);
    expect(new Set(received.flatMap(eventsOf).map(({ eventId }) => eventId))).toEqual(new Set([1]));
  }));

test('the sandbox sends nothing to other machines', () =>
  withIntegrations(
    { apps: [{ ...SCORER, webhooks: { targetUrl: 'https://hooks.example/x', subscriptions: [LANE] } }] },
    async ({ crm, call }) => {
      await create(call, 'Graz');
      await crm.webhooks.delivered();

      expect(crm.webhooks.attempts()).toMatchObject([{ status: 0, failure: /other machines/ }]);
    },
  ));

test('under any writes every change of the property is told exactly once, with its value', () =>
  withSubscriber(
    async ({ crm, call }, { received }) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom('Graz', 'Linz', 'Enns'), { minLength: 1 }),
          async (cities) => {
            const from = received.length;
            const [first = '', ...later] = cities;
            const { body } = await create(call, first);
            for (const city of later)
              await call('PATCH', `${COMPANIES}/${String(body['id'])}`, { properties: { city } });
            await crm.webhooks.delivered();

            const told = received
              .slice(from)
              .flatMap(eventsOf)
              .map((event) => event['propertyValue']);
            expect(told).toEqual(cities.filter((city, index) => city !== cities[index - 1]));
          },
        ),
        { numRuns: 20 },
      );
    },
    undefined,
    undefined,
    { maxConcurrentRequests: 1 },
  ));
