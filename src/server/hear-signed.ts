import { randomUUID } from 'node:crypto';

import type { Request, Response } from 'express';

import * as words from '../messages/server.ts';
import type { Limits } from './limits.ts';
import { readBody } from './read-body.ts';
import { type Reply, refusal, tooMany } from './replies.ts';

/** A call that HubSpot has signed, or what is said to one that it has not. A null reason: it is not logged. */
export type Heard<Caller> = { caller: Caller; body: Buffer } | { refused: Reply; reason: string | null };

interface Hearing<Caller> {
  /** Whether the headers of a signature are there. Else the body is not read. */
  isSigned: boolean;
  /** Who signed it, or why it is not taken for HubSpot's. */
  callerOf: (body: Buffer) => Caller | string;
  /** What is said to a call that is not signed. */
  notSigned: string;
}

/** Reads a call and checks who signed it. */
export async function hearSigned<Caller extends object>(
  limits: Pick<Limits, 'unsigned'>,
  request: Request,
  { isSigned, callerOf, notSigned }: Hearing<Caller>,
): Promise<Heard<Caller>> {
  const unsigned = (reason: string) => unsignedCall(limits, request, reason, notSigned);
  if (!isSigned) return unsigned('missing');
  const body = await readBody(request);
  if (body === null) {
    const refused = refusal({ code: 'too-large', message: words.TOO_LARGE }, { close: true });
    return { refused, reason: 'too-large' };
  }
  const caller = callerOf(body);
  return typeof caller === 'string' ? unsigned(caller) : { caller, body };
}

/** A flood of them is answered shortly, and fills no log. */
async function unsignedCall(
  limits: Pick<Limits, 'unsigned'>,
  request: Request,
  reason: string,
  notSigned: string,
): Promise<{ refused: Reply; reason: string | null }> {
  const seconds = await limits.unsigned(request.socket.remoteAddress ?? '');
  if (seconds > 0) return { refused: tooMany(seconds), reason: null };
  const message = reason === 'stale' ? words.SIGNED_LONG_AGO : notSigned;
  return { refused: refusal({ code: 'not-signed', message }), reason };
}

export function send(
  response: Response,
  { status, text, headers = {} }: Pick<Reply, 'status' | 'text' | 'headers'>,
): void {
  response.status(status).set(headers).type('json').send(text);
}

/** That of the proxy, so that its log and ours can be read together, as long as it is a plain word. */
export function requestIdOf(request: Request): string {
  const given = request.get('x-request-id') ?? '';
  return /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
