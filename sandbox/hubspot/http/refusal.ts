export interface ErrorDetail {
  readonly message: string;
  readonly code?: string;
  readonly subCategory?: string;
  readonly in?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** HubSpot's error body; `status` and `correlationId` are added on sending. */
export interface ErrorBody {
  readonly message: string;
  readonly category?: string;
  readonly subCategory?: string;
  readonly errors?: readonly ErrorDetail[];
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly links?: Readonly<Record<string, string>>;
  /** On a 429, as `policyName`: the limit that was exceeded. */
  readonly errorType?: 'RATE_LIMIT';
  readonly policyName?: string;
}

/** An error response. Thrown before anything is stored. */
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

/** Jackson's message for a malformed body; the position is not tracked. */
export function badJson(detail: string): Refusal {
  return invalid(`Invalid input JSON on line 1, column 1: ${detail}`);
}

export function unsetFields(names: readonly string[]): Refusal {
  const list = `[${names.join(', ')}]`;
  return invalid(`Invalid input JSON on line 1, column 2. Some required fields were not set: ${list}`, {
    context: { missingProperties: names },
  });
}
