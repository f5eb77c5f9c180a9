import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';

const OBJECTS = '/crm/objects/2026-09';
const DAY_MS = 86_400_000;

/** Association types of notes and tasks with these. */
const TYPES = { companies: [190, 192], contacts: [202, 204], deals: [214, 216] } as const;
type Plural = keyof typeof TYPES;

async function create(
  { call }: OpenSandbox,
  type: string,
  properties: object,
  associations: object[] = [],
): Promise<string> {
  const { body } = await call('POST', `${OBJECTS}/${type}`, { properties, associations });
  return String(body['id']);
}

const linkTo = (id: string, associationTypeId: number) => [
  { to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }] },
];

function note(sandbox: OpenSandbox, on: Plural, id: string, hs_timestamp: string): Promise<string> {
  return create(sandbox, 'notes', { hs_note_body: 'Met', hs_timestamp }, linkTo(id, TYPES[on][0]));
}

const readOf = async ({ call }: OpenSandbox, type: Plural, id: string, name = 'notes_last_updated') =>
  (await call('GET', `${OBJECTS}/${type}/${id}?properties=${name}`)).body['properties'];

async function search({ call }: OpenSandbox, type: Plural, body: object): Promise<unknown> {
  const answer = await call('POST', `${OBJECTS}/${type}/search`, body);
  const results = answer.body['results'];
  return Array.isArray(results) ? results.map((each: { id: string }) => each.id) : answer;
}

const RECORDS: readonly (readonly [Plural, object])[] = [
  ['companies', { name: 'Larch' }],
  ['contacts', { email: 'ada@larch.example' }],
  ['deals', { dealname: 'Larch build' }],
];

test.each(RECORDS)('the last activity of %s is the newest of their notes, never one to come', (type, of) =>
  withSandbox(async (sandbox) => {
    const id = await create(sandbox, type, of);
    expect(await readOf(sandbox, type, id)).toMatchObject({ notes_last_updated: null });

    for (const at of ['2026-07-01T09:00:00Z', '2026-08-01T09:00:00Z', '2026-10-01T09:00:00Z'])
      await note(sandbox, type, id, at);

    expect(await readOf(sandbox, type, id)).toMatchObject({ notes_last_updated: '2026-08-01T09:00:00Z' });
    sandbox.pass(31 * DAY_MS);
    expect(await readOf(sandbox, type, id)).toMatchObject({ notes_last_updated: '2026-10-01T09:00:00Z' });
  }),
);

test('a task counts from when it is completed, and a deleted activity no longer', () =>
  withSandbox(async (sandbox) => {
    const { call, pass } = sandbox;
    const deal = await create(sandbox, 'deals', { dealname: 'Larch build' });
    const task = await create(
      sandbox,
      'tasks',
      { hs_timestamp: '2026-08-01T12:00:00Z', hs_task_status: 'NOT_STARTED' },
      linkTo(deal, 216),
    );
    pass(DAY_MS);
    await call('PATCH', `${OBJECTS}/tasks/${task}`, { properties: { hs_task_status: 'COMPLETED' } });
    pass(DAY_MS);

    expect(await readOf(sandbox, 'deals', deal)).toMatchObject({
      notes_last_updated: '2026-09-02T12:00:00Z',
    });
    await call('DELETE', `${OBJECTS}/tasks/${task}`);
    expect(await readOf(sandbox, 'deals', deal)).toMatchObject({ notes_last_updated: null });
  }));

test('records are searched and sorted by their last activity', () =>
  withSandbox(async (sandbox) => {
    const [none, old, recent] = [
      await create(sandbox, 'deals', { dealname: 'Never' }),
      await create(sandbox, 'deals', { dealname: 'Old' }),
      await create(sandbox, 'deals', { dealname: 'Recent' }),
    ];
    await note(sandbox, 'deals', old, '2026-05-01T09:00:00Z');
    await note(sandbox, 'deals', recent, '2026-08-25T09:00:00Z');
    const where = (operator: string, value?: string) => ({
      filterGroups: [{ filters: [{ propertyName: 'notes_last_updated', operator, value }] }],
    });

    expect(await search(sandbox, 'deals', where('LT', String(Date.parse('2026-07-03'))))).toEqual([old]);
    expect(await search(sandbox, 'deals', where('NOT_HAS_PROPERTY'))).toEqual([none]);
    expect(await search(sandbox, 'deals', { sorts: ['-notes_last_updated'] })).toEqual([recent, old, none]);
  }));

test('the last activity cannot be written, and survives dump and restore', () =>
  withSandbox(async (sandbox) => {
    const { call, crm } = sandbox;
    const company = await create(sandbox, 'companies', { name: 'Larch' });
    await note(sandbox, 'companies', company, '2026-08-01T09:00:00Z');
    const written = await call('PATCH', `${OBJECTS}/companies/${company}`, {
      properties: { notes_last_updated: '2026-08-02T09:00:00Z' },
    });
    expect(written).toMatchObject({ status: 400, body: { errors: [{ code: 'READ_ONLY_VALUE' }] } });

    const saved: unknown = JSON.parse(JSON.stringify(crm.portal.dump()));
    await withSandbox(
      async (loaded) => {
        expect(await readOf(loaded, 'companies', company)).toMatchObject({
          notes_last_updated: '2026-08-01T09:00:00Z',
        });
      },
      {},
      saved,
    );
  }));

test('an account that was saved before the property was there has it when it is loaded', () =>
  withSandbox(async (sandbox) => {
    const company = await create(sandbox, 'companies', { name: 'Larch' });
    await note(sandbox, 'companies', company, '2026-08-01T09:00:00Z');
    const { types, ...rest } = sandbox.crm.portal.dump();
    const without = types.map((type) => ({
      ...type,
      properties: type.properties.filter(({ name }) => name !== 'notes_last_updated'),
    }));

    await withSandbox(
      async (loaded) => {
        expect(await readOf(loaded, 'companies', company)).toMatchObject({
          notes_last_updated: '2026-08-01T09:00:00Z',
        });
      },
      {},
      { types: without, ...rest },
    );
  }));
