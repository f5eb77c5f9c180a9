import { Client } from '@hubspot/api-client';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { AREAS } from '../../../sandbox/hubspot/http/route.ts';
import { APP, type OpenSandbox, withSandbox } from './open-sandbox.ts';

export type Form = 'v3' | 'dated';
export const FORMS: readonly Form[] = ['v3', 'dated'];

/** Longest first, so that a path is never taken for a shorter one that it begins with. */
const PATHS = Object.values(AREAS).toSorted((a, b) => b.v3.length - a.v3.length);

/**
 * Runs a test with the official client, unmodified: its typed calls as they are, and once more against the dated paths.
 * The client knows none of these, so a server in between turns each path into its dated form.
 */
export async function withForm(
  form: Form,
  run: (sandbox: OpenSandbox & { readonly hubspot: Client }) => Promise<void>,
): Promise<void> {
  await withSandbox(async (sandbox) => {
    const between = form === 'v3' ? undefined : await openBetween(sandbox.crm.baseUrl);
    try {
      const basePath = between?.baseUrl ?? sandbox.crm.baseUrl;
      await run({ ...sandbox, hubspot: new Client({ accessToken: APP, basePath }) });
    } finally {
      between?.server.close();
      between?.server.closeAllConnections();
    }
  });
}

async function openBetween(target: string): Promise<{ readonly baseUrl: string; readonly server: Server }> {
  const server = createServer((request, response) => void forward(target, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { baseUrl: `http://127.0.0.1:${address.port}`, server };
}

async function forward(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const { method = 'GET', url = '/', headers } = request;
  const answer = await fetch(target + datedPath(url), {
    method,
    headers: { authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? '' },
    ...(body === '' ? {} : { body }),
  });
  const type = answer.headers.get('content-type') ?? '';
  response.writeHead(answer.status, type === '' ? {} : { 'content-type': type });
  response.end(await answer.text());
}

function datedPath(url: string): string {
  const area = PATHS.find(({ v3 }) => url.startsWith(v3));
  if (area === undefined) throw new Error(`No dated form of ${url} is known.`);
  return area.dated + url.slice(area.v3.length);
}
