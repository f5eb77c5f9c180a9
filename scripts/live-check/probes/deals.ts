import { at, isDone, listAt, shown, summaryOf, textAt } from '../answer.ts';
import { createRecord, makeDeal, makePipeline, pipelineBody, pipelineIn } from '../make.ts';
import { DEALS, NOBODY, PIPELINES } from '../paths.ts';
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
  ['id', 'a PUT of a pipeline keeps only the stages that it names by id'],
  ['label', 'it keeps those of the same label too'],
);
const IN_USE = row(
  '2026-09 refuses to delete a stage or pipeline in use, whatever the query says: STAGE_ID_IN_USE',
);
const ONE_LABEL = row('400 STAGE_LABEL_EXISTS for two stages or pipelines of one label, case aside');
const ORDER = row('a stage on a taken displayOrder comes right after, and all are numbered anew');
const BELOW = row('a displayOrder below 0 of a stage is refused');
const NOTHING = row('DELETE of a stage that never was, or in a pipeline that never was: 204');

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
      const told = '?validateDealStageUsagesBeforeDelete=false';
      const deleted = await live.call('DELETE', `${PIPELINES}/${id}/stages/${after[0] ?? ''}${told}`);
      observe.fact(
        IN_USE,
        deleted.status >= 400,
        `DELETE of a stage in use, with the check off: ${summaryOf(deleted)}`,
        deleted,
      );
    },
  },
  {
    name: 'stages',
    decides: [ONE_LABEL, ORDER, BELOW, NOTHING],
    run: async (live, observe) => {
      const { id, stageIds } = await makePipeline(live, 'stages');
      const path = `${PIPELINES}/${id}/stages`;
      const metadata = { probability: '0.5' };
      const twice = await live.call('POST', path, { label: 'SOURCED', displayOrder: 5, metadata });
      const isRefused = twice.status === 400 && summaryOf(twice).includes('STAGE_LABEL_EXISTS');
      observe.fact(ONE_LABEL, isRefused, `a second "SOURCED": ${summaryOf(twice)}`, twice);

      const made = await live.need('POST', path, { label: 'Scored', displayOrder: 0, metadata });
      const stages = listAt(await live.need('GET', path), 'results');
      const places = stages.map((stage) => `${textAt(stage, 'id')} ${textAt(stage, 'displayOrder')}`);
      const ids = [stageIds[0], textAt(made, 'id'), stageIds[1]];
      const isAfter =
        places.toSorted().join() ===
        ids
          .map((each, place) => `${each ?? ''} ${place}`)
          .toSorted()
          .join();
      observe.fact(ORDER, isAfter, `stages and places: ${shown(places)}`);

      const below = await live.call('POST', path, { label: 'Below', displayOrder: -1, metadata });
      observe.fact(BELOW, below.status === 400, summaryOf(below), below);

      const gone = await live.call('DELETE', `${path}/${NOBODY}`);
      observe.fact(NOTHING, gone.status === 204, summaryOf(gone), gone);
    },
  },
];
