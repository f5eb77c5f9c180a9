import type { Source } from './actor.ts';

interface EventBase {
  /** Plural name, such as companies. */
  readonly objectType: string;
  readonly objectId: string;
  /** Milliseconds since 1970, on the account's clock. */
  readonly occurredAt: number;
  readonly source: Source;
}

/** A change made by a write. One propertyChange per new history entry, including those of a create. */
export type CrmEvent =
  | (EventBase & {
      readonly kind: 'propertyChange';
      readonly propertyName: string;
      /** "" where the value was cleared. */
      readonly value: string;
      /** null where the property was never set. */
      readonly previousValue: string | null;
    })
  | (EventBase & { readonly kind: 'creation' | 'archival' | 'restore' })
  /** One per direction; `objectId` is the near record. */
  | (EventBase & {
      readonly kind: 'association';
      /** Plural name. */
      readonly toObjectType: string;
      readonly toObjectId: string;
      readonly isRemoved: boolean;
      /** Whether the company of the pair became the primary one, or was it. */
      readonly isPrimary: boolean;
    })
  /** `objectId` is the new record. Its values are not reported as propertyChange. */
  | (EventBase & {
      readonly kind: 'merge';
      readonly primaryId: string;
      readonly mergedIds: readonly string[];
    });

export type CrmListener = (event: CrmEvent) => unknown;

export interface CrmEvents {
  /**
   * Listeners are called in the order of the writes, never during the call that wrote. A listener gets what is
   * written while it is subscribed. A failing listener is reported and does not affect the others.
   *
   * @returns ends the subscription
   */
  readonly subscribe: (listener: CrmListener) => () => void;
  /** Resolves when everything that was written so far has been delivered. */
  readonly delivered: () => Promise<void>;
}

export interface EventQueue extends CrmEvents {
  readonly publish: (event: CrmEvent) => void;
}

export function openEvents(report: (failure: unknown) => void): EventQueue {
  const listeners = new Set<CrmListener>();
  let waiting: (readonly [CrmEvent, readonly CrmListener[]])[] = [];
  let delivery: Promise<void> | undefined;

  function deliver(): void {
    delivery = undefined;
    const events = waiting;
    waiting = [];
    for (const [event, audience] of events) for (const listener of audience) void notify(listener, event);
  }

  async function notify(listener: CrmListener, event: CrmEvent): Promise<void> {
    if (!listeners.has(listener)) return;
    try {
      await listener(event);
    } catch (failure) {
      report(failure);
    }
  }

  return {
    subscribe: (listener) => {
      // a wrapper each, so that one function can subscribe twice
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
