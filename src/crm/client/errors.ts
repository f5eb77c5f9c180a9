import * as z from 'zod';

import { retryAfterMs } from './headers.ts';
import {
  DAILY_LIMIT_USED_UP,
  FAILED_WHILE_WRITING,
  RECORD_LOCKED,
  UNKNOWN_TO_HUBSPOT,
  WRONG_TOKEN,
  failedWith,
  portalMoving,
  propertyGone,
  requestRefused,
  scopeMissing,
  slowDown,
  valueRefused,
} from '../../messages/hubspot.ts';

/**
 * - `unknown-outcome`: a write was sent and its response never came; it may have happened
 * - `unavailable`: HubSpot could not be reached, or its response has an unexpected shape
 * - `cancelled`: the caller gave up; what was written before stays
 */
export type CrmErrorCode =
  | 'invalid-request'
  | 'wrong-token'
  | 'missing-scope'
  | 'not-found'
  | 'already-exists'
  | 'property-missing'
  | 'rate-limited'
  | 'unavailable'
  | 'unknown-outcome'
  | 'cancelled';

interface Details extends ErrorOptions {
  /** HubSpot's id of the call, for its support. */
  correlationId?: string | undefined;
  /** The property at fault, where HubSpot names one. */
  property?: string | undefined;
}

/** HubSpot refused or could not be reached. The message says what to do next; `cause` holds the original. */
export class CrmError extends Error {
  override readonly name = 'CrmError';
  readonly code: CrmErrorCode;
  readonly correlationId: string | undefined;
  readonly property: string | undefined;

  constructor(code: CrmErrorCode, message: string, details: Details = {}) {
    super(message, details);
    this.code = code;
    this.correlationId = details.correlationId;
    this.property = details.property;
  }
}

/** HubSpot's error body. Every field may be absent. */
const ErrorBody = z.object({
  message: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
  correlationId: z.string().optional().catch(undefined),
  policyName: z.string().optional().catch(undefined),
  errors: z
    .array(z.object({ context: z.record(z.string(), z.array(z.string())).optional().catch(undefined) }))
    .optional()
    .catch(undefined),
});
type ErrorBody = z.infer<typeof ErrorBody>;

const PropertyErrors = z.array(
  z.object({ name: z.string(), error: z.string().optional(), message: z.string().optional() }),
);

/** Turns a response that is no success into an error whose message says what to do next. */
export function refusalOf(status: number, bodyText: string, headers: Headers, isWrite: boolean): CrmError {
  const body = parseBody(bodyText);
  const correlationId = body.correlationId ?? headers.get('x-hubspot-correlation-id') ?? undefined;
  const details = { correlationId };
  switch (status) {
    case 401:
      return new CrmError('wrong-token', WRONG_TOKEN, details);
    case 403:
      return new CrmError('missing-scope', scopeMissing(scopesIn(body)), details);
    case 404:
      return new CrmError('not-found', UNKNOWN_TO_HUBSPOT, details);
    case 409:
      return new CrmError('already-exists', body.message ?? 'It exists already.', details);
    case 423:
      return new CrmError('rate-limited', RECORD_LOCKED, details);
    case 429:
      return new CrmError(
        'rate-limited',
        isDaily(body) ? DAILY_LIMIT_USED_UP : slowDown(secondsIn(headers)),
        details,
      );
    case 477:
      return new CrmError(
        'unavailable',
        portalMoving(headers.has('retry-after') ? secondsIn(headers) : 'a day'),
        details,
      );
  }
  if (status >= 400 && status < 500) return badRequest(body, correlationId);
  return isWrite
    ? new CrmError('unknown-outcome', FAILED_WHILE_WRITING, details)
    : new CrmError('unavailable', failedWith(status), details);
}

function secondsIn(headers: Headers): string {
  const ms = retryAfterMs(headers);
  return ms === null ? 'ten seconds' : `${ms / 1_000} seconds`;
}

function badRequest(body: ErrorBody, correlationId: string | undefined): CrmError {
  const property = propertyFault(body.message);
  const details = { correlationId, property: property?.name };
  if (property?.error === 'PROPERTY_DOESNT_EXIST')
    return new CrmError('property-missing', propertyGone(property.name), details);
  if (property !== undefined)
    return new CrmError(
      'invalid-request',
      valueRefused(property.name, property.message ?? property.error ?? 'no reason given'),
      details,
    );
  return new CrmError('invalid-request', requestRefused(body.message ?? 'no reason given'), details);
}

/** Property errors arrive as a JSON list inside the message. Source: responses of the CRM API to refused writes. */
function propertyFault(message: string | undefined): z.infer<typeof PropertyErrors>[number] | undefined {
  const start = message?.indexOf('[{') ?? -1;
  if (message === undefined || start < 0) return undefined;
  const errors = PropertyErrors.safeParse(parseJson(message.slice(start, message.lastIndexOf(']') + 1)));
  return errors.success ? errors.data[0] : undefined;
}

/** Whether the day's calls are used up, so that waiting seconds does not help. */
export function isDailyLimit(bodyText: string): boolean {
  return isDaily(parseBody(bodyText));
}

function isDaily({ policyName }: ErrorBody): boolean {
  return policyName === 'DAILY';
}

function scopesIn({ errors }: ErrorBody): string {
  const scopes =
    errors?.flatMap(
      ({ context }) => context?.['requiredGranularScopes'] ?? context?.['requiredScopes'] ?? [],
    ) ?? [];
  return scopes.length > 0
    ? `the scope ${scopes.join(', ')}`
    : 'the scopes for companies and their properties';
}

function parseBody(text: string): ErrorBody {
  const result = ErrorBody.safeParse(parseJson(text));
  return result.success ? result.data : {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // gateways answer HTML
  }
}
