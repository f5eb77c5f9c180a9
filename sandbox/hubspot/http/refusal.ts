export interface ErrorDetail {
  readonly message: string;
  readonly code?: string;
  readonly in?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** HubSpot's error body without `status` and `correlationId`, which are added when it is sent. */
export interface ErrorBody {
  readonly message: string;
  readonly category?: string;
  readonly subCategory?: string;
  readonly errors?: readonly ErrorDetail[];
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly links?: Readonly<Record<string, string>>;
  /** With a 429: which limit was used up. */
  readonly errorType?: 'RATE_LIMIT';
  readonly policyName?: string;
}

/** A call that HubSpot would not carry out. Thrown by handlers before anything is stored. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly body: ErrorBody;
  /** The group endpoints send their error as JSON text inside the message of another one (recorded). */
  readonly nested: boolean;
  constructor(status: number, body: ErrorBody, nested = false) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.nested = nested;
  }
}

export function notFound(message = 'resource not found'): Refusal {
  return new Refusal(404, { message, category: 'OBJECT_NOT_FOUND' });
}

export function invalid(message: string, extra: Partial<ErrorBody> = {}): Refusal {
  return new Refusal(400, { message, category: 'VALIDATION_ERROR', ...extra });
}

/** What Jackson would say of a body of the wrong form; the position is not tracked. */
export function badJson(detail: string): Refusal {
  return invalid(`Invalid input JSON on line 1, column 1: ${detail}`);
}

export function unsetFields(names: readonly string[]): Refusal {
  const list = `[${names.join(', ')}]`;
  return invalid(`Invalid input JSON on line 1, column 2. Some required fields were not set: ${list}`, {
    context: { missingProperties: names },
  });
}
