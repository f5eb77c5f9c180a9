import { FilterOperatorEnum as TaskOperator } from '@hubspot/api-client/lib/codegen/crm/objects/tasks/index.js';
import { refusalOf, withClient } from '../with-client.ts';

const DUE = '2026-09-08T08:00:00Z';

test("the official client's calls create, read, update, find and archive a contact", () =>
  withClient(async ({ hubspot }) => {
    const { basicApi, searchApi } = hubspot.crm.contacts;
    const { id } = await basicApi.create({
      properties: {
        email: 'Ada@Larch.example',
        firstname: 'Ada',
        lastname: 'Byrne',
        hs_buying_role: 'CHAMPION',
      },
    });

    await basicApi.update(id, { properties: { jobtitle: 'Head of partnerships' } });

    const read = await basicApi.getById(
      'ada@larch.example',
      ['jobtitle', 'email'],
      undefined,
      undefined,
      false,
      'email',
    );
    expect(read).toMatchObject({
      id,
      properties: {
        email: 'ada@larch.example',
        jobtitle: 'Head of partnerships',
        lastmodifieddate: '2026-09-01T12:00:00.001Z',
      },
    });
    expect((await searchApi.doSearch({ query: 'byrne', limit: 1 })).results[0]?.id).toBe(id);
    await basicApi.archive(id);
    expect((await refusalOf(basicApi.getById(id))).code).toBe(404);
    await expect(basicApi.create({ properties: { email: 'ada@larch.example' } })).resolves.toHaveProperty(
      'id',
    );
  }));

test('a second contact with an email is a conflict that names the first; what is no email is refused', () =>
  withClient(async ({ hubspot }) => {
    const { basicApi, batchApi } = hubspot.crm.contacts;
    const { id } = await basicApi.create({ properties: { email: 'ada@larch.example' } });
    const { id: other } = await basicApi.create({ properties: { email: 'bo@larch.example' } });

    const second = await refusalOf(basicApi.create({ properties: { email: 'ADA@larch.example' } }));
    const moved = await refusalOf(basicApi.update(other, { properties: { email: 'ada@larch.example' } }));
    const twice = [1, 2].map(() => ({ properties: { email: 'cy@larch.example' } }));

    expect(second).toMatchObject({
      code: 409,
      body: { category: 'CONFLICT', message: `Contact already exists. Existing ID: ${id}` },
    });
    expect(moved.code).toBe(409);
    expect((await refusalOf(batchApi.create({ inputs: twice }))).code).toBe(409);
    const none = await refusalOf(basicApi.create({ properties: { email: 'ada' } }));
    expect(none.body).toMatchObject({ errors: [{ code: 'INVALID_EMAIL' }] });
  }));

test("the official client's calls create tasks and notes, complete a task and find the open ones", () =>
  withClient(async ({ hubspot }) => {
    const { tasks, notes } = hubspot.crm.objects;
    const { results } = await tasks.batchApi.create({
      inputs: ['Run the five checks', 'Plan the build'].map((hs_task_subject) => ({
        properties: {
          hs_task_subject,
          hs_timestamp: DUE,
          hs_task_status: 'NOT_STARTED',
          hs_task_priority: 'HIGH',
        },
        associations: [],
      })),
    });
    const { id: note } = await notes.basicApi.create({
      properties: { hs_note_body: '<p>Met Ada</p>', hs_timestamp: DUE },
    });

    await tasks.basicApi.update(results[0]?.id ?? '', { properties: { hs_task_status: 'COMPLETED' } });

    const open = await tasks.searchApi.doSearch({
      filterGroups: [
        {
          filters: [{ propertyName: 'hs_task_status', operator: TaskOperator.Neq, value: 'COMPLETED' }],
        },
      ],
      properties: ['hs_task_subject', 'hs_timestamp'],
      sorts: ['hs_timestamp'],
    });
    expect(open.results.map(({ properties }) => properties)).toMatchObject([
      { hs_task_subject: 'Plan the build', hs_timestamp: DUE, hs_createdate: '2026-09-01T12:00:00Z' },
    ]);
    expect((await notes.basicApi.getById(note, ['hs_note_body'])).properties['hs_note_body']).toBe(
      '<p>Met Ada</p>',
    );
    expect(
      (await refusalOf(notes.basicApi.create({ properties: { hs_note_body: 'x' } }))).body,
    ).toMatchObject({
      category: 'VALIDATION_ERROR',
      context: { properties: ['hs_timestamp'] },
    });
  }));
