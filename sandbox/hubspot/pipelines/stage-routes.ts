import { type Answer, type Call, NO_CONTENT, param } from '../http/call.ts';
import { textIn, wholeNumberIn } from '../http/json.ts';
import { invalid, notFound, Refusal } from '../http/refusal.ts';
import type { Portal } from '../portal/portal.ts';
import { labelOf, metadataOf, parseStage } from './parse-pipeline.ts';
import {
  checkStageIds,
  checkUnused,
  keepPipeline,
  laterThan,
  newStage,
  pipelineOf,
  pipelinesOf,
} from './pipeline-access.ts';
import { describeStage, inOrder, type Pipeline, type Stage } from './pipeline.ts';

/** @throws Refusal 404 */
function stageOf(portal: Portal, call: Call): { pipeline: Pipeline; stage: Stage } {
  const pipeline = pipelineOf(portal, call);
  const stage = pipeline.stages.find(({ id }) => id === param(call, 'stageId'));
  if (stage === undefined) throw notFound('There is no such stage in this pipeline.');
  return { pipeline, stage };
}

function checkLabel(pipeline: Pipeline, label: string, except?: Stage): void {
  if (!pipeline.stages.some((stage) => stage !== except && stage.label === label)) return;
  throw new Refusal(409, { message: 'A stage of this label exists.', category: 'CONFLICT' });
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
  checkStageIds(portal, call, input.id === undefined ? [] : [input.id]);
  const at = laterThan(portal, pipeline.updatedAt);
  const stage = newStage(portal, input, at);
  keepPipeline(portal, call, { ...pipeline, stages: [...pipeline.stages, stage], updatedAt: at });
  return { status: 201, body: describeStage(stage) };
}

export function updateStage(portal: Portal, call: Call): Answer {
  const { pipeline, stage } = stageOf(portal, call);
  const label = textIn(call.body, 'label');
  return keepStage(portal, call, pipeline, stage, {
    label: label === undefined ? stage.label : labelOf(label),
    displayOrder: wholeNumberIn(call.body, 'displayOrder') ?? stage.displayOrder,
    metadata: call.body['metadata'] === undefined ? stage.metadata : metadataOf(call.body),
  });
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
  const stages = pipeline.stages.map((stage) => (stage === before ? after : stage));
  keepPipeline(portal, call, { ...pipeline, stages, updatedAt: at });
  return { status: 200, body: describeStage(after) };
}

export function deleteStage(portal: Portal, call: Call): Answer {
  const { store } = pipelinesOf(portal, call);
  const { pipeline, stage } = stageOf(portal, call);
  if (pipeline.stages.length === 1) throw invalid('The last stage of a pipeline cannot be deleted.');
  checkUnused(call, store, [stage.id]);
  const stages = pipeline.stages.filter((candidate) => candidate !== stage);
  keepPipeline(portal, call, { ...pipeline, stages, updatedAt: laterThan(portal, pipeline.updatedAt) });
  return NO_CONTENT;
}
