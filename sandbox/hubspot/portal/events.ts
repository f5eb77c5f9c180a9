import type { Source } from './actor.ts';

interface EventBase {
  /** Plural name, such as companies. */
  readonly objectType: string;
  readonly objectId: string;
  /** Milliseconds since 1970, on the account's clock. */
  readonly occurredAt: number;
  readonly source: Source;
}

/** Something that a write did. One propertyChange per new entry in a history, those of a create included. */
export type CrmEvent =
  | (EventBase & {
      readonly kind: 'propertyChange';
      readonly propertyName: string;
      /** "" where the value was cleared. */
      readonly value: string;
      /** null where the property was never set. */
      readonly previousValue: string | null;
    })
  | (EventBase & { readonly kind: 'creation' | 'archival' })
  /** `objectId` is the new record; the values it ended up with are no propertyChange. */
  | (EventBase & {
      readonly kind: 'merge';
      readonly primaryId: string;
      readonly mergedIds: readonly string[];
    });

export type CrmListener = (event: CrmEvent) => unknown;

export interface CrmEvents {
  /**
   * Listeners are called in the order of the writes, after the call that wrote was answered or later, never inside it.
   * A listener hears what is written while it is subscribed. One that fails, at once or in its promise, is reported and stops nobody.
   *
   * @returns ends the subscription
   */
  readonly subscribe: (listener: CrmListener) => () => void;
  /** Resolves when everything that was written so far has been delivered. */
  readonly delivered: () => Promise<void>;
}

export interface EventLine extends CrmEvents {
  readonly publish: (event: CrmEvent) => void;
}

export function openEvents(report: (failure: unknown) => void): EventLine {
  const listeners = new Set<CrmListener>();
  let waiting: (readonly [CrmEvent, readonly CrmListener[]])[] = [];
  let delivery: Promise<void> | undefined;

  function deliver(): void {
    delivery = undefined;
    const events = waiting;
    waiting = [];
    for (const [event, audience] of events) for (const listener of audience) void tell(listener, event);
  }

  async function tell(listener: CrmListener, event: CrmEvent): Promise<void> {
    if (!listeners.has(listener)) return;
    try {
      await listener(event);
    } catch (failure) {
      report(failure);
    }
  }

  return {
    subscribe: (listener) => {
      // one subscription each, also where the same function subscribes twice
      const own: CrmListener = (event) => listener(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    delivered: () => delivery ?? Promise.resolve(),
    publish: (event) => {
      if (listeners.size === 0) return;
      waiting.push([event, [...listeners]]);
      delivery ??= new Promise((resolve) => {
        setImmediate(() => {
          deliver();
          resolve();
        });
      });
    },
  };
}
