import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An event as HubSpot sends it, with the fields that tests look at. */
export type SentEvent = Readonly<Record<string, unknown>>;

/** Takes HubSpot's events in the place of the server, so that a test may deliver them as it likes. */
export interface Mailbox {
  url: string;
  /** Those that wait, oldest first. */
  waiting: SentEvent[];
  close: () => Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const waiting: SentEvent[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      waiting.push(...(JSON.parse(Buffer.concat(parts).toString()) as SentEvent[]));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    waiting,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
