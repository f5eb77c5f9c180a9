import { createServer, type IncomingHttpHeaders } from 'node:http';

/** A request as the app got it. */
export interface Received {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: unknown;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The answer is sent once this has happened. */
  readonly after?: Promise<void>;
}

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** The most requests that were open at the same time. */
  readonly mostAtOnce: () => number;
}

/** Something that a test lets happen. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** The server of an app, which answers as it is told. */
export async function withReceiver(
  reply: (received: Received, index: number) => Reply,
  run: (receiver: Receiver) => Promise<void>,
): Promise<void> {
  const received: Received[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    most = Math.max(most, (open += 1));
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8');
      const one = {
        url: request.url ?? '',
        headers: request.headers,
        text,
        body: JSON.parse(text) as unknown,
      };
      const { status = 200, headers = {}, body = {}, after } = reply(one, received.push(one) - 1);
      void Promise.resolve(after).then(() => {
        open -= 1;
        response
          .writeHead(status, { 'content-type': 'application/json', ...headers })
          .end(JSON.stringify(body));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    await run({ url: `http://127.0.0.1:${port}/hooks`, received, mostAtOnce: () => most });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
