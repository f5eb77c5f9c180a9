import { listIn, numberIn, recordIn, textIn } from '../parse.ts';
import type { CallerKind, WorkbenchSettings } from '../../host/settings.ts';
import { nameOf } from '../property-text.ts';

/** One call in the journal of the sandbox CRM. */
export interface CallEntry {
  /** Counts up from 1. */
  readonly id: number;
  /** ISO 8601, on the clock of the account. */
  readonly at: string;
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  /** Decoded, one `name=value` each. */
  readonly query: readonly string[];
  /** The source of the token; empty when the token was missing or unknown. */
  readonly actor: string;
  readonly scopes: readonly string[];
  /** 0 without a response. */
  readonly status: number;
  /** The fault of the call; empty for none. */
  readonly fault: string;
  /** Real milliseconds; undefined while the call is under way. */
  readonly ms: number | undefined;
}

export function callEntryIn(json: unknown): CallEntry {
  const entry = recordIn(json);
  const { pathname, searchParams } = new URL(textIn(entry['path']), 'http://sandbox');
  return {
    id: numberIn(entry['id']),
    at: textIn(entry['at']),
    method: textIn(entry['method']),
    path: pathname,
    query: [...searchParams].map(([name, value]) => `${name}=${value}`),
    actor: textIn(entry['actor']),
    scopes: listIn(entry['scopes']).map(textIn),
    status: numberIn(entry['status']),
    fault: textIn(entry['fault']),
    ms: typeof entry['ms'] === 'number' ? entry['ms'] : undefined,
  };
}

export function isUnderWay({ ms }: CallEntry): boolean {
  return ms === undefined;
}

/** Refused, or without a response. */
export function isFailed(entry: CallEntry): boolean {
  return entry.status >= 400 || (entry.status === 0 && !isUnderWay(entry));
}

/** Whose token a call carried. */
export interface Who {
  readonly kind: CallerKind | 'person' | 'unknown';
  readonly name: string;
}

/**
 * @param actor the source of the token, empty when it was missing or unknown
 * @param portal the known names; any other source is an app
 */
export function whoOf(
  actor: string,
  { owners, callers }: Pick<WorkbenchSettings, 'owners' | 'callers'>,
): Who {
  if (actor === '') return { kind: 'unknown', name: 'No known token' };
  const [, userId] = /^userId:(\d+)$/.exec(actor) ?? [];
  if (userId !== undefined) {
    const owner = owners.find((each) => each.userId === Number(userId));
    return { kind: 'person', name: owner ? nameOf(owner) : `User ${userId}` };
  }
  const caller = callers.find(({ sourceId }) => sourceId === actor);
  return caller ? { kind: caller.kind, name: caller.name } : { kind: 'app', name: `App ${actor}` };
}
