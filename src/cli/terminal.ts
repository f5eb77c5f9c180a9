import { type PortalLimits, collectLimits } from '../crm/client/headers.ts';
import { visibleJson, visibleLine } from '../icp/visible-text.ts';
import { keepInstallation, type KnownInstallation } from '../crm/installation.ts';
import type { CrmAccess, TransportSettings } from '../crm/client/request.ts';
import { type KnownPolicy, keepPolicy } from '../usecases/policy/known-policy.ts';
import { type Context, openContext } from '../usecases/context.ts';
import { ImportBrokenOff } from '../usecases/csv/broken-off.ts';
import { NightlyBrokenOff } from '../usecases/nightly/broken-off.ts';
import { RejudgeBrokenOff } from '../usecases/policy/rejudge-report.ts';
import { type Failure, bugReport, failureOf } from '../usecases/failure.ts';

/** A command ends with these, unless it says otherwise. 130 is what shells use for Ctrl-C. */
export const EXIT = { done: 0, bug: 1, badInput: 2, crm: 3, interrupted: 130 } as const;

/** What the process gives to the terminal. Tests give their own. */
export interface Terminal extends Connection {
  stdout: Output;
  stderr: Output;
  /** The server that `icp fleet` works through. @throws InvalidEnvironment */
  readServer: () => { address: string; secret: string };
  /** Calls the listener once when a person presses Ctrl-C; the returned function takes it away. */
  onInterrupt?: (listener: () => void) => () => void;
}

/** What the way to the portal needs. */
interface Connection {
  /** @throws InvalidEnvironment */
  readAccess: () => CrmAccess;
  transport: TransportSettings;
  now: () => Date;
}

/** Commands that ask twice read installation and policy once. */
const KNOWN = new WeakMap<
  Connection['readAccess'],
  { installation: KnownInstallation; policy: KnownPolicy }
>();

type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

/** One command line, from its arguments to its exit code. */
export interface Run extends Terminal {
  /** Writes to `stdout` and `stderr`; a reader that has gone away is no error. */
  console: Console;
  /** What a command that did not fail ends with. */
  exitCode: number;
}

export interface JsonOption {
  json?: boolean;
}

/** @throws Refused `not-configured` */
export function connect({ readAccess, transport, now }: Connection): Context {
  const known = KNOWN.get(readAccess) ?? {
    installation: keepInstallation(transport.now),
    policy: keepPolicy(),
  };
  KNOWN.set(readAccess, known);
  return { ...openContext(readAccess, { transport, publishes: 'always', ...known }), now };
}

/** A hundred records with a hundred properties each may take HubSpot longer than the one record of a card. */
const BULK_DEADLINE_MS = 30_000;

/**
 * The context of a command that works on the whole portal, the limits of the portal as its responses name them, and how
 * many calls were made.
 *
 * @throws Refused `not-configured`
 */
export function connectInBulk({ readAccess, transport, now }: Connection): {
  context: Context;
  limits: () => PortalLimits;
  calls: () => number;
} {
  const { onHeaders, limits } = collectLimits(now);
  let calls = 0;
  const onCall = () => void (calls += 1);
  const patient = { ...transport, deadlineMs: BULK_DEADLINE_MS, onHeaders, onCall };
  return { context: connect({ readAccess, now, transport: patient }), limits, calls: () => calls };
}

/** Prints an answer as lines for a person, or with `--json` for another program. */
export function print<Answer>(
  { console }: Run,
  answer: Answer,
  json: boolean | undefined,
  linesOf: (answer: Answer) => readonly string[],
): void {
  console.log(json === true ? visibleJson(answer) : visibleLines(linesOf(answer)));
}

/** Lines as they may be printed: names and texts of the portal can neither act on the terminal nor begin a line. */
export function visibleLines(lines: readonly string[]): string {
  return lines.map(visibleLine).join('\n');
}

/** Prints why a command failed: a sentence, and with `--json` the failure. Only a bug shows its stack. */
export function printFailure({ console }: Run, error: unknown, json: boolean | undefined): Failure {
  const failure = failureOf(error);
  const hasReport =
    error instanceof ImportBrokenOff ||
    error instanceof NightlyBrokenOff ||
    error instanceof RejudgeBrokenOff;
  const done = hasReport ? { report: error.report } : {};
  if (json === true) console.log(visibleJson({ error: failure, ...done }));
  console.error(visibleLine(failure.message));
  if (failure.code === 'bug') console.error(bugReport(error));
  return failure;
}

/** Shows the progress of work in bulk in one line that is overwritten. Shows nothing in a pipe or a log. */
export function showProgress(
  { stderr }: Run,
  what: string,
): { onProgress: (done: number, of: number) => void; end: () => void } {
  let shown = 0;
  return {
    onProgress(done, of) {
      if (stderr.isTTY !== true) return;
      const line = `${done.toLocaleString('en')} of ${of.toLocaleString('en')} ${what}`;
      stderr.write(`\r${line.padEnd(shown)}`);
      shown = line.length;
    },
    end() {
      if (shown > 0) stderr.write(`\r${' '.repeat(shown)}\r`);
      shown = 0;
    },
  };
}

/** Shows each step of an installation in a line of its own. Shows nothing in a pipe or a log. */
export function showSteps({ stderr, console }: Run): (step: number, of: number, sentence: string) => void {
  return (step, of, sentence) => {
    if (stderr.isTTY === true) console.error(visibleLine(`${step} of ${of}: ${sentence}`));
  };
}

/** A signal that Ctrl-C aborts, for work that has to end where it is safe. A second Ctrl-C ends the process at once. */
export function interruption({ onInterrupt }: Terminal): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const release = onInterrupt?.(() => controller.abort()) ?? (() => undefined);
  return { signal: controller.signal, release };
}

/** Whether whoever reads the output has gone away, as `head` does once it has enough. */
export function isReaderGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
