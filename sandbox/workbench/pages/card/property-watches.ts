import { release, retain } from '@remote-ui/rpc';
import type { PropertyValues } from '../../host/protocol.ts';

type OnUpdate = (values: PropertyValues) => void;
interface Watch {
  names: string[] | '*';
  onUpdate: OnUpdate;
}

function pick(values: PropertyValues, names: string[] | '*'): PropertyValues {
  if (names === '*') return values;
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

/** The card's subscriptions to property values. Callbacks of the worker are released unless retained. */
export function createPropertyWatches() {
  const watches = new Map<number | OnUpdate, Watch>();
  return {
    add(key: number | OnUpdate, watch: Watch) {
      retain(watch.onUpdate);
      watches.set(key, watch);
    },
    remove(key: number) {
      const watch = watches.get(key);
      if (watch) release(watch.onUpdate);
      watches.delete(key);
    },
    notify(values: PropertyValues) {
      for (const { names, onUpdate } of watches.values()) onUpdate(pick(values, names));
    },
  };
}
export type PropertyWatches = ReturnType<typeof createPropertyWatches>;
