import type { Request, RequestHandler } from 'express';

import type { WorkbenchOwner } from './settings.ts';
import { WorkbenchError } from './workbench-error.ts';

/** A call of `hubspot.fetch`. */
export interface FetchCall {
  url: string;
  method: string;
  /** JSON; empty for none. */
  body: string;
  timeoutMs: number;
  /** The one header that HubSpot passes on. */
  authorization: string | null;
}

/** What the called server answered. */
export interface FetchAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** @throws WorkbenchError where the card gets no answer */
export type HubSpotFetch = (call: FetchCall, person: WorkbenchOwner) => Promise<FetchAnswer>;

const DEFAULT_TIMEOUT_MS = 15_000;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** POST /hubspot-fetch with `{url, method, timeout, body, headers}` of a card. */
export function fetchCalls(
  hubspotFetch: HubSpotFetch,
  personOf: (request: Request) => WorkbenchOwner,
): RequestHandler {
  return async (request, response) => {
    response.json(await hubspotFetch(callIn(request.body), personOf(request)));
  };
}

function callIn(sent: unknown): FetchCall {
  const { url, method = 'GET', timeout, body, headers } = sent as Record<string, unknown>;
  if (typeof url !== 'string' || typeof method !== 'string' || !METHODS.includes(method))
    throw new WorkbenchError(400, 'hubspot.fetch takes an address and a method.');
  return {
    ...{ url, method, authorization: authorizationIn(headers) },
    body: body === undefined ? '' : JSON.stringify(body),
    timeoutMs: typeof timeout === 'number' && timeout > 0 ? timeout : DEFAULT_TIMEOUT_MS,
  };
}

function authorizationIn(headers: unknown): string | null {
  const named = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  return typeof named?.[1] === 'string' ? named[1] : null;
}
