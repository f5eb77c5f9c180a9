import type { InstallationRecord } from '../../crm/installation-record.ts';
import { PARTNER_PIPELINE, PARTNER_STAGES, type PartnerStage, type Pipeline } from '../../crm/pipelines.ts';
import { Refused } from '../refused.ts';
import type { PortalSetup } from './read-portal.ts';
import type { Step } from './step.ts';
import { CHOOSE_PIPELINE, pipelineDeleted, pipelineUnknown, pipelinesFull } from '../../messages/install.ts';

/** `used` is the id of the pipeline that partners are worked on in; null while it has to be made. */
interface PipelinePlan {
  steps: Step[];
  used: string | null;
}

const STAGES_IN_WORDS = PARTNER_STAGES.map(({ label }) => label).join(', ');
const OWN_NAME = `pipeline: ${PARTNER_PIPELINE}`;

type Known = Pick<InstallationRecord, 'pipeline' | 'madePipeline' | 'stages'>;

/**
 * Plans the partner pipeline: the one that is asked for, else the one that the record names, else a new one.
 *
 * @param asked the label that a person chose; null keeps an earlier choice
 * @param known what the record says
 * @param earlier what it said before it was compared with the portal: stages that are gone are made anew
 * @throws Refused `invalid-input` for a label that no pipeline has, `no-room` when ours was asked for and cannot be made
 */
export function planPipeline(
  asked: string | null,
  known: Known,
  earlier: Pick<Known, 'stages' | 'madePipeline'> | null,
  found: PortalSetup,
): PipelinePlan {
  const { pipelines } = found;
  const isOwnAsked = asked?.trim().toLowerCase() === PARTNER_PIPELINE.toLowerCase();
  const named = asked === null || isOwnAsked ? undefined : pipelineCalled(asked, pipelines);
  const wanted = isOwnAsked ? (known.madePipeline ?? null) : (named?.id ?? known.pipeline);
  const there =
    pipelines.find(({ id }) => id === wanted) ??
    (isOwnAsked || wanted === null || wanted === earlier?.madePipeline
      ? pipelines.find(({ label }) => label === PARTNER_PIPELINE)
      : undefined);
  if (there !== undefined) return { steps: kept(there, known, earlier), used: there.id };
  if (wanted !== null && wanted !== earlier?.madePipeline) return { steps: [goneChosen()], used: wanted };
  return { steps: [newPipeline(found, isOwnAsked)], used: null };
}

function kept(pipeline: Pipeline, known: Known, earlier: Pick<Known, 'stages'> | null): Step[] {
  if (pipeline.id !== known.madePipeline)
    return [pipeline.label === PARTNER_PIPELINE ? keptFound(pipeline) : keptChosen(pipeline)];
  const name = pipeline.label === PARTNER_PIPELINE ? '' : `, called "${pipeline.label}"`;
  const lost = PARTNER_STAGES.filter(
    ({ key }) => earlier?.stages[key] !== undefined && known.stages[key] === undefined,
  );
  return [
    step('keep', OWN_NAME, `The pipeline is there${name}.`),
    ...lost.map((stage) => lostStage(pipeline, stage)),
  ];
}

function lostStage(pipeline: Pipeline, stage: PartnerStage): Step {
  const [kind, name] = ['stage', `stage: ${stage.label}`] as const;
  const isTaken = pipeline.stages.some(({ label }) => label === stage.label);
  if (isTaken)
    return { kind, name, action: 'keep', sentence: 'Another stage has its label now.', work: null };
  const sentence = `The stage of "${pipeline.label}" was deleted, and is made anew behind the others.`;
  return { kind, name, action: 'create', sentence, work: { call: 'stage', pipeline, stage } };
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

function keptFound({ stages }: Pipeline): Step {
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
