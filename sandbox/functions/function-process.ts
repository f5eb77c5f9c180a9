import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ChildMessage, ChildSettings, FunctionRequest } from './hubspot-executor.ts';

/** A process that runs one request at a time. It ends when a request times out or crashes. */
export interface FunctionProcess {
  isRunning(): boolean;
  ask(request: FunctionRequest, limitMs: number): Promise<unknown>;
  end(): Promise<void>;
}

export interface FunctionProcessOptions {
  readonly script: string;
  readonly settings: ChildSettings;
  /** the whole `process.env` of the functions */
  readonly environment: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

export async function startFunctionProcess(options: FunctionProcessOptions): Promise<FunctionProcess> {
  const child = fork(options.script, [JSON.stringify(options.settings)], {
    env: options.environment,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  logLines(child, options.log);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await next(child, 'the function executor did not start');

  return {
    isRunning: () => child.connected && !child.killed,
    ask: (request, limitMs) => ask(child, request, limitMs),
    end: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

async function ask(child: ChildProcess, request: FunctionRequest, limitMs: number): Promise<unknown> {
  const subject = `The function "${request.name}"`;
  let giveUp: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    giveUp = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new FunctionError('timed-out', `${subject} did not answer within ${limitMs / 1000} s.`));
    }, limitMs);
  });
  // the close event reports a child that is gone, so the callback has nothing to do
  child.send(request, () => undefined);
  try {
    const answer = next(child, `${subject} ended its process before it answered`);
    const message = await Promise.race([timeUp, answer]);
    if (message.kind === 'failure') throw new FunctionError('failed', message.message);
    return message.kind === 'answer' ? message.value : null;
  } finally {
    clearTimeout(giveUp);
  }
}

/** @throws FunctionError `crashed`, when the child closes before it sends anything */
function next(child: ChildProcess, otherwise: string): Promise<ChildMessage> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: ChildMessage) => {
      child.off('close', onClose);
      resolve(message);
    };
    // close, not exit: a message sent just before the end still comes through
    const onClose = (exitCode: number | null, signal: string | null) => {
      child.off('message', onMessage);
      const end = signal ?? `exit code ${exitCode ?? 'unknown'}`;
      reject(new FunctionError('crashed', `${otherwise} (${end}).`));
    };
    child.once('message', onMessage);
    child.once('close', onClose);
  });
}

function logLines({ stdout, stderr }: ChildProcess, log: (line: string) => void): void {
  for (const stream of [stdout, stderr]) if (stream) createInterface({ input: stream }).on('line', log);
}

/**
 * - `unknown-function`: the project has none of that name
 * - `failed`: the function threw, or answered what is not JSON
 * - `timed-out`: it took longer than the limit and was ended
 * - `crashed`: its process ended before it answered
 * - `closed`: the executor was closed
 */
export type FunctionErrorCode = 'unknown-function' | 'failed' | 'timed-out' | 'crashed' | 'closed';

/** A call of an app function failed. The message names the function and the reason. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
  readonly code: FunctionErrorCode;

  constructor(code: FunctionErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
