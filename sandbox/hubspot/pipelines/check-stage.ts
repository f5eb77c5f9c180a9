import type { CrmRecord } from '../objects/record-store.ts';
import type { TypeStore } from '../portal/portal.ts';
import { valueProblem, type ValueProblem } from '../properties/check-value.ts';
import type { Changes, PropertyDefinition } from '../properties/property-definition.ts';
import { activeProperty } from '../properties/property-store.ts';
import type { Switches } from '../switches.ts';
import { inOrder, isClosed, isWon, type PipelineStore, stageById } from './pipeline.ts';

/**
 * Completes pipeline and stage of a write: a stage must belong to the pipeline, and the first one is taken where none is
 * named. A new deal that names neither stands in no pipeline (recorded), or in the first stage of the first (a switch).
 *
 * @param record undefined for a create
 */
export function checkStage(
  store: TypeStore,
  switches: Switches,
  changes: Changes,
  record: CrmRecord | undefined,
): Changes | ValueProblem {
  if (store.pipelines === undefined) return changes;
  const pipelineProperty = activeProperty(store.properties, 'pipeline');
  const stageProperty = activeProperty(store.properties, 'dealstage');
  const [pipelineId, stageId] = [changes.get(pipelineProperty), changes.get(stageProperty)];
  if (record !== undefined && pipelineId === undefined && stageId === undefined) return changes;
  const current = record?.values[pipelineProperty.slot] ?? '';
  const [first] = inOrder(store.pipelines.values());
  const pipeline = store.pipelines.get(pipelineId || current || (first?.id ?? ''));
  const stage = stageId ?? record?.values[stageProperty.slot] ?? '';
  if (pipeline === undefined) return changes;
  const isPlaced = record === undefined && switches.dealWithoutStage === 'first-stage';
  if (!isPlaced && !pipelineId && stage === '' && current === '') return changes;
  const completed = new Map(changes);
  if (pipeline.id !== current) completed.set(pipelineProperty, pipeline.id);
  if (stage === '') {
    const [firstStage] = inOrder(pipeline.stages);
    return isPlaced && firstStage !== undefined ? completed.set(stageProperty, firstStage.id) : completed;
  }
  if (pipeline.stages.some(({ id }) => id === stage)) return completed;
  const elsewhere = stageById(store.pipelines, stage);
  if (elsewhere !== undefined && pipelineId === undefined && switches.stageOfOtherPipeline === 'moves-deal')
    return completed.set(pipelineProperty, elsewhere.pipeline.id);
  return valueProblem('dealstage', 'INVALID_OPTION', `${stage} is not a stage of pipeline ${pipeline.id}.`);
}

/** Values that HubSpot calculates from the stage. */
export function calculatedByStage(store: TypeStore, changes: Changes): Changes {
  const calculated = new Map<PropertyDefinition, string>();
  if (store.pipelines === undefined) return calculated;
  const stageId = changes.get(activeProperty(store.properties, 'dealstage'));
  if (stageId === undefined) return calculated;
  for (const [name, value] of Object.entries(factsOf(store.pipelines, stageId)))
    calculated.set(activeProperty(store.properties, name), value);
  return calculated;
}

function factsOf(pipelines: PipelineStore, stageId: string): Readonly<Record<string, string>> {
  const stage = stageById(pipelines, stageId)?.stage;
  return {
    hs_is_closed: String(stage !== undefined && isClosed(stage)),
    hs_is_closed_won: String(stage !== undefined && isWon(stage)),
    hs_deal_stage_probability: stage?.metadata['probability'] ?? '',
  };
}
