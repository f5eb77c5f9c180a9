import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

export interface Run {
  /** Resolves with all that was printed once the workbench is ready, or has ended. */
  readonly ready: Promise<string>;
  readonly ended: Promise<{ code: number | null; printed: string }>;
  readonly stop: (
    signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL',
  ) => Promise<{ code: number | null; printed: string }>;
}

/** Runs `npm start -- ...args` in a process of its own. */
export function runStart(args: readonly string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/start.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let tellReady: (text: string) => void;
  const ready = new Promise<string>((resolve) => (tellReady = resolve));
  const read = (chunk: Buffer) => {
    printed += chunk.toString();
    if (/^token \S+$/m.test(printed)) tellReady(printed);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const ended = new Promise<{ code: number | null; printed: string }>((resolve) => {
    child.once('close', (code) => {
      tellReady(printed);
      resolve({ code, printed });
    });
  });
  return {
    ready,
    ended,
    stop: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
