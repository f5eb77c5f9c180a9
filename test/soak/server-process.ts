import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A server in a process of its own, which may be killed and started again on the same port. */
export interface ServerProcess {
  address: string;
  /** Of the process that runs now. */
  pid: () => number | undefined;
  /** Whether it answers that it is ready. */
  isReady: () => Promise<boolean>;
  /** Ends it at once, without a chance to finish anything, and starts it again. */
  killAndStart: () => Promise<void>;
  /** Asks it to end. @returns its exit code, and the milliseconds that it took */
  end: () => Promise<{ code: number | null; ms: number }>;
  /** What it has logged: the lines of all its runs. */
  logged: () => readonly string[];
}

const START_MS = 60_000;

/** @returns once it is ready */
export async function startServerProcess(
  port: number,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const lines: string[] = [];
  const address = `http://127.0.0.1:${port}`;
  let child = begin();

  function begin(): ChildProcess {
    const env = { ...process.env, ...environment, HOST: '127.0.0.1', PORT: String(port) };
    const begun = spawn(process.execPath, ['--import', 'tsx', 'src/server/start.ts'], { env });
    for (const stream of [begun.stdout, begun.stderr])
      createInterface({ input: stream }).on('line', (line) => lines.push(line));
    return begun;
  }

  const isReady = async () => {
    try {
      return (await fetch(`${address}/ready`)).ok;
    } catch {
      return false;
    }
  };
  const ready = async () => {
    const endsAt = Date.now() + START_MS;
    while (!(await isReady())) {
      if (Date.now() > endsAt || child.exitCode !== null)
        throw new Error(`The server did not get ready:\n${lines.slice(-5).join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const ended = (signal: NodeJS.Signals) =>
    new Promise<number | null>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
      child.once('exit', (code) => resolve(code));
      child.kill(signal);
    });
  await ready();
  return {
    address,
    pid: () => child.pid,
    isReady,
    killAndStart: async () => {
      await ended('SIGKILL');
      child = begin();
      await ready();
    },
    end: async () => {
      const from = performance.now();
      const code = await ended('SIGTERM');
      return { code, ms: performance.now() - from };
    },
    logged: () => lines,
  };
}
