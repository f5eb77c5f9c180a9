import type { Crm, CrmRequest } from '../../../src/crm/client/request.ts';
import { CrmError } from '../../../src/crm/client/errors.ts';

/** Draws whole numbers from 0 up to, but not including, the given one. */
export type Draw = (below: number) => number;

/** What one actor does through its own way into the portal. */
export type Act = (crm: Crm) => Promise<void>;

/** One call of one actor that reached the portal. */
export interface Call {
  actor: string;
  request: CrmRequest;
  /** Undefined for a call that was refused. */
  answer: unknown;
  /** The actor was told that the answer was lost before the call arrived. */
  isLate: boolean;
}

interface Waiting {
  actor: string;
  run: () => Promise<void>;
}

/**
 * Runs actors side by side, one call at a time, in an order that is drawn. A write may be late: its actor is told that the
 * answer was lost, and it arrives at some later time, perhaps after everybody is done.
 *
 * @param lateness one write in so many is late; 0 for none
 * @returns the calls in the order in which they arrived
 */
export async function runSchedule(
  crm: Crm,
  actors: Readonly<Record<string, Act>>,
  draw: Draw,
  lateness: number,
): Promise<Call[]> {
  const calls: Call[] = [];
  const waiting: Waiting[] = [];
  let active = Object.keys(actors).length;
  let wake: () => void = () => undefined;

  const send = async (actor: string, request: CrmRequest, isLate: boolean): Promise<unknown> => {
    try {
      const answer = await crm.send(request);
      calls.push({ actor, request, answer, isLate });
      return answer;
    } catch (error) {
      calls.push({ actor, request, answer: undefined, isLate });
      throw error;
    }
  };
  const gated = (actor: string): Crm => ({
    send: (request) =>
      new Promise((resolve, reject) => {
        const isLate = lateness > 0 && isWrite(request) && draw(lateness) === 0;
        waiting.push({
          actor,
          run: () =>
            isLate
              ? sendLater(actor, request, reject)
              : send(actor, request, false).then(resolve, (error: unknown) => {
                  reject(error instanceof Error ? error : new Error(String(error)));
                }),
        });
        wake();
      }),
  });
  const sendLater = (actor: string, request: CrmRequest, reject: (error: Error) => void): Promise<void> => {
    waiting.push({
      actor: `${actor} (late)`,
      run: () => send(actor, request, true).then(ignore, ignore),
    });
    reject(new CrmError('unknown-outcome', 'The answer was lost.'));
    return Promise.resolve();
  };

  const running = Object.entries(actors).map(async ([name, act]) => {
    try {
      await act(gated(name));
    } finally {
      active -= 1;
      wake();
    }
  });
  while (active > 0 || waiting.length > 0) {
    const idle = waiting.filter(({ actor }) => !actor.endsWith('(late)')).length;
    if (idle < active) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    const [next] = waiting.splice(draw(waiting.length), 1);
    await next?.run();
    await Promise.resolve();
  }
  await Promise.all(running);
  return calls;
}

function isWrite({ method, path }: CrmRequest): boolean {
  return method === 'PATCH' || path.endsWith('/batch/update');
}

function ignore(): void {
  // nobody waits for a late call
}
