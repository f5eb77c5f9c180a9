import * as z from 'zod';

import { BROKE_OFF, SECRET_REFUSED, notTheServer, serverUnreachable } from '../messages/fleet.ts';
import { CrmError } from '../crm/client/errors.ts';
import { Refused } from '../usecases/refused.ts';
import type { Run } from './terminal.ts';
import { reasonOf } from './typed.ts';

/** Where the server is, and the secret that opens it. */
export interface ServerAccess {
  /** Without a slash at its end. */
  address: string;
  secret: string;
}

/** The server that the settings name. @throws Refused `not-configured` */
export function serverOf({ readServer }: Pick<Run, 'readServer'>): ServerAccess {
  try {
    return readServer();
  } catch (cause) {
    throw new Refused('not-configured', reasonOf(cause), { cause });
  }
}

/** Told how far the work in a portal came. */
export type OnProgress = (done: number, of: number) => void;

const FailureShape = z.object({ code: z.string(), message: z.string() });
const Line = z.union([
  z.object({ progress: z.object({ done: z.number(), of: z.number() }) }),
  z.object({ answer: z.unknown() }),
  z.object({ error: FailureShape }),
]);

/** What the server refused, about one portal. */
export class FleetRefused extends Error {
  override readonly name = 'FleetRefused';
  readonly code: string;

  constructor({ code, message }: z.infer<typeof FailureShape>) {
    super(message);
    this.code = code;
  }
}

/**
 * Calls the server's admin API and waits for the answer, which comes in lines where the work takes long.
 *
 * @throws FleetRefused what the server refused; Refused `not-configured` for the secret; CrmError `unavailable`
 */
export async function callServer(
  { address, secret }: ServerAccess,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
  onProgress: OnProgress = () => undefined,
): Promise<unknown> {
  const response = await fetch(`${address}${path}`, {
    method,
    // a redirect would lead the secret elsewhere
    redirect: 'manual',
    headers: {
      authorization: `Bearer ${secret}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new CrmError('unavailable', serverUnreachable(address, causeOf(cause)), { cause });
  });
  if (response.status === 401) throw new Refused('not-configured', SECRET_REFUSED);
  let last: unknown;
  try {
    for await (const line of linesOf(response)) {
      const read = Line.safeParse(jsonIn(line));
      if (!read.success) throw new CrmError('unavailable', notTheServer(address));
      if ('progress' in read.data) onProgress(read.data.progress.done, read.data.progress.of);
      else last = read.data;
    }
  } catch (cause) {
    if (cause instanceof CrmError) throw cause;
    throw new CrmError('unavailable', BROKE_OFF, { cause });
  }
  const answered = z
    .union([z.object({ answer: z.unknown() }), z.object({ error: FailureShape })])
    .safeParse(last);
  if (!answered.success) throw new CrmError('unavailable', BROKE_OFF);
  if ('error' in answered.data) throw new FleetRefused(answered.data.error);
  return answered.data.answer;
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done) break;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
  if (rest.trim() !== '') yield rest;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Node's fetch says only that it failed; the reason is the cause. */
function causeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  return reasonOf(inner) || code || 'no reason given';
}
