import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '..', '..');

/** The server of the OAuth edition in a process of its own, as `npm run server` starts it. */
export interface ServerProcess {
  /** The same over all its processes. */
  readonly address: string;
  /** Ends it, works, and starts it again at the same address. */
  readonly without: (work: () => Promise<void>) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A server that ends so often, each time within these milliseconds, is left. */
const MOST_ENDS = 3;
const SHORT_MS = 5_000;

/** Where its lines go: `tell` where it listens, `warn` what tells of a fault. */
interface Printer {
  readonly tell: (line: string) => void;
  readonly warn: (line: string) => void;
}

/**
 * Starts the server, and again whenever it ends, as a host does.
 *
 * @param environment its whole `process.env`, without a port
 * @throws Error with all that it printed when it does not start
 */
export async function startServerProcess(
  environment: Readonly<Record<string, string>>,
  printer: Printer,
): Promise<ServerProcess> {
  let isWanted = true;
  let shortLives = 0;
  let running = await run({ ...environment, PORT: '0' }, printer);
  const { address } = running;
  const again = { ...environment, PORT: new URL(address).port };
  const restart = async () => {
    running = await run(again, printer);
    watch(running);
  };
  const revive = (livedMs: number) => {
    shortLives = livedMs < SHORT_MS ? shortLives + 1 : 0;
    if (!isWanted) return;
    if (shortLives < MOST_ENDS) restart().catch(() => revive(0));
    else printer.warn('The server ended again and again, and is not started any more.');
  };
  const watch = ({ child, startedAt }: Running) => child.once('exit', () => revive(Date.now() - startedAt));
  const end = async () => {
    isWanted = false;
    await ended(running.child);
  };
  watch(running);
  return {
    address,
    without: async (work) => {
      await end();
      await work();
      isWanted = true;
      await restart();
    },
    end,
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
  readonly startedAt: number;
}

function run(environment: Readonly<Record<string, string>>, { tell, warn }: Printer): Promise<Running> {
  const startedAt = Date.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/start.ts'], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const takeAlong = () => child.kill('SIGKILL');
  process.once('exit', takeAlong);
  child.once('exit', () => process.off('exit', takeAlong));
  return new Promise((resolve, reject) => {
    const printed: string[] = [];
    const read = (line: string) => {
      printed.push(line);
      const { level, msg, address } = entryIn(line);
      if (level >= WARNING) warn(line);
      if (msg !== 'listening') return;
      tell(`Server ${address}, process ${child.pid ?? 0}`);
      resolve({ child, address, startedAt });
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', read);
    child.once('exit', () => reject(new Error(`The server did not start: ${printed.join('\n')}`)));
  });
}

/** As pino numbers levels. */
const WARNING = 40;

/** A line that is no entry of the log tells of a fault. */
function entryIn(line: string): { level: number; msg: string; address: string } {
  try {
    return JSON.parse(line) as ReturnType<typeof entryIn>;
  } catch {
    return { level: WARNING, msg: line, address: '' };
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}
