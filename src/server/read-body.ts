import type { IncomingMessage } from 'node:http';

/** HubSpot passes on at most 1 MB. */
export const MOST_BYTES = 1_048_576;

/** So much of a body that is too large is still read, so that its sender reads the answer instead of a broken connection. */
const MOST_DISCARDED = 8 * MOST_BYTES;

/** Whoever sends broke off, or was cut off for being slow. It is no fault of the server, and nobody reads an answer. */
class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
  readonly status = 400;
}

/**
 * Reads a body as it was sent: its signature is over these bytes, whatever a header says of how they are encoded.
 *
 * @returns null for one of more than 1 MB
 * @throws BrokenOff where not all of it came
 */
export function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MOST_BYTES) chunks.push(chunk);
      else chunks.length = 0;
      if (size > MOST_DISCARDED) {
        request.pause();
        resolve(null);
      }
    });
    request.on('end', () => resolve(size > MOST_BYTES ? null : Buffer.concat(chunks)));
    request.on('error', (cause) => reject(new BrokenOff('the sender broke off', { cause })));
    request.on('close', () => reject(new BrokenOff('the sender broke off')));
  });
}
