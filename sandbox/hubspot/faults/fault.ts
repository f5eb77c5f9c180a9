import { isJsonObject } from '../http/json.ts';

/** Which calls a fault applies to; without a field, to all. */
export interface FaultTarget {
  readonly method?: string;
  /** Part of the path with its query, or a pattern. */
  readonly path?: string | RegExp;
  /** A batch in which one input has this id or value, to simulate one bad input. */
  readonly input?: string;
  /** Number of calls to affect; 1 by default. */
  readonly times?: number;
  /** Number of matching calls to let pass first; 0 by default. */
  readonly skip?: number;
}

/** One call as it arrived. */
export interface CalledWith {
  readonly method: string;
  readonly path: string;
  /** The text of the body. */
  readonly body: unknown;
}

export function isTarget({ method, path, input }: FaultTarget, called: CalledWith): boolean {
  if (method !== undefined && method.toUpperCase() !== called.method) return false;
  if (input !== undefined && !hasInput(called.body, input)) return false;
  if (path === undefined) return true;
  return typeof path === 'string'
    ? called.path.includes(path)
    : new RegExp(path.source, path.flags).test(called.path);
}

function hasInput(text: unknown, wanted: string): boolean {
  if (typeof text !== 'string' || !text.includes(wanted)) return false;
  try {
    const body: unknown = JSON.parse(text);
    const inputs = isJsonObject(body) ? body['inputs'] : undefined;
    return Array.isArray(inputs) && inputs.some((input: unknown) => isWithin(input, wanted));
  } catch {
    return false;
  }
}

function isWithin(value: unknown, wanted: string): boolean {
  if (typeof value === 'object' && value !== null)
    return Object.values(value).some((part: unknown) => isWithin(part, wanted));
  return String(value) === wanted;
}

/** A failure of one call. `write` says whether the failure comes before or after the write took place. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** An object is sent as JSON, a string as HTML. */
      readonly body: Readonly<Record<string, unknown>> | string;
      /** The write still takes place. */
      readonly write?: 'after';
    }
  | { readonly kind: 'hang'; readonly write: 'before' | 'after' }
  | { readonly kind: 'reset'; readonly write: 'before' | 'after' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** Shifts the account's clock by `ms` during this call. */
  | { readonly kind: 'skew'; readonly ms: number };
