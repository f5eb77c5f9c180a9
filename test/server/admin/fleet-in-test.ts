import { type Server, createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

import { installsIn } from '../../../src/store/installs.ts';
import { openCipher } from '../../../src/store/token-cipher.ts';
import { APP_TOKEN, type Portal, openPortal } from '../../portal.ts';
import { skippingClock } from '../../skipping-clock.ts';
import { APP, type ServerInTest, serverInTest, skippingPauses } from '../server-in-test.ts';

export const SCOPES = ['oauth', 'crm.objects.companies.read', 'crm.objects.companies.write'];

/** A server with several portals, each a sandbox of its own behind one address, as HubSpot's portals are. */
export interface FleetInTest {
  server: ServerInTest;
  portals: ReadonlyMap<number, Portal>;
  /** Calls the admin API as a program does. */
  call: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** Ends the installation of a portal, as HubSpot's "uninstalled" does. */
  uninstall: (portalId: number) => Promise<void>;
  close: () => Promise<void>;
}

/**
 * @param portalOptions whose portals have the app, with their options
 * @param limits those of the server where left out
 */
export async function openFleet(
  portalOptions: Readonly<Record<number, Parameters<typeof openPortal>[0]>>,
  limits?: Parameters<typeof serverInTest>[0]['limits'],
): Promise<FleetInTest> {
  const portals = new Map<number, Portal>();
  // pauses of the server take no time, and pass for the sandboxes too
  const clock = skippingClock();
  const now = () => new Date(Date.now() + clock.now());
  for (const [id, options] of Object.entries(portalOptions))
    portals.set(
      Number(id),
      await openPortal({
        ...{ account: { portalId: Number(id) }, edition: 'oauth', now, onHang: clock.onHang },
        ...options,
      }),
    );
  const front = await openFront(portals);
  const { port } = front.address() as AddressInfo;
  const hubspotUrl = `http://127.0.0.1:${port}`;
  const server = await serverInTest({
    ...{ hubspotUrl, scopes: SCOPES, ...skippingPauses(clock) },
    ...(limits && { limits }),
  });
  const installs = installsIn(server.store.database, openCipher(server.settings.tokenKeys));
  for (const portalId of portals.keys()) {
    const grant = {
      ...{ appId: APP.appId, portalId, domain: `portal-${portalId}.example` },
      ...{ installerId: 7, installerEmail: 'ada@example.com', scopes: SCOPES },
    };
    const lasting = { expiresIn: 86_400, lifetime: 86_400 };
    await installs.keep(grant, { accessToken: tokenOf(portalId), refreshToken: 'unused', ...lasting });
  }
  return {
    server,
    portals,
    call: (method, path, body) =>
      fetch(`${server.address}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${server.settings.adminSecret}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    uninstall: async (portalId) => {
      const key = { appId: APP.appId, portalId };
      const install = await installs.read(key);
      await installs.endInstall(key, install?.tokenVersion ?? 0);
    },
    close: async () => {
      await server.close();
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      for (const portal of portals.values()) await portal.close();
    },
  };
}

/** The last line of an answer that came in lines. */
export async function lastLine(response: Response): Promise<Record<string, unknown>> {
  const lines = (await response.text()).trim().split('\n');
  return JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
}

const tokenOf = (portalId: number) => `token-of-${portalId}`;

/** Passes each call on to the portal that its token belongs to. */
async function openFront(portals: ReadonlyMap<number, Portal>): Promise<Server> {
  const front = createServer((request, response) => {
    const portalId = Number(/token-of-(\d+)$/.exec(request.headers.authorization ?? '')?.[1]);
    const portal = portals.get(portalId);
    if (portal === undefined) {
      response.writeHead(401).end('{}');
      return;
    }
    const { host: _front, ...rest } = request.headers;
    const headers = { ...rest, authorization: `Bearer ${APP_TOKEN}` };
    const { method } = request;
    const passed = forward(`${portal.sandbox.baseUrl}${request.url ?? ''}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return front;
}
