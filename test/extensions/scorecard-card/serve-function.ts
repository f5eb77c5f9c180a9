import type { WantedChange } from '../../../src/contract/wanted-change.ts';

/** What a call of the card said. */
export interface Call {
  name: string;
  operation: string;
  input: {
    companyId: string;
    changes?: Record<string, WantedChange>;
    edits?: Record<string, WantedChange>;
    by?: string;
    type?: string;
  };
}

export type Answer = (call: Pick<Call, 'operation' | 'input'>) => unknown;

/** The app's function as the card reaches it. */
export interface Served {
  /** Apart from those that gather facts: a card asks for these by itself, beside everything else. */
  calls: Call[];
  gatherings: Call[];
  saves(): Record<string, WantedChange>[];
  /** Answers the next call in another way: late, not at all, or in another shape. */
  next(answer: Answer): void;
  /** Answers the gatherings of facts in another way from now on. */
  gather(answer: Answer): void;
  /** All that was asked for is answered, and what the card asks for because of it. */
  settled(): Promise<void>;
}

/** Puts this in the place of `hubspot.serverless`, which HubSpot injects into the worker that a card runs in. */
export function serveFunction(answer: Answer): Served {
  const others: Answer[] = [];
  let gathering = answer;
  const underWay = new Set<Promise<unknown>>();
  const served: Served = {
    calls: [],
    gatherings: [],
    gather: (other) => {
      gathering = other;
    },
    saves: () => served.calls.flatMap(({ input }) => (input.changes === undefined ? [] : [input.changes])),
    next: (other) => others.push(other),
    settled: async () => {
      do {
        await Promise.allSettled(underWay);
        await new Promise((resolve) => setImmediate(resolve));
      } while (underWay.size > 0);
    },
  };
  Object.assign(globalThis, {
    self: globalThis,
    serverless: (name: string, { parameters }: { parameters: Omit<Call, 'name'> }) => {
      const call = { name, ...structuredClone(parameters) };
      const isGathering = call.operation === 'gather-facts';
      (isGathering ? served.gatherings : served.calls).push(call);
      const answerNow = () => (isGathering ? gathering : (others.shift() ?? answer))(call);
      const asked = Promise.resolve().then(answerNow);
      underWay.add(asked);
      const isAnswered = () => void underWay.delete(asked);
      asked.then(isAnswered, isAnswered);
      return asked;
    },
  });
  return served;
}
