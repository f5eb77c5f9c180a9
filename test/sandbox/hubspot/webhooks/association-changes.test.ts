import type { CrmEvent } from '../../../../sandbox/hubspot/portal/events.ts';
import {
  COMPANIES,
  type IntegrationsSandbox,
  SCORER,
  withIntegrations,
} from '../open-integrations-sandbox.ts';
import { type Receiver, withReceiver } from '../open-receiver.ts';

const OBJECTS = '/crm/objects/2026-09';

/** An app that is told of every change of associations, and a way to the events that it got since the last look. */
function withSubscribedApp(
  run: (
    sandbox: IntegrationsSandbox,
    told: () => Promise<readonly Record<string, unknown>[]>,
  ) => Promise<void>,
): Promise<void> {
  const watch = async (receiver: Receiver) => {
    const older = ['company', 'contact', 'deal'].map((type) => ({ eventType: `${type}.associationChange` }));
    const subscriptions = [...older, { eventType: 'object.associationChange', objectTypeId: '0-27' }];
    const apps = [{ ...SCORER, webhooks: { targetUrl: receiver.url, subscriptions } }];
    await withIntegrations({ apps }, (sandbox) => {
      let seen = 0;
      return run(sandbox, async () => {
        await sandbox.crm.webhooks.delivered();
        const fresh = receiver.received.slice(seen).flatMap(({ body }) => body as Record<string, unknown>[]);
        seen = receiver.received.length;
        return fresh;
      });
    });
  };
  return withReceiver(() => ({}), watch);
}

async function create({ call }: IntegrationsSandbox, type: string, properties: object): Promise<number> {
  return Number((await call('POST', `${OBJECTS}/${type}`, { properties })).body['id']);
}

test('both ends of a new association are told, with the primary company, and so is its end', () =>
  withSubscribedApp(async (sandbox, told) => {
    const company = await create(sandbox, 'companies', { name: 'Larch' });
    const contact = await create(sandbox, 'contacts', { email: 'ada@larch.example' });
    const path = `${OBJECTS}/contacts/${contact}/associations`;

    await sandbox.call('PUT', `${path}/default/companies/${company}`);
    const made = await told();
    await sandbox.call('DELETE', `${path}/companies/${company}`);
    const ended = await told();

    const seen = (associationRemoved: boolean) => [
      {
        subscriptionType: 'contact.associationChange',
        associationType: 'CONTACT_TO_COMPANY',
        fromObjectId: contact,
        toObjectId: company,
        ...{ associationRemoved, isPrimaryAssociation: true, changeSource: 'INTEGRATION', sourceId: '1234' },
      },
      {
        subscriptionType: 'company.associationChange',
        associationType: 'COMPANY_TO_CONTACT',
        fromObjectId: company,
        toObjectId: contact,
        ...{ associationRemoved, isPrimaryAssociation: true },
      },
    ];
    expect(made).toMatchObject(seen(false));
    expect(ended).toMatchObject(seen(true));
    for (const event of [...made, ...ended]) expect(event).not.toHaveProperty('objectId');
  }));

test('a second company is no primary one; making it the primary one is told of both companies', () =>
  withSubscribedApp(async (sandbox, told) => {
    const [first, second] = [await create(sandbox, 'companies', {}), await create(sandbox, 'companies', {})];
    const deal = await create(sandbox, 'deals', { dealname: 'Build' });
    const path = `${OBJECTS}/deals/${deal}/associations`;
    await sandbox.call('PUT', `${path}/default/companies/${first}`);
    await told();

    await sandbox.call('PUT', `${path}/default/companies/${second}`);
    expect(await told()).toMatchObject([{ isPrimaryAssociation: false }, { isPrimaryAssociation: false }]);

    const primary = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }];
    await sandbox.call('PUT', `${path}/companies/${second}`, primary);
    const ofDeal = (await told()).filter(({ fromObjectId }) => fromObjectId === deal);
    expect(ofDeal).toMatchObject([
      { toObjectId: first, associationRemoved: true, isPrimaryAssociation: true },
      { toObjectId: second, associationRemoved: false, isPrimaryAssociation: true },
    ]);
  }));

test('two companies are told each; what is there already is not told again', () =>
  withSubscribedApp(async (sandbox, told) => {
    const [one, other] = [await create(sandbox, 'companies', {}), await create(sandbox, 'companies', {})];
    const path = `${COMPANIES}/${one}/associations/default/companies/${other}`;

    await sandbox.call('PUT', path);
    expect((await told()).map(({ fromObjectId }) => fromObjectId)).toEqual([one, other]);

    await sandbox.call('PUT', path);
    expect(await told()).toEqual([]);
  }));

test('the older form leaves tasks out, the newer one names the types of both ends', () =>
  withSubscribedApp(async (sandbox, told) => {
    const company = await create(sandbox, 'companies', {});
    const associations = [
      {
        to: { id: String(company) },
        types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 192 }],
      },
    ];
    const properties = { hs_timestamp: '2026-09-02T08:00:00Z' };

    await sandbox.call('POST', `${OBJECTS}/tasks`, { properties, associations });

    expect(await told()).toMatchObject([
      { subscriptionType: 'object.associationChange', fromObjectTypeId: '0-27', toObjectTypeId: '0-2' },
    ]);
  }));

test('archiving a record tells the end of its associations', () =>
  withSubscribedApp(async (sandbox, told) => {
    const company = await create(sandbox, 'companies', {});
    const deal = await create(sandbox, 'deals', { dealname: 'Build' });
    await sandbox.call('PUT', `${OBJECTS}/deals/${deal}/associations/default/companies/${company}`);
    await told();

    await sandbox.call('DELETE', `${OBJECTS}/deals/${deal}`);

    expect(await told()).toMatchObject([{ associationRemoved: true }, { associationRemoved: true }]);
  }));

test('listeners in the process get association events too', () =>
  withIntegrations({}, async (sandbox) => {
    const events: CrmEvent[] = [];
    const [one, other] = [await create(sandbox, 'companies', {}), await create(sandbox, 'companies', {})];
    sandbox.crm.events.subscribe((event) => events.push(event));

    await sandbox.call('PUT', `${COMPANIES}/${one}/associations/default/companies/${other}`);
    await sandbox.crm.events.delivered();

    expect(events).toMatchObject([
      { kind: 'association', objectId: String(one), toObjectId: String(other), isRemoved: false },
      { kind: 'association', objectId: String(other), toObjectId: String(one), isRemoved: false },
    ]);
  }));
