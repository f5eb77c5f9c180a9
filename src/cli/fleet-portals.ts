import { readFile } from 'node:fs/promises';

import * as z from 'zod';

import { CrmError } from '../crm/client/errors.ts';
import {
  NAME_PORTALS,
  ONE_WAY,
  UNINSTALLED_PORTAL,
  UNKNOWN_PORTAL,
  noPortalsIn,
  notAPortal,
  notTheServer,
} from '../messages/fleet.ts';
import { FleetRefused, type ServerAccess, callServer } from './fleet-server.ts';
import { badInput, reasonOf } from './typed.ts';

/** What the server does for a portal in the background. */
const Work = z.looseObject({
  changes: z.object({ count: z.number(), forMs: z.number() }),
  contested: z.number(),
  jobs: z.array(
    z.looseObject({
      ...{ kind: z.enum(['rejudge', 'nightly']), type: z.string().nullable(), state: z.string() },
      ...{ looked: z.number(), total: z.number().nullable(), edited: z.number() },
    }),
  ),
});

const Listed = z.object({
  portals: z.array(
    z.looseObject({
      ...{ appId: z.number(), portalId: z.number(), domain: z.string() },
      ...{ uninstalledAt: z.string().nullable(), attention: z.array(z.string()) },
      ...{ successPercent: z.number().nullable(), calls: z.object({ made: z.number() }) },
      work: Work,
    }),
  ),
});

/** A portal as the server lists it. */
export type ListedPortal = z.infer<typeof Listed>['portals'][number];

/** What is to be done with a portal that was named: work on it, or say why not. */
export type Chosen = { name: string } & ({ portal: ListedPortal } | { obstacle: string });

export interface PortalOptions {
  all?: boolean;
  portals?: string[];
}

/** The portals of the server, those first that need attention most. */
export async function listPortals(server: ServerAccess): Promise<ListedPortal[]> {
  const answer = await callServer(server, 'GET', '/admin/portals').catch((cause: unknown) => {
    if (cause instanceof FleetRefused) throw new CrmError('unavailable', cause.message, { cause });
    throw cause;
  });
  const { success, data } = Listed.safeParse(answer);
  if (!success) throw new CrmError('unavailable', notTheServer(server.address));
  return data.portals;
}

/**
 * The portals that were named by `--all` or `--portals`, each once, in the order that was typed.
 *
 * @throws Refused `invalid-input`
 */
export async function choosePortals(
  server: ServerAccess,
  { all, portals }: PortalOptions,
  takesUninstalled = false,
): Promise<Chosen[]> {
  if (all === true && portals !== undefined) throw badInput('--portals', ONE_WAY);
  if (all !== true && portals === undefined) throw badInput('--portals', NAME_PORTALS);
  const names = portals === undefined ? null : await namesIn(portals);
  const listed = await listPortals(server);
  if (names === null)
    return listed
      .filter(({ uninstalledAt }) => uninstalledAt === null)
      .map((portal) => ({ name: nameOf(portal), portal }));
  return names.map((name) => chosenBy(name, listed, takesUninstalled));
}

/** The portal that was named. @param takesUninstalled whether one without the app is worked on too */
export function chosenBy(name: string, listed: readonly ListedPortal[], takesUninstalled = false): Chosen {
  const [portalId, appId] = name.split(':').reverse();
  const found = listed.filter(
    (portal) =>
      String(portal.portalId) === portalId && (appId === undefined || String(portal.appId) === appId),
  );
  const connected = found.find(({ uninstalledAt }) => uninstalledAt === null);
  const portal = connected ?? (takesUninstalled ? found[0] : undefined);
  if (portal !== undefined) return { name: nameOf(portal), portal };
  return { name, obstacle: found.length > 0 ? UNINSTALLED_PORTAL : UNKNOWN_PORTAL };
}

/** `acme.com (62515)` */
function nameOf({ domain, portalId }: ListedPortal): string {
  return `${domain} (${portalId})`;
}

/** Ids separated by commas, or the lines of a file. */
async function namesIn(typed: readonly string[]): Promise<string[]> {
  const names: string[] = [];
  for (const text of typed) {
    if (/^[\d:,\s]+$/.test(text)) {
      names.push(...split(text));
      continue;
    }
    const lines = split(await readFile(text, 'utf8').catch((cause: unknown) => {
      throw badInput('--portals', `${text} cannot be read: ${reasonOf(cause)}.`, cause);
    })); // prettier-ignore
    if (lines.length === 0) throw badInput('--portals', noPortalsIn(text));
    names.push(...lines);
  }
  if (names.length === 0) throw badInput('--portals', NAME_PORTALS);
  for (const name of names) requirePortalName(name);
  return [...new Set(names)];
}

/** @throws Refused `invalid-input` */
export function requirePortalName(name: string): void {
  if (!/^(?:[1-9]\d{0,14}:)?[1-9]\d{0,14}$/.test(name))
    throw badInput('--portals', notAPortal(name.slice(0, 40)));
}

function split(text: string): string[] {
  return text
    .split(/[,\r\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
