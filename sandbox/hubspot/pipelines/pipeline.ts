import { isoOf } from '../http/instant.ts';
import type { JsonObject } from '../http/json.ts';
import type { Option } from '../properties/property-definition.ts';
import type { PropertyStore } from '../properties/property-store.ts';
import { seedOption } from '../properties/seed-property.ts';

export interface Stage {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  /** Text values, as HubSpot answers them: `probability` "0.0" to "1.0", `isClosed` "true" or "false". */
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface Pipeline {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly stages: readonly Stage[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The pipelines of one object type, by id. */
export type PipelineStore = Map<string, Pipeline>;

const DEFAULT_STAGES = [
  ['appointmentscheduled', 'Appointment Scheduled', '0.2'],
  ['qualifiedtobuy', 'Qualified To Buy', '0.4'],
  ['presentationscheduled', 'Presentation Scheduled', '0.6'],
  ['decisionmakerboughtin', 'Decision Maker Bought-In', '0.8'],
  ['contractsent', 'Contract Sent', '0.9'],
  ['closedwon', 'Closed Won', '1.0'],
  ['closedlost', 'Closed Lost', '0.0'],
] as const;

/** The pipeline that every account starts with. */
export function createPipelineStore(openedAt: number): PipelineStore {
  const times = { createdAt: openedAt, updatedAt: openedAt };
  const stages = DEFAULT_STAGES.map(([id, label, probability], displayOrder) => ({
    id,
    label,
    displayOrder,
    metadata: stageMetadata(probability),
    ...times,
  }));
  return new Map([
    ['default', { id: 'default', label: 'Sales Pipeline', displayOrder: 0, stages, ...times }],
  ]);
}

/** HubSpot closes the stages at either end of the scale. */
export function stageMetadata(probability: string): Readonly<Record<string, string>> {
  const isClosed = Number(probability) === 0 || Number(probability) === 1;
  return { isClosed: String(isClosed), probability };
}

export function isClosed({ metadata }: Stage): boolean {
  return metadata['isClosed'] === 'true';
}

export function isWon(stage: Stage): boolean {
  return isClosed(stage) && Number(stage.metadata['probability']) === 1;
}

export function stageById(
  store: PipelineStore,
  id: string,
): { pipeline: Pipeline; stage: Stage } | undefined {
  for (const pipeline of store.values()) {
    const stage = pipeline.stages.find((candidate) => candidate.id === id);
    if (stage !== undefined) return { pipeline, stage };
  }
  return undefined;
}

/** By display order, then label (documented). */
export function inOrder<T extends Pick<Stage, 'displayOrder' | 'label'>>(items: Iterable<T>): T[] {
  return [...items].sort((a, b) => a.displayOrder - b.displayOrder || a.label.localeCompare(b.label));
}

/** No two stages stand on one place: where two do, all are numbered from 0 (recorded). @param stages ties in their order */
export function numbered(stages: readonly Stage[]): readonly Stage[] {
  const sorted = stages.toSorted((a, b) => a.displayOrder - b.displayOrder);
  if (new Set(stages.map(({ displayOrder }) => displayOrder)).size === stages.length) return stages;
  return sorted.map((stage, displayOrder) => ({ ...stage, displayOrder }));
}

export function describeStage({ createdAt, updatedAt, ...stage }: Stage): JsonObject {
  return {
    ...stage,
    createdAt: isoOf(createdAt),
    updatedAt: isoOf(updatedAt),
    archived: false,
    writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
  };
}

export function describePipeline({ createdAt, updatedAt, stages, ...pipeline }: Pipeline): JsonObject {
  return {
    ...pipeline,
    stages: inOrder(stages).map(describeStage),
    createdAt: isoOf(createdAt),
    updatedAt: isoOf(updatedAt),
    archived: false,
  };
}

/** Sets the options of `pipeline` and `dealstage` from the pipelines; called after each change of a pipeline. */
export function offerStages(properties: PropertyStore, pipelines: PipelineStore | undefined): void {
  if (pipelines === undefined) return;
  const ordered = inOrder(pipelines.values());
  const stages = ordered.flatMap((pipeline) => inOrder(pipeline.stages));
  offer(properties, 'pipeline', ordered);
  offer(properties, 'dealstage', stages);
}

function offer(
  { definitions }: PropertyStore,
  name: string,
  items: readonly { readonly id: string; readonly label: string }[],
): void {
  const definition = definitions.get(name);
  if (definition === undefined) return;
  const options: readonly Option[] = items.map(({ id, label }, index) => seedOption([id, label], index));
  definitions.set(name, { ...definition, options });
}
