import { useCallback, useEffect, useRef, useState } from 'react';

export type Remote<T> =
  { state: 'loading' } | { state: 'success'; value: T } | { state: 'error'; message: string };

/**
 * Loads once per `load` and again on `reload`, which keeps the old value until the new one arrives. Only the newest
 * request counts.
 */
export function useRemote<T>(load: () => Promise<T>): { remote: Remote<T>; reload: () => Promise<void> } {
  const [remote, setRemote] = useState<Remote<T>>({ state: 'loading' });
  const newest = useRef(0);
  const reload = useCallback(async () => {
    const request = ++newest.current;
    let outcome: Remote<T>;
    try {
      outcome = { state: 'success', value: await load() };
    } catch (error) {
      outcome = { state: 'error', message: error instanceof Error ? error.message : String(error) };
    }
    if (request === newest.current) setRemote(outcome);
  }, [load]);
  useEffect(() => {
    setRemote({ state: 'loading' });
    void reload();
    return () => {
      newest.current += 1;
    };
  }, [reload]);
  return { remote, reload };
}
