import type { Crm } from '../../../src/crm/client/request.ts';

/** Lets one waiting actor go on. Given how many wait, answers which. */
type Pick = (waiting: number) => number;

/** What actors do side by side; each gets the transport in which every call waits for its turn. */
export type Actor = (crm: Crm) => Promise<void>;

/**
 * Runs a scenario once for every order in which its actors' calls can reach the CRM.
 *
 * @param scenario called anew for each order; it must behave the same under the same picks
 * @param depth calls of which the order is varied; after them the first waiting actor goes on
 * @returns the number of orders
 */
export async function inEveryOrder(scenario: (pick: Pick) => Promise<void>, depth: number): Promise<number> {
  let prefix: number[] = [];
  for (let orders = 1; ; orders++) {
    const trace: { choice: number; waiting: number }[] = [];
    await scenario((waiting) => {
      if (trace.length >= depth) return 0;
      const choice = prefix[trace.length] ?? 0;
      trace.push({ choice, waiting });
      return choice;
    });
    let last = trace.pop();
    while (last !== undefined && last.choice + 1 >= last.waiting) last = trace.pop();
    if (last === undefined) return orders;
    prefix = [...trace.map(({ choice }) => choice), last.choice + 1];
  }
}

/** Runs actors side by side, one call at a time, in the order that `pick` chooses. Answers the calls as they came. */
export async function runInterleaved(
  crm: Crm,
  actors: Readonly<Record<string, Actor>>,
  pick: Pick,
): Promise<{ actor: string; method: string }[]> {
  const calls: { actor: string; method: string }[] = [];
  const waiting = new Map<string, () => void>();
  let active = Object.keys(actors).length;
  const advance = () => {
    if (active === 0 || waiting.size < active) return;
    const names = [...waiting.keys()].sort();
    const name = names[pick(names.length)] ?? '';
    const proceed = waiting.get(name);
    waiting.delete(name);
    proceed?.();
  };
  const gated = (actor: string): Crm => ({
    async send(request) {
      await new Promise<void>((resolve) => {
        waiting.set(actor, resolve);
        advance();
      });
      calls.push({ actor, method: request.method });
      return crm.send(request);
    },
  });
  await Promise.all(
    Object.entries(actors).map(async ([name, act]) => {
      await act(gated(name));
      active -= 1;
      advance();
    }),
  );
  return calls;
}
