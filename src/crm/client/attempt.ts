import type { Client } from '@hubspot/api-client';

import { CrmError } from './errors.ts';
import { limitPolicyOf } from './patience.ts';
import { refusalOf } from './refusals.ts';
import type { CrmRequest, LimitPolicy, TransportSettings } from './request.ts';
import { NOT_CONFIRMED, UNREACHABLE } from '../../messages/hubspot.ts';

/** The result of one call. */
export type Outcome = { headers: Headers } & (
  | { value: unknown; status: number }
  | {
      error: CrmError;
      /** Null when no response came, or one that cannot be read. */
      status: number | null;
      isRepeatable: boolean;
      /** Of a refusal for a limit. */
      policy?: LimitPolicy;
    }
);

const NO_HEADERS = new Headers();

/** Statuses with which HubSpot did nothing: a lock (423), the rate limit (429), a portal that is moved (477). Source: error handling guide. */
export const NOT_BEGUN: readonly (number | null)[] = [423, 429, 477];

/**
 * Makes one call, body included.
 *
 * @param deadlineMs milliseconds after which nobody waits for the call any more. The client takes no signal, so it may go
 * on: long-lived processes bound it by the timeouts of their dispatcher.
 */
export async function attempt(
  client: Client,
  request: CrmRequest,
  deadlineMs: number,
  timer: TransportSettings['timer'],
): Promise<Outcome> {
  const { method, path, query, body } = request;
  const isRead = method === 'GET' || request.repeat === 'reads';
  const isSafe = isRead || request.repeat === 'same';
  let headers = NO_HEADERS;
  try {
    const { status, text } = await withDeadline(deadlineMs, timer, async () => {
      const response = await client.apiRequest({
        method,
        path,
        ...(query && { qs: query }),
        ...(body && { body }),
      });
      headers = new Headers([...response.headers]);
      return { status: response.status, text: await response.text() };
    });
    if (status >= 200 && status < 300)
      return { headers, status, value: text === '' ? undefined : (JSON.parse(text) as unknown) };
    const error = refusalOf(status, text, headers, !isRead);
    if (status === 429) {
      const policy = limitPolicyOf(text);
      return { headers, error, status, isRepeatable: policy !== 'daily', policy };
    }
    const isRepeatable = NOT_BEGUN.includes(status) || (status >= 500 && isSafe);
    return { headers, error, status, isRepeatable };
  } catch (cause) {
    return { headers, error: withoutResponse(!isRead, cause), status: null, isRepeatable: isSafe };
  }
}

/** A broken connection, a missed deadline, or a response that is no JSON. */
function withoutResponse(isWrite: boolean, cause: unknown): CrmError {
  return isWrite
    ? new CrmError('unknown-outcome', NOT_CONFIRMED, { cause })
    : new CrmError('unavailable', UNREACHABLE, {
        cause,
      });
}

async function withDeadline<T>(
  ms: number,
  timer: TransportSettings['timer'],
  work: () => Promise<T>,
): Promise<T> {
  let cancel: () => void = () => undefined;
  const deadline = new Promise<never>((_, reject) => {
    cancel = timer(ms, () => reject(new Error(`no response within ${Math.round(ms)} ms`)));
  });
  try {
    return await Promise.race([work(), deadline]);
  } finally {
    cancel();
  }
}
