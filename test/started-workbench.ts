import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { openDemoTokens } from '../sandbox/demo/demo-crm.ts';
import { type Send, sendAs } from './send-as.ts';

/** What `npm start` prints once it is ready, and a way into its CRM. */
export interface StartedWorkbench {
  address: string;
  crmBaseUrl: string;
  /** The app's, under its rate limits: for what the app itself does. */
  token: string;
  /** A person's, whom no rate limit holds back: for what a test reads and edits past the app. */
  personToken: string;
  /** Sends with the token of the person. */
  outside: Send;
  /** Of the process that is the server of the OAuth edition now; it is another after each restart. */
  serverProcess: () => number;
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
  return startWorkbenchOn(null, args);
}

/** The same with a database for the server of the OAuth edition; PGlite for null. */
export async function startWorkbenchOn(
  databaseUrl: string | null,
  args: readonly string[],
): Promise<StartedWorkbench> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/start.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATABASE_URL: databaseUrl ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const printed = await new Promise<string>((resolve, reject) => {
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
  const [crmBaseUrl, token] = [line(/^Sandbox CRM (\S+)$/m), line(/^token (\S+)$/m)];
  const personToken = personOf(token);
  return {
    address: line(/^Workbench (\S+)$/m),
    crmBaseUrl,
    token,
    personToken,
    outside: sendAs(crmBaseUrl, personToken),
    serverProcess: () => Number([...text.matchAll(/^Server \S+, process (\d+)$/gm)].at(-1)?.[1]),
    stop: () => stop(child),
  };
}

/** The token of Mateo Ruiz, who is not signed in at the start. All tokens of a start have one secret. */
function personOf(appToken: string): string {
  const { app: beforeSecret } = openDemoTokens(() => '');
  return openDemoTokens(() => appToken.slice(beforeSecret.length)).of('102');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}
