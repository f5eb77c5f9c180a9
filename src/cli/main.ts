import { Command, CommanderError } from 'commander';
import { Console } from 'node:console';

import { clearCommand } from './clear.ts';
import { compareCommand } from './compare.ts';
import { dealsCommand } from './deals.ts';
import { decisionsCommand } from './decisions.ts';
import { doctorCommand } from './doctor.ts';
import { evidencePackCommand } from './evidence-pack.ts';
import { exportCommand } from './export.ts';
import { factsCommand } from './facts.ts';
import { fleetCommand } from './fleet.ts';
import { historyCommand } from './history.ts';
import { importCommand } from './import.ts';
import { installCommand } from './install.ts';
import { loadCommand } from './load.ts';
import { nightlyCommand } from './nightly.ts';
import { rejudgeCommand } from './rejudge.ts';
import { profileCommand } from './profile.ts';
import { reviewsCommand } from './reviews.ts';
import { saveCommand } from './save.ts';
import { settingsCommand } from './settings.ts';
import { EXIT, type Run, type Terminal, isReaderGone, printFailure, visibleLines } from './terminal.ts';
import { visibleLine } from '../icp/visible-text.ts';
import { uninstallCommand } from './uninstall.ts';
import { verdictCommand } from './verdict.ts';

const WITHOUT_PORTAL = [verdictCommand];
/** Groups of commands, each with --json of its own. */
const GROUPS = [profileCommand, settingsCommand];
const THE_PORTAL = '\nThe portal: HUBSPOT_ACCESS_TOKEN, and HUBSPOT_BASE_URL for a sandbox.';
const THE_SERVER = '\nThe server: PARTNER_ICP_SERVER and ADMIN_SECRET.';
const WITH_PORTAL = [
  ...[
    installCommand,
    uninstallCommand,
    loadCommand,
    saveCommand,
    clearCommand,
    factsCommand,
    historyCommand,
    dealsCommand,
  ],
  ...[exportCommand, importCommand, doctorCommand, nightlyCommand, rejudgeCommand, reviewsCommand],
  ...[decisionsCommand, compareCommand, evidencePackCommand],
];

/**
 * Runs one command line.
 *
 * @param args what was typed behind `icp`
 * @returns the exit code. 0: done. 2: what was typed is wrong. 3: the CRM refused or cannot be reached. 1: a bug.
 * 130: stopped by Ctrl-C. The doctor has codes of its own.
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout, stderr } = terminal;
  const run: Run = { ...terminal, console: new Console(stdout, stderr), exitCode: EXIT.done };
  try {
    await icpCommand(run).parseAsync(args, { from: 'user' });
    return run.exitCode;
  } catch (error) {
    // Commander has already said what is wrong; help ends with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    if (isReaderGone(error)) return EXIT.done;
    const { code } = printFailure(run, error, args.includes('--json'));
    if (code === 'bug') return EXIT.bug;
    if (code === 'cancelled') return EXIT.interrupted;
    return code === 'invalid-input' || code === 'not-configured' ? EXIT.badInput : EXIT.crm;
  }
}

/** `icp` with all its commands. */
export function icpCommand(run: Run): Command {
  const { stdout, stderr } = run;
  const program = new Command('icp')
    .description(
      'Judges partners against a written profile, and keeps the verdict on HubSpot company records.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(visibleLines(text.split('\n'))),
      writeErr: (text) => stderr.write(visibleLines(text.split('\n'))),
      outputError: (text, write) => write(`${visibleLine(text.trimEnd())}\n`),
      getOutHelpWidth: () => widthOf(stdout),
      getErrHelpWidth: () => widthOf(stderr),
    });
  for (const command of WITHOUT_PORTAL) program.addCommand(command(run));
  for (const command of WITH_PORTAL)
    program.addCommand(command(run).option('--json', 'print JSON').addHelpText('after', THE_PORTAL));
  program.addCommand(fleetCommand(run).addHelpText('afterAll', THE_SERVER));
  for (const group of GROUPS) program.addCommand(group(run).addHelpText('afterAll', THE_PORTAL));
  explainErrors(program, 'icp');
  return program;
}

/** Columns of a help text. */
function widthOf({ isTTY, columns }: Run['stdout']): number {
  return isTTY === true ? (columns ?? 80) : 80;
}

/** Commander does not hand its settings on to commands that are added as objects. */
function explainErrors(command: Command, typed: string): void {
  command.showHelpAfterError(`Try ${typed} --help.`);
  for (const inner of command.commands)
    explainErrors(inner.copyInheritedSettings(command), `${typed} ${inner.name()}`);
}
