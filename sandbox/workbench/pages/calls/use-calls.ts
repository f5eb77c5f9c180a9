import { useCallback, useEffect, useRef, useState } from 'react';
import { type CallEntry, callEntryIn } from './call-entry.ts';
import { readFrom, withFresh } from './followed-calls.ts';
import { listIn, recordIn } from '../parse.ts';
import { callServer } from '../server-calls.ts';

const JOURNAL = '/sandbox-api/journal';

/** The most entries that the journal returns at once. */
const PAGE = 5_000;

/** @param after an id; without one, the newest entries are read. @returns oldest first */
async function readCalls(ownerId: string, after: number | undefined): Promise<CallEntry[]> {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (after !== undefined) query.set('after', String(after));
  const answer = recordIn(await callServer(ownerId, 'GET', `${JOURNAL}?${query.toString()}`));
  return listIn(answer['entries']).map(callEntryIn);
}

async function clearCalls(ownerId: string): Promise<void> {
  await callServer(ownerId, 'DELETE', JOURNAL);
}

const REFRESH_MS = 1_500;

/** The calls, read again and again while following and the page is visible. */
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

/** Reads new calls. Drops responses that arrive after the end or a clearing. @returns milliseconds to wait */
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
