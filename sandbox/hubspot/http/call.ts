import type { Actor } from '../portal/actor.ts';
import type { Switches } from '../switches.ts';
import type { JsonObject } from './json.ts';
import { invalid } from './refusal.ts';

/** One authenticated request, as handlers see it. */
export interface Call {
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty for requests without a body. */
  readonly body: JsonObject;
  /** The form of the path that was called. Behaviour differs in places. */
  readonly form: 'dated' | 'v3';
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const NO_CONTENT: Answer = { status: 204 };

export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

/** Lists in the query come comma-separated, repeated, or both. */
export function namesInQuery(call: Call, name: string): readonly string[] {
  const names = call.query.getAll(name).flatMap((text) => text.split(','));
  return names.map((text) => text.trim()).filter((text) => text !== '');
}

export function isArchivedAsked(call: Call): boolean {
  return call.query.get('archived') === 'true';
}

/**
 * The `limit` of a list.
 *
 * @throws Refusal when it is no positive whole number, or above `maximum` (a switch)
 */
export function limitOf(
  { switches }: { readonly switches: Switches },
  text: string | null,
  standard: number,
  maximum: number,
): number {
  if (text === null || text === '') return standard;
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw invalid('limit must be a positive whole number');
  if (Number(text) > maximum && switches.limitAboveMaximum === 'refused') {
    throw invalid(`limit must be at most ${maximum}`);
  }
  return Math.min(Number(text), maximum);
}
