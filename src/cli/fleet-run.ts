import * as z from 'zod';

import { NOT_REACHED, NO_PORTALS_HERE, notTheServer } from '../messages/fleet.ts';
import { amount } from '../usecases/amount.ts';
import { CrmError } from '../crm/client/errors.ts';
import { Refused } from '../usecases/refused.ts';
import { type Chosen, type ListedPortal, type PortalOptions, choosePortals } from './fleet-portals.ts';
import { FleetRefused, type ServerAccess, callServer, serverOf } from './fleet-server.ts';
import { EXIT, type Run, interruption, print, showProgress } from './terminal.ts';

/** Portals that are worked on at a time. The server keeps to the limits of each. */
const AT_A_TIME = 4;

/** What became of one portal. */
export interface Outcome {
  portal: string;
  /** Ids; null for a portal that the server does not know. */
  appId: number | null;
  portalId: number | null;
  /** `attention`: done, and a person has to look. `left-out`: not begun. */
  state: 'done' | 'attention' | 'failed' | 'left-out';
  /** In one sentence. */
  message: string;
  code?: string;
  /** What the server answered. */
  answer?: unknown;
}

/** What is done in each portal. */
export interface FleetWork {
  method: 'POST' | 'DELETE';
  /** Behind the path of the portal, such as `/doctor`. */
  path: string;
  body?: unknown;
  /** Portals that uninstalled the app are worked on too. */
  takesUninstalled?: true;
  /** How it went, in words, by the server's answer. */
  read: (answer: unknown) => Pick<Outcome, 'state' | 'message'>;
}

/**
 * Works in each portal that was named, a few at a time. One that fails stops no other; Ctrl-C lets those that are begun
 * end. Prints a line for each portal, then the sum.
 *
 * @throws Refused `invalid-input`, `not-configured`, CrmError `unavailable`, before the first portal was begun
 */
export async function runFleet(
  run: Run,
  options: PortalOptions & { json?: boolean },
  work: FleetWork,
): Promise<readonly Outcome[]> {
  const server = serverOf(run);
  const chosen = await choosePortals(server, options, work.takesUninstalled);
  const { signal, release } = interruption(run);
  const { onProgress, end } = showProgress(run, 'portals');
  const outcomes: Outcome[] = new Array<Outcome>(chosen.length);
  let [next, done] = [0, 0];
  const worker = async () => {
    for (let at = next++; at < chosen.length; at = next++) {
      const one = chosen[at];
      if (one === undefined) return;
      outcomes[at] = signal.aborted ? leftOut(one, NOT_REACHED) : await outcomeOf(server, one, work);
      onProgress((done += 1), chosen.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(AT_A_TIME, chosen.length) }, worker));
  } finally {
    end();
    release();
  }
  print(run, { portals: outcomes, sum: sumOf(outcomes) }, options.json, () => linesOf(outcomes));
  run.exitCode = signal.aborted ? EXIT.interrupted : exitOf(outcomes);
  return outcomes;
}

async function outcomeOf(server: ServerAccess, chosen: Chosen, work: FleetWork): Promise<Outcome> {
  if ('obstacle' in chosen) return leftOut(chosen, chosen.obstacle);
  const { appId, portalId }: ListedPortal = chosen.portal;
  const portal = { portal: chosen.name, appId, portalId };
  try {
    const path = `/admin/portals/${appId}/${portalId}${work.path}`;
    const answer = await callServer(server, work.method, path, work.body);
    return { ...portal, ...work.read(answer), answer };
  } catch (error) {
    if (error instanceof z.ZodError)
      return { ...portal, state: 'failed', message: notTheServer(server.address), code: 'unavailable' };
    // a fault of the terminal itself must not pass for one of the portal
    if (!(error instanceof FleetRefused || error instanceof CrmError || error instanceof Refused))
      throw error;
    return { ...portal, state: 'failed', message: error.message, code: error.code };
  }
}

function leftOut({ name }: Chosen, message: string): Outcome {
  return { portal: name, appId: null, portalId: null, state: 'left-out', message };
}

const SIGNS: Readonly<Record<Outcome['state'], string>> = {
  ...{ done: '+', attention: '!', failed: 'x', 'left-out': '-' },
};

/** Those that need somebody come last, next to the sum. */
const ORDER: readonly Outcome['state'][] = ['done', 'attention', 'left-out', 'failed'];

function linesOf(outcomes: readonly Outcome[]): string[] {
  if (outcomes.length === 0) return [NO_PORTALS_HERE];
  const sorted = ORDER.flatMap((state) => outcomes.filter((outcome) => outcome.state === state));
  const { done, attention, failed, leftOut: left } = sumOf(outcomes);
  return [
    ...sorted.map(({ portal, state, message }) => `${SIGNS[state]} ${portal}: ${message}`),
    `${amount(outcomes.length, 'portal', 'portals')}: ${done} in order, ${attention} to look at, ${failed} failed, ${left} left out.`,
  ];
}

function sumOf(outcomes: readonly Outcome[]) {
  const count = (state: Outcome['state']) => outcomes.filter((outcome) => outcome.state === state).length;
  return {
    ...{ done: count('done'), attention: count('attention') },
    ...{ failed: count('failed'), leftOut: count('left-out') },
  };
}

/** A portal that failed weighs more than one that was left out, or that somebody has to look at. */
function exitOf(outcomes: readonly Outcome[]): number {
  const { attention, failed, leftOut: left } = sumOf(outcomes);
  if (failed > 0) return EXIT.crm;
  return attention + left > 0 ? EXIT.badInput : EXIT.done;
}
