import { type JsonObject } from '../../../../sandbox/hubspot/http/json.ts';
import { type HttpAnswer, type OpenSandbox, withSandbox } from '../open-sandbox.ts';

const OBJECTS = '/crm/objects/2026-09';
const ASSOCIATIONS = '/crm/associations/2026-09';
const AMONG = `${ASSOCIATIONS}/companies/companies`;
const own = (associationTypeId: number) => ({ associationCategory: 'USER_DEFINED', associationTypeId });

type Call = OpenSandbox['call'];

async function create(call: Call, type: string, properties: object): Promise<string> {
  const { body } = await call('POST', `${OBJECTS}/${type}`, { properties });
  return String(body['id']);
}

const put = (call: Call, from: string, to: string, ...ids: readonly number[]): Promise<HttpAnswer> =>
  call('PUT', `${OBJECTS}/companies/${from}/associations/${to}`, ids.map(own));

/** The labels of each associated record, by its id, as a batch read answers them. */
async function readLabels(call: Call, pair: string, id: string): Promise<object> {
  const { body } = await call('POST', `${ASSOCIATIONS}/${pair}/batch/read`, { inputs: [{ id }] });
  const [result] = body['results'] as { to: { toObjectId: number; associationTypes: JsonObject[] }[] }[];
  const linked = result?.to ?? [];
  return Object.fromEntries(
    linked.map(({ toObjectId, associationTypes }) => [
      toObjectId,
      associationTypes.map(({ label }) => label).toSorted(),
    ]),
  );
}

test('a paired label between companies reads one way from one end and the other way from the other', () =>
  withSandbox(async ({ call }) => {
    const [partner, customer] = [
      await create(call, 'companies', { name: 'Ledgerlane' }),
      await create(call, 'companies', { name: 'Larch' }),
    ];
    const body = { name: 'uses', label: 'Used by', inverseLabel: 'Uses' };
    const made = await call('POST', `${AMONG}/labels`, body);
    const [usedBy, uses] = (made.body['results'] as { typeId: number }[]).map(({ typeId }) => typeId);

    await put(call, partner, `companies/${customer}`, usedBy ?? 0);

    expect(await readLabels(call, 'companies/companies', partner)).toEqual({ [customer]: ['Used by', null] });
    expect(await readLabels(call, 'companies/companies', customer)).toEqual({ [partner]: ['Uses', null] });
    expect(await call('GET', `${AMONG}/labels`)).toMatchObject({
      body: { results: [{ typeId: 450, label: null }, { typeId: usedBy }, { typeId: uses }] },
    });
  }));

test('a label without a pair is the same from both ends of two companies', () =>
  withSandbox(async ({ call }) => {
    const [one, two] = [
      await create(call, 'companies', { name: 'Larch' }),
      await create(call, 'companies', { name: 'Fir' }),
    ];
    await call('POST', `${AMONG}/labels`, { name: 'rival', label: 'Rival' });

    await put(call, one, `companies/${two}`, 1);

    expect(await readLabels(call, 'companies/companies', one)).toEqual({ [two]: ['Rival', null] });
    expect(await readLabels(call, 'companies/companies', two)).toEqual({ [one]: ['Rival', null] });
  }));

test('a paired label between companies counts once towards the fifty', () =>
  withSandbox(async ({ call }) => {
    const pairs = Array.from({ length: 51 }, (_, index) => ({
      name: `label_${index}`,
      label: `Label ${index}`,
      inverseLabel: `Back ${index}`,
    }));

    const statuses: number[] = [];
    for (const body of pairs) statuses.push((await call('POST', `${AMONG}/labels`, body)).status);

    expect(statuses).toEqual([...Array<number>(50).fill(200), 437]);
  }));

const ROLES = ['Champion', 'Executive sponsor'];

const SETTINGS = [
  ['adds', ['Champion', 'Executive sponsor']],
  ['replaces', ['Executive sponsor']],
] as const;

test.each(SETTINGS)(
  'a role put on a contact of a company %s, and each is taken off alone',
  (putLabels, after) =>
    withSandbox(
      async ({ call }) => {
        const company = await create(call, 'companies', { name: 'Ledgerlane' });
        const contact = await create(call, 'contacts', { email: 'ada@ledgerlane.example' });
        const pair = `${ASSOCIATIONS}/companies/contacts`;
        for (const label of ROLES)
          await call('POST', `${pair}/labels`, { name: label.replaceAll(' ', '_'), label });
        const [champion, sponsor] = [1, 3];
        const labels = () => readLabels(call, 'companies/contacts', company);
        const takeOff = (role: number) =>
          call('POST', `${pair}/batch/labels/archive`, {
            inputs: [{ from: { id: company }, to: { id: contact }, types: [own(role)] }],
          });

        await put(call, company, `contacts/${contact}`, champion);
        const { status } = await put(call, company, `contacts/${contact}`, sponsor);
        expect(status).toBe(201);
        expect(await labels()).toEqual({ [contact]: [...after, null].toSorted() });

        await put(call, company, `contacts/${contact}`, champion, sponsor);
        expect(await labels()).toEqual({ [contact]: [...ROLES, null].toSorted() });
        expect((await takeOff(champion)).status).toBe(204);
        expect((await takeOff(champion)).status).toBe(204);
        expect(await labels()).toEqual({ [contact]: ['Executive sponsor', null] });
      },
      { putLabels, firstCompanyBecomesPrimary: false },
    ),
);
