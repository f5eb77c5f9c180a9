import type { Notice } from '../../src/contract/notice.ts';

let told: Notice | null = null;
const listeners = new Set<() => void>();

/** What came beside the newest answer: something to see to that has nothing to do with the call. */
export const TOLD = {
  read: (): Notice | null => told,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  tell: (notice: Notice | null): void => {
    // each answer brings it anew: drawn once
    if (notice?.message === told?.message) return;
    told = notice;
    for (const listener of listeners) listener();
  },
};
