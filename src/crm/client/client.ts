import { Client } from '@hubspot/api-client';

import { NOT_BEGUN, attempt } from './attempt.ts';
import { CrmError } from './errors.ts';
import { interruptible, limiterOf } from './limiter.ts';
import { pauseBeforeRetry } from './patience.ts';
import type { Crm, CrmAccess, CrmRequest, Limiter, TransportSettings } from './request.ts';
import { DAILY_LIMIT_USED_UP, LIMIT_TAKEN_UP } from '../../messages/hubspot.ts';

/** A read that hangs ends within 10 seconds, and a full limit is waited for 13, since HubSpot ends an app function after 15. */
export const DEFAULT_TRANSPORT: TransportSettings = {
  deadlineMs: 3_000,
  card: { attempts: 3, totalMs: 13_000 },
  bulk: { attempts: 8, totalMs: 120_000 },
  endsAt: null,
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  timer: (ms, ring) => {
    const timeout = setTimeout(ring, ms);
    return () => clearTimeout(timeout);
  },
  random: Math.random,
};

/**
 * Connects to a portal through HubSpot's own client, and adds what the client lacks: a deadline for each attempt and for
 * the whole, retries where a repeat is safe, a limiter that keeps to the portal's rate limits, and errors that say what to
 * do next.
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

/** The same portal, with the priority of work in bulk. */
export function inBulk(crm: Crm, signal?: AbortSignal): Crm {
  return { send: (request) => crm.send({ priority: 'bulk', signal, ...request }) };
}

async function sendPatiently(
  client: Client,
  limiter: Limiter,
  settings: TransportSettings,
  request: CrmRequest,
): Promise<unknown> {
  const { now, deadlineMs, timer } = settings;
  const priority = request.priority ?? 'card';
  const { attempts, totalMs } = settings[priority];
  const endsAt = Math.min(now() + totalMs, settings.endsAt ?? Infinity);
  let failures = 0;
  for (let count = 1; ; count++) {
    const wait = await limiter.take(priority, request.path.endsWith('/search'), endsAt, request.signal);
    if (wait !== 'go')
      throw new CrmError('rate-limited', wait === 'day-over' ? DAILY_LIMIT_USED_UP : LIMIT_TAKEN_UP);
    settings.onCall?.();
    const outcome = await attempt(client, request, Math.min(deadlineMs, endsAt - now()), timer);
    settings.onOutcome?.(outcome.status);
    // a refusal for the limit has its own pause, after which its headers are out of date
    if (!('error' in outcome) || outcome.status !== 429) {
      limiter.learn(outcome.headers);
      settings.onHeaders?.(outcome.headers);
    }
    if (!('error' in outcome)) return outcome.value;
    // where HubSpot did nothing, only the time is bounded
    if (!NOT_BEGUN.includes(outcome.status)) failures += 1;
    const isLast = !outcome.isRepeatable || failures >= attempts || request.repeat === 'never';
    const leftMs = endsAt - now();
    const { random } = settings;
    const pause = isLast ? null : pauseBeforeRetry(outcome, { count, priority, leftMs, random });
    if (outcome.policy !== undefined) limiter.refused(outcome.policy, priority, pause ?? 0);
    if (pause === null) throw outcome.error;
    await interruptible(settings.sleep(pause), request.signal);
  }
}
