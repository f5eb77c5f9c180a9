import * as z from 'zod';

import { NOT_JSON, NOT_UTF8, TOO_DEEP, UNKNOWN_ENVELOPE } from '../messages/server.ts';

/** What a card sends. HubSpot repeats a call by itself, with the same request id. */
export interface CallBody {
  input?: unknown;
  requestId?: string | undefined;
}

const Body: z.ZodType<CallBody> = z.strictObject({
  input: z.unknown().optional(),
  requestId: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .optional(),
});

/** The deepest input that an operation takes has some ten levels. */
const MOST_LEVELS = 40;

/** A body that no operation is given. The message says why. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
}

/**
 * Parses the body of a call.
 *
 * @param encoding the header `Content-Encoding`: what is compressed could unpack to any size
 * @throws UnreadableBody
 */
export function parseCallBody(bytes: Buffer, encoding: string | undefined): CallBody {
  const parsed = Body.safeParse(parseBody(bytes, encoding));
  if (!parsed.success) throw new UnreadableBody(UNKNOWN_ENVELOPE);
  return parsed.data;
}

/**
 * Parses a body as JSON that nothing has to be feared of: not nested too deeply, and without the key `__proto__`.
 *
 * @throws UnreadableBody
 */
export function parseBody(bytes: Buffer, encoding: string | undefined): unknown {
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') throw new UnreadableBody(NOT_JSON);
  if (isTooDeep(bytes)) throw new UnreadableBody(TOO_DEEP);
  const value = jsonIn(textIn(bytes));
  if (hasPrototype(value)) throw new UnreadableBody(UNKNOWN_ENVELOPE);
  return value;
}

function textIn(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableBody(NOT_UTF8);
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableBody(NOT_JSON);
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING: readonly number[] = [0x5b, 0x7b];
const CLOSING: readonly number[] = [0x5d, 0x7d];

/** Whether objects and lists are nested too deeply, told without parsing: what parses or walks them may recurse. */
function isTooDeep(bytes: Buffer): boolean {
  let levels = 0;
  let isText = false;
  for (let at = 0; at < bytes.length && levels <= MOST_LEVELS; at++) {
    const byte = bytes[at] ?? 0;
    if (isText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (OPENING.includes(byte)) levels += 1;
    else if (CLOSING.includes(byte)) levels -= 1;
  }
  return levels > MOST_LEVELS;
}

/** Whether an object anywhere in it has the key `__proto__`, which some code takes for the prototype. */
function hasPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototype);
}
