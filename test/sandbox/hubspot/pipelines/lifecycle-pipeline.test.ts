import { withSandbox } from '../open-sandbox.ts';

const PIPELINES = '/crm/pipelines/2026-09/contacts';
const LIFECYCLE = `${PIPELINES}/contacts-lifecycle-pipeline`;

test('contacts have one pipeline, whose stages are their lifecycle stages', () =>
  withSandbox(async ({ call }) => {
    const { body } = await call('GET', '/crm/properties/2026-09/contacts/lifecyclestage');
    const values = (body['options'] as { value: string }[]).map(({ value }) => value);

    const listed = await call('GET', PIPELINES);
    const stages = await call('GET', `${LIFECYCLE}/stages`);
    const lead = await call('GET', `${LIFECYCLE}/stages/lead`);

    expect(listed.body).toMatchObject({
      results: [{ id: 'contacts-lifecycle-pipeline', label: 'Lifecycle Stage Pipeline', archived: false }],
    });
    expect((stages.body['results'] as { id: string }[]).map(({ id }) => id)).toEqual(values);
    expect(lead.body).toMatchObject({ id: 'lead', label: 'Lead' });
  }));

test.each([
  ['POST', PIPELINES, { label: 'Own', displayOrder: 1, stages: [{ label: 'A', displayOrder: 0 }] }],
  ['PATCH', LIFECYCLE, { label: 'Own' }],
  ['DELETE', LIFECYCLE, undefined],
  ['POST', `${LIFECYCLE}/stages`, { label: 'Own', displayOrder: 9, metadata: { probability: '0.5' } }],
  ['DELETE', `${LIFECYCLE}/stages/lead`, undefined],
])('%s %s is refused with a sentence, and nothing changes', (method, path, sent) =>
  withSandbox(async ({ call }) => {
    const before = (await call('GET', PIPELINES)).text;

    const refused = await call(method, path, sent);

    expect(refused).toMatchObject({ status: 400 });
    expect(refused.body['message']).toMatch(/read only/);
    expect((await call('GET', PIPELINES)).text).toBe(before);
  }),
);

test('companies have no pipelines', () =>
  withSandbox(async ({ call }) => {
    expect((await call('GET', '/crm/pipelines/2026-09/companies')).status).toBe(400);
  }));
