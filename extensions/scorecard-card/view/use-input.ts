import { useSyncExternalStore } from 'react';

import type { FieldValue } from '../../../src/icp/fields.ts';

import { type InputValue, inputValue, revisionOf } from '../state/revisions.ts';
import type { Session } from '../state/session.ts';

type Watched = Pick<Session, 'read' | 'subscribe'>;

/** What a text input of the field is drawn from. Its `key` has to be the revision. */
export function useInput({ read, subscribe }: Watched, name: string): InputValue {
  const of = (pick: (input: InputValue) => FieldValue) => () => {
    const state = read();
    return state.phase === 'ready' ? pick(inputValue(state, name)) : null;
  };
  const given = useSyncExternalStore(
    subscribe,
    of((input) => input.given),
  );
  const value = useSyncExternalStore(
    subscribe,
    of((input) => input.value),
  );
  return { given, value, revision: useRevision({ read, subscribe }, name) };
}

/** The `key` of an input of the field: it changes when the value changed other than by this input. */
export function useRevision({ read, subscribe }: Watched, name: string): number {
  return useSyncExternalStore(subscribe, () => {
    const state = read();
    return state.phase === 'ready' ? revisionOf(state, name) : 0;
  });
}
