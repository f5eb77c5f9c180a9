import { and, asc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';

import type { Database } from './database.ts';
import type { InstallKey } from './installs.ts';
import { propertyInstalls } from './schema.ts';

/** How far the installation of properties has come in a portal. */
export interface Progress {
  /** Steps that are done, of how many; 0 of 0 before the portal was read. */
  step: number;
  steps: number;
  /** What it does at the moment. */
  sentence: string;
}

export interface PropertyInstall extends Progress {
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** JSON, once it is done. */
  report: string | null;
  /** SHA-256 of the secret of the browser that may see it. */
  browser: string;
}

/** The installations of properties that follow an authorization: one a portal. */
export interface PropertyInstalls {
  /** Asks for one. One that runs is stopped at its next step, and begun anew. */
  request: (key: InstallKey, browser: string) => Promise<void>;
  read: (key: InstallKey) => Promise<PropertyInstall | null>;
  /** Takes one that nobody runs: one that waits, or whose process has ended. @returns its portal */
  claim: (holder: string, seconds: number) => Promise<InstallKey | null>;
  /** Keeps the progress, and the right to run it. @returns false where it was lost: stop at once */
  renew: (key: InstallKey, holder: string, seconds: number, progress: Progress) => Promise<boolean>;
  /** Keeps how it ended, unless the right to run it was lost. */
  finish: (
    key: InstallKey,
    holder: string,
    end: { state: 'done' | 'failed'; sentence: string; report: string | null },
  ) => Promise<void>;
  /** Gives it back, for another process to go on. */
  release: (key: InstallKey, holder: string) => Promise<void>;
}

export function propertyInstallsIn(database: Database): PropertyInstalls {
  const ofKey = ({ appId, portalId }: InstallKey) =>
    and(eq(propertyInstalls.appId, appId), eq(propertyInstalls.portalId, portalId));
  const heldBy = (key: InstallKey, holder: string) => and(ofKey(key), eq(propertyInstalls.runBy, holder));
  const until = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;
  const changedAt = sql`now()`;
  return {
    request: async (key, browser) => {
      const set = { state: 'waiting', step: 0, steps: 0, sentence: '', report: null, browser, changedAt };
      const target = [propertyInstalls.appId, propertyInstalls.portalId];
      // whoever runs it keeps the right until it notices, so that two never run
      await database
        .insert(propertyInstalls)
        .values({ ...key, ...set })
        .onConflictDoUpdate({ target, set });
    },
    read: async (key) => {
      const [row] = await database.select().from(propertyInstalls).where(ofKey(key));
      if (row === undefined) return null;
      const { step, steps, sentence, report, browser } = row;
      const state = STATES.find((each) => each === row.state) ?? 'failed';
      return { state, step, steps, sentence, report, browser };
    },
    claim: async (holder, seconds) => {
      const isFree = or(isNull(propertyInstalls.runUntil), lt(propertyInstalls.runUntil, sql`now()`));
      const next = database
        .select({ appId: propertyInstalls.appId, portalId: propertyInstalls.portalId })
        .from(propertyInstalls)
        .where(and(inArray(propertyInstalls.state, ['waiting', 'running']), isFree))
        .orderBy(asc(propertyInstalls.changedAt))
        .limit(1)
        .for('update', { skipLocked: true });
      const isNext = sql`(${propertyInstalls.appId}, ${propertyInstalls.portalId}) in (${next})`;
      const [claimed] = await database
        .update(propertyInstalls)
        .set({ state: 'running', runBy: holder, runUntil: until(seconds), changedAt })
        .where(isNext)
        .returning({ appId: propertyInstalls.appId, portalId: propertyInstalls.portalId });
      return claimed ?? null;
    },
    renew: async (key, holder, seconds, progress) => {
      const renewed = await database
        .update(propertyInstalls)
        .set({ ...progress, runUntil: until(seconds), changedAt })
        .where(and(heldBy(key, holder), eq(propertyInstalls.state, 'running')))
        .returning({ appId: propertyInstalls.appId });
      return renewed.length > 0;
    },
    finish: async (key, holder, end) => {
      await database
        .update(propertyInstalls)
        .set({ ...end, runBy: null, runUntil: null, changedAt })
        .where(and(heldBy(key, holder), eq(propertyInstalls.state, 'running')));
    },
    release: async (key, holder) => {
      await database.update(propertyInstalls).set({ runBy: null, runUntil: null }).where(heldBy(key, holder));
    },
  };
}

const STATES = ['waiting', 'running', 'done', 'failed'] as const;
