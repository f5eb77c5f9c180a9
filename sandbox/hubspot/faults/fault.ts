import { isJsonObject } from '../http/json.ts';
import type { ErrorBody } from '../http/refusal.ts';
import type { Source } from '../portal/actor.ts';

/** Which calls a fault applies to; without a field, to all. */
export interface FaultTarget {
  readonly method?: string;
  /** Part of the path with its query, or a pattern. */
  readonly path?: string | RegExp;
  /** A batch in which one input has this id or value, to simulate one bad input. */
  readonly input?: string;
  /** Only calls that carry this bearer token. */
  readonly token?: string;
  /** Number of calls to affect; 1 by default, all of them with `forMs`. `Infinity` lasts until the faults are cleared. */
  readonly times?: number;
  /** Number of matching calls to let pass first; 0 by default. */
  readonly skip?: number;
  /** Ends so many milliseconds after it was added, on the account's clock: a window that another app has used up. */
  readonly forMs?: number;
}

/** One call as it arrived. */
export interface CalledWith {
  readonly method: string;
  readonly path: string;
  /** The text of the body. */
  readonly body: unknown;
  readonly token: string | undefined;
}

export function isTarget({ method, path, input, token }: FaultTarget, called: CalledWith): boolean {
  if (token !== undefined && token !== called.token) return false;
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
    return Array.isArray(inputs) && inputs.some((input: unknown) => isInput(input, wanted));
  } catch {
    return false;
  }
}

/** Whether an input of a batch has this id or value anywhere. */
export function isInput(value: unknown, wanted: string): boolean {
  if (typeof value === 'object' && value !== null)
    return Object.values(value).some((part: unknown) => isInput(part, wanted));
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
  | { readonly kind: 'skew'; readonly ms: number }
  | InputError
  /** An update answers 200 with the values as they were, and nothing is stored. */
  | { readonly kind: 'ignored' }
  | LateDefinition
  | Edit;

/** One input of a batch stands in `errors[]`; the others are carried out. The answer is a 207. */
export interface InputError {
  readonly kind: 'input-error';
  /** `read-only`: its first property cannot be written. `internal`: HubSpot failed with this one. */
  readonly error: 'read-only' | 'internal' | ErrorBody;
  /** An id or value of the input; the first input when left out. The `input` of a target goes in here. */
  readonly input?: string;
}

/** A definition that this call makes is missing in reads of definitions for some time; values can be written at once. */
export interface LateDefinition {
  readonly kind: 'late';
  /** Milliseconds on the account's clock. */
  readonly ms?: number;
  /** Number of reads that do not show it yet, for accounts whose clock stands still. */
  readonly reads?: number;
}

/** Somebody else writes into the record of this call, right before or right after the call is carried out. */
export interface Edit {
  readonly kind: 'edit';
  readonly when: 'before' | 'after';
  readonly by: 'workflow' | 'person' | Source;
  readonly properties: Readonly<Record<string, string>>;
  /** Another record than the one in the path; in a batch, than those of its inputs. */
  readonly record?: { readonly objectType: string; readonly id: string };
}
