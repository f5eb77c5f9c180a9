import {
  type ErrorBody,
  NO_REASON,
  type Reason,
  parseErrorBody,
  reasonsIn,
  shownSentence,
} from './error-body.ts';
import { CrmError } from './errors.ts';
import { retryAfterMs } from './headers.ts';
import {
  DAILY_LIMIT_USED_UP,
  FAILED_WHILE_WRITING,
  RECORD_LOCKED,
  UNKNOWN_TO_HUBSPOT,
  WRONG_TOKEN,
  failedWith,
  notPermitted,
  portalMoving,
  propertyGone,
  requestRefused,
  ruleUnmet,
  scopeMissing,
  slowDown,
  valueRefused,
} from '../../messages/hubspot.ts';

/** Turns a response that is no success into an error whose message says what to do next. */
export function refusalOf(status: number, bodyText: string, headers: Headers, isWrite: boolean): CrmError {
  const body = parseErrorBody(bodyText);
  const correlationId = body.correlationId ?? headers.get('x-hubspot-correlation-id') ?? undefined;
  return refusalFrom(status, { ...body, correlationId }, headers, isWrite);
}

/** Turns one error of a batch into an error of its own. Without a category that says more, HubSpot failed inside. */
export function refusalInBatch(body: ErrorBody, isWrite: boolean): CrmError {
  return refusalFrom(STATUS[body.category ?? 'INTERNAL_ERROR'] ?? 400, body, new Headers(), isWrite);
}

/** The status with which HubSpot refuses a single call in this category. Source: error handling guide. */
const STATUS: Readonly<Record<string, number>> = {
  OBJECT_NOT_FOUND: 404,
  NOT_FOUND: 404,
  CONFLICT: 409,
  OBJECT_ALREADY_EXISTS: 409,
  MISSING_SCOPES: 403,
  FORBIDDEN: 403,
  INVALID_AUTHENTICATION: 401,
  LOCKED: 423,
  RATE_LIMITS: 429,
  INTERNAL_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
  TIMEOUT: 504,
};

function refusalFrom(status: number, body: ErrorBody, headers: Headers, isWrite: boolean): CrmError {
  const details = { correlationId: body.correlationId, reasons: reasonsIn(body) };
  switch (status) {
    case 401:
      return new CrmError('wrong-token', WRONG_TOKEN, details);
    case 403:
      return forbidden(body, details);
    case 404:
      return new CrmError('not-found', UNKNOWN_TO_HUBSPOT, details);
    case 409:
      return new CrmError('already-exists', shownSentence(body.message ?? 'It exists already.'), details);
    case 423:
      return new CrmError('rate-limited', RECORD_LOCKED, details);
    case 429: {
      const message = body.policyName === 'DAILY' ? DAILY_LIMIT_USED_UP : slowDown(secondsIn(headers));
      return new CrmError('rate-limited', message, details);
    }
    case 477: {
      const pause = headers.has('retry-after') ? secondsIn(headers) : 'a day';
      return new CrmError('unavailable', portalMoving(pause), details);
    }
  }
  if (status >= 400 && status < 500) return badRequest(details);
  return isWrite
    ? new CrmError('unknown-outcome', FAILED_WHILE_WRITING, details)
    : new CrmError('unavailable', failedWith(status), details);
}

function secondsIn(headers: Headers): string {
  const ms = retryAfterMs(headers);
  return ms === null ? 'ten seconds' : `${ms / 1_000} seconds`;
}

interface Given {
  correlationId: string | undefined;
  reasons: readonly Reason[];
}

/** A missing scope has a remedy of its own. Anything else is between the portal and HubSpot, whose sentence says more. */
function forbidden({ category, errors = [] }: ErrorBody, details: Given): CrmError {
  const scopes = errors.flatMap(
    ({ context }) => context?.['requiredGranularScopes'] ?? context?.['requiredScopes'] ?? [],
  );
  if (category !== 'MISSING_SCOPES' && scopes.length === 0)
    return new CrmError('forbidden', notPermitted(sentencesOf(details.reasons)), details);
  const lacking =
    scopes.length > 0 ? `the scope ${scopes.join(', ')}` : 'the scopes for companies and their properties';
  return new CrmError('missing-scope', scopeMissing(lacking), details);
}

/** A rule of the portal's admins asks for another property. Source: changelog, "CRM API write validation enforcement". */
const RULE = /^MISSING_(CONDITIONAL_)?REQUIRED_PROPERTY$/;

function badRequest({ correlationId, reasons }: Given): CrmError {
  const named = reasons.filter(({ property }) => property !== null);
  const [first] = named;
  const details = { correlationId, reasons, property: first?.property ?? undefined };
  const gone = named.find(({ code }) => code === 'PROPERTY_DOESNT_EXIST')?.property ?? null;
  if (gone !== null)
    return new CrmError('property-missing', propertyGone(gone), { ...details, property: gone });
  const asked = named.filter(({ code }) => RULE.test(code ?? '')).map(({ property }) => property);
  if (asked.length > 0)
    return new CrmError(
      'invalid-request',
      ruleUnmet([...new Set(asked)].join(', '), sentencesOf(reasons)),
      details,
    );
  if (first === undefined)
    return new CrmError('invalid-request', requestRefused(sentencesOf(reasons)), details);
  return new CrmError(
    'invalid-request',
    valueRefused(first.property ?? '', sentencesOf(named, first.property)),
    details,
  );
}

/** @param known a property that has been named already */
function sentencesOf(reasons: readonly Reason[], known: string | null = null): string {
  const sentences = reasons.map(({ property, message }) => {
    const isNamed = property === null || property === known || message.includes(property);
    return isNamed ? message : `${property}: ${message}`;
  });
  return [...new Set(sentences)].join(' ') || NO_REASON;
}
