import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallEntry } from './call-entry.ts';
import { clearCalls, PAGE, readCalls } from './calls-api.ts';
import { readFrom, withFresh } from './followed-calls.ts';

const REFRESH_MS = 1_500;

/** The calls, read on every moment or so while they are followed and the page is in sight. */
export function useCalls(ownerId: string, isFollowing: boolean) {
  // newest first; undefined before the first answer
  const [calls, setCalls] = useState<readonly CallEntry[]>();
  const [problem, setProblem] = useState<string>();
  const known = useRef<readonly CallEntry[]>([]);
  const show = useCallback((next: readonly CallEntry[]) => {
    known.current = next;
    setCalls(next);
  }, []);

  useEffect(() => {
    if (!isFollowing) return;
    const following = new AbortController();
    const { signal } = following;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const round = async () => {
      const pause = document.hidden ? REFRESH_MS : await readOn(ownerId, known, signal, show, setProblem);
      if (!signal.aborted) timer = setTimeout(() => void round(), pause);
    };
    void round();
    return () => {
      following.abort();
      clearTimeout(timer);
    };
  }, [ownerId, isFollowing, show]);

  const clear = useCallback(async () => {
    await clearCalls(ownerId);
    show([]);
  }, [ownerId, show]);
  return { calls, problem, clear };
}

/** Reads what is new. An answer that comes after the end or after a clearing is dropped. @returns milliseconds to wait */
async function readOn(
  ownerId: string,
  known: { readonly current: readonly CallEntry[] },
  signal: AbortSignal,
  show: (calls: readonly CallEntry[]) => void,
  setProblem: (problem: string | undefined) => void,
): Promise<number> {
  const before = known.current;
  const after = readFrom(before);
  try {
    const fresh = await readCalls(ownerId, after);
    if (signal.aborted || known.current !== before) return REFRESH_MS;
    setProblem(undefined);
    if (fresh.length > 0 || after === undefined) show(withFresh(before, after, fresh));
    return after !== undefined && fresh.length === PAGE ? 0 : REFRESH_MS;
  } catch (error) {
    if (!signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    return REFRESH_MS;
  }
}
