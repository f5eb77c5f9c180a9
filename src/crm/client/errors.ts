/**
 * - `unknown-outcome`: a write was sent and its answer never came; it may have happened
 * - `unavailable`: HubSpot could not be reached or did not answer as it should; nothing was written
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
