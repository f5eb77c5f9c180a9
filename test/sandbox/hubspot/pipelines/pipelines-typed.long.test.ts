import { someRecords } from '../crm-records.ts';
import { refusalOf, withClient } from '../with-client.ts';

const STAGES = ['Sourced', 'Scored', 'Launched', 'Declined'];
const PROBABILITY = ['0.1', '0.3', '1.0', '0.0'];

const stage = (label: string, displayOrder: number) => ({
  label,
  displayOrder,
  metadata: { probability: PROBABILITY[STAGES.indexOf(label)] ?? '0.5' },
});
const partnerships = { label: 'Partnerships', displayOrder: 1, stages: STAGES.map(stage) };

test('every account starts with the Sales Pipeline and its seven stages', () =>
  withClient(async ({ hubspot }) => {
    const { results } = await hubspot.crm.pipelines.pipelinesApi.getAll('deals');

    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ id: 'default', label: 'Sales Pipeline', archived: false });
    expect(results[0]?.stages.map(({ id }) => id).join(' ')).toBe(
      'appointmentscheduled qualifiedtobuy presentationscheduled decisionmakerboughtin contractsent closedwon closedlost',
    );
    expect(results[0]?.stages.at(-1)?.metadata).toEqual({ isClosed: 'true', probability: '0.0' });
  }));

test("the official client's calls create a pipeline, and a deal moves through its stages", () =>
  withClient(async ({ hubspot }) => {
    const { pipelinesApi, pipelineStagesApi } = hubspot.crm.pipelines;
    const { basicApi } = hubspot.crm.deals;

    const { id: pipeline, stages } = await pipelinesApi.create('deals', partnerships);
    const scoped = await pipelineStagesApi.create('deals', pipeline, stage('Scoped', 2));
    const { id: deal } = await basicApi.create({
      properties: { dealname: 'Build', pipeline, dealstage: stages[0]?.id ?? '' },
    });
    const moved = await basicApi.update(deal, { properties: { dealstage: scoped.id } });

    expect(moved.properties['dealstage']).toBe(scoped.id);
    const listed = await pipelineStagesApi.getAll('deals', pipeline);
    expect(listed.results.map(({ label }) => label)).toEqual([
      'Sourced',
      'Scored',
      'Launched',
      'Scoped',
      'Declined',
    ]);
    expect(listed.results.map(({ displayOrder }) => displayOrder)).toEqual([0, 1, 2, 3, 4]);
    const wrong = await refusalOf(
      basicApi.update(deal, { properties: { dealstage: 'closedwon', pipeline } }),
    );
    expect(wrong.body).toMatchObject({
      errors: [{ code: 'INVALID_OPTION', context: { propertyName: ['dealstage'] } }],
    });
    const unknown = await refusalOf(basicApi.update(deal, { properties: { dealstage: 'nowhere' } }));
    expect(unknown.body).toMatchObject({ errors: [{ code: 'INVALID_OPTION' }] });
    const onlyPipeline = await refusalOf(basicApi.update(deal, { properties: { pipeline: 'default' } }));
    expect(onlyPipeline.body).toMatchObject({ errors: [{ code: 'INVALID_OPTION' }] });
  }));

test('pipelines and stages are renamed, replaced and deleted', () =>
  withClient(async ({ hubspot }) => {
    const { pipelinesApi, pipelineStagesApi } = hubspot.crm.pipelines;
    const { id, stages } = await pipelinesApi.create('deals', partnerships);
    const [first, second] = stages.map((made) => made.id);

    await pipelinesApi.update('deals', id, { label: 'Partners' });
    await pipelineStagesApi.update('deals', id, first ?? '', {
      label: 'Found',
      metadata: { probability: '0.2' },
    });
    await pipelineStagesApi.replace('deals', id, second ?? '', stage('Weighed', 1));
    await pipelineStagesApi.archive('deals', id, stages[3]?.id ?? '');

    const read = await pipelinesApi.getById('deals', id);
    expect(read.label).toBe('Partners');
    expect(read.stages.map(({ label, metadata }) => `${label} ${String(metadata?.['probability'])}`)).toEqual(
      ['Found 0.2', 'Weighed 0.5', 'Launched 1.0'],
    );
    const replaced = await pipelinesApi.replace('deals', id, {
      ...partnerships,
      stages: [stage('Found', 0), stage('New', 1)],
    });
    expect(replaced.stages.map((kept) => kept.id === first)).toEqual([false, false]);
    await pipelinesApi.archive('deals', id);
    expect((await refusalOf(pipelinesApi.getById('deals', id))).code).toBe(404);
    expect((await refusalOf(pipelinesApi.archive('deals', 'default'))).code).toBe(400);
  }));

