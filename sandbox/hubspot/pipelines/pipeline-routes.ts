import { type Answer, type Call, NO_CONTENT } from '../http/call.ts';
import { textIn, wholeNumberIn } from '../http/json.ts';
import { invalid } from '../http/refusal.ts';
import type { Portal } from '../portal/portal.ts';
import { labelExists, labelKey, labelOf, parsePipeline, type StageInput } from './parse-pipeline.ts';
import {
  checkStageIds,
  checkUnused,
  keepPipeline,
  laterThan,
  newStage,
  pipelineOf,
  pipelinesOf,
} from './pipeline-access.ts';
import {
  describePipeline,
  inOrder,
  numbered,
  offerStages,
  type Pipeline,
  type PipelineStore,
  type Stage,
} from './pipeline.ts';

export function listPipelines(portal: Portal, call: Call): Answer {
  const pipelines = inOrder(pipelinesOf(portal, call).pipelines.values());
  return { status: 200, body: { results: pipelines.map(describePipeline) } };
}

export function getPipeline(portal: Portal, call: Call): Answer {
  return { status: 200, body: describePipeline(pipelineOf(portal, call)) };
}

export function createPipeline(portal: Portal, call: Call): Answer {
  const { pipelines } = pipelinesOf(portal, call);
  const input = parsePipeline(call.body);
  const at = portal.now().getTime();
  if (input.id !== undefined && pipelines.has(input.id)) throw invalid('A pipeline of this id exists.');
  checkLabel(pipelines, input.label);
  checkStageIds(
    portal,
    call,
    input.stages.flatMap(({ id }) => id ?? []),
  );
  const id = input.id ?? String(portal.nextIds.pipeline++);
  const stages = numbered(input.stages.map((stage) => newStage(portal, stage, at)));
  const pipeline = { ...input, id, stages, createdAt: at, updatedAt: at };
  return { status: 201, body: describePipeline(keepPipeline(portal, call, pipeline)) };
}

function checkLabel(pipelines: PipelineStore, label: string, except?: Pipeline): void {
  const others = [...pipelines.values()].filter((pipeline) => pipeline !== except);
  if (others.some((other) => labelKey(other.label) === labelKey(label)))
    throw labelExists('A pipeline of this label exists.');
}

export function updatePipeline(portal: Portal, call: Call): Answer {
  const before = pipelineOf(portal, call);
  const label = textIn(call.body, 'label');
  const after: Pipeline = {
    ...before,
    label: label === undefined ? before.label : labelOf(label),
    displayOrder: wholeNumberIn(call.body, 'displayOrder') ?? before.displayOrder,
    updatedAt: laterThan(portal, before.updatedAt),
  };
  checkLabel(pipelinesOf(portal, call).pipelines, after.label, before);
  return { status: 200, body: describePipeline(keepPipeline(portal, call, after)) };
}

/** Deletes stages that the body leaves out; refused while deals are in them. */
export function replacePipeline(portal: Portal, call: Call): Answer {
  const { store, pipelines } = pipelinesOf(portal, call);
  const before = pipelineOf(portal, call);
  const { label, displayOrder, stages: inputs } = parsePipeline(call.body);
  checkLabel(pipelines, label, before);
  const at = laterThan(portal, before.updatedAt);
  const kept = inputs.map((input) => [input, keptStage(portal, before, input)] as const);
  const gone = before.stages.filter((stage) => !kept.some(([, old]) => old === stage));
  checkUnused(
    call,
    store,
    gone.map(({ id }) => id),
  );
  checkStageIds(
    portal,
    call,
    kept.flatMap(([input, old]) => (old === undefined ? (input.id ?? []) : [])),
  );
  const stages = numbered(
    kept.map(([input, old]) =>
      old === undefined ? newStage(portal, input, at) : { ...old, ...input, id: old.id, updatedAt: at },
    ),
  );
  const after = { ...before, label, displayOrder, stages, updatedAt: at };
  return { status: 200, body: describePipeline(keepPipeline(portal, call, after)) };
}

function keptStage(portal: Portal, { stages }: Pipeline, input: StageInput): Stage | undefined {
  if (input.id !== undefined) return stages.find(({ id }) => id === input.id);
  if (portal.switches.putPipelineKeeps === 'id') return undefined;
  return stages.find(({ label }) => label === input.label);
}

export function deletePipeline(portal: Portal, call: Call): Answer {
  const { store, pipelines } = pipelinesOf(portal, call);
  const pipeline = pipelineOf(portal, call);
  if (pipelines.size === 1) throw invalid('The last pipeline cannot be deleted.');
  checkUnused(
    call,
    store,
    pipeline.stages.map(({ id }) => id),
    pipeline.id,
  );
  pipelines.delete(pipeline.id);
  offerStages(store.properties, pipelines);
  return NO_CONTENT;
}
