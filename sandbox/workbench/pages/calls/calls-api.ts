import { listIn, recordIn } from '../parse.ts';
import { callServer } from '../server-calls.ts';
import { callEntryIn, type CallEntry } from './call-entry.ts';

const JOURNAL = '/sandbox-api/journal';

/** The journal answers at most as many entries at once. */
export const PAGE = 5_000;

/** @param after an id; without one, the newest entries are read. @returns oldest first */
export async function readCalls(ownerId: string, after: number | undefined): Promise<CallEntry[]> {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (after !== undefined) query.set('after', String(after));
  const answer = recordIn(await callServer(ownerId, 'GET', `${JOURNAL}?${query.toString()}`));
  return listIn(answer['entries']).map(callEntryIn);
}

export async function clearCalls(ownerId: string): Promise<void> {
  await callServer(ownerId, 'DELETE', JOURNAL);
}
