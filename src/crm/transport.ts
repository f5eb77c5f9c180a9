import { Client } from '@hubspot/api-client';

import { CrmError } from './crm-error.ts';
import { isDailyLimit, refusalOf } from './refusal.ts';

/** The date version of every path. HubSpot publishes one each March and September and supports it for 18 months. */
export const API_VERSION = '2026-09';

export interface CrmRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: object;
  /** A POST that only reads. Other POSTs are never repeated. */
  readOnly?: boolean;
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

/** What the transport needs from outside, and its bounds. */
export interface TransportSettings {
  /** Milliseconds for one attempt, body included. */
  deadlineMs: number;
  /** Attempts in all for what may be repeated. */
  attempts: number;
  sleep: (ms: number) => Promise<void>;
  /** 0 up to 1. */
  random: () => number;
}

/** A read that only hangs ends within 10 seconds: an app function has 15, and a person waits for the sentence. */
export const DEFAULT_TRANSPORT: TransportSettings = {
  deadlineMs: 3_000,
  attempts: 3,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

/**
 * Opens the way to a portal through HubSpot's own client, and adds what the client lacks: a deadline for each attempt,
 * retries where a repeat is safe, and errors that say what to do next. Reads are repeated on 429, 5xx and broken
 * connections; writes only on 429, where HubSpot did nothing.
 */
export function openCrm({ baseUrl, accessToken }: CrmAccess, settings = DEFAULT_TRANSPORT): Crm {
  const client = new Client({ accessToken, basePath: baseUrl.replace(/\/$/, '') });
  return {
    async send(request) {
      for (let attempt = 1; ; attempt++) {
        const outcome = await attemptOnce(client, request, settings);
        if (!('error' in outcome)) return outcome.answer;
        if (!outcome.repeatable || attempt >= settings.attempts) throw outcome.error;
        await settings.sleep(backoffMs(attempt, settings.random));
      }
    },
  };
}

type Outcome = { answer: unknown } | { error: CrmError; repeatable: boolean };

async function attemptOnce(
  client: Client,
  request: CrmRequest,
  settings: TransportSettings,
): Promise<Outcome> {
  const { method, path, query, body } = request;
  const isWrite = method !== 'GET' && request.readOnly !== true;
  try {
    const { status, text } = await withDeadline(settings.deadlineMs, async () => {
      const response = await client.apiRequest({
        method,
        path,
        ...(query && { qs: query }),
        ...(body && { body }),
      });
      return { status: response.status, text: await response.text() };
    });
    if (status >= 200 && status < 300)
      return { answer: text === '' ? undefined : (JSON.parse(text) as unknown) };
    return {
      error: refusalOf(status, text, isWrite),
      repeatable: status === 429 ? !isDailyLimit(text) : status >= 500 && !isWrite,
    };
  } catch (cause) {
    return { error: unanswered(isWrite, cause), repeatable: !isWrite };
  }
}

/** A broken connection, a missed deadline, or an answer that is no JSON. */
function unanswered(isWrite: boolean, cause: unknown): CrmError {
  return isWrite
    ? new CrmError(
        'unknown-outcome',
        'HubSpot did not confirm the write. Look what was kept before you repeat it.',
        { cause },
      )
    : new CrmError('unavailable', 'HubSpot could not be reached. Check the network and try again.', {
        cause,
      });
}

/** The client takes no signal, so a hung call is left behind; long-lived processes bound it by their dispatcher. */
async function withDeadline<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work(), deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** Full jitter: anywhere between nothing and 250 ms, 500 ms, 1 s, ... at most 2 s. */
function backoffMs(attempt: number, random: () => number): number {
  return random() * Math.min(2_000, 250 * 2 ** (attempt - 1));
}
