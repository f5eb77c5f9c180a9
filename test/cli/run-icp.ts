import { Console } from 'node:console';
import { Writable } from 'node:stream';

import { icpCommand, main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { fleetSettings, terminalSettings } from '../../src/config/environment.ts';
import { DEFAULT_TRANSPORT } from '../../src/crm/client/client.ts';
import { openLimiter } from '../../src/crm/client/limiter.ts';
import { skippingClock } from '../skipping-clock.ts';

export interface Ran {
  exit: number | null;
  stdout: string;
  stderr: string;
}

/** What differs from a terminal that nobody watches. */
export type Given = Partial<Terminal> & { isTTY?: boolean };

/** Runs `icp` in this process. The environment is what is given, and nothing of this machine. */
export async function runIcp(
  args: readonly string[],
  env: Record<string, string> = {},
  { isTTY = false, ...given }: Given = {},
): Promise<Ran> {
  const [stdout, stderr] = [openOutput(isTTY), openOutput(isTTY)];
  const exit = await main(args, { ...terminalWith(env), stdout, stderr, ...given });
  return { exit, stdout: stdout.text(), stderr: stderr.text() };
}

/** The commands of `icp`, to be looked at. */
export function commandsOfIcp() {
  const { stdout, stderr, ...terminal } = terminalWith({});
  return icpCommand({ ...terminal, stdout, stderr, console: new Console(stdout, stderr), exitCode: 0 })
    .commands;
}

/** Pauses take no time, and runs share no limiter, as processes do not. */
function terminalWith(env: Record<string, string>): Terminal {
  const { now, sleep, timer } = skippingClock();
  return {
    stdout: openOutput(),
    stderr: openOutput(),
    readAccess: () => terminalSettings(env),
    readServer: () => fleetSettings(env),
    transport: { ...DEFAULT_TRANSPORT, now, sleep, timer, limiter: openLimiter({ now, sleep }) },
    now: () => new Date(),
  };
}

/** A stream that keeps its text. */
function openOutput(isTTY = false) {
  let written = '';
  const stream = new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      written += text;
      done();
    },
  });
  return Object.assign(stream, { isTTY, text: () => written });
}

/** `icp verdict` with `--json`, read. */
export async function verdictOf(...args: string[]): Promise<Record<string, unknown>> {
  const { stdout, stderr, exit } = await runIcp(['verdict', '--json', ...args]);
  if (exit !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, unknown>;
}
