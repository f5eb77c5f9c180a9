import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import type { Caller } from './signed-caller.ts';

/**
 * What a minute allows, in each process.
 *
 * A card sends three calls when it opens (the scorecard, drafts of others, facts), two more where a fact is counted to the
 * end, and then one for each field that is left and each save: about 20 in a busy minute. Reading the portfolio in the
 * settings is the largest burst: one page after the other, each several hundred milliseconds. A user may do both in two
 * windows. HubSpot itself lets an app make 660 calls a minute in a portal, and most operations need three.
 */
export const CALLS_A_MINUTE = { user: 300, portal: 1_200 } as const;

/** HubSpot runs 20 calls of an app's cards at once in a portal. Some that it gave up may still run here. */
export const CALLS_AT_ONCE = 30;

/**
 * Calls without a valid signature that an address may make in a minute before they are answered more shortly and logged no
 * more. Behind a proxy every call comes from its address: so a signature is looked at first, and no limit of an address
 * ever refuses a signed call.
 */
export const UNSIGNED_A_MINUTE = 60;

/**
 * Authorizations that an address may begin in a minute: each is a row for 10 minutes. Behind a proxy all of them come from its
 * address, so this is well above what the people of some portals do, and a proxy limits each of them better.
 */
export const AUTHORIZATIONS_A_MINUTE = 60;

const MINUTE_SECONDS = 60;

/** The limits of this process. */
export interface Limits {
  /** Takes the place of one call. @returns how many seconds to wait where there is none */
  take: (caller: Caller) => Promise<{ waitSeconds: number } | { release: () => void }>;
  /** Counts a call that is not signed. @returns how many seconds to wait; 0 while the address has sent few of them */
  unsigned: (address: string) => Promise<number>;
  /** Counts an authorization that is begun. @returns how many seconds to wait; 0 while the address has begun few of them */
  authorization: (address: string) => Promise<number>;
}

export interface LimitFigures {
  user: number;
  portal: number;
  atOnce: number;
  unsigned: number;
  authorizations: number;
}

export const LIMIT_FIGURES: LimitFigures = {
  ...CALLS_A_MINUTE,
  ...{ atOnce: CALLS_AT_ONCE, unsigned: UNSIGNED_A_MINUTE, authorizations: AUTHORIZATIONS_A_MINUTE },
};

/**
 * Of the calls of workflow actions, apart from those of cards: a workflow may enrol thousands of companies at once, and
 * HubSpot sends again what had no place.
 */
const ACTIONS_A_MINUTE = 300;
const ACTIONS_AT_ONCE = 10;

/** Limits of workflow actions. No person stands behind them, so that a portal has those of one user. */
export function actionFigures(figures: LimitFigures = LIMIT_FIGURES): LimitFigures {
  const most = Math.min(figures.user, ACTIONS_A_MINUTE);
  return { ...figures, user: most, portal: most, atOnce: Math.min(figures.atOnce, ACTIONS_AT_ONCE) };
}

export function openLimits(figures: LimitFigures = LIMIT_FIGURES): Limits {
  const { user, portal, atOnce } = figures;
  const minuteOf = (points: number) => new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
  const [ofUsers, ofPortals] = [minuteOf(user), minuteOf(portal)];
  const [ofUnsigned, ofAuthorizations] = [minuteOf(figures.unsigned), minuteOf(figures.authorizations)];
  const running = new Map<string, number>();
  return {
    take: async ({ key, userId }) => {
      const name = `${key.appId}:${key.portalId}`;
      // one user who calls too often takes nothing from the others of the portal
      const wait = (await waitOf(ofUsers, `${name}:${userId}`)) || (await waitOf(ofPortals, name));
      if (wait > 0) return { waitSeconds: wait };
      const count = running.get(name) ?? 0;
      if (count >= atOnce) return { waitSeconds: 1 };
      running.set(name, count + 1);
      return { release: () => release(running, name) };
    },
    unsigned: (address) => waitOf(ofUnsigned, address),
    authorization: (address) => waitOf(ofAuthorizations, address),
  };
}

function release(running: Map<string, number>, name: string): void {
  const left = (running.get(name) ?? 0) - 1;
  if (left > 0) running.set(name, left);
  else running.delete(name);
}

async function waitOf(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
  }
}
