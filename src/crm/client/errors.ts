import type { Reason } from './error-body.ts';

/**
 * - `forbidden`: HubSpot does not allow it, for a reason other than a missing scope
 * - `unknown-outcome`: a write was sent and its response never came; it may have happened
 * - `unavailable`: HubSpot could not be reached, or its response has an unexpected shape
 * - `cancelled`: the caller gave up; what was written before stays
 */
export type CrmErrorCode =
  | 'invalid-request'
  | 'wrong-token'
  | 'missing-scope'
  | 'forbidden'
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
  reasons?: readonly Reason[];
}

/** HubSpot refused or could not be reached. The message says what to do next; `cause` holds the original. */
export class CrmError extends Error {
  override readonly name = 'CrmError';
  readonly code: CrmErrorCode;
  readonly correlationId: string | undefined;
  readonly property: string | undefined;
  /** HubSpot's own sentences, each with the property that it names. The message has them too. */
  readonly reasons: readonly Reason[];

  constructor(code: CrmErrorCode, message: string, details: Details = {}) {
    super(message, details);
    this.code = code;
    this.correlationId = details.correlationId;
    this.property = details.property;
    this.reasons = details.reasons ?? [];
  }
}

/** Whether HubSpot does not allow the app what it asked: a scope is missing, or the portal or its plan forbids it. */
export function isForbidden(error: unknown): error is CrmError {
  return error instanceof CrmError && ['missing-scope', 'forbidden'].includes(error.code);
}

/**
 * The same failure, of work that had come some way.
 *
 * @param progress a sentence: how far it came, and what to do
 */
export function brokenOff(error: CrmError, progress: string): CrmError {
  const { code, message, correlationId, property, reasons } = error;
  return new CrmError(code, `${message} ${progress}`, { correlationId, property, reasons, cause: error });
}
