import { type Call, param } from '../http/call.ts';
import { invalid, notFound, Refusal } from '../http/refusal.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import { activeProperty } from '../properties/property-store.ts';
import { lifecyclePipelines } from './lifecycle-pipeline.ts';
import type { StageInput } from './parse-pipeline.ts';
import { offerStages, type Pipeline, type PipelineStore, type Stage } from './pipeline.ts';

/** @throws Refusal 400 for object types without pipelines */
export function pipelinesOf(portal: Portal, call: Call): { store: TypeStore; pipelines: PipelineStore } {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  const pipelines = store.pipelines ?? lifecyclePipelines(portal, store);
  if (pipelines.size === 0) throw invalid(`${store.type.plural} have no pipelines in the sandbox.`);
  return { store, pipelines };
}

/** @throws Refusal 404 */
export function pipelineOf(portal: Portal, call: Call): Pipeline {
  const pipeline = pipelinesOf(portal, call).pipelines.get(param(call, 'pipelineId'));
  if (pipeline === undefined) throw notFound('There is no such pipeline.');
  return pipeline;
}

/** Stores a pipeline and updates the options of the deal properties. */
export function keepPipeline(portal: Portal, call: Call, pipeline: Pipeline): Pipeline {
  const { store, pipelines } = pipelinesOf(portal, call);
  pipelines.set(pipeline.id, pipeline);
  offerStages(store.properties, pipelines);
  return pipeline;
}

export function newStage(portal: Portal, input: StageInput, at: number): Stage {
  const id = input.id ?? String(portal.nextIds.pipeline++);
  return { ...input, id, createdAt: at, updatedAt: at };
}

/** @throws Refusal 409, or 400 for a stage alone, when an id is in use; stage ids are unique over all pipelines */
export function checkStageIds(portal: Portal, call: Call, ids: readonly string[], isAlone = false): void {
  const used = [...pipelinesOf(portal, call).pipelines.values()].flatMap(({ stages }) =>
    stages.map(({ id }) => id),
  );
  const all = [...used, ...ids];
  if (new Set(all).size === all.length) return;
  const message = 'A stage of this id exists.';
  if (isAlone) throw new Refusal(400, { message });
  const subCategory = 'PipelineError.STAGE_ID_EXISTS_IN_ANOTHER_PIPELINE';
  throw new Refusal(409, { message, category: 'CONFLICT', subCategory });
}

/** Times of a pipeline strictly increase, as for records. */
export function laterThan(portal: Portal, time: number): number {
  return Math.max(portal.now().getTime(), time + 1);
}

/**
 * Refuses to delete stages and pipelines in use. From 2026-09 on HubSpot always checks, whatever the query says
 * (recorded); v3 checks only when asked.
 *
 * @throws Refusal 400
 */
export function checkUnused(
  call: Call,
  store: TypeStore,
  stageIds: readonly string[],
  pipelineId?: string,
): void {
  const asked = call.query.get('validateDealStageUsagesBeforeDelete');
  if (call.form !== 'dated' && asked !== 'true') return;
  const stage = activeProperty(store.properties, 'dealstage');
  const pipeline = activeProperty(store.properties, 'pipeline');
  const users = store.records.all.filter(
    ({ archivedAt, values }) =>
      archivedAt === undefined &&
      (stageIds.includes(values[stage.slot] ?? '') ||
        (pipelineId !== undefined && values[pipeline.slot] === pipelineId)),
  );
  if (users.length === 0) return;
  throw invalid(`${users.length} ${store.type.plural} are in it, so it cannot be deleted.`, {
    subCategory: 'PipelineError.STAGE_ID_IN_USE',
    context: { ids: users.slice(0, 10).map(({ id }) => String(id)) },
  });
}
