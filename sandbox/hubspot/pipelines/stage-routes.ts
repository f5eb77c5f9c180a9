import { type Answer, type Call, NO_CONTENT, param } from '../http/call.ts';
import { type JsonObject, objectOf, textIn } from '../http/json.ts';
import { invalid, notFound } from '../http/refusal.ts';
import type { Portal } from '../portal/portal.ts';
import { labelExists, labelKey, labelOf, metadataOf, parseStage, stageOrderIn } from './parse-pipeline.ts';
import {
  checkStageIds,
  checkUnused,
  keepPipeline,
  laterThan,
  newStage,
  pipelineOf,
  pipelinesOf,
} from './pipeline-access.ts';
import { describeStage, inOrder, numbered, type Pipeline, type Stage } from './pipeline.ts';

/** @throws Refusal 404 */
function stageOf(portal: Portal, call: Call): { pipeline: Pipeline; stage: Stage } {
  const pipeline = pipelineOf(portal, call);
  const stage = pipeline.stages.find(({ id }) => id === param(call, 'stageId'));
  if (stage === undefined) throw notFound('There is no such stage in this pipeline.');
  return { pipeline, stage };
}

function checkLabel(pipeline: Pipeline, label: string, except?: Stage): void {
  const others = pipeline.stages.filter((stage) => stage !== except);
  if (others.some((other) => labelKey(other.label) === labelKey(label)))
    throw labelExists('A stage of this label exists.');
}

export function listStages(portal: Portal, call: Call): Answer {
  return { status: 200, body: { results: inOrder(pipelineOf(portal, call).stages).map(describeStage) } };
}

export function getStage(portal: Portal, call: Call): Answer {
  return { status: 200, body: describeStage(stageOf(portal, call).stage) };
}

export function createStage(portal: Portal, call: Call): Answer {
  const pipeline = pipelineOf(portal, call);
  const input = parseStage(call.body);
  checkLabel(pipeline, input.label);
  checkStageIds(portal, call, input.id === undefined ? [] : [input.id], true);
  const at = laterThan(portal, pipeline.updatedAt);
  const stage = newStage(portal, input, at);
  const stages = numbered([...pipeline.stages, stage]);
  keepPipeline(portal, call, { ...pipeline, stages, updatedAt: at });
  return { status: 201, body: describeStage(stages.find(({ id }) => id === stage.id) ?? stage) };
}

export function updateStage(portal: Portal, call: Call): Answer {
  const { pipeline, stage } = stageOf(portal, call);
  const label = textIn(call.body, 'label');
  return keepStage(portal, call, pipeline, stage, {
    label: label === undefined ? stage.label : labelOf(label),
    displayOrder: stageOrderIn(call.body) ?? stage.displayOrder,
    metadata: changedMetadata(stage, call.body),
  });
}

/** A PATCH changes the keys that it brings (recorded). */
function changedMetadata(stage: Stage, body: JsonObject): Stage['metadata'] {
  if (body['metadata'] === undefined) return stage.metadata;
  const change = objectOf(body['metadata'], 'metadata');
  return metadataOf({ metadata: { ...stage.metadata, ...change } });
}

export function replaceStage(portal: Portal, call: Call): Answer {
  const { pipeline, stage } = stageOf(portal, call);
  const { id: _id, ...input } = parseStage(call.body);
  return keepStage(portal, call, pipeline, stage, input);
}

function keepStage(
  portal: Portal,
  call: Call,
  pipeline: Pipeline,
  before: Stage,
  change: Pick<Stage, 'label' | 'displayOrder' | 'metadata'>,
): Answer {
  checkLabel(pipeline, change.label, before);
  const at = laterThan(portal, pipeline.updatedAt);
  const after = { ...before, ...change, updatedAt: at };
  const isMoved = after.displayOrder !== before.displayOrder;
  const stages = isMoved
    ? numbered([...pipeline.stages.filter((stage) => stage !== before), after])
    : pipeline.stages.map((stage) => (stage === before ? after : stage));
  keepPipeline(portal, call, { ...pipeline, stages, updatedAt: at });
  return { status: 200, body: describeStage(stages.find(({ id }) => id === after.id) ?? after) };
}

/** 204 also for a stage that never was, or that stands in another pipeline, which is left alone (recorded). */
export function deleteStage(portal: Portal, call: Call): Answer {
  const { store, pipelines } = pipelinesOf(portal, call);
  const pipeline = pipelines.get(param(call, 'pipelineId'));
  const stage = pipeline?.stages.find(({ id }) => id === param(call, 'stageId'));
  if (pipeline === undefined || stage === undefined) return NO_CONTENT;
  if (pipeline.stages.length === 1) throw invalid('The last stage of a pipeline cannot be deleted.');
  checkUnused(call, store, [stage.id]);
  const stages = pipeline.stages.filter((candidate) => candidate !== stage);
  keepPipeline(portal, call, { ...pipeline, stages, updatedAt: laterThan(portal, pipeline.updatedAt) });
  return NO_CONTENT;
}
