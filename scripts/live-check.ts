// npm run live-check: compares a live HubSpot account with the sandbox, and deletes what it created.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { InvalidEnvironment, liveCheckSettings } from '../src/config/environment.ts';
import { CannotRun } from './live-check/account.ts';
import { liveCheck, type Result } from './live-check/live-check.ts';
import { SCOPES } from './live-check/probes.ts';
import { openSend } from './live-check/send.ts';

const USAGE = `npm run live-check -- [--yes] [--any-account] [--clean-up-only] [--out folder]

  HUBSPOT_ACCESS_TOKEN  the token of a private app of a developer test account
  --yes                 begin without asking
  --any-account         also in an account that people work in
  --clean-up-only       only take away what an earlier run left behind
  --out folder          where the report goes, build/live-check by default

Scopes of the app, so that nothing is skipped:
  ${SCOPES.join('\n  ')}

Exit codes: 0 nothing differs, 1 something does, 2 it could not run.`;

const OPTIONS = {
  yes: { type: 'boolean', default: false },
  'any-account': { type: 'boolean', default: false },
  'clean-up-only': { type: 'boolean', default: false },
  out: { type: 'string', default: join(import.meta.dirname, '..', 'build', 'live-check') },
  help: { type: 'boolean', default: false },
} as const;

const TWICE_MS = 1_000;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const settings = liveCheckSettings();
  const result = await liveCheck({
    send: openSend(settings),
    token: settings.accessToken,
    clock: { now: Date.now, sleep: (ms) => sleep(ms) },
    stop: stopOnInterrupt(),
    say: console.log,
    confirm: () => (values.yes ? Promise.resolve(true) : askForYes()),
    anyAccount: values['any-account'],
    cleanUpOnly: values['clean-up-only'],
    run: randomBytes(3).toString('hex'),
  });
  await write(result, values.out);
  return result.exitCode;
}

/** The first Ctrl-C ends the probes and cleans up, the second one ends everything. */
function stopOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  let firstAt = 0;
  const interrupt = () => {
    // npm forwards the signal that the terminal has already sent, so one Ctrl-C can arrive twice.
    if (controller.signal.aborted && Date.now() - firstAt < TWICE_MS) return;
    if (controller.signal.aborted) {
      console.error('Not everything is cleaned up: run it again with --clean-up-only.');
      process.exit(2);
    }
    console.error('Stopping, and cleaning up. Interrupt again to leave at once.');
    firstAt = Date.now();
    controller.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return controller.signal;
}

async function askForYes(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new CannotRun('Nobody is there to ask: say --yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    // Ctrl-C closes the terminal without an answer to the question.
    const closed = once(terminal, 'close').then(() => 'no');
    const answer = await Promise.race([terminal.question('Begin? (yes/no) '), closed]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}

async function write({ report }: Result, folder: string): Promise<void> {
  if (report === undefined) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'report.json'), report.json);
  await writeFile(join(folder, 'report.md'), report.markdown);
  console.log(`The report is in ${folder}.`);
}

/** Prints a message for mistakes of the user, the whole error for bugs. */
function complain(error: unknown): number {
  const isTypo =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (isTypo || error instanceof InvalidEnvironment || error instanceof CannotRun)
    console.error(error.message);
  else console.error(error);
  if (isTypo) console.error(USAGE);
  return 2;
}

process.exitCode = await main().catch(complain);
