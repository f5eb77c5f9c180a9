import { useCallback, useEffect, useState } from 'react';
import { recordIn } from '../parse.ts';
import { settings } from '../portal.ts';
import { callServer } from '../server-calls.ts';

export interface ConnectionState {
  /** Null for an app that needs no connection, and until it is known. */
  isConnected: boolean | null;
  /** How often it was connected while the page was looking. */
  times: number;
  disconnect: () => Promise<void>;
}

type Seen = Pick<ConnectionState, 'isConnected' | 'times'>;

/** How often the page looks whether somebody connected the app in another tab. */
const LOOK_MS = 2_000;

/** Whether the portal has the app connected. */
export function useConnection(ownerId: string): ConnectionState {
  const [{ isConnected, times }, setSeen] = useState<Seen>({ isConnected: null, times: 0 });
  const ask = useCallback(
    async (method: 'GET' | 'DELETE') => {
      if (settings.installUrl === undefined) return;
      const answer = recordIn(await callServer(ownerId, method, '/connection-api'));
      const now = answer['isConnected'] === true;
      setSeen(({ isConnected: before, times: until }) => ({
        isConnected: now,
        times: before === false && now ? until + 1 : until,
      }));
    },
    [ownerId],
  );
  useEffect(() => {
    // a workbench that has ended says so where something is done
    const look = () => void ask('GET').catch(() => undefined);
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [ask]);
  return { isConnected, times, disconnect: () => ask('DELETE') };
}
