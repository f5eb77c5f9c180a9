import { signatureV3 } from '../../../sandbox/hubspot/apps/signature.ts';
import { APP } from '../server-in-test.ts';
import { type FollowedPortal, KEY, openFollowed } from './followed-portal.ts';

let followed: FollowedPortal;
beforeAll(async () => {
  followed = await openFollowed([]);
});
afterAll(() => followed.close());
beforeEach(async () => {
  await changes().clear(KEY, 'companies', TURN, await marked());
});

const changes = () => followed.following.changes;
const TURN = 'a-turn';
const SOME = { behind: 0, most: 100, turn: TURN };
const marked = () => changes().take(KEY, 'companies', SOME);

const EVENT = {
  ...{ eventId: 1, subscriptionId: 1, portalId: KEY.portalId, appId: KEY.appId, occurredAt: 1 },
  ...{ subscriptionType: 'object.propertyChange', objectTypeId: '0-2', objectId: 17 },
  ...{ propertyName: 'ipp_strategic_fit', propertyValue: '1', changeSource: 'CRM_UI', sourceId: 'userId:7' },
};

interface Sent {
  secret?: string;
  at?: number;
  path?: string;
  signedPath?: string;
  method?: string;
}

async function send(body: unknown, sent: Sent = {}): Promise<number> {
  const { secret = APP.clientSecret, at = Date.now(), path = '/webhooks' } = sent;
  const { signedPath = path, method = 'POST' } = sent;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const { address } = followed.server;
  const signature = signatureV3(secret, {
    ...{ method: 'POST', url: `${address}${signedPath}`, body: text, timestamp: at },
  });
  const response = await fetch(`${address}${path}`, {
    method,
    headers: { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': String(at) },
    ...(method === 'POST' && { body: text }),
  });
  return response.status;
}

test('a signed change marks its company, once however often it is told', async () => {
  expect(await send([EVENT, EVENT, { ...EVENT, eventId: 2 }])).toBe(204);
  expect(await send([EVENT])).toBe(204);
  expect(await marked()).toEqual([17]);
});

test('both forms of events are understood, and merges, restores and deals', async () => {
  const older = {
    ...EVENT,
    subscriptionType: 'company.propertyChange',
    objectTypeId: undefined,
    objectId: 18,
  };
  const merge = {
    ...{ ...EVENT, subscriptionType: 'object.merge', objectId: 19 },
    ...{ primaryObjectId: 20, mergedObjectIds: [20, 21], newObjectId: 22 },
  };
  const restore = { ...EVENT, subscriptionType: 'object.restore', objectId: 23 };
  const primary = {
    ...{ ...EVENT, subscriptionType: 'object.associationChange', objectId: undefined },
    ...{ fromObjectTypeId: '0-3', fromObjectId: 31, toObjectTypeId: '0-2', toObjectId: 32 },
  };

  expect(await send([older, merge, restore, primary])).toBe(204);
  expect(await marked()).toEqual([18, 20, 22, 23]);
  expect(await changes().take(KEY, 'deals', SOME)).toEqual([31]);
});

test('the changes that the app made itself mark nothing, those of another app do', async () => {
  const own = { ...EVENT, changeSource: 'INTEGRATION', sourceId: String(KEY.appId) };

  await send([own, { ...own, sourceId: '99', objectId: 40 }]);

  expect(await marked()).toEqual([40]);
});

test('an event of a form that is not known is passed over, and takes no other with it', async () => {
  const odd = [null, 5, 'x', {}, { ...EVENT, objectId: '17; drop table' }, { ...EVENT, objectId: 2 ** 60 }];

  expect(await send([...odd, { ...EVENT, objectId: 41 }])).toBe(204);
  expect(await marked()).toEqual([41]);
});

test('events of a portal that is not connected, and of another app than the one that signed, mark nothing', async () => {
  const other = { ...EVENT, portalId: 1 };

  expect(await send([other, { ...EVENT, appId: 99 }])).toBe(204);
  expect(await marked()).toEqual([]);
  expect(await changes().portals()).toEqual([expect.objectContaining({ portalId: KEY.portalId })]);
});

test.each<[string, Sent]>([
  ['a wrong secret', { secret: 'another-secret-of-another-app' }],
  ['an old signature', { at: Date.now() - 330_000 }],
  ['a signature of the future', { at: Date.now() + 360_000 }],
  ['a signature of another path', { signedPath: '/api/operations/load-scorecard' }],
])('%s is refused, and marks nothing', async (_name, sent) => {
  expect(await send([EVENT], sent)).toBe(401);
  expect(await marked()).toEqual([]);
  expect(followed.server.logged()).not.toContain(APP.clientSecret);
});

test('what is no list, too large, or no POST is refused', async () => {
  expect(await send('{"a": [')).toBe(400);
  expect(await send({ events: [EVENT] })).toBe(400);
  expect(await send(' '.repeat(1_100_000))).toBe(413);
  expect(await send('', { method: 'GET' })).toBe(405);
});
