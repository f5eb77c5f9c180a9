import * as z from 'zod';

import type { HomeEntry, StoredEntry } from '../contract/policy-home.ts';
import { CrmError } from '../crm/client/errors.ts';
import { notTheServer } from '../messages/fleet.ts';
import { chooseApp, connectFirst } from '../messages/take-over.ts';
import { type HomeEnd, MOVED_KINDS } from '../usecases/install/home-end.ts';
import { Refused, type RefusalCode } from '../usecases/refused.ts';
import { type ListedPortal, listPortals } from './fleet-portals.ts';
import { FleetRefused, type ServerAccess, callServer } from './fleet-server.ts';
import { badInput } from './typed.ts';

/** The app of the server that a portal has connected. */
export interface ConnectedApp {
  appId: number;
  portalId: number;
}

/**
 * The app under which the server knows the portal.
 *
 * @param app the id that was typed
 * @param takesUninstalled whether its rows are enough: they stay for some time
 * @throws Refused `not-connected` with the address, `invalid-input` where several are
 */
export async function connectedApp(
  server: ServerAccess,
  portalId: string,
  app: number | null,
  takesUninstalled: boolean,
): Promise<ConnectedApp> {
  const isUsable = ({ uninstalledAt }: ListedPortal) => takesUninstalled || uninstalledAt === null;
  const rows = (await listPortals(server)).filter(
    (row) => String(row.portalId) === portalId && (app === null || row.appId === app),
  );
  const [first, ...others] = rows.filter(isUsable);
  if (first === undefined) {
    const known = app ?? (rows.length === 1 ? rows[0]?.appId : undefined);
    const path = known === undefined ? '/admin' : `/oauth/install?app=${known}`;
    throw new Refused('not-connected', connectFirst(portalId, `${server.address}${path}`));
  }
  if (others.length > 0)
    throw badInput('--app', chooseApp(portalId, [first, ...others].map(({ appId }) => appId).join(', ')));
  return { appId: first.appId, portalId: first.portalId };
}

const Entry: z.ZodType<StoredEntry> = z.object({
  ...{ key: z.string(), kind: z.enum(MOVED_KINDS), body: z.string() },
  ...{ by: z.string(), at: z.string(), reason: z.string(), isIntact: z.boolean() },
});
const Entries = z.object({ entries: z.array(Entry) });

/** The home of a portal on the server, over its admin API. */
export function homeOnServer(server: ServerAccess, { appId, portalId }: ConnectedApp): HomeEnd {
  const path = `/admin/portals/${appId}/${portalId}/home`;
  const call = (method: 'GET' | 'POST' | 'DELETE', entries?: readonly HomeEntry[]) =>
    callServer(server, method, path, entries && { entries }).catch((cause: unknown) => {
      throw cause instanceof FleetRefused ? asOwn(cause) : cause;
    });
  return {
    edition: 'oauth',
    entries: async () => {
      const { success, data } = Entries.safeParse(await call('GET'));
      if (!success) throw new CrmError('unavailable', notTheServer(server.address));
      return data.entries;
    },
    add: async (entries) => {
      for (const some of batches(entries)) await call('POST', some);
    },
    drop: async (drafts) => {
      for (const some of batches(drafts)) await call('DELETE', some);
    },
  };
}

const REFUSALS: readonly RefusalCode[] = ['policy-moved', 'not-connected', 'invalid-input', 'no-home'];

/** What the server refused is a refusal here too. */
function asOwn(error: FleetRefused): Refused | CrmError {
  const code = REFUSALS.find((known) => known === error.code);
  if (code !== undefined) return new Refused(code, error.message, { cause: error });
  return new CrmError('unavailable', error.message, { cause: error });
}

/** The server takes requests of up to 1 MB, and of up to 1,000 entries. */
const MOST_BYTES = 700_000;
const MOST_ENTRIES = 500;

function batches(entries: readonly HomeEntry[]): HomeEntry[][] {
  const all: HomeEntry[][] = [];
  let [room, last]: [number, HomeEntry[]] = [0, []];
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry));
    if (size > room || last.length === MOST_ENTRIES) {
      [room, last] = [MOST_BYTES, []];
      all.push(last);
    }
    last.push(entry);
    room -= size;
  }
  return all;
}
