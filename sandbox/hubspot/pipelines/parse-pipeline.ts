import {
  type JsonObject,
  listIn,
  objectOf,
  requiredText,
  requireFields,
  textIn,
  textOf,
  wholeNumberIn,
} from '../http/json.ts';
import { invalid, type Refusal } from '../http/refusal.ts';
import { type Pipeline, type Stage, stageMetadata } from './pipeline.ts';

/** A stage as sent; `id` only if the caller chose one. */
export type StageInput = Pick<Stage, 'label' | 'displayOrder' | 'metadata'> & { readonly id?: string };
export type PipelineInput = Pick<Pipeline, 'label' | 'displayOrder'> & {
  readonly id?: string;
  readonly stages: readonly StageInput[];
};

/** @throws Refusal 400 */
export function parsePipeline(body: JsonObject): PipelineInput {
  requireFields(body, ['label', 'displayOrder', 'stages']);
  const stages = listIn(body, 'stages').map((stage) => parseStage(objectOf(stage, 'a stage')));
  if (stages.length === 0) throw invalid('A pipeline needs at least one stage.');
  if (new Set(stages.map(({ label }) => labelKey(label))).size < stages.length)
    throw labelExists('Two stages of a pipeline have the same label.');
  return { ...labelAndOrder(body), ...chosenId(body, 'pipelineId'), stages };
}

/** @throws Refusal 400 */
export function parseStage(body: JsonObject): StageInput {
  requireFields(body, ['label', 'displayOrder', 'metadata']);
  return {
    ...labelAndOrder(body),
    displayOrder: stageOrderIn(body) ?? 0,
    ...chosenId(body, 'stageId'),
    metadata: metadataOf(body),
  };
}

function labelAndOrder(body: JsonObject): Pick<Stage, 'label' | 'displayOrder'> {
  return {
    label: labelOf(requiredText(body, 'label')),
    displayOrder: wholeNumberIn(body, 'displayOrder') ?? 0,
  };
}

/** @throws Refusal 400 for a place before the first one */
export function stageOrderIn(body: JsonObject): number | undefined {
  const order = wholeNumberIn(body, 'displayOrder');
  if (order !== undefined && order < 0) throw invalid('displayOrder of a stage is 0 or more.');
  return order;
}

/** Labels are compared without case and surrounding space, and stored as sent. */
export const labelKey = (label: string): string => label.trim().toLowerCase();

export function labelExists(message: string): Refusal {
  return invalid(message, { subCategory: 'PipelineError.STAGE_LABEL_EXISTS' });
}

export function labelOf(text: string): string {
  if (text.trim() === '' || text.length > 200) throw invalid('A label has 1 to 200 characters.');
  return text;
}

function chosenId(body: JsonObject, name: string): { readonly id?: string } {
  const id = textIn(body, name);
  if (id === undefined || id === '') return {};
  // ids become part of property names, which are lower case
  if (!/^[a-z0-9_-]{1,100}$/.test(id)) throw invalid(`${name} consists of a-z, 0-9, "_" and "-".`);
  return { id };
}

/** Deal stages need a probability in tenths; whether a stage is closed follows from it. @throws Refusal 400 */
export function metadataOf(body: JsonObject): Readonly<Record<string, string>> {
  const metadata = objectOf(body['metadata'], 'metadata');
  requireFields(metadata, ['probability']);
  const text = textOf(metadata['probability'], 'probability');
  const value = Number(text);
  if (!/^\d(\.\d+)?$/.test(text) || value > 1) throw invalid('probability is a number from 0.0 to 1.0.');
  return stageMetadata(Number.isInteger(value) ? value.toFixed(1) : String(value));
}
