import { inOrder, type PipelineStore } from './pipeline.ts';
import type { Option } from '../properties/property-definition.ts';
import type { PropertyStore } from '../properties/property-store.ts';
import { seedOption } from '../properties/seed-property.ts';

/** The options of `pipeline` and `dealstage` are what the pipelines offer; called after each change of a pipeline. */
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
