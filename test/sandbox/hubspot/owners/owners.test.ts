import { OWNERS } from '../open-sandbox.ts';
import { refusalOf, withClient } from '../with-client.ts';

test("the official client's owner calls page through everyone once", () =>
  withClient(async ({ hubspot }) => {
    const { ownersApi } = hubspot.crm.owners;

    const first = await ownersApi.getPage(undefined, undefined, 2);
    const second = await ownersApi.getPage(undefined, first.paging?.next?.after, 2);

    expect([...first.results, ...second.results].map(({ id }) => id)).toEqual(OWNERS.map(({ id }) => id));
    expect(second.paging).toBeUndefined();
  }));

test('an owner is found by email, by id and by user id', () =>
  withClient(async ({ hubspot, call }) => {
    const { ownersApi } = hubspot.crm.owners;

    const byEmail = await ownersApi.getPage('omar@example.com');
    const byId = await ownersApi.getById(501);
    const byUser = await call('GET', '/crm/owners/2026-09/9003?idProperty=userId');

    expect(byEmail.results.map(({ id }) => id)).toEqual(['502']);
    expect(byId).toMatchObject({ email: 'ines@example.com', userId: 9001, type: 'PERSON' });
    expect(byUser.body).toMatchObject({ id: '503' });
    expect((await refusalOf(ownersApi.getById(777))).code).toBe(404);
  }));
