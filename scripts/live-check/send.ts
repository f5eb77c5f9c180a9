import type { Answer } from './answer.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Request {
  readonly method: Method;
  readonly path: string;
  /** Sent as JSON, or as a form. */
  readonly body?: unknown;
  /** `stranger` sends a token that nobody was given, `nobody` sends none. */
  readonly as?: 'stranger' | 'nobody';
}

/** @throws Error when no whole answer came in time */
export type Send = (request: Request) => Promise<Answer>;

const STRANGER = 'pat-na1-00000000-0000-0000-0000-000000000000';
const DEADLINE_MS = 20_000;

/** Sends one request, once. */
export function openSend({ baseUrl, accessToken }: { baseUrl: string; accessToken: string }): Send {
  return async ({ method, path, body, as }) => {
    const token = as === 'stranger' ? STRANGER : accessToken;
    const isForm = body instanceof URLSearchParams;
    const response = await fetch(baseUrl + path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(as === 'nobody' ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    return {
      status: response.status,
      body: parsed(await response.text()),
      header: (name) => response.headers.get(name),
    };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
