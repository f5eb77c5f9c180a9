import type { Handler } from '../http/route.ts';
import { param } from '../http/call.ts';
import { invalid } from '../http/refusal.ts';
import { type Portal, type TypeStore, typeStoreOf } from '../portal/portal.ts';
import { activeProperty } from '../properties/property-store.ts';
import type { PipelineStore } from './pipeline.ts';

/** The pipeline of contacts: its stages are the options of their lifecycle stage. Empty for other types. */
export function lifecyclePipelines({ openedAt }: Portal, { type, properties }: TypeStore): PipelineStore {
  const { lifecyclePipeline: id } = type;
  if (id === undefined) return new Map();
  const times = { createdAt: openedAt, updatedAt: openedAt };
  const stages = activeProperty(properties, 'lifecyclestage').options.map(
    ({ value, label, displayOrder }) => ({
      ...{ id: value, label, displayOrder, metadata: {} },
      ...times,
    }),
  );
  return new Map([[id, { id, label: 'Lifecycle Stage Pipeline', displayOrder: 0, stages, ...times }]]);
}

/** Refuses to change a pipeline that follows from the lifecycle stage; the sandbox only reads it. */
export const unlessLifecycle =
  (handler: Handler): Handler =>
  (portal, call) => {
    const { type } = typeStoreOf(portal, param(call, 'objectType'));
    if (type.lifecyclePipeline === undefined) return handler(portal, call);
    throw invalid(`The pipeline of ${type.plural} is read only here: its stages are their lifecycle stages.`);
  };
