import type { Response } from 'express';

/** How often something is sent while work goes on, so that no proxy takes the connection for dead. */
const BEAT_MS = 10_000;
/** Progress is sent at most so often. */
const STEP_MS = 200;

/** Told how far the work came. */
export type OnProgress = (done: number, of: number, what: string) => void;

/**
 * Answers work that may take minutes: one JSON text a line, `{progress: {done, of, what}}` any number of times, then
 * `{answer}` or `{error}`. Whoever reads until the last line needs no second request, whichever process would get it.
 */
export async function answerInLines(
  response: Response,
  work: (onProgress: OnProgress) => Promise<{ answer: unknown } | { error: unknown }>,
): Promise<void> {
  const send = (line: object) => {
    if (!response.destroyed) response.write(`${JSON.stringify(line)}\n`);
  };
  // nginx would collect the lines until the end
  response.status(200).set({ 'content-type': 'application/x-ndjson', 'x-accel-buffering': 'no' });
  response.flushHeaders();
  let progress = { done: 0, of: 0, what: '' };
  const beat = setInterval(() => send({ progress }), BEAT_MS);
  let sentAt = 0;
  try {
    const last = await work((done, of, what) => {
      progress = { done, of, what };
      if (performance.now() - sentAt < STEP_MS) return;
      sentAt = performance.now();
      send({ progress });
    });
    send(last);
  } finally {
    clearInterval(beat);
    response.end();
  }
}
