import { Agent, createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { SandboxCrm } from '../sandbox/hubspot/start-sandbox-crm.ts';

/**
 * Serves many portals behind one address, as HubSpot does: the token of a call says which one it is for.
 *
 * @param portals by their token
 * @returns the address. It is served as long as the process runs
 */
export async function servePortals(portals: ReadonlyMap<string, SandboxCrm>): Promise<string> {
  const agent = new Agent({ keepAlive: true });
  const front = createServer((incoming, answer) => {
    const target = portals.get(incoming.headers.authorization?.replace('Bearer ', '') ?? '');
    if (target === undefined) {
      answer.writeHead(401).end('{}');
      return;
    }
    const { host, port } = new URL(target.baseUrl);
    const { method, url: path } = incoming;
    const headers = { ...incoming.headers, host };
    const call = send({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    call.on('error', () => answer.destroy());
    incoming.pipe(call);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
}
