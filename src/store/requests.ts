import { createHash } from 'node:crypto';

import { and, eq, isNull, lt, sql } from 'drizzle-orm';

import type { Database } from './database.ts';
import { requests } from './schema.ts';
import type { TokenCipher } from './token-cipher.ts';

/** A call that may arrive twice. */
export interface RequestKey {
  portalId: number;
  userId: number;
  /** As the caller chose it. */
  id: string;
}

/**
 * What is known of a request:
 *
 * - `run`: nothing, or a process began it and was killed: whoever asks runs it, and then finishes or drops it
 * - `answer`: it is done, and this was answered
 * - `running`: somebody runs it
 * - `other-content`: its id was used for another call
 */
export type Begun = 'run' | { answer: unknown } | 'running' | 'other-content';

/** Calls that act once, however often they arrive. */
export interface Requests {
  /**
   * @param content the operation and its input, as text. Kept as a hash
   * @param longestSeconds after which whoever began it has been killed; those of a card's call when left out
   * @throws CannotOpen
   */
  begin: (request: RequestKey & { content: string; longestSeconds?: number }) => Promise<Begun>;
  /** Keeps what a request was answered, sealed. @param answer as JSON takes it */
  finish: (key: RequestKey, answer: unknown) => Promise<void>;
  /** Forgets a request that is known to have done nothing, so that a repeat runs. */
  drop: (key: RequestKey) => Promise<void>;
}

/** The door ends a card's call after 13 s: whoever began one before has been killed. */
const LONGEST_SECONDS = 20;

export function requestsIn(database: Database, cipher: TokenCipher): Requests {
  const begin: Requests['begin'] = async ({ content, longestSeconds = LONGEST_SECONDS, ...key }) => {
    const hash = createHash('sha256').update(content).digest('hex');
    const wasKilled = and(
      isNull(requests.answer),
      eq(requests.content, hash),
      lt(requests.startedAt, sql`now() - make_interval(secs => ${longestSeconds})`),
    );
    const taken = await database
      .insert(requests)
      .values({ ...key, content: hash, startedAt: sql`now()` })
      .onConflictDoUpdate({
        target: [requests.portalId, requests.userId, requests.id],
        set: { startedAt: sql`now()` },
        ...(wasKilled && { setWhere: wasKilled }),
      })
      .returning({ id: requests.id });
    if (taken.length > 0) return 'run';
    const [row] = await database.select().from(requests).where(ofKey(key));
    // dropped meanwhile
    if (row === undefined) return begin({ ...key, content, longestSeconds });
    if (row.content !== hash) return 'other-content';
    if (row.answer === null) return 'running';
    return { answer: JSON.parse(cipher.open(row.answer, placeOf(key))) as unknown };
  };
  return {
    begin,
    finish: async (key, answer) => {
      const sealed = cipher.seal(JSON.stringify(answer ?? null), placeOf(key));
      await database
        .update(requests)
        .set({ answer: sealed })
        .where(and(ofKey(key), isNull(requests.answer)));
    },
    drop: async (key) => {
      await database.delete(requests).where(and(ofKey(key), isNull(requests.answer)));
    },
  };
}

function ofKey({ portalId, userId, id }: RequestKey) {
  return and(eq(requests.portalId, portalId), eq(requests.userId, userId), eq(requests.id, id));
}

function placeOf({ portalId, userId, id }: RequestKey): string {
  return `${portalId}:${userId}:request:${id}`;
}
