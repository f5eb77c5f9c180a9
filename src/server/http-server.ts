import { type RequestListener, type Server, createServer } from 'node:http';

import type { Stopwatch } from './deadline.ts';
import type { RunningWork } from './running-work.ts';

/** How long a sender may take, in milliseconds. Whoever sends slowly on purpose holds no connection. */
export interface HttpTimeouts {
  /** For the headers. */
  headers: number;
  /** For the whole request. HubSpot gives up a call after 15 seconds. */
  request: number;
  /**
   * For which an idle connection is kept: longer than a proxy keeps its side (60 seconds and less by default), or it would
   * send into a connection that ends at this moment.
   */
  idle: number;
  /** How often slow senders are looked for. */
  every: number;
}

const TIMEOUTS: HttpTimeouts = { headers: 8_000, request: 12_000, idle: 75_000, every: 2_000 };

/** Those that run when the server is told to end have so long. */
const DRAIN_MS = 9_000;

/** A server that listens. */
export interface Listening {
  /** Where it listens: `http://127.0.0.1:4410`. */
  address: string;
  /** Ends new connections, waits for what runs, at most 9 seconds, then ends every connection. Safe to call twice. */
  close: () => Promise<void>;
}

/** @throws what Node throws when the port is taken */
export async function listenTo(
  listener: RequestListener,
  { host, port }: { host: string; port: number },
  { running, stopwatch }: { running: RunningWork; stopwatch: Stopwatch },
  { headers, request, idle, every }: HttpTimeouts = TIMEOUTS,
): Promise<Listening> {
  const server = createServer(
    {
      ...{ headersTimeout: headers, requestTimeout: request, keepAliveTimeout: idle },
      connectionsCheckingInterval: every,
    },
    listener,
  );
  let closed: Promise<void> | undefined;
  server.on('request', (_request, response) => {
    // its connection would stay open until the proxy ends it
    response.on('close', () => closed !== undefined && setImmediate(() => server.closeIdleConnections()));
  });
  const address = await listening(server, host, port);
  return { address, close: () => (closed ??= drain(server, running, stopwatch)) };
}

function listening(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`);
    });
  });
}

async function drain(server: Server, running: RunningWork, { timer }: Stopwatch): Promise<void> {
  const ended = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeIdleConnections();
  let stop = () => {};
  const late = new Promise<void>((resolve) => void (stop = timer(DRAIN_MS, resolve)));
  await Promise.race([Promise.all([ended, running.idle()]), late]);
  stop();
  server.closeAllConnections();
}
