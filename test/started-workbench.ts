import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What `npm start` prints once it is ready. */
export interface StartedWorkbench {
  address: string;
  crmBaseUrl: string;
  token: string;
  stop: () => Promise<void>;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Starts the workbench as `npm start` does, on any free port.
 *
 * @param args as behind `npm start --`
 * @throws Error with all it printed when it ends early
 */
export async function startWorkbench(...args: readonly string[]): Promise<StartedWorkbench> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/start.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = await new Promise<string>((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      if (/^token \S+$/m.test(text)) resolve(text);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => {
      reject(new Error(text));
    });
  });
  const line = (pattern: RegExp) => pattern.exec(printed)?.[1] ?? '';
  return {
    address: line(/^Workbench (\S+)$/m),
    crmBaseUrl: line(/^Sandbox CRM (\S+)$/m),
    token: line(/^token (\S+)$/m),
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}
