import type * as z from 'zod';

import { CrmError } from './errors.ts';

/** The date version of every path. HubSpot publishes one each March and September and supports it for 18 months. */
export const API_VERSION = '2026-09';

export interface CrmRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: object;
  /**
   * Whether the request may be sent again when its response was lost. `reads`: it changes nothing, as every GET. `same`:
   * a repeat leaves the same values. Left out: a repeat may do harm, so the caller has to look first. `never`: the caller
   * does without the response rather than wait for it.
   */
  repeat?: 'reads' | 'same' | 'never';
  /** `bulk` leaves a quarter of the portal's calls to people who wait, and is more patient. */
  priority?: Priority;
  /** Ends the request between two attempts, or while it waits. A call under way is not aborted. */
  signal?: AbortSignal | undefined;
}

export type Priority = 'card' | 'bulk';

/** Which of HubSpot's limits refused a call. */
export type LimitPolicy = 'daily' | 'ten-secondly' | 'secondly';

/** Access to one portal. */
export interface Crm {
  /**
   * Sends one request.
   *
   * @returns the parsed JSON; undefined for an empty response
   * @throws CrmError
   */
  send(request: CrmRequest): Promise<unknown>;
}

/**
 * Sends one request and parses its response.
 *
 * @param what is expected, for the message: `company`, `list of deals`
 * @throws CrmError `unavailable` when the response has another shape
 */
export async function read<T>(crm: Crm, request: CrmRequest, schema: z.ZodType<T>, what: string): Promise<T> {
  const parsed = schema.safeParse(await crm.send(request));
  if (parsed.success) return parsed.data;
  const message = `HubSpot answered something that is no ${what}. Try again in a minute.`;
  throw new CrmError('unavailable', message, { cause: parsed.error });
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

/** The limits of the transport, and what it needs from outside. */
export interface TransportSettings extends Clock {
  /** Milliseconds for one attempt, body included. */
  deadlineMs: number;
  card: Patience;
  bulk: Patience;
  /** When the last call has to end, on the clock of `now`; null for no limit. */
  endsAt: number | null;
  /** Calls `ring` after so many milliseconds, unless the returned function is called before. */
  timer: (ms: number, ring: () => void) => () => void;
  /** 0 up to 1. */
  random: () => number;
  /** Shared by everything that calls the portal; one per portal and process by default. */
  limiter?: Limiter;
  /** Told of every call before it is made, repeats included. */
  onCall?: () => void;
  /** Told how every call ended, repeats included: the status of the response, null when none came. */
  onOutcome?: (status: number | null) => void;
  /** Told the headers of every response but a refusal for the rate limit. */
  onHeaders?: (headers: Headers) => void;
}

export interface Clock {
  /** Milliseconds; only differences count. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** Spreads the calls to one portal so that its rate limits hold, and calls of people go before work in bulk. */
export interface Limiter {
  /**
   * Waits until the portal has room for one more call.
   *
   * @param isSearch searches have a limit of their own
   * @param endsAt when the caller gives up, on the limiter's clock
   * @returns `too-long` where there is no room in time, `day-over` where work in bulk has to wait for another day
   * @throws CrmError `cancelled`
   */
  take(
    priority: Priority,
    isSearch: boolean,
    endsAt: number,
    signal: AbortSignal | undefined,
  ): Promise<'go' | 'too-long' | 'day-over'>;
  /** Learns the limits of the portal from the headers of a response. Those of a refusal are out of date when it is repeated. */
  learn(headers: Headers): void;
  /** Told of a refusal. @param pauseMs how long its caller waits before the next try; 0 when there is none */
  refused(policy: LimitPolicy, priority: Priority, pauseMs: number): void;
}
