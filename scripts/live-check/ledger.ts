import { isDone } from './answer.ts';
import { Skipped, Stopped } from './outcome.ts';
import type { Send } from './send.ts';

/** In the order of deletion: users before what they use. */
const KINDS = ['list', 'record', 'label', 'pipeline', 'property', 'schema'] as const;
export type Kind = (typeof KINDS)[number];

/** Something that the check created, with the path to DELETE. */
export interface Made {
  readonly kind: Kind;
  readonly path: string;
}

/** Something that could not be deleted, and why. */
export interface Left extends Made {
  readonly why: string;
}

export interface Ledger {
  readonly add: (kind: Kind, path: string) => void;
  /** Deletes everything that was added. What cannot be deleted is retried the next time. */
  readonly cleanUp: (send: Send) => Promise<readonly Left[]>;
}

export function openLedger(): Ledger {
  let made: readonly Made[] = [];
  return {
    add: (kind, path) => void (made = [{ kind, path }, ...made]),
    cleanUp: async (send) => {
      const left = await removeAll(send, made);
      made = left;
      return left;
    },
  };
}

/** Never throws. @returns what could not be deleted */
export async function removeAll(send: Send, made: readonly Made[]): Promise<readonly Left[]> {
  const left: Left[] = [];
  for (const one of KINDS.flatMap((kind) => made.filter((each) => each.kind === kind))) {
    const why = await remove(send, one);
    if (why !== undefined) left.push({ ...one, why });
  }
  return left;
}

export const leftText = ({ kind, path, why }: Left) => `${kind} ${path} (${why})`;

/** @returns why it could not be deleted; undefined when it is gone */
async function remove(send: Send, { kind, path }: Made): Promise<string | undefined> {
  try {
    const { status } = await send({ method: 'DELETE', path });
    const isGone = isFine(status) || (kind === 'record' && !isDone(await send({ method: 'GET', path })));
    if (!isGone) return `answered ${status}`;
    if (kind !== 'schema') return undefined;
    // A deleted schema keeps its name until it is deleted for good.
    const forGood = await send({ method: 'DELETE', path: `${path}?archived=true` });
    return isFine(forGood.status) ? undefined : `answered ${forGood.status}`;
  } catch (error) {
    if (error instanceof Skipped || error instanceof Stopped) return error.message;
    throw error;
  }
}

const isFine = (status: number) => (status >= 200 && status < 300) || status === 404;
