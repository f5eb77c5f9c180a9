import { NAMED_FAULTS } from '../../../../sandbox/hubspot/faults/named-faults.ts';
import { APP, type OpenSandbox, PERSON, withSandbox } from '../open-sandbox.ts';

const COMPANIES = '/crm/objects/2026-09/companies';
const PROPERTIES = '/crm/properties/2026-09/companies';
const tier = {
  name: 'tier',
  label: 'Tier',
  type: 'string',
  fieldType: 'text',
  groupName: 'companyinformation',
};

async function company({ call }: OpenSandbox, city: string): Promise<string> {
  return `${COMPANIES}/${String((await call('POST', COMPANIES, { properties: { city } })).body['id'])}`;
}

const history = (sandbox: OpenSandbox, path: string) =>
  sandbox.call('GET', `${path}?propertiesWithHistory=city`);

test.each([
  ['before', 'workflow', 'Linz', [{ value: 'Linz' }, { value: 'Enns', sourceType: 'AUTOMATION_PLATFORM' }]],
  ['after', 'person', 'Enns', [{ value: 'Enns', sourceType: 'CRM_UI' }, { value: 'Linz' }]],
] as const)('right %s a write a %s edits the record', (when, by, city, versions) =>
  withSandbox(async (sandbox) => {
    const path = await company(sandbox, 'Graz');
    sandbox.crm.faults.add({ kind: 'edit', when, by, properties: { city: 'Enns' } }, { method: 'PATCH' });

    const written = await sandbox.call('PATCH', path, { properties: { city: 'Linz' } });

    expect(written).toMatchObject({ status: 200, body: { properties: { city: 'Linz' } } });
    expect((await history(sandbox, path)).body).toMatchObject({
      properties: {},
      propertiesWithHistory: { city: [...versions, { value: 'Graz' }] },
    });
    expect((await sandbox.call('GET', `${path}?properties=city`)).body).toMatchObject({
      properties: { city },
    });
  }),
);

test('an edit goes together with another fault, and can be of another record', () =>
  withSandbox(async (sandbox) => {
    const [path, other] = [await company(sandbox, 'Graz'), await company(sandbox, 'Wien')];
    const record = { objectType: 'companies', id: other.slice(-11) };
    const by = { sourceType: 'INTEGRATION', sourceId: '99' };
    sandbox.crm.faults.add({ kind: 'edit', when: 'after', by, properties: { city: 'Enns' }, record });
    sandbox.crm.faults.add(NAMED_FAULTS.badGatewayAfter);

    const { status } = await sandbox.call('PATCH', path, { properties: { city: 'Linz' } });

    expect(status).toBe(502);
    expect((await history(sandbox, path)).body).toMatchObject({
      propertiesWithHistory: { city: [{ value: 'Linz' }, { value: 'Graz' }] },
    });
    expect((await history(sandbox, other)).body).toMatchObject({
      propertiesWithHistory: { city: [{ value: 'Enns', sourceId: '99' }, { value: 'Wien' }] },
    });
  }));

test('between a batch read and a batch write every record of it can be edited', () =>
  withSandbox(async (sandbox) => {
    const path = await company(sandbox, 'Graz');
    sandbox.crm.faults.add({ kind: 'edit', when: 'after', by: 'person', properties: { city: 'Enns' } });

    const read = await sandbox.call('POST', `${COMPANIES}/batch/read`, {
      inputs: [{ id: path.slice(-11) }],
      properties: ['city'],
    });

    expect(read.body).toMatchObject({ results: [{ properties: { city: 'Graz' } }] });
    expect((await sandbox.call('GET', `${path}?properties=city`)).body).toMatchObject({
      properties: { city: 'Enns' },
    });
  }));

test('a new definition is listed late on the clock of the account, and values can be written at once', () =>
  withSandbox(async (sandbox) => {
    const { call, crm, pass } = sandbox;
    crm.faults.add(NAMED_FAULTS.listedLate, { method: 'POST', path: PROPERTIES });
    expect((await call('POST', PROPERTIES, tier)).status).toBe(201);
    const isListed = async () => (await call('GET', PROPERTIES)).text.includes('"tier"');

    expect([await isListed(), (await call('GET', `${PROPERTIES}/tier`)).status]).toEqual([false, 404]);
    expect((await call('POST', COMPANIES, { properties: { tier: 'gold' } })).status).toBe(201);
    pass(699);
    expect(
      (await call('POST', `${PROPERTIES}/batch/read`, { inputs: [{ name: 'tier' }] })).body,
    ).toMatchObject({ results: [], numErrors: 1 });
    pass(1);
    expect([await isListed(), (await call('GET', `${PROPERTIES}/tier`)).status]).toEqual([true, 200]);
  }));

test('where the clock stands still, a definition is listed after so many reads', () =>
  withSandbox(async ({ call, crm }) => {
    crm.faults.add({ kind: 'late', reads: 2 }, { method: 'POST', path: 'batch/create' });
    await call('POST', `${PROPERTIES}/batch/create`, { inputs: [tier] });

    const listed: boolean[] = [];
    for (let read = 0; read < 3; read += 1)
      listed.push((await call('GET', PROPERTIES)).text.includes('"tier"'));

    expect(listed).toEqual([false, false, true]);
  }));

test.each([
  ['rollingLimit', 10_000, 'TEN_SECONDLY_ROLLING'],
  ['secondlyLimit', 1_000, 'SECONDLY'],
  ['dailyLimit', 43_200_000, 'DAILY'],
] as const)('the window of %s that another app used up ends after %i ms', (name, forMs, policyName) =>
  withSandbox(async ({ call, crm, pass }) => {
    crm.faults.add(NAMED_FAULTS[name], { forMs });
    const search = () => call('POST', `${COMPANIES}/search`, {});

    const refused = [await search(), await search()];
    pass(forMs - 1);
    refused.push(await search());
    pass(1);

    for (const each of refused) expect(each).toMatchObject({ status: 429, body: { policyName } });
    expect((await search()).status).toBe(200);
    expect(crm.faults.waiting()).toBe(0);
  }),
);

test('a token that was replaced is refused from some call on, another one is not', () =>
  withSandbox(async ({ call, crm }) => {
    crm.faults.add(NAMED_FAULTS.tokenRefused, { token: APP, skip: 1, times: Infinity });

    const statuses: number[] = [];
    for (const token of [APP, PERSON, APP, APP, PERSON])
      statuses.push((await call('GET', COMPANIES, undefined, token)).status);

    expect(statuses).toEqual([200, 200, 401, 401, 200]);
  }));

test('a refusal for lack of edit access says so in a sentence and names no scope', () =>
  withSandbox(async ({ call, crm }) => {
    crm.faults.add(NAMED_FAULTS.noEditAccess);

    const { status, body } = await call('POST', COMPANIES, { properties: { city: 'Graz' } });

    expect({ status, body }).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('edit access') as unknown, category: 'FORBIDDEN' },
    });
  }));
