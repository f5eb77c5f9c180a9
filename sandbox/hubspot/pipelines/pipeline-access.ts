import { type Call, param } from '../call.ts';
import type { StageInput } from './parse-pipeline.ts';
import type { Pipeline, PipelineStore, Stage } from './pipeline.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import { invalid, notFound, Refusal } from '../refusal.ts';
import { offerStages } from './stage-options.ts';

/** @throws Refusal 400 for object types without pipelines */
export function pipelinesOf(portal: Portal, call: Call): { store: TypeStore; pipelines: PipelineStore } {
  const store = typeStoreOf(portal, param(call, 'objectType'));
  if (store.pipelines === undefined) throw invalid(`${store.type.plural} have no pipelines in here.`);
  return { store, pipelines: store.pipelines };
}

/** @throws Refusal 404 */
export function pipelineOf(portal: Portal, call: Call): Pipeline {
  const pipeline = pipelinesOf(portal, call).pipelines.get(param(call, 'pipelineId'));
  if (pipeline === undefined) throw notFound('There is no such pipeline.');
  return pipeline;
}

/** Keeps a pipeline and has the deal properties offer its stages. */
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

/** @throws Refusal 409 when an id is in use; stage ids are unique over all pipelines */
export function checkStageIds(portal: Portal, call: Call, ids: readonly string[]): void {
  const used = [...pipelinesOf(portal, call).pipelines.values()].flatMap(({ stages }) =>
    stages.map(({ id }) => id),
  );
  const all = [...used, ...ids];
  if (new Set(all).size === all.length) return;
  throw new Refusal(409, { message: 'A stage of this id exists.', category: 'CONFLICT' });
}

/** Times of a pipeline strictly increase, as those of a record do. */
export function laterThan(portal: Portal, time: number): number {
  return Math.max(portal.now().getTime(), time + 1);
}