test('a stage in use is kept on dated paths, and on v3 paths when asked', () =>
  withClient(async ({ hubspot, call }) => {
    const { deal } = await someRecords(hubspot);
    await hubspot.crm.deals.basicApi.update(deal, { properties: { dealstage: 'contractsent' } });
    const dated = '/crm/pipelines/2026-09/deals/default';
    const v3 = '/crm/v3/pipelines/deals/default';
    const asked = '?validateDealStageUsagesBeforeDelete=true';

    for (const query of ['', '?validateDealStageUsagesBeforeDelete=false'])
      expect(await call('DELETE', `${dated}/stages/contractsent${query}`)).toMatchObject({
        status: 400,
        body: { subCategory: 'PipelineError.STAGE_ID_IN_USE', context: { ids: [deal] } },
      });
    expect((await call('DELETE', `${v3}/stages/contractsent${asked}`)).status).toBe(400);
    expect((await call('DELETE', `${dated}/stages/qualifiedtobuy`)).status).toBe(204);
    expect((await call('DELETE', `${v3}/stages/contractsent`)).status).toBe(204);
    expect((await hubspot.crm.deals.basicApi.getById(deal)).properties['dealstage']).toBe('contractsent');
  }));

test('labels are unique whatever their case: two stages, and two pipelines', () =>
  withClient(async ({ hubspot }) => {
    const { pipelinesApi, pipelineStagesApi } = hubspot.crm.pipelines;
    const { id, stages } = await pipelinesApi.create('deals', partnerships);
    const refused = [
      () => pipelineStagesApi.create('deals', id, stage(' sourced', 9)),
      () => pipelineStagesApi.update('deals', id, stages[1]?.id ?? '', { label: 'SOURCED', metadata: {} }),
      () => pipelinesApi.create('deals', { ...partnerships, label: 'partnerships ' }),
      () => pipelinesApi.update('deals', 'default', { label: 'Partnerships' }),
      () =>
        pipelinesApi.create('deals', {
          ...partnerships,
          label: 'New',
          stages: [stage('A', 0), stage('a', 1)],
        }),
    ];

    for (const each of refused)
      expect(await refusalOf(each())).toMatchObject({
        code: 400,
        body: { subCategory: 'PipelineError.STAGE_LABEL_EXISTS' },
      });
    expect((await pipelinesApi.getAll('deals')).results).toHaveLength(2);
  }));

test('an id in use is refused: of a pipeline, of a stage in a new pipeline, of a stage alone', () =>
  withClient(async ({ call }) => {
    const path = '/crm/pipelines/2026-09/deals';
    const taken = { ...stage('Won again', 0), stageId: 'closedwon' };

    const pipeline = await call('POST', path, { ...partnerships, pipelineId: 'default' });
    const within = await call('POST', path, { ...partnerships, stages: [taken] });
    const alone = await call('POST', `${path}/default/stages`, taken);

    expect([pipeline.status, within.status, alone.status]).toEqual([400, 409, 400]);
    expect(within.body).toMatchObject({ subCategory: 'PipelineError.STAGE_ID_EXISTS_IN_ANOTHER_PIPELINE' });
    expect(alone.body).not.toHaveProperty('category');
  }));

test('a stage takes a free place, or the one after the stage that has it; none is below 0', () =>
  withClient(async ({ hubspot }) => {
    const { pipelinesApi, pipelineStagesApi } = hubspot.crm.pipelines;
    const { id, stages } = await pipelinesApi.create('deals', partnerships);
    const last = stages[3]?.id ?? '';
    const move = (displayOrder: number) =>
      pipelineStagesApi.update('deals', id, last, { displayOrder, metadata: {} });
    const places = async () =>
      (await pipelineStagesApi.getAll('deals', id)).results.map(
        ({ label, displayOrder }) => `${label} ${displayOrder}`,
      );

    await move(9);
    expect(await places()).toEqual(['Sourced 0', 'Scored 1', 'Launched 2', 'Declined 9']);
    await move(0);
    expect(await places()).toEqual(['Sourced 0', 'Declined 1', 'Scored 2', 'Launched 3']);
    expect((await refusalOf(move(-1))).code).toBe(400);
  }));

test('deleting a stage that never was is a 204, and one of another pipeline is left alone', () =>
  withClient(async ({ hubspot, call }) => {
    const { id } = await hubspot.crm.pipelines.pipelinesApi.create('deals', partnerships);
    const path = '/crm/pipelines/2026-09/deals';

    for (const stagePath of ['default/stages/nothing', 'nothing/stages/nothing', `${id}/stages/closedwon`])
      expect((await call('DELETE', `${path}/${stagePath}`)).status).toBe(204);

    expect((await call('GET', `${path}/default/stages/closedwon`)).status).toBe(200);
    expect((await call('DELETE', `${path}/nothing`)).status).toBe(404);
  }));

test.each([
  ['without stages', { ...partnerships, stages: [] }],
  ['with two stages of one label', { ...partnerships, stages: [stage('A', 0), stage('A', 1)] }],
  [
    'with a probability above 1',
    { ...partnerships, stages: [{ ...stage('A', 0), metadata: { probability: '1.1' } }] },
  ],
  ['without metadata', { ...partnerships, stages: [{ label: 'A', displayOrder: 0 }] }],
  ['with a blank label', { ...partnerships, label: ' ' }],
])('a pipeline %s is refused', (_name, body) =>
  withClient(async ({ call }) => {
    expect((await call('POST', '/crm/pipelines/2026-09/deals', body)).status).toBe(400);
    expect((await call('GET', '/crm/pipelines/2026-09/companies')).status).toBe(400);
  }),
);
