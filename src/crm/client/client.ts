import { Client } from '@hubspot/api-client';

import { attempt } from './attempt.ts';
import { CrmError } from './errors.ts';
import { interruptible } from './interruptible.ts';
import { type Limiter, limiterOf } from './limiter.ts';
import { pauseBeforeRetry } from './retry.ts';

/** The date version of every path. HubSpot publishes one each March and September and supports it for 18 months. */
export const API_VERSION = '2026-09';

export interface CrmRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: object;
  /**
   * What a repeat does when nobody knows whether the first one arrived. `reads`: nothing, and every GET says so by
   * itself. `same`: it leaves the same values. Left out: it may do harm, so the caller has to look first.
   */
  repeat?: 'reads' | 'same';
  /** `bulk` leaves a quarter of the portal's calls to people who wait, and is more patient. */
  priority?: 'card' | 'bulk';
  /** Ends the request between two attempts, or while it waits. A call under way is not torn off. */
  signal?: AbortSignal | undefined;
}

/** The way to one portal. */
export interface Crm {
  /**
   * Sends one request and answers the parsed JSON; undefined for an empty answer.
   *
   * @throws CrmError
   */
  send(request: CrmRequest): Promise<unknown>;
}

export interface CrmAccess {
  baseUrl: string;
  accessToken: string;
}

/** How often and how long a request is tried. */
export interface Patience {
  attempts: number;
  /** Milliseconds for all attempts and pauses of one request. */
  totalMs: number;
}

/** What the transport needs from outside, and its bounds. */
export interface TransportSettings {
  /** Milliseconds for one attempt, body included. */
  deadlineMs: number;
  card: Patience;
  bulk: Patience;
  /** When everything has to be over, on the clock of `now`; null where nobody waits. */
  endsAt: number | null;
  /** Milliseconds; only differences count. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** 0 up to 1. */
  random: () => number;
  /** Spreads the calls to the portal; one for all who talk to it. */
  limiter?: Limiter;
}

/** A read that only hangs ends within 10 seconds: an app function has 15, and a person waits for the sentence. */
export const DEFAULT_TRANSPORT: TransportSettings = {
  deadlineMs: 3_000,
  card: { attempts: 3, totalMs: 10_000 },
  bulk: { attempts: 8, totalMs: 120_000 },
  endsAt: null,
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

/**
 * Opens the way to a portal through HubSpot's own client, and adds what the client lacks: a deadline for each attempt and
 * for the whole, retries where a repeat is safe, a limiter that keeps to the portal's rate limits, and errors that say
 * what to do next.
 *
 * @example
 * await crm.send({ method: 'POST', path: '/crm/objects/2026-09/companies/batch/read', body, repeat: 'reads' });
 */
export function openCrm(access: CrmAccess, settings = DEFAULT_TRANSPORT): Crm {
  const { baseUrl, accessToken } = access;
  const client = new Client({ accessToken, basePath: baseUrl.replace(/\/$/, '') });
  const limiter = settings.limiter ?? limiterOf(access, settings);
  return { send: (request) => sendPatiently(client, limiter, settings, request) };
}

/** The same way to the portal for work in bulk, which people do not wait for one by one. */
export function inBulk(crm: Crm, signal?: AbortSignal): Crm {
  return { send: (request) => crm.send({ priority: 'bulk', signal, ...request }) };
}

async function sendPatiently(
  client: Client,
  limiter: Limiter,
  settings: TransportSettings,
  request: CrmRequest,
): Promise<unknown> {
  const { now, deadlineMs } = settings;
  const priority = request.priority ?? 'card';
  const { attempts, totalMs } = settings[priority];
  const endsAt = Math.min(now() + totalMs, settings.endsAt ?? Infinity);
  for (let count = 1; ; count++) {
    const wait = await limiter.take(priority, request.path.endsWith('/search'), endsAt, request.signal);
    if (wait === 'too-long') throw tooBusy();
    const answer = await attempt(client, request, Math.min(deadlineMs, endsAt - now()));
    // a refusal for the limit is waited out by itself; what it says about the window is past by then
    if (!('error' in answer) || answer.status !== 429) limiter.learn(answer.headers);
    if (!('error' in answer)) return answer.value;
    if (!answer.isRepeatable || count >= attempts) throw answer.error;
    const pause = pauseBeforeRetry(answer, count, settings.random);
    if (now() + pause >= endsAt) throw answer.error;
    await interruptible(settings.sleep(pause), request.signal);
  }
}

function tooBusy(): CrmError {
  const message = "The portal's limit of API calls is taken up at the moment. Try again in ten seconds.";
  return new CrmError('rate-limited', message);
}
