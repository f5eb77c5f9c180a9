import { type CardState, type Event, LOADING } from './card-state.ts';
import { nextState } from './reduce.ts';

/** What the card knows, and who is told when that changes. */
export type Store = ReturnType<typeof createStore>;

/** Starts with nothing loaded. */
export function createStore() {
  let state = LOADING;
  const listeners = new Set<() => void>();
  return {
    read: (): CardState => state,
    tell: (event: Event): void => {
      state = nextState(state, event);
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
