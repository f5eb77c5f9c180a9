import { at, isDone, shown, summaryOf, textAt } from '../answer.ts';
import { createRecord, makeDeal, makePipeline, pipelineBody, pipelineIn } from '../make.ts';
import { DEALS, PIPELINES } from '../paths.ts';
import { guess, type Probe, row } from '../probe.ts';

const NO_STAGE = guess(
  'dealWithoutStage',
  ['unset', 'a deal made without a stage has none'],
  ['first-stage', 'it stands in the first stage'],
);
const NO_PIPELINE = row('a deal created with only a name has no pipeline in the response');
const OTHER_STAGE = guess(
  'stageOfOtherPipeline',
  ['refused', 'a stage of another pipeline, written alone, is refused'],
  ['moves-deal', 'it moves the deal into that pipeline'],
);
const PUT_KEEPS = guess(
  'putPipelineKeeps',
  ['label', 'a PUT of a pipeline keeps the stages that have the same label'],
  ['id', 'it keeps only stages named by id'],
);
const IN_USE = row('2026-09 refuses to delete a stage or pipeline in use unless told so; v3 only when asked');

export const DEAL_PROBES: readonly Probe[] = [
  {
    name: 'deal-without-stage',
    decides: [NO_STAGE, NO_PIPELINE],
    run: async (live, observe) => {
      const created = await createRecord(live, DEALS, { dealname: live.name('without stage') });
      const body = await live.need('GET', `${DEALS}/${textAt(created, 'id')}?properties=dealstage`);
      const stage = at(body, 'properties', 'dealstage');
      const isUnset = stage === null || stage === '' || stage === undefined;
      observe.guess(
        NO_STAGE,
        isUnset ? 'unset' : 'first-stage',
        isUnset ? 'it has no stage' : 'it has a stage',
      );
      const pipeline = at(created, 'properties', 'pipeline');
      const seen = pipeline === undefined ? 'there is none' : `its pipeline is ${shown(pipeline)}`;
      observe.fact(NO_PIPELINE, pipeline === undefined, seen);
    },
  },
  {
    name: 'pipeline',
    decides: [PUT_KEEPS, OTHER_STAGE, IN_USE],
    run: async (live, observe) => {
      const { id, stageIds } = await makePipeline(live, 'pipeline');
      const replaced = await live.call('PUT', `${PIPELINES}/${id}`, pipelineBody(live, 'pipeline'));
      const after = pipelineIn(await live.need('GET', `${PIPELINES}/${id}`)).stageIds;
      const keeps = after.join() === stageIds.join() ? 'label' : 'id';
      const kept = after.filter((stage) => stageIds.includes(stage)).length;
      const isTold = isDone(replaced) && after.length === stageIds.length && [0, 2].includes(kept);
      observe.guess(PUT_KEEPS, isTold ? keeps : undefined, `${kept} of 2 stages kept their id`, replaced);

      const deal = await makeDeal(live, 'other stage', { pipeline: 'default' });
      const moved = await live.call('PATCH', `${DEALS}/${deal}`, { properties: { dealstage: after[0] } });
      const body = await live.need('GET', `${DEALS}/${deal}?properties=pipeline`);
      const isMoved = textAt(body, 'properties', 'pipeline') === id;
      const setting = moved.status === 400 ? 'refused' : isMoved ? 'moves-deal' : undefined;
      observe.guess(
        OTHER_STAGE,
        setting,
        `${summaryOf(moved)}, the deal ${isMoved ? 'moved' : 'stayed'}`,
        moved,
      );

      await makeDeal(live, 'in use', { pipeline: id, dealstage: after[0] });
      const deleted = await live.call('DELETE', `${PIPELINES}/${id}`);
      observe.fact(
        IN_USE,
        deleted.status >= 400,
        `DELETE of a pipeline in use: ${summaryOf(deleted)}`,
        deleted,
      );
    },
  },
];
