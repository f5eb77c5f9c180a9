import type { Mark } from '../../crm/installation-mark.ts';
import { PARTNER_PIPELINE, PARTNER_STAGES, type Pipeline } from '../../crm/pipelines.ts';
import { Refused } from '../refused.ts';
import type { PortalSetup } from './read-portal.ts';
import type { Step } from './step.ts';
import {
  CHOOSE_PIPELINE,
  pipelineComesFirst,
  pipelineDeleted,
  pipelineUnknown,
  pipelinesFull,
} from '../../messages/install.ts';

/** `chosen` is the id of an existing pipeline, null for the product's own. */
interface PipelinePlan {
  step: Step;
  chosen: string | null;
}

const STAGES_IN_WORDS = PARTNER_STAGES.map(({ label }) => label).join(', ');
const OWN_NAME = `pipeline: ${PARTNER_PIPELINE}`;

/**
 * Plans the partner pipeline: the one with our label, else the one that was chosen, else a new one.
 *
 * @param asked the label that a person chose; null keeps an earlier choice
 * @throws Refused `invalid-input` for a label that no pipeline has, `no-room` when ours was asked for and cannot be made
 */
export function planPipeline(asked: string | null, mark: Mark | null, found: PortalSetup): PipelinePlan {
  const { pipelines } = found;
  const own = pipelines.find(({ label }) => label === PARTNER_PIPELINE);
  const isOwnAsked = asked?.trim().toLowerCase() === PARTNER_PIPELINE.toLowerCase();
  const chosen = asked === null ? mark?.pipeline : isOwnAsked ? null : pipelineCalled(asked, pipelines).id;
  const mapped = pipelines.find(({ id }) => id === chosen);
  if (own !== undefined && mapped !== undefined && mapped !== own) return twoPipelines(asked, mapped);
  if (own !== undefined) return { step: keptOwn(own), chosen: null };
  if (mapped !== undefined) return { step: keptChosen(mapped), chosen: mapped.id };
  if (typeof chosen === 'string') return { step: goneChosen(), chosen };
  return { step: newPipeline(found, isOwnAsked), chosen: null };
}

function pipelineCalled(asked: string, pipelines: readonly Pipeline[]): Pipeline {
  const wanted = asked.trim();
  const found =
    pipelines.find(({ label }) => label === wanted) ??
    pipelines.find(({ label }) => label.toLowerCase() === wanted.toLowerCase());
  if (found !== undefined) return found;
  const labels = pipelines.map(({ label }) => `"${label}"`).join(', ');
  const sentence = pipelineUnknown(wanted.slice(0, 100), labels);
  throw new Refused('invalid-input', sentence, { field: '--pipeline' });
}

/** A pipeline with our label takes precedence, so no other can be chosen beside it. */
function twoPipelines(asked: string | null, mapped: Pipeline): PipelinePlan {
  const remedy = pipelineComesFirst(PARTNER_PIPELINE, mapped.label);
  if (asked !== null)
    throw new Refused('invalid-input', `--pipeline: ${remedy} Nothing was written.`, {
      field: '--pipeline',
    });
  return { step: step('clash', `pipeline: ${mapped.label}`, remedy), chosen: mapped.id };
}

function keptOwn({ stages }: Pipeline): Step {
  const missing = PARTNER_STAGES.filter(({ label }) => !stages.some((stage) => stage.label === label));
  const sentence =
    missing.length === 0
      ? 'The pipeline is there.'
      : `The pipeline is there with stages of its own (${stages.map(({ label }) => label).join(', ')}). It is used as it is.`;
  return step('keep', OWN_NAME, sentence);
}

function keptChosen({ label }: Pipeline): Step {
  const sentence = `Partners are worked on in "${label}", as was chosen. Its deals show the lane; the pipeline stays as it is.`;
  return step('keep', `pipeline: ${label}`, sentence);
}

function goneChosen(): Step {
  const sentence = pipelineDeleted(PARTNER_PIPELINE);
  return step('clash', 'pipeline', sentence);
}

function newPipeline({ pipelineRoom: room, pipelines }: PortalSetup, isAsked: boolean): Step {
  if (room === null || room.used < room.limit) {
    const sentence = `A deal pipeline for partners, with the stages ${STAGES_IN_WORDS}.`;
    return {
      ...step('create', OWN_NAME, sentence),
      work: { call: 'pipeline', displayOrder: pipelines.length },
    };
  }
  const figures = pipelinesFull(room.limit, room.used, PARTNER_PIPELINE);
  if (isAsked) {
    const remedy = 'Delete one, or choose one that is there with --pipeline. Nothing was written.';
    throw new Refused('no-room', `${figures} ${remedy}`, { field: '--pipeline' });
  }
  return step('skip', OWN_NAME, `${figures} ${CHOOSE_PIPELINE}`);
}

function step(action: Step['action'], name: string, sentence: string): Step {
  return { kind: 'pipeline', name, action, sentence, work: null };
}
