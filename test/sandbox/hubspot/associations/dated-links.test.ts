import { plainKind } from './link-types.ts';
import { type OpenSandbox, withSandbox } from '../open-sandbox.ts';

const FORMS = {
  dated: {
    objects: '/crm/objects/2026-09',
    links: '/crm/objects/2026-09',
    associations: '/crm/associations/2026-09',
    pipelines: '/crm/pipelines/2026-09',
  },
  older: {
    objects: '/crm/v3/objects',
    links: '/crm/v4/objects',
    associations: '/crm/v4/associations',
    pipelines: '/crm/v3/pipelines',
  },
};
const [COMPANY, CONTACT, DEAL] = ['30000000001', '30000000002', '30000000003'];
const pair = { from: { id: DEAL }, to: { id: COMPANY } };
const stage = { label: 'Sourced', displayOrder: 0, metadata: { probability: '0.1' } };
const partnerships = { label: 'Partnerships', displayOrder: 1, pipelineId: 'partnerships', stages: [stage] };
const task = { hs_task_subject: 'Plan the build', hs_timestamp: '2026-09-08T08:00:00Z' };
const byCompany = [{ propertyName: 'associations.company', operator: 'EQ', value: COMPANY }];

/** One call of each kind with the status of its answer, as [verb, area, path, status, body]. */
const CALLS: readonly (readonly [string, keyof typeof FORMS.dated, string, number, unknown?])[] = [
  ['POST', 'objects', '/companies', 201, { properties: { name: 'Larch' } }],
  ['POST', 'objects', '/contacts', 201, { properties: { email: 'ada@larch.example' } }],
  ['POST', 'objects', '/deals', 201, { properties: { dealname: 'Build' } }],
  ['POST', 'objects', '/tasks', 201, { properties: task, associations: [{ to: { id: COMPANY }, types: [plainKind(192)] }] }],
  ['POST', 'objects', '/notes', 400, { properties: {} }],
  ['PUT', 'links', `/deals/${DEAL}/associations/default/companies/${COMPANY}`, 200],
  ['PUT', 'links', `/contact/${CONTACT}/associations/company/${COMPANY}`, 201, [plainKind(1)]],
  ['PUT', 'links', `/contact/${CONTACT}/associations/company/${COMPANY}`, 400, {}],
  ['GET', 'links', `/0-2/${COMPANY}/associations/0-3?limit=1`, 200],
  ['POST', 'associations', '/deals/contacts/batch/associate/default', 200, { inputs: [{ from: { id: DEAL }, to: { id: CONTACT } }] }],
  ['POST', 'associations', '/deals/companies/batch/create', 201, { inputs: [{ ...pair, types: [plainKind(5)] }] }],
  ['POST', 'associations', '/deals/companies/batch/create', 207, { inputs: [{ ...pair, to: { id: '1' }, types: [plainKind(5)] }] }],
  ['POST', 'associations', '/companies/deals/batch/read', 200, { inputs: [{ id: COMPANY }] }],
  ['POST', 'associations', '/companies/notes/batch/read', 207, { inputs: [{ id: COMPANY }] }],
  ['GET', 'objects', `/deals/${DEAL}?associations=companies,contacts`, 200],
  ['POST', 'objects', '/deals/search', 200, { filterGroups: [{ filters: byCompany }] }],
  ['POST', 'associations', '/contacts/deals/labels', 200, { name: 'champion', label: 'Champion' }],
  ['PUT', 'associations', '/contacts/deals/labels', 204, { associationTypeId: 1, label: 'Sponsor' }],
  ['GET', 'associations', '/deals/contacts/labels', 200],
  ['DELETE', 'associations', '/contacts/deals/labels/1', 204],
  ['POST', 'associations', '/deals/companies/batch/labels/archive', 204, { inputs: [{ ...pair, types: [plainKind(5)] }] }],
  ['DELETE', 'links', `/deals/${DEAL}/associations/contacts/${CONTACT}`, 204],
  ['POST', 'associations', '/deals/companies/batch/archive', 204, { inputs: [{ ...pair, to: [pair.to] }] }],
  ['GET', 'links', `/deals/${DEAL}/associations/companies`, 200],
  ['POST', 'pipelines', '/deals', 201, partnerships],
  ['POST', 'pipelines', '/deals', 400, partnerships],
  ['POST', 'pipelines', '/deals/partnerships/stages', 201, { ...stage, label: 'Scored', stageId: 'scored' }],
  ['PATCH', 'objects', `/deals/${DEAL}`, 200, { properties: { pipeline: 'partnerships', dealstage: 'scored' } }],
  ['PATCH', 'pipelines', '/deals/partnerships/stages/scored', 200, { displayOrder: 3 }],
  ['PUT', 'pipelines', '/deals/partnerships/stages/scored', 200, { ...stage, label: 'Weighed' }],
  ['PATCH', 'pipelines', '/deals/partnerships', 200, { label: 'Partners' }],
  ['GET', 'pipelines', '/0-3/partnerships/stages/scored', 200],
  ['GET', 'pipelines', '/deals', 200],
  ['GET', 'pipelines', '/deals/nothing', 404],
  ['DELETE', 'objects', `/deals/${DEAL}`, 204],
  ['DELETE', 'pipelines', '/deals/partnerships', 204],
]; // prettier-ignore

async function transcriptOf({ call }: OpenSandbox, form: keyof typeof FORMS): Promise<string[]> {
  const lines: string[] = [];
  for (const [verb, area, path, , body] of CALLS) {
    const { status, text } = await call(verb, FORMS[form][area] + path, body);
    // the correlation id is the one thing that is random
    lines.push(`${verb} ${area}${path} ${status} ${text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')}`);
  }
  return lines;
}

test('associations, labels and pipelines answer alike on dated paths and on v3 and v4 paths', async () => {
  const transcripts: string[][] = [];
  const alike = { datedBatchCreateStatus: 201 } as const;
  for (const form of ['dated', 'older'] as const)
    await withSandbox(async (sandbox) => void transcripts.push(await transcriptOf(sandbox, form)), alike);

  const [dated, older] = transcripts;
  expect(dated).toEqual(older);
  expect(dated?.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(
    CALLS.map(([verb, area, path, status]) => `${verb} ${area}${path} ${status}`),
  );
});

test('a record with more associations than a page names the rest page by page', () =>
  withSandbox(
    async ({ call }) => {
      const { objects } = FORMS.dated;
      await call('POST', `${objects}/companies`, { properties: { name: 'Larch' } });
      for (let deal = 2; deal <= 6; deal += 1) {
        await call('POST', `${objects}/deals`, { properties: { dealname: `Build ${deal}` } });
        await call('PUT', `${objects}/deals/3000000000${deal}/associations/default/companies/${COMPANY}`);
      }

      const { text } = await call('GET', `${objects}/companies/${COMPANY}?associations=deals,contacts`);
      const rest = await call('GET', `${objects}/companies/${COMPANY}/associations/deals?after=30000000003`);

      expect([...new Set(text.match(/(?<="id":")3000000000[2-6]/g))]).toEqual(['30000000002', '30000000003']);
      expect(text).toContain('"paging":{"next":{"after":"30000000003"}}');
      expect(rest.body).toMatchObject({
        results: [4, 5, 6].map((id) => ({ toObjectId: 30_000_000_000 + id })),
      });
      expect(rest.body).not.toHaveProperty('paging');
    },
    { recordAssociationPage: 2 },
  ));
