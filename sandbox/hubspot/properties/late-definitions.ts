import type { PropertyStore } from './property-store.ts';

/**
 * Names that a read of definitions does not show yet; counts that read.
 *
 * @param asked the names that the read is about; all of them when left out
 */
export function namesNotListed(store: PropertyStore, now: Date, asked?: readonly string[]): Set<string> {
  const hidden = new Set<string>();
  for (const [name, lateness] of store.late) {
    if (asked !== undefined && !asked.includes(name)) continue;
    if (lateness.reads <= 0 && lateness.until <= now.getTime()) {
      store.late.delete(name);
      continue;
    }
    lateness.reads -= 1;
    hidden.add(name);
  }
  return hidden;
}
