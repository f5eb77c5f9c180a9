import type { CallerKind, WorkbenchSettings } from '../../host/settings.ts';
import { nameOf } from '../property-text.ts';

/** Whose token a call carried. */
export interface Who {
  readonly kind: CallerKind | 'person' | 'unknown';
  readonly name: string;
}

/**
 * @param actor the source of the token, empty when it was missing or unknown
 * @param portal who is known by name; any other source is an app
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
