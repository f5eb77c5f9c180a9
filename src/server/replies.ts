import { ANSWER_TOO_LARGE, TOO_MANY_CALLS } from '../messages/server.ts';
import type { Failure } from '../usecases/failure.ts';
import { MOST_BYTES } from './read-body.ts';

/** Failures of the door itself, before an operation is asked. */
type DoorCode = 'not-signed' | 'too-large' | 'too-many-calls';

/** What a card is told instead of an answer. */
export interface DoorFailure extends Omit<Failure, 'code'> {
  code: Failure['code'] | DoorCode;
  /** Where the person can put it right. */
  link?: { label: string; url: string };
}

/**
 * The status of each failure. HubSpot repeats a call at once after 5xx, which helps none of them: so only a bug is one, and
 * 424 says that HubSpot or the database failed.
 */
const STATUS = {
  'not-signed': 401, 'too-large': 413, 'too-many-calls': 429,
  'invalid-input': 422, 'invalid-request': 422,
  'not-connected': 403, 'not-allowed': 403, 'missing-scope': 403, forbidden: 403,
  'company-not-found': 404, 'not-found': 404,
  'already-exists': 409, 'policy-moved': 409, 'not-installed': 409, 'other-edition': 409, 'no-home': 409,
  'no-room': 409, 'policy-damaged': 409, 'unknown-profile-version': 409, 'newer-rules': 409,
  'rate-limited': 429,
  unavailable: 424, 'unknown-outcome': 424, cancelled: 424, 'wrong-token': 424, 'property-missing': 424,
  'not-configured': 424,
  bug: 500,
} as const satisfies Record<DoorFailure['code'], number>; // prettier-ignore

/** What a call is answered with. */
export interface Reply {
  /** The failure's code, or `done`. */
  code: DoorFailure['code'] | 'done';
  status: number;
  /** JSON. */
  text: string;
  headers?: Readonly<Record<string, string>>;
}

export function tooMany(seconds: number): Reply {
  const failure: DoorFailure = { code: 'too-many-calls', message: TOO_MANY_CALLS };
  return { ...refusal(failure), headers: { 'retry-after': String(seconds) } };
}

/** @param close whether the connection ends, since not all of the request was read */
export function refusal(
  failure: DoorFailure,
  { status = STATUS[failure.code], close = false }: { status?: number; close?: boolean } = {},
): Reply {
  const text = JSON.stringify({ error: failure });
  return { code: failure.code, status, text, ...(close && { headers: { connection: 'close' } }) };
}

/** An answer, unless it is larger than HubSpot passes on. */
export function replyWith(body: object): Reply {
  const text = JSON.stringify(body);
  if (Buffer.byteLength(text) <= MOST_BYTES) return { code: 'done', status: 200, text };
  return refusal({ code: 'too-large', message: ANSWER_TOO_LARGE });
}
